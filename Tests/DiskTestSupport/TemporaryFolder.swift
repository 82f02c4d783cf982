private import Foundation
private import Glibc

/// A folder for one test, removed with all that is in it when the test ends.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() {
    var template = Array("/tmp/sitegen-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A path in this folder, from the root.
  package func callAsFunction(_ inner: String) -> String { "\(path)/\(inner)" }

  /// Writes a file and makes the folders that it stands in.
  package func write(_ text: String, to inner: String, mode: UInt32 = 0o644) throws {
    try write(bytes: Array(text.utf8), to: inner, mode: mode)
  }

  package func write(bytes: [UInt8], to inner: String, mode: UInt32 = 0o644) throws {
    try makeFolder(inner.split(separator: "/").dropLast().joined(separator: "/"))
    guard FileManager.default.createFile(atPath: self(inner), contents: Data(bytes)) else {
      throw CocoaError(.fileWriteUnknown)
    }
    chmod(self(inner), mode)
  }

  package func makeFolder(_ inner: String, mode: UInt32 = 0o755) throws {
    try FileManager.default.createDirectory(atPath: self(inner), withIntermediateDirectories: true)
    if !inner.isEmpty { chmod(self(inner), mode) }
  }

  package func link(_ inner: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self(inner), withDestinationPath: target)
  }

  package func remove(_ inner: String) throws {
    try FileManager.default.removeItem(atPath: self(inner))
  }

  package func text(_ inner: String) -> String? {
    FileManager.default.contents(atPath: self(inner)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All that is in a folder, a line each, by path: `a.css: text`, `empty/`, `link -> target`.
  package func tree(_ inner: String = "") -> [String] {
    let start = inner.isEmpty ? path : self(inner)
    guard let names = FileManager.default.enumerator(atPath: start) else { return [] }
    return names.compactMap { $0 as? String }.sorted().map { name in
      let full = "\(start)/\(name)"
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) { return "\(name) -> \(target)" }
      guard let data = FileManager.default.contents(atPath: full), !isFolder(full) else { return "\(name)/" }
      return "\(name): \(String(decoding: data, as: UTF8.self))"
    }
  }

  /// Whether a path from the root names a folder itself, and no link to one.
  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The paths below a folder that are no folders, sorted.
  package func files(_ inner: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: self(inner))?.compactMap { $0 as? String } ?? []
    return names.filter { !isFolder(self("\(inner)/\($0)")) }.sorted()
  }

  package func bytes(_ inner: String) -> [UInt8]? { FileManager.default.contents(atPath: self(inner)).map(Array.init) }

  /// What the disk says of a file itself, links not followed.
  package func identity(_ inner: String) -> FileIdentity? {
    var status = stat()
    guard lstat(self(inner), &status) == 0 else { return nil }
    return FileIdentity(
      inode: UInt64(status.st_ino), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
      mode: status.st_mode & 0o7777, links: UInt(status.st_nlink))
  }

  package func setTime(_ inner: String, seconds: Int) {
    let time = timespec(tv_sec: seconds, tv_nsec: 123)
    utimensat(AT_FDCWD, self(inner), [time, time], 0)
  }

  package func setMode(_ inner: String, _ mode: UInt32) { chmod(self(inner), mode) }

  package func makePipe(_ inner: String) { mkfifo(self(inner), 0o644) }
}

/// Which file it is and since when it has its bytes.
package struct FileIdentity: Hashable, Sendable {
  package let inode: UInt64
  package let seconds: Int
  package let nanoseconds: Int
  package let mode: UInt32
  package let links: UInt
}

/// Runs a step with no more rights than modes give to others, on this thread alone: the superuser may do anything else.
package func withoutPrivileges<T>(_ step: () throws -> T) rethrows -> T {
  guard geteuid() == 0, let address = dlsym(nil, "setfsuid") else { return try step() }
  // Glibc's overlay does not show setfsuid(2), which takes rights from one thread and can give them back.
  let setUser = unsafeBitCast(address, to: (@convention(c) (uid_t) -> Int32).self)
  _ = setUser(65534)
  defer { _ = setUser(0) }
  return try step()
}
