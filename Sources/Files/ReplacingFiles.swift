import Glibc

/// A folder held by one program at a time; let go with the value.
package final class FileLock: Sendable {
  private let folder: OpenFile

  /// Waits until nobody else holds the folder.
  package init(folder path: String) throws(FileFailure) {
    folder = try OpenFile(path, flags: O_RDONLY | O_DIRECTORY, cannot: "lock")
    let descriptor = folder.descriptor
    guard uninterrupted({ Int(flock(descriptor, LOCK_EX)) }) == 0 else { throw FileFailure(path, cannot: "lock") }
  }
}

/// Puts bytes in the place of a file, or makes it with the folders that it needs: at any moment the old file stands there
/// or the new one, never a part of it. The mode of an old file stays.
package func replaceFile(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
  let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  for depth in folders.indices.dropFirst() {
    let folder = folders[...depth].joined(separator: "/")
    guard !folder.isEmpty, !FileTree.isFolder(folder) else { continue }
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw FileFailure(folder, cannot: "make") }
  }
  var status = stat()
  let mode = stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0o644
  // Hidden, so that nobody who lists the folder meanwhile takes it for a file of its own.
  let name = path.split(separator: "/").last ?? ""
  let aside = "\(path.dropLast(name.count)).\(name).new-\(getpid())"
  do throws(FileFailure) {
    let file = try OpenFile(aside, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: mode, cannot: "write")
    try write(bytes, to: file)
    guard fchmod(file.descriptor, mode) == 0, fsync(file.descriptor) == 0 else {
      throw FileFailure(aside, cannot: "write")
    }
    guard rename(aside, path) == 0 else { throw FileFailure(path, cannot: "replace") }
  } catch {
    unlink(aside)
    throw error
  }
}

private func write(_ bytes: [UInt8], to file: OpenFile) throws(FileFailure) {
  var count = 0
  while count < bytes.count {
    let done = bytes.withUnsafeBytes { space in
      uninterrupted { Glibc.write(file.descriptor, space.baseAddress! + count, space.count - count) }
    }
    guard done >= 0 else { throw FileFailure(file.path, cannot: "write") }
    count += done
  }
}

extension FileTree {
  /// Whether a file stands at a path, or a link that leads to one.
  package static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
