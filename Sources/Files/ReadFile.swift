private import Glibc

/// Reads whole files, or their beginnings: one look at the size, one read, and one that meets the end.
///
/// A file that grows or shrinks meanwhile is read to its end at that moment.

/// All bytes of a file; a relative path starts at `folder`, or at the working directory.
package func readFile(_ path: String, in folder: OpenFile? = nil) throws(FileFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  try readFile(path, in: folder, into: &bytes)
  return bytes
}

/// The first bytes of a file: `limit` of them, or all where it is shorter.
package func readFile(_ path: String, first limit: Int, in folder: OpenFile? = nil) throws(FileFailure) -> [UInt8] {
  precondition(limit >= 0, "a file's beginning of \(limit) bytes")
  let file = try OpenFile(path, in: folder)
  var bytes = [UInt8](repeating: 0, count: limit)
  let count = try fill(&bytes, from: 0, file)
  bytes.removeLast(limit - count)
  return bytes
}

/// Replaces a buffer's content by all bytes of a file, and keeps its memory for the next one.
package func readFile(_ path: String, in folder: OpenFile? = nil, into bytes: inout [UInt8]) throws(FileFailure) {
  let file = try OpenFile(path, in: folder)
  // One byte more than the size, so that a file that grew is noticed.
  resize(&bytes, to: max(0, Int(try file.status().st_size)) + 1)
  var count = try fill(&bytes, from: 0, file)
  while count == bytes.count {
    resize(&bytes, to: max(4096, count * 2))
    count = try fill(&bytes, from: count, file)
  }
  resize(&bytes, to: count)
}

/// Reads until the buffer is full or the file ends; the buffer's filled length.
private func fill(_ bytes: inout [UInt8], from start: Int, _ file: OpenFile) throws(FileFailure) -> Int {
  var count = start
  while count < bytes.count {
    let got = bytes.withUnsafeMutableBytes { space in
      uninterrupted { read(file.descriptor, space.baseAddress! + count, space.count - count) }
    }
    guard got >= 0 else { throw FileFailure(file.path, cannot: "read") }
    if got == 0 { break }
    count += got
  }
  return count
}

private func resize(_ bytes: inout [UInt8], to count: Int) {
  guard bytes.count < count else { return bytes.removeLast(bytes.count - count) }
  bytes.reserveCapacity(count)
  bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
}
