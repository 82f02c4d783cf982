internal import Files
private import Glibc

/// The bytes of a file to be: compared with what is there, and written if they differ.
protocol Content {
  /// In bytes.
  var size: Int { get }
  /// Whether a file of the same size holds the same bytes.
  func equals(_ file: OpenFile) throws -> Bool
  func write(to file: OpenFile) throws
}

/// Content that the caller holds in memory.
struct Bytes: Content {
  let bytes: UnsafeRawBufferPointer

  var size: Int { bytes.count }

  func equals(_ file: OpenFile) throws -> Bool {
    try withUnsafeTemporaryAllocation(byteCount: min(chunk, bytes.count), alignment: 16) { buffer in
      var start = 0
      while start < bytes.count {
        let got = try read(file, into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(bytes.count - start)))
        guard got > 0, memcmp(buffer.baseAddress!, bytes.baseAddress! + start, got) == 0 else { return false }
        start += got
      }
      return true
    }
  }

  func write(to file: OpenFile) throws { try append(bytes, to: file) }
}

/// Content of a file elsewhere, read as it is needed.
struct SourceFile: Content {
  let file: OpenFile
  let size: Int

  init(_ path: String) throws {
    file = try OpenFile(path)
    let status = try file.status()
    guard !status.isFolder else { throw FileFailure(path, cannot: "read", code: EISDIR) }
    size = Int(status.st_size)
  }

  func equals(_ other: OpenFile) throws -> Bool {
    try eachChunk { bytes in try Bytes(bytes: bytes).equals(other) }
  }

  func write(to other: OpenFile) throws {
    _ = try eachChunk { bytes in
      try append(bytes, to: other)
      return true
    }
  }

  /// Hands out the content from its start; stops at the first `false`, and says whether there was none.
  private func eachChunk(_ use: (UnsafeRawBufferPointer) throws -> Bool) throws -> Bool {
    guard lseek(file.descriptor, 0, SEEK_SET) == 0 else { throw FileFailure(file.path, cannot: "read") }
    return try withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
      var got = try read(file, into: buffer)
      while got > 0 {
        guard try use(UnsafeRawBufferPointer(rebasing: buffer.prefix(got))) else { return false }
        got = try read(file, into: buffer)
      }
      return true
    }
  }
}

private let chunk = 65536

private func read(_ file: OpenFile, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
  let got = uninterrupted { Glibc.read(file.descriptor, buffer.baseAddress!, buffer.count) }
  guard got >= 0 else { throw FileFailure(file.path, cannot: "read") }
  return got
}

private func append(_ bytes: UnsafeRawBufferPointer, to file: OpenFile) throws {
  var start = 0
  while start < bytes.count {
    let put = uninterrupted { Glibc.write(file.descriptor, bytes.baseAddress! + start, bytes.count - start) }
    guard put >= 0 else { throw FileFailure(file.path, cannot: "write") }
    start += put
  }
}
