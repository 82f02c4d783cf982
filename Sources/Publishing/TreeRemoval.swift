internal import Files
private import Glibc

/// Removes a folder with all that is in it, following no link.
struct TreeRemoval {
  let disk: Disk
  /// The open folder that paths start at.
  let root: OpenFile
  /// Asked before a file goes, by its path below the removed folder; whether it has been moved elsewhere.
  var rescue: (SitePath) throws -> Bool = { _ in false }

  /// The manifest goes last, so that a removal cut short can be taken up knowing which files were ours.
  func removeTree(_ path: SitePath) throws {
    guard let folder = try open(path, in: root) else { return }
    try removeContents(of: .root, in: folder)
    try disk.removeFile(.manifest, of: folder)
    try disk.removeEmptyFolder(path, of: root)
  }

  private func removeContents(of path: SitePath, in top: OpenFile) throws {
    guard let folder = try open(path, in: top) else { return }
    for entry in try folder.entries() {
      let child = path.appending(entry.name)
      if entry.kind == .folder {
        try removeContents(of: child, in: top)
        try disk.removeEmptyFolder(child, of: top)
      } else if child != .manifest, try !rescue(child) {
        try disk.removeFile(child, of: top)
      }
    }
  }

  /// Opens a folder and makes sure that its entries can go; `nil` where there is none.
  private func open(_ path: SitePath, in folder: OpenFile) throws -> OpenFile? {
    do {
      let opened = try OpenFile(path.bytes, in: folder, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      if try opened.status().st_mode & S_IRWXU != S_IRWXU { fchmod(opened.descriptor, S_IRWXU) }
      return opened
    } catch  where error.code == ENOENT {
      return nil
    }
  }
}
