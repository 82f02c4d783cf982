import DiskTestSupport
import Files
import Glibc
import Publishing
import Synchronization
import Testing

/// Builds that end before each single change of the disk in turn.
@Suite("Builds that are killed or fail")
struct InterruptionTests {
  private let old: KeyValuePairs = [
    "a.css": "a", "b/index.html": "b", "c/d/index.html": "d", "e": "file", "f/g.html": "g",
  ]
  private let new: KeyValuePairs = [
    "a.css": "new", "b/index.html": "b", "e/index.html": "e", "f": "file", "h/i.html": "i",
  ]
  private let oldPages = ["a.css: a", "b/index.html: b", "c/d/index.html: d", "e: file", "f/g.html: g"]
  private let newPages = ["a.css: new", "b/index.html: b", "e/index.html: e", "f: file", "h/i.html: i"]
  private let foreignPage = "b/mine.txt: mine"

  private func start() throws -> TestSite {
    let site = TestSite()
    try site.publish(old)
    try site.folder.write("mine", to: "public/b/mine.txt")
    return site
  }

  /// Tries all `n` until a build gets through; the check sees the site as each interrupted build left it.
  private func forEachChange(
    _ ending: Ending, _ build: (TestSite, Disk) throws -> Void, _ check: (TestSite, Int) throws -> Void
  ) throws {
    var n = 0
    var isThrough = false
    while !isThrough {
      let site = try start()
      let ended = Mutex(false)
      let disk = Disk(ending, before: n) { ended.withLock { $0 = true } }
      do {
        try build(site, disk)
      } catch is Ended {}
      isThrough = !ended.withLock { $0 }
      try check(site, n)
      n += 1
    }
    #expect(n > 10)
  }

  @Test("Whatever moment a build ends at, the old site stands or the new one, whole", arguments: Ending.allCases)
  func exchange(ending: Ending) throws {
    try forEachChange(ending) { site, disk in
      try site.publish(new, disk: disk)
    } _: { site, n in
      let pages = site.pages
      #expect(
        pages == (oldPages + [foreignPage]).sorted() || pages == (newPages + [foreignPage]).sorted(), "after \(n)")
      try site.publish(new)
      #expect(site.pages == (newPages + [foreignPage]).sorted(), "after \(n), built again")
      #expect(site.folder.tree().filter { !$0.hasPrefix("public") } == [], "after \(n)")
    }
  }

  @Test("A first build that is killed leaves no site at all", arguments: Ending.allCases)
  func firstBuild(ending: Ending) throws {
    try forEachChange(ending) { site, disk in
      try site.folder.remove("public")
      try site.publish(new, disk: disk)
    } _: { site, n in
      #expect(site.pages.isEmpty || site.pages == newPages, "after \(n)")
      try site.publish(new)
      #expect(site.folder.tree().filter { !$0.hasPrefix("public") } == [], "after \(n)")
    }
  }

  @Test("File by file, each file is whole, and the next build completes the site", arguments: Ending.allCases)
  func inPlace(ending: Ending) throws {
    let known = Set(oldPages + newPages + [foreignPage])
    try forEachChange(ending) { site, disk in
      try site.publish(new, disk: disk.withoutExchange)
    } _: { site, n in
      #expect(known.isSuperset(of: site.pages) && site.pages.contains(foreignPage), "after \(n)")
      try site.publish(new, disk: .withoutExchange)
      #expect(site.published == (newPages + [foreignPage, "b/", "e/", "h/"]).sorted(), "after \(n), built again")
      #expect(site.folder.tree().filter { !$0.hasPrefix("public") } == [], "after \(n)")
    }
  }

  @Test("File by file, assets come before the pages that use them, and removals come last")
  func order() throws {
    let site = try start()
    let folder = site.folder
    let seen = Mutex<[[String]]>([])
    let disk = Disk { change in
      guard change == .rename || change == .removeFile else { return }
      seen.withLock { $0.append(folder.tree("public").filter { $0.hasSuffix(": new") || $0.hasPrefix("c/d/i") }) }
    }
    try site.publish(
      ["a.css": "new", "b/index.html": "new", "z.css": "new", "x.html": "new", "e": "file", "f/g.html": "g"],
      disk: disk.withoutExchange)
    let states = seen.withLock { states in
      states.enumerated().filter { $0.offset == 0 || $0.element != states[$0.offset - 1] }.map(\.element)
    }
    let removed = "c/d/index.html: d"
    #expect(
      states == [
        [removed], [removed, "z.css: new"], ["a.css: new", removed, "z.css: new"],
        ["a.css: new", removed, "x.html: new", "z.css: new"],
        ["a.css: new", "b/index.html: new", removed, "x.html: new", "z.css: new"],
        ["a.css: new", "b/index.html: new", "x.html: new", "z.css: new"],
      ])
  }

  @Test("Where the parent folder may not be written the files are put in place one by one")
  func unwritableParent() throws {
    let site = try start()
    site.folder.setMode("", 0o555)
    defer { site.folder.setMode("", 0o755) }
    for path in ["", "/b", "/c", "/c/d", "/f"] { site.folder.setMode("public" + path, 0o777) }
    try withoutPrivileges { _ = try site.publish(new) }
    #expect(site.pages == (newPages + [foreignPage]).sorted())
    #expect(site.folder.tree().filter { !$0.hasPrefix("public") || $0.contains("work") } == [])
  }

  @Test("Where neither may be written the build fails and the site stays")
  func unwritableOutput() throws {
    let site = try start()
    let before = site.folder.tree()
    for path in ["", "public"] { site.folder.setMode(path, 0o555) }
    defer { for path in ["", "public"] { site.folder.setMode(path, 0o755) } }
    let failure = #expect(throws: FileFailure.self) { try withoutPrivileges { try site.publish(new) } }
    #expect(failure?.description == "cannot make the folder \(site.output)/.sitegen-work: permission denied")
    #expect(site.folder.tree() == before)
  }

  @Test("An output path that cannot be a folder is named", arguments: ["file", "file/public", "link"])
  func impossibleOutput(name: String) throws {
    let folder = TemporaryFolder()
    try folder.write("text", to: "file")
    try folder.link("link", to: "nowhere")
    let path = folder(name)
    let failure = #expect(throws: FileFailure.self) { try Publisher(output: path) }
    #expect(failure?.description.hasPrefix("cannot write to \(path): ") == true)
    #expect(folder.tree() == ["file: text", "link -> nowhere"])
  }
}

/// How a build ends early.
enum Ending: CaseIterable {
  /// Nothing more happens on the disk, not even clearing away.
  case killed
  /// One change fails; the build clears away what it made.
  case failed
}

private struct Ended: Error {}

extension Disk {
  /// A disk on which a build ends before its `n`-th change, counted from 0.
  fileprivate init(_ ending: Ending, before n: Int, onEnd: @escaping @Sendable () -> Void) {
    let counter = Counter()
    self.init { _ in
      let number = counter.next()
      guard number == n || (number > n && ending == .killed) else { return }
      onEnd()
      throw Ended()
    }
  }

  /// The same disk, unable to exchange two folders.
  fileprivate var withoutExchange: Disk {
    Disk { change in
      if change == .exchange { throw FileFailure("public", cannot: "exchange", code: EBUSY) }
      try announce(change)
    }
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      defer { count += 1 }
      return count
    }
  }
}
