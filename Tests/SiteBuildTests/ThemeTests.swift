import SiteTestSupport
import Testing
import Theme

@Suite("A site's own templates")
struct ThemeTests {
  @Test("One template of the site's own takes the place of the default theme's; all others stay")
  func override() throws {
    let site = try BuiltSite(
      .northwind.with([
        "templates/page.mustache": "<title>{{title}}</title>\n{{{content}}}", "templates/site.css": "p {}\n",
      ]))
    let report = try site.build()
    #expect(site.faults(report) == "")
    #expect(
      site.text("playbook/escalation/index.html") == """
        <title>Escalation</title>
        <h2 id="whom">Whom <a class="anchor" href="#whom" aria-label="Link to this section: Whom">#</a></h2>
        <p>See <a href="../../rotas/delivery/">the rota</a>, <a href="../../people/ana/">Ana</a> and <img src="../../assets/chain.svg" alt="the chain">.</p>

        """)
    #expect(site.text("theme/site.css") == "p {}\n")
    #expect(site.text("theme/site.js").contains("use strict"))
    #expect(site.text("now/index.html").contains("<main id=\"page.main\""))
  }

  @Test("A heading may be called like any part of the page: no id stands twice, and each is the heading's own")
  func headingsLikeParts() throws {
    let headings = [
      "main": "Main", "as-of": "As of", "shifts": "Shifts", "section": "Section", "found": "Found",
      "in-this-section": "In this section", "linked-from": "Linked from", "about-this-page": "About this page",
      "on-now": "On now", "sections": "Sections", "lately": "Lately", "handovers": "Handovers",
      "missing-notes": "Missing notes", "notes-delivery": "Notes: delivery",
    ]
    let text = headings.values.map { "## \($0)\n\n[The playbook](/playbook/escalation.md)\n\n" }.joined()
    let page = "---\ntitle: Parts\n---\n\n" + text
    let site = try BuiltSite(
      .northwind.with([
        "content/index.md": page, "content/playbook/index.md": page, "content/playbook/parts.md": page,
        "content/handoffs/index.md": page,
      ]))
    try site.build()
    for file in ["index.html", "playbook/index.html", "playbook/parts/index.html", "handoffs/index.html"] {
      let ids = attributes(["id"], of: site.text(file))
      #expect(ids.count == Set(ids).count, "\(file): \(ids)")
      for id in headings.keys { #expect(site.text(file).contains("<h2 id=\"\(id)\""), "\(file) \(id)") }
    }
  }

  @Test("What readers load of the default theme has no lines of comments; a file of the site's own keeps them")
  func comments() throws {
    let site = try BuiltSite(["content/index.md": "", "templates/own.css": "/* Ours */\np {}\n"])
    #expect(try site.build().isClean)
    #expect(site.text("theme/own.css") == "/* Ours */\np {}\n")
    for name in ["site.css", "calendar.css", "site.js", "search-index.js"] {
      let published = site.text("theme/" + name)
      #expect(!published.contains(/(?m)^ *(\/\/|\/\*)/), "\(name)")
      let whole = String(decoding: DefaultTheme.files[name] ?? [], as: UTF8.self)
      #expect(published.count > whole.count * 3 / 4 && published.count < whole.count, "\(name)")
    }
  }

  @Test(
    "Lines that are a comment alone go, whatever else holds a comment stays",
    arguments: [
      ("// a\nb // c\n  // d\ne", "b // c\ne"), ("/* a */\nb /* c */\n/** d */\n/* e */ f", "b /* c */\n/* e */ f"),
      ("a\n/* b\nc\n   d */\ne\n", "a\ne\n"), ("/* a\nb */ c {}\n", " c {}\n"), ("/*/ a */\nb", "b"), ("", ""),
    ])
  func commentLines(text: String, kept: String) {
    #expect(String(decoding: DefaultTheme.withoutCommentLines(Array(text.utf8)), as: UTF8.self) == kept)
  }

  @Test(
    "Spaces that part nothing in a style sheet go, others stay",
    arguments: [
      ("a b { c: d e; f: g }\n", "a b{c:d e;f:g}\n"),
      ("@media (x: 1) {\n  a :b { c: d }\n}\n", "@media (x:1){\na :b{c:d}\n}\n"),
      ("a > b, c + d {}", "a > b,c + d{}"), ("", ""),
    ])
  func spaces(text: String, kept: String) {
    #expect(String(decoding: DefaultTheme.withoutSpaces(Array(text.utf8)), as: UTF8.self) == kept)
  }

  @Test("No string in the default theme's style sheets has a space that would go")
  func noSpaceInStrings() {
    for (name, bytes) in DefaultTheme.files where name.hasSuffix(".css") {
      for string in String(decoding: bytes, as: UTF8.self).matches(of: /"[^"\n]*"/).map(\.output) {
        #expect(String(decoding: DefaultTheme.withoutSpaces(Array(string.utf8)), as: UTF8.self) == string, "\(name)")
      }
    }
  }

  @Test("No text in the default theme's scripts has a line that looks like a comment")
  func noCommentInTexts() {
    for (name, bytes) in DefaultTheme.files where name.hasSuffix(".js") {
      var isInText = false
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let looksLikeComment = line.prefixMatch(of: /\ *(\/\/|\/\*)/) != nil
        #expect(!(isInText && looksLikeComment), "\(name): \(line)")
        if !looksLikeComment, !line.count(where: { $0 == "`" }).isMultiple(of: 2) { isInText.toggle() }
      }
      #expect(!isInText, "\(name)")
    }
  }

  @Test("A further file of templates/ is published below theme/")
  func furtherFile() throws {
    let site = try BuiltSite(["content/index.md": "", "templates/fonts/a.woff2": "font"])
    #expect(try site.build().isClean)
    #expect(site.text("theme/fonts/a.woff2") == "font")
  }

  @Test("A mistake in a template is told at its place, with those of the pages, and nothing is published")
  func mistakes() throws {
    let site = try BuiltSite(
      .northwind.with([
        "templates/page.mustache": "<h1>{{titel}}</h1>\n{{#rotas}}\n{{> hed}}\n", "content/guide.md": "[x](y.md)\n",
      ]))
    let report = try site.build()
    #expect(
      site.faults(report) == """
        content/guide.md:1:5: error: 'y.md' leads to nothing [link-broken]
            [x](y.md)
                ^~~~
        templates/page.mustache:2:1: error: 'rotas' is a section without an end [template-unclosed-section]
            {{#rotas}}
            ^~~~~~~~~~
        templates/page.mustache:3:5: error: 'hed' is no template; did you mean 'head'? [template-missing-partial]
            {{> hed}}
                ^~~

        """)
    #expect(site.published() == [])
  }
}
