import SiteTestSupport
import Testing

@Suite("Everything from A to Z, for readers without a script")
struct AToZTests {
  /// A handbook of pages `Rope 0001` and on, and of one page for each of some other titles.
  private func handbook(pages: Int, and titles: [String]) -> SourceFolder {
    var folder: SourceFolder = [:]
    for number in 1...pages {
      folder.files["content/ropes/\(number).md"] = "# Rope \(String(10_000 + number).dropFirst())\n"
    }
    for (number, title) in titles.enumerated() { folder.files["content/others/\(number).md"] = "# \(title)\n" }
    return folder
  }

  /// The links of a page's letters, and of what it lists.
  private func letters(_ html: String) -> [String] {
    html.matches(of: /<li><a href="([^"]*)">(.)<\/a><\/li>/).map { "\($0.2) \($0.1)" }
  }

  private func listed(_ html: String) -> [String] {
    guard let start = html.range(of: "<h1>"), let end = html.range(of: "</main>") else { return [] }
    return html[start.upperBound..<end.lowerBound].matches(of: /<li><a href="[^"]*">([^<]{2,})<\/a>/).map {
      String($0.1)
    }
  }

  @Test("A handbook of some hundred pages is listed on the page of the search")
  func together() throws {
    let site = try BuiltSite(handbook(pages: 20, and: ["Ähre", "zoo", "100 knots"]))
    #expect(site.faults(try site.build()) == "")
    let html = site.text("search/index.html")
    #expect(letters(html) == ["# #letter-other", "A #letter-A", "O #letter-O", "R #letter-R", "Z #letter-Z"])
    #expect(listed(html).contains("Ähre") && listed(html).contains("Rope 0020"))
    #expect(html.contains("<h2 id=\"letter-other\">#</h2>"))
    #expect(!site.published().contains("search/a-z/r/index.html"))
  }

  @Test("From five hundred on each letter has a page, so that none grows with all others")
  func spread() throws {
    let site = try BuiltSite(
      handbook(pages: 500, and: ["Ähre", "Йога", "100 knots"]).with(
        ["content/site.yml": "base_url: https://ropes.example/\nrobots: index\n"]))
    #expect(site.faults(try site.build()) == "")
    let search = site.text("search/index.html")
    #expect(
      letters(search) == ["# a-z/other/", "A a-z/a/", "O a-z/o/", "R a-z/r/", "Й a-z/%D0%B9/"])
    #expect(listed(search).isEmpty)
    let ropes = site.text("search/a-z/r/index.html")
    #expect(listed(ropes).count == 501)
    #expect(listed(ropes).prefix(2) == ["Rope 0001", "Rope 0002"])
    #expect(letters(ropes) == ["# ../other/", "A ../a/", "O ../o/", "Й ../%D0%B9/"])
    #expect(listed(site.text("search/a-z/й/index.html")) == ["Йога"])
    #expect(ropes.contains("<a href=\"#letter-R\" aria-current=\"true\">R</a>"))
    #expect(!ropes.contains("data-search-page"))
    #expect(ropes.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!site.text("sitemap.xml").contains("search"))
  }

  @Test("A long letter ends its first screen between two of its entries")
  func firstScreen() throws {
    let site = try BuiltSite(handbook(pages: 500, and: []))
    #expect(site.faults(try site.build()) == "")
    let parts = site.text("search/a-z/r/index.html").split(separator: "below.css", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    #expect(parts[0].contains("</head>") && 20..<120 ~= listed(parts[0] + "</main>").count)
  }
}
