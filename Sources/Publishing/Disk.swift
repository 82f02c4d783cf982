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

  /// Makes a folder, and those that it stands in as far as they are missing.
  func makeFolders(_ path: SitePath, in folder: OpenFile) throws {
    do {
      try makeFolder(path, in: folder)
    } catch let failure as FileFailure where failure.code == ENOENT {
      guard let parent = path.parent else { throw failure }
      try makeFolders(parent, in: folder)
      try makeFolder(path, in: folder)
    }
  }

  /// Makes the folders that a path stands in, as far as they are missing.
  func makeParents(of path: SitePath, in folder: OpenFile) throws {
    if let parent = path.parent { try makeFolders(parent, in: folder) }
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

  /// Removes a file; whether one was there.
  @discardableResult
  func removeFile(_ path: SitePath, of folder: OpenFile) throws -> Bool {
    try announce(.removeFile)
    if unlinkat(folder.descriptor, path.bytes, 0) == 0 { return true }
    guard [ENOENT, ENOTDIR, EISDIR].contains(errno) else {
      throw FileFailure(folder.shown(path.text), cannot: "remove")
    }
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
