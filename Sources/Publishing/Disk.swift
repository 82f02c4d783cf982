private import CPosix
internal import Files
internal import Glibc

/// The calls that change the disk, each announced beforehand, so that a test can end a build before any of them.
package struct Disk: Sendable {
  package enum Change: Sendable {
    case makeFolder, makeFile, link, rename, exchange, removeFile, removeFolder
  }

  /// Called before each change; what it throws is the change's failure.
  package let announce: @Sendable (Change) throws -> Void

  package init(announce: @escaping @Sendable (Change) throws -> Void = { _ in }) {
    self.announce = announce
  }
}

extension Disk {
  /// Makes a folder with the mode that others have too, as far as the umask lets; one that is there already stays.
  func makeFolder(_ path: SitePath, in folder: OpenFile, mode: mode_t = 0o755) throws {
    try announce(.makeFolder)
    guard mkdirat(folder.descriptor, path.bytes, mode) != 0, errno != EEXIST else { return }
    throw FileFailure(folder.shown(path.text), cannot: "make the folder")
  }

  /// Makes the folders that a path stands in, as far as they are missing.
  func makeParents(of path: SitePath, in folder: OpenFile) throws {
    var missing: [SitePath] = []
    for parent in path.parents {
      guard faccessat(folder.descriptor, parent.bytes, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else { break }
      missing.append(parent)
    }
    for parent in missing.reversed() { try makeFolder(parent, in: folder) }
  }

  /// Makes a new file with this content, and the folders that it stands in.
  func makeFile(_ path: SitePath, in folder: OpenFile, _ content: some Content) throws {
    try announce(.makeFile)
    try content.write(to: try newFile(path, in: folder))
  }

  private func newFile(_ path: SitePath, in folder: OpenFile) throws -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL
    do {
      return try OpenFile(path.text, in: folder, flags: flags, mode: 0o644, cannot: "write")
    } catch  where error.code == ENOENT {
      try makeParents(of: path, in: folder)
      return try OpenFile(path.text, in: folder, flags: flags, mode: 0o644, cannot: "write")
    }
  }

  /// Gives a file a second name; a link as such, not what it leads to.
  func link(_ path: SitePath, of folder: OpenFile, into other: OpenFile) throws {
    try announce(.link)
    guard linkat(folder.descriptor, path.bytes, other.descriptor, path.bytes, 0) != 0 else { return }
    throw FileFailure(folder.shown(path.text), cannot: "link")
  }

  /// Puts a file in a place, instead of the one that may be there.
  func rename(_ path: SitePath, of folder: OpenFile, to target: SitePath, of other: OpenFile) throws {
    try announce(.rename)
    guard renameat(folder.descriptor, path.bytes, other.descriptor, target.bytes) != 0 else { return }
    throw FileFailure(other.shown(target.text), cannot: "write")
  }

  /// Puts a folder where nothing may be.
  func renameNew(_ path: SitePath, of folder: OpenFile, to target: SitePath, of other: OpenFile) throws {
    try announce(.rename)
    guard cposix_rename_new(folder.descriptor, path.bytes, other.descriptor, target.bytes) != 0 else { return }
    // Not every file system knows the flag; a plain rename refuses too unless an empty folder is there.
    guard errno == EINVAL, renameat(folder.descriptor, path.bytes, other.descriptor, target.bytes) == 0 else {
      throw FileFailure(other.shown(target.text), cannot: "put the site at")
    }
  }

  /// Lets two folders change places in one step.
  func exchange(_ path: SitePath, of folder: OpenFile, with target: SitePath, of other: OpenFile) throws {
    try announce(.exchange)
    guard cposix_exchange(folder.descriptor, path.bytes, other.descriptor, target.bytes) != 0 else { return }
    throw FileFailure(other.shown(target.text), cannot: "put the site at")
  }

  /// Removes a file; whether it was there.
  @discardableResult
  func removeFile(_ path: SitePath, of folder: OpenFile) throws -> Bool {
    try announce(.removeFile)
    if unlinkat(folder.descriptor, path.bytes, 0) == 0 { return true }
    guard errno == ENOENT || errno == ENOTDIR else { throw FileFailure(folder.shown(path.text), cannot: "remove") }
    return false
  }

  /// Removes a folder if nothing is in it; whether it is gone.
  @discardableResult
  func removeEmptyFolder(_ path: SitePath, of folder: OpenFile) throws -> Bool {
    try announce(.removeFolder)
    if unlinkat(folder.descriptor, path.bytes, AT_REMOVEDIR) == 0 { return true }
    switch errno {
    case ENOENT: return true
    case ENOTEMPTY, EEXIST, ENOTDIR, EBUSY: return false
    default: throw FileFailure(folder.shown(path.text), cannot: "remove")
    }
  }
}
