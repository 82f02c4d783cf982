import SiteBuild
import SiteTestSupport
import Testing

@Suite("Tags")
struct TagTests {
  private static let site: SourceFolder = [
    "content/site.yml": "base_url: https://x.example/\nchecks: {page: off}\n",
    "content/a.md": "---\ntitle: A\ndescription: First\ntags: [On call, Sailing]\n---\n",
    "content/deck/b.md": "---\ntitle: B\ntags: [on-call, on call, '!!!', Örn]\n---\n",
    "content/c.md": "---\ntitle: C\ntags: [On call, secret]\nunlisted: true\n---\n",
    "content/d.md": "---\ntitle: D\ntags: draughts\ndraft: true\n---\n",
  ]

  private func list(_ page: String) -> [String] {
    page.split(separator: "<h1>").last?.split(separator: "<li>").dropFirst().map { item in
      (item.split(separator: "</li>").first ?? "").replacing("\n", with: "").description
    } ?? []
  }

  @Test("All tags with the number of listed pages, a page for each, and links from the pages")
  func tags() throws {
    let site = try BuiltSite(Self.site)
    try site.build(drafts: true)
    #expect(
      list(site.text("tags/index.html")).prefix(3) == [
        "<a class=\"tag\" href=\"on-call/\">On call</a> <span class=\"hint\">2</span>",
        "<a class=\"tag\" href=\"sailing/\">Sailing</a> <span class=\"hint\">1</span>",
        "<a class=\"tag\" href=\"%C3%B6rn/\">Örn</a> <span class=\"hint\">1</span>",
      ])
    #expect(
      list(site.text("tags/on-call/index.html")).prefix(2) == [
        "<a href=\"../../a/\">A</a><p>First</p>",
        "<a href=\"../../deck/b/\">B</a> <span class=\"hint\">Deck</span>",
      ])
    #expect(site.published().filter { $0.hasPrefix("tags/") }.count == 4)
    #expect(site.text("deck/b/index.html").contains("<a class=\"tag\" href=\"../../tags/on-call/\">on-call</a>"))
    #expect(site.text("deck/b/index.html").contains("<span class=\"tag\">!!!</span>"))
    #expect(site.text("c/index.html").contains("<span class=\"tag\">secret</span>"))
    #expect(site.text("sitemap.xml").contains("<loc>https://x.example/tags/%C3%B6rn/</loc>"))
    #expect(site.bytes().allSatisfy { !$0.key.contains("draughts") })
  }

  @Test("Many pages of a tag stand below their sections, in reading order; up to forty are one list")
  func sections() throws {
    var folder: SourceFolder = ["content/site.yml": "checks: {page: off}\n"]
    for number in 10..<35 {
      folder.files["content/ropes/knots/p\(number).md"] = "---\ntitle: Knot \(number)\ntags: [sailing]\n---\n"
      folder.files["content/anchors/p\(number).md"] =
        "---\ntitle: Anchor \(number)\ntags: [\(number < 25 ? "sailing" : "mooring")]\n---\n"
    }
    folder.files["content/ropes/index.md"] = "---\ntitle: Ropes\nweight: 1\n---\n"
    folder.files["content/ropes/knots/index.md"] = "---\ntitle: Knots\ntags: [sailing]\n---\n"
    folder.files["content/zebra.md"] = "---\ntitle: Zebra\n---\n"
    let site = try BuiltSite(folder)
    #expect(site.faults(try site.build()) == "")
    let page = site.text("tags/sailing/index.html")
    let headings = page.matches(
      of: /<h2[^>]*><a href="([^"]*)">(.*?)<\/a><\/h2>\n<ul class="index" data-columns>\n((?:<li>.*\n)*)<\/ul>/)
    #expect(headings.map { String($0.2) } == ["Ropes", "Knots", "Anchors"])
    #expect(headings.map { String($0.1) } == ["../../ropes/", "../../ropes/knots/", "../../anchors/"])
    #expect(headings.map { $0.3.split(separator: "\n").count } == [1, 25, 15])
    #expect(!page.contains("<span class=\"hint\">"))
    let few = site.text("tags/mooring/index.html")
    #expect(!few.contains("<h2 class=\"part"))
    #expect(list(few).first == "<a href=\"../../anchors/p25/\">Anchor 25</a> <span class=\"hint\">Anchors</span>")
  }

  @Test("A site without tags has no page of them; a page of one's own takes the place of one")
  func none() throws {
    let site = try BuiltSite(["content/a.md": "# A\n"])
    try site.build()
    #expect(!site.published().contains { $0.hasPrefix("tags") })
    #expect(!site.text("a/index.html").contains("tags/"))
    let own = try BuiltSite(
      Self.site.with(["content/tags/on-call.md": "# Our own\n", "content/tags/index.md": "# All\n"]))
    #expect(own.faults(try own.build()) == "")
    #expect(own.text("tags/on-call/index.html").contains("Our own"))
    #expect(own.text("tags/sailing/index.html").contains("A</a>"))
    let titles = own.text("search/titles.js")
    #expect(titles.contains("Tag: Sailing") && titles.contains("Our own") && !titles.contains("Tag: On call"))
  }
}
