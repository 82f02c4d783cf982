import SiteTestSupport
import Testing

@Suite("What is wanted below the first screen of a page waits there")
struct FoldTests {
  private static let link = "<link rel=\"stylesheet\" href=\"below.css\" data-below>\n"

  /// What follows the marked style sheet on a page of this text, up to the end of the line; `nil` where it stands in the
  /// head. All else of the page is as it was.
  private func below(_ text: String, after list: String = "") throws -> String? {
    let frame = ("<html>\n<head>\n", "</head>\n<body>\n<main>\n\(list){{{content}}}</main>\n</body>\n</html>\n")
    let page = try ["", FoldTests.link].map { link in
      let site = try BuiltSite([
        "content/site.yml": "title: T\nmarkdown: {raw_html: true}\n", "content/a.md": "# A\n\n" + text,
        "templates/page.mustache": frame.0 + link + frame.1,
      ])
      _ = try site.build()
      return site.text("a/index.html")
    }
    #expect(page[1].replacing(FoldTests.link, with: "") == page[0])
    let parts = page[1].split(separator: FoldTests.link, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "the style sheet is there once")
    return parts[1].hasPrefix("</head>") ? nil : String(parts[1].prefix { $0 != "\n" })
  }

  private static let line = "Words of a sentence that fills a line, as lines of a text usually are filled by words.\n"
  private static let paragraph = String(repeating: line, count: 5)
  private func paragraphs(_ count: Int) -> String {
    Array(repeating: FoldTests.paragraph, count: count).joined(separator: "\n")
  }

  @Test("In a long text it is the next heading, or the next paragraph where none comes")
  func long() throws {
    #expect(try below(paragraphs(6) + "\n## Next\n\n" + paragraphs(8))?.hasPrefix("<h2 id=\"next\">") == true)
    #expect(try below(paragraphs(16))?.hasPrefix("<p>Words") == true)
    let second = try below(
      "## One\n\n" + paragraphs(3) + "\n## Two\n\n" + paragraphs(6) + "\n## Three\n\n" + paragraphs(7))
    #expect(second?.hasPrefix("<p>Words") == true)
  }

  @Test("On a short page, and where little is left, it stays in the head")
  func short() throws {
    #expect(try below(paragraphs(4)) == nil)
    #expect(try below(paragraphs(7) + "\n## Next\n\n" + paragraphs(3)) == nil)
  }

  private static let items = (1...90)
    .map { "<li>Item \($0) of the list<ul><li>and</li><li>more</li></ul></li>" }
    .joined()

  /// Before which item a long list of this tag is divided, between two items.
  private func item(after tag: String) throws -> Int? {
    let next = try below("", after: "\(tag)\(FoldTests.items)</ul>\n")?.firstMatch(of: /^<\/li><li>Item (\d+)\b/)
    return next.flatMap { Int($0.1) }
  }

  @Test("A long list is divided between two items, one of lists between outer ones, one in columns not")
  func lists() throws {
    let single = try #require(try item(after: "<ul>"))
    let rows = try #require(try item(after: "<ul data-columns>"))
    #expect(single > 5 && rows > single * 3 / 2, "items in rows stand beside each other")
    let columns = "<ul data-whole>\(FoldTests.items)</ul>\n"
    #expect(try below("", after: columns) == nil)
    #expect(try below("## After\n\n" + paragraphs(8), after: columns)?.hasPrefix("<h2 id=\"after\">") == true)
    #expect(try below("<table><tr><td><ul>\(FoldTests.items)</ul></td></tr></table>\n\n") == nil)
  }

  @Test("A heading keeps its text, and tables, quotations and code stay whole")
  func whole() throws {
    let table = "|A|B|\n|-|-|\n" + (1...60).map { "|\($0)|text that fills the row of a table|\n" }.joined()
    let quotation = paragraphs(12).split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)\n" }.joined()
    let code = "```\n" + (1...60).map { "<p>\($0)</p><p>\n" }.joined() + "```\n"
    for block in [table, quotation, code] {
      #expect(
        try below("## Text\n\n" + block + "\n## After\n\n" + paragraphs(8))?.hasPrefix("<h2 id=\"after\">") == true)
      #expect(try below(paragraphs(4) + "\n## Text\n\n" + block) == nil)
    }
    let headings = "\nShort.\n\nShort.\n\n## Next\n\n### Part\n\n"
    #expect(try below(paragraphs(5) + headings + paragraphs(8))?.hasPrefix("<p>Words") == true)
  }

  @Test(
    "HTML of a writer's own is not misunderstood, and where it is not well-formed nothing moves",
    arguments: [
      ("<!-- <p>a</p><p> -->", true), ("<div title=\"</p><ul>\">a</div>", true), ("<div title='a > b'>a</div>", true),
      ("<svg viewBox=\"0 0 1 1\"><title>a</title></svg>", true), ("a < b <3 &lt;p&gt;", true), ("<hr><br>", true),
      ("<ul><li>a", false), ("<table><tr><td>a", false), ("</ul>", false), ("</ul><ul><li>a", false),
      ("<details><summary>a</summary>", false),
      ("<script>if (a) { b = '<p>' }</script>", false), ("<!-- <p>", false),
    ])
  func ownHTML(html: String, moves: Bool) throws {
    let place = try below(html + "\n\n" + paragraphs(7) + "\n## Next\n\n" + paragraphs(8))
    #expect((place != nil) == moves, "\(place ?? "in the head")")
  }

  @Test("What is folded takes no lines of the first screen")
  func apart() throws {
    let items = (1...60).map { "<li>Choice \($0) with some words</li>" }.joined()
    let text = "<details><summary>More</summary><ul>\(items)</ul></details>\n\n## One\n\nShort.\n\n## Two\n\n"
    #expect(try below(text + paragraphs(14))?.hasPrefix("<p>Words") == true)
  }

  @Test("A list of folded parts takes a line for each, and is divided between two of them")
  func folded() throws {
    let parts = (1...60).map { "<details><summary>Part \($0)</summary><p>\(FoldTests.line)</p></details>\n" }.joined()
    let place = try #require(try below(paragraphs(3) + "\n<div>\n" + parts + "</div>\n"))
    let number = place.firstMatch(of: /^<details><summary>Part (\d+)</)?.1
    #expect(10...30 ~= Int(number ?? "") ?? 0, "\(place)")
  }
}
