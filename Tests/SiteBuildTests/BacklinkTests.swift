import SiteBuild
import SiteTestSupport
import Testing

@Suite("Pages that link to a page")
struct BacklinkTests {
  private func linkedFrom(_ page: String) -> [String] {
    guard let box = page.split(separator: "<aside class=\"linked-from\"", maxSplits: 1).dropFirst().first else {
      return []
    }
    let list = box.split(separator: "</aside>").first ?? ""
    return list.split(separator: "<li>").dropFirst().map { item in
      item.replacing(#/<[^>]*>/#, with: "").split(separator: "\n").joined()
    }
  }

  @Test("Each page names the listed pages that link to it, once, in reading order; not itself, no draft, no code")
  func linked() throws {
    let site = try BuiltSite([
      "content/index.md": "# Home\n\n[Ropes](deck/ropes.md#knots)\n",
      "content/deck/index.md": "# Deck\n\n[here](ropes.md) and [again](ropes), [sails](sails.md)\n",
      "content/deck/ropes.md": "# Ropes\n\n## Knots\n\n[itself](ropes.md), [sails](/deck/sails/), [deck](.)\n",
      "content/deck/sails.md": "# Sails\n\n{{ include snippets/ropes.md }}\n",
      "content/snippets/ropes.md": "[Ropes](../deck/ropes.md) first.\n",
      "content/deck/hidden.md": "---\nunlisted: true\n---\n# Hidden\n\n[Ropes](ropes.md)\n",
      "content/deck/draft.md": "---\ndraft: true\n---\n# Draft\n\n[Ropes](ropes.md)\n",
      "content/deck/code.md": "# Code\n\n`[Ropes](ropes.md)`\n",
    ])
    try site.build(drafts: true)
    #expect(linkedFrom(site.text("deck/ropes/index.html")) == ["Home", "Deck", "Sails"])
    #expect(linkedFrom(site.text("deck/sails/index.html")) == ["Deck", "Ropes"])
    #expect(linkedFrom(site.text("deck/index.html")) == ["Ropes"])
    #expect(!site.text("deck/code/index.html").contains("linked-from"))
    #expect(
      site.text("deck/ropes/index.html").contains(
        "<h2 class=\"label\" id=\"page.linked-from\">Linked from</h2>\n<ul>\n<li><a href=\"../../\">Home</a></li>\n"))
  }

  @Test("However many pages link to one, it names twelve")
  func many() throws {
    var source: SourceFolder = ["content/hub.md": "# Hub\n"]
    for number in 10..<30 { source.files["content/\(number).md"] = "# Spoke \(number)\n\n[hub](hub.md)\n" }
    let site = try BuiltSite(source)
    try site.build()
    let names = linkedFrom(site.text("hub/index.html"))
    #expect(names == (10..<22).map { "Spoke \($0)" } + ["and 8 more"])
  }
}
