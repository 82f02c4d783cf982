import DiskTestSupport
import Publishing
import SiteTestSupport
import Testing

@Suite("The same site gives the same bytes")
struct StableBuildTests {
  /// Northwind with so many pages that several threads have work.
  private static var large: SourceFolder {
    var source = SourceFolder.northwind
    for number in 0..<200 {
      let next = (number + 1) % 200
      source.files["content/notes/\(number % 7)/n\(number).md"] =
        "---\norder: \(number * 37 % 100)\n---\n# Note \(number)\n\n[Next](../\(next % 7)/n\(next).md#note-\(next))\n"
    }
    return source
  }

  @Test("Whatever the number of jobs")
  func jobs() throws {
    let site = try BuiltSite(Self.large)
    for jobs in [1, 2, 7] {
      let report = try site.build(jobs: jobs, to: "public\(jobs)")
      #expect(site.faults(report) == "")
    }
    #expect(unlike(site.bytes("public1"), site.bytes("public2")) == [])
    #expect(unlike(site.bytes("public1"), site.bytes("public7")) == [])
    #expect(site.bytes("public1").count == 331)
  }

  @Test("Whatever the order in which files were written, and wherever the source stands")
  func order() throws {
    let (one, other) = (try BuiltSite([:]), try BuiltSite([:]))
    for (path, text) in SourceFolder.northwind.files.sorted(by: { $0.key < $1.key }) {
      try one.folder.write(text, to: path)
    }
    for (path, text) in SourceFolder.northwind.files.sorted(by: { $0.key > $1.key }) {
      try other.folder.write(text, to: path)
    }
    try one.build()
    try other.build()
    #expect(unlike(one.bytes(), other.bytes()) == [])
  }

  @Test("Faults come in the same order, whatever the number of jobs")
  func faults() throws {
    let site = try BuiltSite(Self.large.with(["content/roster/plan/delivery.csv": "turn,seat\n"]))
    for number in stride(from: 0, to: 200, by: 3) {
      try site.folder.write("[x](no-\(number).md) [y](#no)\n", to: "content/notes/\(number % 7)/n\(number).md")
    }
    let (one, two) = (try site.build(jobs: 1), try site.build(jobs: 2))
    #expect(one.diagnostics == two.diagnostics)
    #expect(one.diagnostics.count > 134)
  }

  @Test("A second build leaves every file its inode and time")
  func untouched() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let before = site.published().map { site.folder.identity("public/" + $0) }
    let report = try site.build(jobs: 2)
    #expect(report.publication == PublicationSummary(written: 0, unchanged: 71, removed: 0))
    #expect(site.published().map { site.folder.identity("public/" + $0) } == before)
  }

  @Test("Where one page changes, every other file keeps its inode and time, but for the search's")
  func oneChange() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let before = Dictionary(uniqueKeysWithValues: site.published().map { ($0, site.folder.identity("public/" + $0)) })
    try site.folder.write("---\ntitle: Escalation\n---\n## Whom\n\nNew words.\n", to: "content/playbook/escalation.md")
    try site.build()
    let changed = site.published().filter { site.folder.identity("public/" + $0) != before[$0] }
    #expect(
      changed == [
        "playbook/escalation/index.html", "print/index.html", "search/text/0.js", "search/titles.js",
        "search/words/-.js", "sw.js",
      ])
  }

  @Test("An hour later the feeds are the same bytes; a day later an unchanged shift still is the same event")
  func feedsLater() throws {
    let site = try BuiltSite(.northwind)
    try site.build(asOf: "2026-11-23T09:00:00Z", to: "public")
    try site.build(asOf: "2026-11-23T10:00:00Z", to: "later")
    try site.build(asOf: "2026-11-24T10:00:00Z", to: "next")
    for feed in site.published().filter({ $0.hasSuffix(".ics") }) {
      let text = site.folder.text("public/" + feed)
      #expect(text == site.folder.text("later/" + feed))
      let (today, tomorrow) = (Feed(text ?? ""), Feed(site.folder.text("next/" + feed) ?? ""))
      for event in today.events {
        guard let same = tomorrow.events.first(where: { $0["UID"] == event["UID"] }) else { continue }
        #expect(same == event)
      }
    }
  }

  /// The paths that only one of two sites has, or whose bytes differ, each with the first line that does.
  private func unlike(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) -> [String] {
    Set(one.keys).union(other.keys).sorted().compactMap { path in
      guard let first = one[path], let second = other[path] else { return "\(path): only one has it" }
      let lines = [first, second].map { $0.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
      let differing = zip(lines[0], lines[1]).first { $0.0 != $0.1 }
      return first == second ? nil : "\(path): \(differing.map { String(decoding: $0.0, as: UTF8.self) } ?? "the end")"
    }
  }
}
