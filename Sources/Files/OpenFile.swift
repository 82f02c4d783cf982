package import Glibc

/// A file or folder held open; closed when the last owner lets go.
package final class OpenFile: Sendable {
  /// The system's number for it, good while this value lives.
  package let descriptor: Int32
  /// The path as messages show it.
  package let path: String

  /// Takes over a number that the system has given.
  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a path, which where it is relative starts at `folder`, or at the working directory.
  package convenience init(
    _ path: String, in folder: OpenFile? = nil, flags: Int32 = O_RDONLY, mode: mode_t = 0,
    cannot attempt: String = "read"
  ) throws(FileFailure) {
    try self.init(Array(path.utf8CString), shown: folder?.shown(path) ?? path, in: folder, flags, mode, attempt)
  }

  /// Opens a path below a folder given by its bytes, which need not be UTF-8, and a closing zero.
  package convenience init(_ path: [CChar], in folder: OpenFile, flags: Int32) throws(FileFailure) {
    let text = String(decoding: path.dropLast().lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    try self.init(path, shown: folder.shown(text), in: folder, flags, 0, "read")
  }

  private convenience init(
    _ path: [CChar], shown: String, in folder: OpenFile?, _ flags: Int32, _ mode: mode_t, _ attempt: String
  ) throws(FileFailure) {
    let start = folder?.descriptor ?? AT_FDCWD
    let opened = uninterrupted { Int(openat(start, path, flags | O_CLOEXEC, mode)) }
    guard opened >= 0 else { throw FileFailure(shown, cannot: attempt) }
    self.init(descriptor: Int32(opened), path: shown)
  }

  /// A path below this folder as messages show it.
  package func shown(_ path: String) -> String { path == "." ? self.path : "\(self.path)/\(path)" }

  /// Its size, kind, times and owner now.
  package func status() throws(FileFailure) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure(path, cannot: "read") }
    return status
  }
}

extension stat {
  package var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  package var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  package var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}
