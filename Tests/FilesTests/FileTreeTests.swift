import DiskTestSupport
import Files
import Testing

@Suite("Listing files")
struct FileTreeTests {
  let folder = TemporaryFolder()

  private func paths() throws -> [String] { try FileTree(of: folder.path).entries.map(\.path) }

  @Test("Files are listed by the bytes of their paths, through all folders")
  func order() throws {
    for path in ["b.md", "a/z.md", "a.md", "a-b/c.md", "a0.md", "ä/x y.md", "Z.md", "a/b/c.md"] {
      try folder.write("", to: path)
    }
    #expect(try paths() == ["Z.md", "a-b/c.md", "a.md", "a/b/c.md", "a/z.md", "a0.md", "b.md", "ä/x y.md"])
  }

  @Test("Hidden files and editors' leftovers are left out")
  func leftOut() throws {
    for path in [".git/config", ".#page.md", "page.md~", "#page.md#", ".page.md.swp", "page.swp", "#", "page.md"] {
      try folder.write("", to: path)
    }
    #expect(try paths() == ["#", "page.md"])
  }

  @Test("A file has its size and its time in nanoseconds")
  func sizeAndTime() throws {
    try folder.write("Rota", to: "page.md")
    folder.setTime("page.md", seconds: 1_700_000_000)
    let entry = try #require(try FileTree(of: folder.path).entries.first)
    #expect(entry.size == 4)
    #expect(entry.modified == 1_700_000_000_000_000_123)
    #expect(!entry.isSymlink)
  }

  @Test("Links are followed to files and folders")
  func links() throws {
    try folder.write("Rota", to: "shared/page.md")
    try folder.makeFolder("site")
    try folder.link("site/a.md", to: "../shared/page.md")
    try folder.link("site/b", to: "../shared")
    let entries = try FileTree(of: folder("site")).entries
    #expect(entries.map(\.path) == ["a.md", "b/page.md"])
    #expect(entries.map(\.isSymlink) == [true, false])
    #expect(entries.map(\.size) == [4, 4])
  }

  @Test("What cannot be listed as a file is named with its reason")
  func omissions() throws {
    try folder.write("", to: "a/page.md")
    try folder.link("a/loop", to: "..")
    try folder.link("broken", to: "nowhere")
    try folder.link("self", to: "self")
    folder.makePipe("pipe")
    let tree = try FileTree(of: folder.path)
    #expect(tree.entries.map(\.path) == ["a/page.md"])
    #expect(tree.omissions.map(\.path) == ["a/loop", "broken", "pipe", "self"])
    #expect(tree.omissions.map(\.reason) == [.loop, .brokenLink, .notAFile, .loop])
  }

  @Test("A folder that may not be read is named; one that is not there is a failure")
  func unreadable() throws {
    try folder.write("", to: "page.md")
    try folder.write("", to: "secret/page.md")
    folder.setMode("", 0o755)
    folder.setMode("secret", 0o000)
    let tree = try withoutPrivileges { try FileTree(of: folder.path) }
    #expect(tree.entries.map(\.path) == ["page.md"])
    #expect(tree.omissions == [.init(path: "secret", reason: .unreadable(13))])
    let missing = folder("none")
    #expect(throws: FileFailure(missing, cannot: "list", code: 2)) { try FileTree(of: missing) }
  }
}
