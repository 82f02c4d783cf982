import Diagnostics
import SiteBuild
import SiteTestSupport
import Testing

@Suite("What pages may hold")
struct PageLanguageTests {
  @Test("A picture's size is written, so that the text around it does not jump")
  func pictures() throws {
    let site = try BuiltSite(
      .northwind.with([
        "content/assets/chain.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 80\"/>\n",
        "content/assets/odd.svg": "no picture\n",
        "content/a.md": "![the chain](assets/chain.svg) ![odd](assets/odd.svg)\n",
      ]))
    try site.build()
    #expect(
      site.text("a/index.html").contains(
        """
        <p><img src="../assets/chain.svg" alt="the chain" width="640" height="80"> <img src="../assets/odd.svg" alt="odd"></p>
        """))
  }

  @Test("Links that leave the site are listed with their places, sorted, each once; none is fetched")
  func externalLinks() throws {
    let site = try BuiltSite(
      .northwind.with([
        "content/a.md":
          "[b](https://b.example/x?y=1#z) and https://a.example\n\n[b](https://b.example/x?y=1#z) [m](mailto:a@b.c)\n",
        "content/snippets/s.md": "See www.c.example.\n", "content/b.md": "{{ include snippets/s.md }}\n",
      ]))
    try site.build()
    #expect(
      site.text("api/links.json") == """
        {"links":[{"url":"http://www.c.example","places":[{"file":"content/snippets/s.md","line":1}]},\
        {"url":"https://a.example","places":[{"file":"content/a.md","line":1}]},\
        {"url":"https://b.example/x?y=1#z","places":[{"file":"content/a.md","line":1},{"file":"content/a.md","line":3}]}]}

        """)
    #expect(try Schema(site.text("api/schema/links.json")).faults(in: site.text("api/links.json")) == [])
  }

  @Test("A length of time on a rota's playbook page that is not the rota's own is a warning")
  func durations() throws {
    let playbook = """
      # Escalation

      ## Whom

      A turn lasts two weeks; everyone serves one week in two weeks. Not `3 weeks`, not {{ rota delivery turn }}.
      In busy times a 6-weeker rota.

      The upgrade took 3 weeks.

      A turn was longer two weeks ago.

      - Shifts of 7 days
      - Wait 5 minutes, then answer within 30 min

      """
    let site = try BuiltSite(.northwind.with(["content/playbook/escalation.md": playbook]))
    let report = try site.build()
    #expect(
      report.diagnostics.map { "\($0.range?.start.line ?? 0) \($0.summary)" } == [
        "6 '6 weeks' is not the length of a turn of delivery, which is 1 week"
      ])
    let promised =
      (SourceFolder.northwind.files["content/roster/rotas/delivery.yml"] ?? "")
      + "escalation: {promise: 20 min, steps: [{seat: engineer, within: 10 min}]}\n"
    let strict = try BuiltSite(
      .northwind.with([
        "content/playbook/escalation.md": playbook, "content/roster/rotas/delivery.yml": promised,
      ]))
    #expect(try strict.build().diagnostics.map(\.range?.start.line) == [6, 13, 13])
  }

  @Test("A page that no section lists and that nobody links to is a warning")
  func orphans() throws {
    let site = try BuiltSite(
      .northwind.with([
        "content/a.md": "---\nunlisted: true\n---\nAlone\n", "content/b.md": "---\nunlisted: true\n---\nLinked\n",
        "content/c.md": "[b](b.md)\n", "content/d.md": "---\nunlisted: true\n---\n[a friend](e.md)\n",
        "content/e.md": "---\nunlisted: true\n---\n[d](d.md)\n",
      ]))
    let report = try site.build()
    #expect(
      report.diagnostics.map { "\($0.id) \($0.range?.file ?? "")" } == [
        "page-orphan content/a.md", "page-orphan content/d.md", "page-orphan content/e.md",
      ])
  }

  @Test("Keys that nobody knows are the templates'; a page may ask for a layout of the theme's own")
  func layouts() throws {
    let site = try BuiltSite(
      .northwind.with([
        "content/a.md":
          "---\nlayout: card\naudience: [ops, all]\nmeta: {robots: none}\ncontact: {name: Kim}\n---\n# A\n\nText\n",
        "content/b.md": "---\nlayout: default\n---\n# B\n",
        "templates/card.mustache":
          "{{title}}: {{#extra.audience}}{{.}} {{/extra.audience}}{{extra.contact.name}} {{{content}}}",
      ]))
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(site.faults(report))")
    #expect(site.text("a/index.html") == "A: ops all Kim <p>Text</p>\n")
    #expect(site.text("b/index.html").contains("<h1>"))
  }

  @Test("Authors and dates of other generators' front matter are shown")
  func about() throws {
    let site = try BuiltSite(
      .northwind.with([
        "content/a.md":
          "---\nauthors: [Kim Lee]\nfirst-published-on: 2025-03-01 10:00\nlast-updated-on: 2026-10-02\n---\n# A\n"
      ]))
    try site.build()
    let page = site.text("a/index.html")
    #expect(page.contains("<li>Kim Lee</li>"))
    #expect(page.contains("<time datetime=\"2025-03-01\">Sat 1 Mar 2025</time>"))
  }
}

@Suite("Pages that are not for everybody")
struct UnpublishedPageTests {
  private let source = SourceFolder.northwind.with([
    "content/secret-plan.md":
      "---\ntitle: Zephyrdraft\ndraft: true\ntags: [zephyrtag]\naliases: [/zephyralias/]\n---\n## Zephyrhead\n\nZephyrbody\n",
    "content/other.md": "---\npublished: false\ntitle: Zephyrother\n---\n",
    "content/playbook/quiet.md": """
    ---
    title: Quietpage
    unlisted: true
    tags: [quiettag]
    ---
    ## Quiethead

    Quietbody

    """, "content/guide.md": "See [it](playbook/quiet.md#quiethead).\n",
  ])

  @Test("No file of the site holds a word of a draft, nor its name")
  func drafts() throws {
    let site = try BuiltSite(source)
    let report = try site.build()
    #expect(!report.diagnostics.hasErrors)
    for (path, bytes) in site.bytes() {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(!text.contains("zephyr") && !text.contains("secret-plan"), "\(path)")
      #expect(!path.contains("secret") && !path.contains("zephyr"))
    }
  }

  @Test("With --drafts they are there, marked")
  func includedDrafts() throws {
    let site = try BuiltSite(source)
    try site.build(drafts: true)
    #expect(site.text("secret-plan/index.html").contains("<strong>Draft.</strong>"))
    #expect(site.text("zephyralias/index.html").contains("secret-plan"))
  }

  @Test("An unlisted page has its address and its links, and stands in no list")
  func unlisted() throws {
    let site = try BuiltSite(source)
    try site.build()
    let holders = site.bytes().filter { String(decoding: $0.value, as: UTF8.self).lowercased().contains("quiet") }.keys
    #expect(
      holders.filter { !$0.hasPrefix("theme/") }.sorted() == [
        "guide/index.html", "playbook/quiet/index.html", "print/index.html",
      ])
    #expect(site.text("guide/index.html").contains("<a href=\"../playbook/quiet/#quiethead\">it</a>"))
  }
}
