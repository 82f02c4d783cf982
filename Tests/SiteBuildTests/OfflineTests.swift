import Foundation
import SiteTestSupport
import Testing

@Suite("What browsers keep for reading without a network")
struct OfflineTests {
  /// The list of `sw.js`: addresses and what changes as their bytes do.
  private func kept(_ site: BuiltSite) throws -> [String: String] {
    let script = site.text("sw.js")
    let start = try #require(script.range(of: "files: ")?.upperBound)
    let end = try #require(script.range(of: " }\nimportScripts('theme/offline.js?v=")?.lowerBound)
    return try JSONDecoder().decode([String: String].self, from: Data(script[start..<end].utf8))
  }

  @Test("The pages that matter in an outage, the handbook, the search's words and the theme by its version")
  func list() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let kept = try kept(site).keys.map { $0.prefix { $0 != "?" } }.map { String($0) }.sorted()
    #expect(
      kept == [
        "", "calendar/", "now/", "people/", "people/ana/", "people/ben/", "playbook/", "playbook/escalation/", "rotas/",
        "rotas/delivery/", "search/", "search/now.js", "search/spelling.js", "search/titles.js", "search/words/-.js",
        "teams/", "teams/delivery/", "theme/below.css", "theme/calendar.css", "theme/calendar.js", "theme/icon.svg",
        "theme/now.js", "theme/offline.js", "theme/search-index.js", "theme/search-results.js", "theme/search.js",
        "theme/site.css", "theme/site.js",
      ])
  }

  @Test("Where a page changes, only it and the search are fetched again")
  func change() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let before = try kept(site)
    try site.folder.write("---\ntitle: Escalation\n---\n## Whom\n\nNew words.\n", to: "content/playbook/escalation.md")
    try site.build()
    let after = try kept(site)
    #expect(
      after.filter { before[$0.key] != $0.value }.keys.sorted() == [
        "playbook/escalation/", "search/titles.js", "search/words/-.js",
      ])
  }

  @Test("Drafts and unlisted pages are not kept; of a large handbook no more than a device may be asked to hold")
  func limits() throws {
    var source = SourceFolder.northwind.with([
      "content/draft.md": "---\ndraft: true\n---\n# Draft\n",
      "content/hidden.md": "---\nunlisted: true\n---\n# Hidden\n",
    ])
    for number in 0..<400 { source.files["content/notes/n\(number).md"] = "# Note \(number)\n" }
    let site = try BuiltSite(source)
    try site.build()
    let kept = try kept(site).keys
    #expect(kept.count { $0.isEmpty || $0.hasSuffix("/") } == 300)
    #expect(!kept.contains("draft/") && !kept.contains("hidden/"))
    #expect(kept.contains("now/") && kept.contains("playbook/escalation/"))
    #expect(kept.contains("people/ana/"), "Ana is on")
    #expect(!kept.contains("teams/delivery/"))
  }
}
