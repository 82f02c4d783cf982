import Publishing
import SiteTestSupport
import Testing

@Suite("What a build publishes")
struct PublishedTreeTests {
  @Test("A handbook with a rota becomes pages, feeds and data")
  func wholeTree() throws {
    let site = try BuiltSite(.northwind)
    let report = try site.build()
    #expect(site.faults(report) == "")
    #expect(
      site.published() == [
        "404.html", "api/badges/delivery.svg", "api/experts.json", "api/fairness.json", "api/links.json",
        "api/now.json", "api/people.json", "api/rotas/delivery.csv", "api/rotas/delivery.json",
        "api/schema/experts.json", "api/schema/fairness.json", "api/schema/links.json", "api/schema/now.json",
        "api/schema/people.json", "api/schema/rota.json", "api/schema/usergroups.json", "api/topics/delivery.txt",
        "api/usergroups.json", "assets/chain.svg", "calendar/all.ics", "calendar/all.qr.svg", "calendar/gaps.ics",
        "calendar/gaps.qr.svg", "calendar/index.html", "calendar/people/ana.ics", "calendar/people/ana.qr.svg",
        "calendar/people/ben.ics", "calendar/people/ben.qr.svg", "calendar/quarter.svg",
        "calendar/rotas/delivery-engineer.ics", "calendar/rotas/delivery-engineer.qr.svg",
        "calendar/rotas/delivery.ics", "calendar/rotas/delivery.qr.svg", "calendar/teams/delivery.ics",
        "calendar/teams/delivery.qr.svg", "fairness/index.html", "index.html", "now/index.html",
        "people/ana/index.html", "people/ben/index.html", "people/index.html", "playbook/escalation/index.html",
        "playbook/index.html", "print/index.html", "robots.txt", "rotas/delivery/index.html", "rotas/index.html",
        "search/index.html", "search/now.js", "search/spelling.js", "search/text/0.js", "search/text/16.js",
        "search/text/17.js", "search/text/18.js", "search/titles.js", "search/words/-.js", "sitemap.xml", "sw.js",
        "teams/delivery/index.html", "teams/index.html", "theme/below.css", "theme/calendar.css", "theme/calendar.js",
        "theme/icon.svg", "theme/now.js", "theme/offline.js", "theme/search-index.js", "theme/search-results.js",
        "theme/search.js", "theme/site.css", "theme/site.js",
      ])
    #expect((report.isClean, report.pages, report.feeds) == (true, 16, 7))
    #expect(report.plannedUntil?.description == "2026-11-30")
    #expect(report.publication == PublicationSummary(written: 71, unchanged: 0, removed: 0))
  }

  @Test("One page is a site: no site.yml, no roster, no templates")
  func onePage() throws {
    let site = try BuiltSite(["content/guide.md": "# Guide\n\nText.\n"])
    let report = try site.build(strict: true)
    #expect(site.faults(report) == "")
    #expect(
      site.published() == [
        "404.html", "guide/index.html", "index.html", "print/index.html", "robots.txt", "search/index.html",
        "search/now.js", "search/spelling.js", "search/text/0.js", "search/titles.js", "search/words/-.js", "sw.js",
        "theme/below.css", "theme/calendar.css", "theme/calendar.js", "theme/icon.svg", "theme/now.js",
        "theme/offline.js", "theme/search-index.js", "theme/search-results.js", "theme/search.js", "theme/site.css",
        "theme/site.js",
      ])
    #expect(site.text("guide/index.html").contains("<h1><span id=\"guide\">Guide</span></h1>"))
    #expect(site.text("index.html").contains("<title>Handbook</title>"))
    #expect(!site.text("index.html").contains("now/"))
  }

  @Test("A content folder without any page still gives a site")
  func nothing() throws {
    let site = try BuiltSite(["content/site.yml": ""])
    #expect(try site.build().isClean)
    #expect(site.published().contains("index.html"))
  }

  @Test("The sitemap names every listed page by its absolute address, and robots.txt refuses all")
  func sitemap() throws {
    let site = try BuiltSite([
      "content/site.yml": "base_url: https://x.example/a&b/\n", "content/b.md": "", "content/a b/ö.md": "",
      "content/hidden.md": "---\nunlisted: true\n---\n", "content/draft.md": "---\ndraft: true\n---\n",
    ])
    try site.build()
    #expect(
      site.text("sitemap.xml") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://x.example/a&amp;b/</loc></url>
        <url><loc>https://x.example/a&amp;b/a%20b/</loc></url>
        <url><loc>https://x.example/a&amp;b/a%20b/%C3%B6/</loc></url>
        <url><loc>https://x.example/a&amp;b/b/</loc></url>
        </urlset>

        """)
    #expect(site.text("robots.txt") == "User-agent: *\nDisallow: /\n")
    #expect(site.published().contains("hidden/index.html"))
  }

  @Test("A site that wants to be found says so, and names its sitemap")
  func robots() throws {
    let site = try BuiltSite(["content/site.yml": "robots: index\nbase_url: https://x.example/\n"])
    try site.build()
    #expect(site.text("robots.txt") == "User-agent: *\nDisallow:\n\nSitemap: https://x.example/sitemap.xml\n")
    #expect(!site.text("index.html").contains("noindex"))
  }

  @Test("Every link of 404.html starts at the root of the base address, because it is shown anywhere")
  func notFound() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let links = attributes(["href", "src"], of: site.text("404.html"))
    #expect(links.filter { !$0.hasPrefix("/support/") && $0 != "#page.main" } == [])
    #expect(links.contains("/support/now/"))
  }

  @Test("Every relative link of every page leads to a file that was published")
  func noDeadLinks() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let files = Set(site.published())
    for page in files.sorted() where page.hasSuffix(".html") && page != "404.html" {
      for link in attributes(["href", "src"], of: site.text(page)) where !link.contains(":") && !link.hasPrefix("#") {
        let target = landing(of: link, from: page)
        #expect(files.contains(target), "\(page) links to \(link)")
      }
    }
  }

  @Test("On every page of a section, a link of its navigation leads to the page whose title it bears")
  func navigation() throws {
    let titles = ["ropes", "sails", "tides"]
    var source: SourceFolder = [:]
    for title in titles { source.files["content/deck/\(title).md"] = "# \(title)\n" }
    let site = try BuiltSite(source)
    try site.build()
    for page in titles.map({ "deck/\($0)/index.html" }) + ["deck/index.html"] {
      let links = site.text(page).split(separator: "<a ").filter { link in titles.contains { link.contains(">\($0)<") }
      }
      #expect(links.count >= titles.count)
      for link in links {
        let title = link.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
        let target = attributes(["href"], of: String(link)).first.map { landing(of: $0, from: page) }
        if titles.contains(String(title)) { #expect(target == "deck/\(title)/index.html", "\(page)") }
      }
    }
  }

  @Test("A draft is nowhere: no page, no sitemap, no navigation, no text; unless drafts are asked for")
  func drafts() throws {
    let site = try BuiltSite(
      .northwind.with([
        "content/playbook/plans.md": "---\ntitle: Secret plans\ndraft: true\n---\nUnheard-of.\n",
        "content/ideas/index.md": "---\ntitle: Secret ideas\npublished: false\n---\n",
      ]))
    try site.build()
    for (path, bytes) in site.bytes() {
      #expect(!path.contains("plans") && !path.contains("ideas"))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("ecret") && !text.contains("Unheard"), "\(path)")
    }
    try site.build(drafts: true)
    #expect(site.published().contains("playbook/plans/index.html"))
    #expect(site.text("sitemap.xml").contains("/ideas/"))
    try site.build()
    #expect(!site.published().contains { $0.contains("plans") || $0.contains("ideas") })
  }

  @Test("Data and snippets are for including: they are not published")
  func notPublished() throws {
    let site = try BuiltSite([
      "content/data/tiers.csv": "a,b\n", "content/snippets/note.md": "Text\n", "content/logo.png": "png",
    ])
    try site.build()
    #expect(
      site.published().filter { !$0.hasPrefix("theme/") && !$0.hasPrefix("search/") } == [
        "404.html", "index.html", "logo.png", "robots.txt", "sw.js",
      ])
  }

  @Test("A base address given with the build takes the place of the site's own")
  func baseURL() throws {
    let site = try BuiltSite(.northwind)
    try site.build(baseURL: "https://preview.example.com/42/")
    #expect(site.text("sitemap.xml").contains("<loc>https://preview.example.com/42/now/</loc>"))
    #expect(site.text("calendar/all.ics").contains("@preview.example.com\r\n"))
    #expect(site.published().allSatisfy { !site.text($0).contains("handbook.example.com") })
  }
}
