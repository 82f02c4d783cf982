import DiskTestSupport
import Files
import Glibc
import Publishing
import Testing

@Suite("Files of others in the output folder")
struct ForeignFileTests {
  let site = TestSite()

  private func putForeignFiles() throws {
    try site.folder.write("*", to: "public/.gitignore", mode: 0o600)
    try site.folder.write("mine", to: "public/hand/put.txt", mode: 0o444)
    try site.folder.write("mine", to: "public/b/notes.txt")
    try site.folder.makeFolder("public/empty", mode: 0o1777)
    try site.folder.link("public/latest", to: "../elsewhere")
    site.folder.makePipe("public/pipe")
    site.folder.setTime("public/hand", seconds: 1_600_000_000)
    site.folder.setMode("public/hand", 0o500)
  }

  private let foreign = [".gitignore", "hand/put.txt", "b/notes.txt", "latest", "pipe"].map { "public/\($0)" }
  private let folders = ["public/hand", "public/empty"]

  @Test(
    "They keep inode, time and mode through every kind of build", arguments: [Disk(), .withoutExchange, .withoutLinks])
  func kept(disk: Disk) throws {
    try site.publish(["a.css": "a", "b/index.html": "b"])
    try putForeignFiles()
    let before = foreign.map(site.folder.identity)
    let modes = folders.map { site.folder.identity($0)?.mode }
    try site.publish(["a.css": "new", "c/index.html": "c"], disk: disk)
    #expect(foreign.map(site.folder.identity) == before)
    #expect(folders.map { site.folder.identity($0)?.mode } == modes)
    #expect(site.folder.identity("public/hand")?.seconds == 1_600_000_000)
    #expect(
      site.published == [
        ".gitignore: *", "a.css: new", "b/", "b/notes.txt: mine", "c/", "c/index.html: c", "empty/", "hand/",
        "hand/put.txt: mine", "latest -> ../elsewhere", "pipe/",
      ])
    #expect(site.folder.tree().filter { !$0.hasPrefix("public") } == [])
  }

  @Test("One in the way of a page stops the build, and all stays as it is")
  func conflicts() throws {
    try site.publish(["a.css": "a"])
    try site.folder.write("mine", to: "public/robots.txt")
    try site.folder.write("mine", to: "public/now")
    try site.folder.write("mine", to: "public/feed.xml/mine.txt")
    try site.folder.link("public/tags", to: ".")
    try site.folder.link("public/search.js", to: "a.css")
    let before = site.folder.tree()
    let refusal = #expect(throws: PublicationRefused.self) {
      try site.publish([
        "a.css": "new", "robots.txt": "ours", "now/index.html": "ours", "feed.xml": "ours", "tags/a.css": "a",
        "search.js": "a",
      ])
    }
    let named = ["feed.xml", "now", "robots.txt", "search.js", "tags"]
    #expect(
      refusal?.diagnostics.map(\.summary)
        == named.map { "'\(site.output)/\($0)' was not written by sitegen; move it away" })
    #expect(refusal?.diagnostics.allSatisfy { $0.id == "output-foreign" && $0.severity == .error } == true)
    #expect(site.folder.tree() == before)
  }

  @Test("One with the very bytes of a page becomes ours")
  func sameBytes() throws {
    try site.folder.write("Home", to: "public/index.html")
    let before = site.folder.identity("public/index.html")
    #expect(try site.publish(["index.html": "Home"]).unchanged == 1)
    #expect(site.folder.identity("public/index.html") == before)
    try site.publish(["index.html": "New"])
    #expect(site.pages == ["index.html: New"])
  }

  @Test("What took the place of a page of ours is not removed with it", arguments: [Disk(), .withoutExchange])
  func replacedByOthers(disk: Disk) throws {
    try site.publish(["a.css": "a", "b.css": "b", "c/index.html": "c"])
    try site.folder.remove("public/a.css")
    try site.folder.link("public/a.css", to: "elsewhere.css")
    try site.folder.remove("public/b.css")
    try site.folder.write("mine", to: "public/b.css/mine.txt")
    try site.publish(["d.css": "d", "e.css": "e"], disk: disk)
    #expect(
      site.published == ["a.css -> elsewhere.css", "b.css/", "b.css/mine.txt: mine", "d.css: d", "e.css: e"])
  }

  @Test("A manifest that leads out of the output folder, or is not ours, gives no right to remove anything")
  func strangeManifest() throws {
    try site.folder.write("mine", to: "precious.txt")
    try site.folder.write("mine", to: "public/page.html")
    for manifest in ["sitegen manifest 1\n../precious.txt\n/etc/passwd\n./page.html\n", "page.html\n", ""] {
      try site.folder.write(manifest, to: "public/.sitegen-manifest")
      try site.publish(["a.css": "a", "b.css": "\(manifest.count)"])
      #expect(site.folder.text("precious.txt") == "mine")
      #expect(site.folder.text("public/page.html") == "mine")
      try site.folder.remove("public/a.css")
      try site.folder.remove("public/b.css")
    }
  }

  @Test("A name that is not UTF-8 stays too", arguments: [Disk(), .withoutExchange])
  func rawName(disk: Disk) throws {
    try site.publish(["a.css": "a"])
    let name = Array((site.folder("public/caf") + "\0").utf8CString.dropLast(2)) + [CChar(bitPattern: 0xE9), 0]
    close(creat(name, 0o644))
    try site.publish(["a.css": "new", "b.css": "b"], disk: disk)
    #expect(access(name, F_OK) == 0)
  }

  @Test("One that comes while the new site is being put together moves over to it")
  func latecomer() throws {
    try site.publish(["a.css": "a", "b.css": "b"])
    let folder = site.folder
    let disk = Disk { change in
      if change == .exchange { try folder.write("mine", to: "public/late/note.txt") }
    }
    try site.publish(["a.css": "new", "b.css": "new"], disk: disk)
    #expect(site.pages == ["a.css: new", "b.css: new", "late/note.txt: mine"])
  }
}
