import DiskTestSupport
import Files
import Publishing
import Testing

@Suite("Publishing")
struct PublisherTests {
  let site = TestSite()

  @Test("A first build makes the output folder, the folders that lead to it, and a manifest")
  func firstBuild() throws {
    let summary = try site.publish(["index.html": "Home", "now/index.html": "Now"], to: site.folder("build/public/"))
    #expect(summary == PublicationSummary(written: 2, unchanged: 0, removed: 0))
    #expect(
      site.folder.tree() == [
        "build/", "build/public/", "build/public/.sitegen-manifest: sitegen manifest 1\nindex.html\nnow/index.html\n",
        "build/public/index.html: Home", "build/public/now/", "build/public/now/index.html: Now",
      ])
    #expect(site.folder.identity("build/public")?.mode == 0o755)
    #expect(site.folder.identity("build/public/index.html")?.mode == 0o644)
  }

  @Test("An empty output folder is filled")
  func emptyFolder() throws {
    try site.folder.makeFolder("public")
    try site.publish(["index.html": "Home", "now/index.html": "Now"])
    #expect(site.pages == ["index.html: Home", "now/index.html: Now"])
  }

  @Test("Where nothing differs nothing is touched")
  func nothingChanged() throws {
    try site.publish(["index.html": "Home", "now/index.html": "Now"])
    let places = ["public", "public/index.html", "public/now", "public/now/index.html", "public/.sitegen-manifest"]
    let before = places.map(site.folder.identity)
    let summary = try site.publish(["index.html": "Home", "now/index.html": "Now"])
    #expect(summary == PublicationSummary(written: 0, unchanged: 2, removed: 0))
    #expect(places.map(site.folder.identity) == before)
  }

  @Test("Unchanged files keep their inode and time, whatever else changes")
  func unchangedFiles() throws {
    try site.publish(["a.css": "a", "b/index.html": "b", "c/index.html": "c"])
    site.folder.setTime("public/a.css", seconds: 1_700_000_000)
    let before = ["public/a.css", "public/b/index.html"].map(site.folder.identity)
    let summary = try site.publish(["a.css": "a", "b/index.html": "b", "c/index.html": "new", "d.css": "d"])
    #expect(summary == PublicationSummary(written: 2, unchanged: 2, removed: 0))
    #expect(["public/a.css", "public/b/index.html"].map(site.folder.identity) == before)
    #expect(site.pages == ["a.css: a", "b/index.html: b", "c/index.html: new", "d.css: d"])
  }

  @Test("Files of an earlier build that are gone are removed, with the folders that they leave empty")
  func removal() throws {
    try site.publish(["a.css": "a", "b/c/index.html": "c", "b/d/e.html": "e", "f/index.html": "f"])
    let summary = try site.publish(["a.css": "a", "b/d/e.html": "e"])
    #expect(summary == PublicationSummary(written: 0, unchanged: 2, removed: 2))
    #expect(site.published == ["a.css: a", "b/", "b/d/", "b/d/e.html: e"])
  }

  @Test("One page that goes, goes with its folder")
  func oneRemoval() throws {
    try site.publish(["a.css": "a", "b/index.html": "b"])
    #expect(try site.publish(["a.css": "a"]).removed == 1)
    #expect(site.published == ["a.css: a"])
    #expect(site.folder.text("public/.sitegen-manifest") == "sitegen manifest 1\na.css\n")
  }

  @Test("One page that changes leaves all else as it is, the folder too")
  func oneChange() throws {
    try site.publish(["a.css": "a", "b/index.html": "b"])
    let before = ["public", "public/a.css", "public/.sitegen-manifest"].map { site.folder.identity($0)?.inode }
    try site.publish(["a.css": "a", "b/index.html": "new"])
    #expect(["public", "public/a.css", "public/.sitegen-manifest"].map { site.folder.identity($0)?.inode } == before)
    #expect(site.pages == ["a.css: a", "b/index.html: new"])
  }

  @Test("A file may become a folder, and a folder a file")
  func kindChanges() throws {
    try site.publish(["a": "file", "b/c/index.html": "c", "b/d.html": "d"])
    try site.publish(["a/index.html": "page", "b": "file"])
    #expect(site.published == ["a/", "a/index.html: page", "b: file"])
  }

  @Test("Spaces, letters of any script, line feeds and backslashes stand in paths, and both spellings of a letter")
  func paths() throws {
    let names = ["on call/Zoë.html", "当番/index.html", "two\nlines.txt", "back\\nslash", "caf\u{E9}", "cafe\u{301}"]
    let publisher = try Publisher(output: site.output)
    for name in names { try publisher.write(name, Array(name.utf8)) }
    #expect(try publisher.commit().written == 6)
    for name in names { #expect(site.folder.text("public/\(name)") == name) }
    #expect(try site.publish(["caf\u{E9}": "caf\u{E9}"]).removed == 5)
    #expect(site.published.count == 1)
  }

  @Test("An output folder that is a link stays one; its target is published to")
  func linkedOutput() throws {
    try site.folder.makeFolder("srv/www")
    try site.folder.link("public", to: "srv/www")
    try site.publish(["index.html": "Home", "a.css": "a"])
    try site.publish(["index.html": "New", "a.css": "new", "b.css": "b"])
    let manifest = "srv/www/.sitegen-manifest: sitegen manifest 1\na.css\nb.css\nindex.html\n"
    #expect(
      site.folder.tree() == [
        "public -> srv/www", "srv/", "srv/www/", manifest, "srv/www/a.css: new", "srv/www/b.css: b",
        "srv/www/index.html: New",
      ])
  }

  @Test("The output folder keeps its mode")
  func outputMode() throws {
    try site.folder.makeFolder("public", mode: 0o2750)
    try site.publish(["index.html": "Home", "a.css": "a"])
    #expect(site.folder.identity("public")?.mode == 0o2750)
    try site.folder.makeFolder("public", mode: 0o711)
    try site.publish(["index.html": "New", "a.css": "new"])
    #expect(site.folder.identity("public")?.mode == 0o711)
  }

  @Test("An asset is copied, and a copy with the same bytes stays")
  func assets() throws {
    let large = String(repeating: "0123456789", count: 20_000)
    try site.folder.write(large, to: "assets/a.bin")
    for expected in [PublicationSummary(written: 1), PublicationSummary(unchanged: 1)] {
      let publisher = try Publisher(output: site.output)
      try publisher.copy(from: site.folder("assets/a.bin"), to: "a.bin")
      #expect(try publisher.commit() == expected)
      #expect(site.folder.text("public/a.bin") == large)
    }
    try site.folder.write("1" + large.dropFirst(), to: "assets/a.bin")
    let publisher = try Publisher(output: site.output)
    try publisher.copy(from: site.folder("assets/a.bin"), to: "a.bin")
    #expect(try publisher.commit().written == 1)
  }

  @Test("Two workers may write at once")
  func twoWorkers() async throws {
    let publisher = try Publisher(output: site.output)
    try await withThrowingTaskGroup { group in
      for worker in 0..<2 {
        group.addTask {
          for page in 0..<200 { try publisher.write("p\(page % 7)/\(worker)-\(page).html", Array("\(page)".utf8)) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try publisher.commit().written == 400)
    #expect(site.pages.count == 400)
  }

  @Test("An abandoned build leaves the old site and nothing else")
  func abandoned() throws {
    try site.publish(["index.html": "Home"])
    let before = site.folder.tree()
    let publisher = try Publisher(output: site.output)
    try publisher.write("index.html", Array("New".utf8))
    publisher.abandon()
    #expect(site.folder.tree() == before)
  }

  @Test("A second build into the same folder waits, and fails when its patience ends")
  func secondBuild() throws {
    let first = try Publisher(output: site.output)
    try first.write("index.html", Array("First".utf8))
    let failure = #expect(throws: FileFailure.self) {
      try Publisher(output: site.output, patience: .milliseconds(30))
    }
    #expect(failure?.attempt == "write, while another build does, in")
    _ = try first.commit()
    try site.publish(["index.html": "Second"])
    #expect(site.pages == ["index.html: Second"])
  }
}
