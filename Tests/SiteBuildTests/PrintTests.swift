import SiteBuild
import SiteTestSupport
import Testing

@Suite("The whole handbook on one page")
struct PrintTests {
  private static let site: SourceFolder = [
    "content/site.yml": "title: Deck & sails\nbase_url: https://x.example/\nchecks: {page: off, heading: off}\n",
    "content/index.md": "# Home\n\n[Knots](deck/ropes.md#knots), [deck](deck/), [below](#below)\n\n## Below\n",
    "content/deck/ropes.md": """
    ---
    order: 2
    ---
    # Ropes & *knots*

    ## Knots

    [Home](../index.md), [hidden](../hidden.md), ![a knot](knot.svg), [far](https://far.example/a/b.html), [title](#ropes--knots)

    - [x] done[^1]

    [^1]: A note.

    """,
    "content/deck/sails.md": "---\norder: 1\n---\n# Sails\n\n## Knots\n\n###### Deep\n",
    "content/deck/knot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    "content/hidden.md": "---\nunlisted: true\n---\n# Hidden\n\nNot here.\n",
    "content/draft.md": "---\ndraft: true\n---\n# Draft\n\nNot here.\n",
  ]

  @Test("All pages in reading order, ids made unique, links between them inside the page")
  func wholePage() throws {
    let site = try BuiltSite(Self.site)
    #expect(site.faults(try site.build(drafts: true)) == "")
    let page = site.text("print/index.html")
    let body = page.split(separator: "<h2 id=\"print-contents\">").last?.split(separator: "</main>").first.map(
      String.init)
    #expect(
      body == """
        Contents</h2>
        <ul data-whole><li><a href="#deck/">Deck</a><ul><li><a href="#deck/sails/">Sails</a></li><li><a href="#deck/ropes/">Ropes &amp; knots</a></li></ul></li></ul>
        </section>
        <article class="printed" id="start">
        <h2><span id="start:home">Home</span></h2>
        <div class="prose">
        <p><a href="#deck/ropes/:knots">Knots</a>, <a href="#deck/">deck</a>, <a href="#start:below">below</a></p>
        <h3 id="start:below">Below</h3>

        </div>
        </article>
        <article class="printed printed-section" id="deck/">
        <h2>Deck</h2>
        <div class="prose">

        </div>
        </article>
        <article class="printed" id="deck/sails/">
        <h2><span id="deck/sails/:sails">Sails</span></h2>
        <div class="prose">
        <h3 id="deck/sails/:knots">Knots</h3>
        <h6 id="deck/sails/:deep">Deep</h6>

        </div>
        </article>
        <article class="printed" id="deck/ropes/">
        <h2><span id="deck/ropes/:ropes--knots">Ropes &amp; <em>knots</em></span></h2>
        <div class="prose">
        <h3 id="deck/ropes/:knots">Knots</h3>
        <p><a href="#start">Home</a>, <a href="../hidden/">hidden</a>, <img src="../deck/knot.svg" alt="a knot">, <a href="https://far.example/a/b.html">far</a>, <a href="#deck/ropes/:ropes--knots">title</a></p>
        """ + (body?.split(separator: "title</a></p>").last ?? ""))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("canonical"))
    #expect(!page.contains("Not here."))
    #expect(page.contains("<h1>Deck &amp; sails</h1>"))
  }

  @Test("Every id stands once, and every link inside the page leads to one")
  func ids() throws {
    let site = try BuiltSite(Self.site)
    try site.build()
    let page = site.text("print/index.html")
    let ids = attributes(["id"], of: page)
    #expect(ids.count == Set(ids).count)
    let links = attributes(["href"], of: page).filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    #expect(links.filter { !ids.contains($0) } == [])
    #expect(links.contains("deck/ropes/:fnref:1"))
  }

  @Test("A site may do without it, and a large one has it only where it says so")
  func wanted() throws {
    let without = try BuiltSite(Self.site.with(["content/site.yml": "print: false\n"]))
    try without.build()
    #expect(!without.published().contains("print/index.html"))
    #expect(!without.text("index.html").contains("print/"))
    var many: SourceFolder = [:]
    for number in 1...500 { many.files["content/\(number).md"] = "# Page \(number)\n" }
    let large = try BuiltSite(many)
    try large.build()
    #expect(!large.published().contains("print/index.html"))
    try large.folder.write("print: true\n", to: "content/site.yml")
    try large.build()
    #expect(large.text("print/index.html").contains("Page 500"))
  }

  @Test("Neither the search nor the sitemap knows it; hand-off notes are not in it")
  func notFound() throws {
    let site = try BuiltSite(
      .northwind.with(["content/handoffs/delivery/2026-11-16.md": "# Third week\n\nUnheard-of.\n"]))
    try site.build(asOf: "2026-11-22")
    #expect(!site.text("sitemap.xml").contains("/print/"))
    #expect(
      !site.published().contains { $0.hasPrefix("search/") && site.text($0).contains("print/") && $0.hasSuffix(".js") })
    #expect(!site.text("print/index.html").contains("Unheard-of"))
    #expect(site.text("index.html").contains("<a href=\"./print/\">Print all</a>"))
  }

  @Test("A page links to a place in the whole handbook, and to none that is not there")
  func linked() throws {
    let site = try BuiltSite([
      "content/knots.md": "# Knots\n\n[On paper](/print/#knots/:bends), [lost](/print/#bends)\n\n## Bends\n"
    ])
    #expect(
      site.faults(try site.build()) == """
        content/knots.md:3:42: error: '#bends' is no place in that page [link-fragment]
            [On paper](/print/#knots/:bends), [lost](/print/#bends)
                                                     ^~~~~~~~~~~~~

        """)
  }
}
