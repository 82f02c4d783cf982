import DiskTestSupport
import Files
import Testing

@Suite("Reading files")
struct ReadFileTests {
  let folder = TemporaryFolder()

  @Test("A file is read whole, empty or of a megabyte", arguments: [0, 1, 4096, 65537, 1_000_000])
  func wholeFile(size: Int) throws {
    let text = String(repeating: "a", count: size)
    try folder.write(text, to: "page.md")
    #expect(try readFile(folder("page.md")) == Array(text.utf8))
  }

  @Test(
    "Of a file only the beginning is read, or all where it is shorter", arguments: [(0, ""), (3, "Rot"), (99, "Rota")])
  func beginning(limit: Int, expected: String) throws {
    try folder.write("Rota", to: "page.md")
    #expect(try readFile(folder("page.md"), first: limit) == Array(expected.utf8))
  }

  @Test("A buffer is used again, and holds nothing of the file before")
  func buffer() throws {
    try folder.write("a long page", to: "a.md")
    try folder.write("short", to: "b.md")
    var bytes: [UInt8] = []
    try readFile(folder("a.md"), into: &bytes)
    let capacity = bytes.capacity
    try readFile(folder("b.md"), into: &bytes)
    #expect(bytes == Array("short".utf8))
    #expect(bytes.capacity == capacity)
  }

  @Test("A file whose size the disk does not tell is read to its end")
  func unknownSize() throws {
    #expect(String(decoding: try readFile("/proc/self/status"), as: UTF8.self).contains("VmPeak"))
  }

  @Test("A failure names the path, what was tried and the reason")
  func failure() throws {
    let path = folder("no such page.md")
    let failure = #expect(throws: FileFailure.self) { try readFile(path) }
    #expect(failure?.description == "cannot read \(path): no such file or directory")
  }

  @Test("A folder is no file")
  func folderInstead() throws {
    let path = folder.path
    let failure = #expect(throws: FileFailure.self) { try readFile(path) }
    #expect(failure?.description == "cannot read \(path): is a directory")
  }
}
