internal import Files
private import Glibc

/// Files that others put into the old edition while the new one was being put together, or that they changed then.
///
/// They are in no manifest, and the new edition has not the same file; so they move over before the old one goes.
struct Latecomers {
  let old: OpenFile
  /// What sitegen wrote in the old edition.
  let ours: Manifest
  let site: OpenFile
  /// What sitegen wrote in the new edition.
  let now: Manifest
  let disk: Disk

  /// Moves a file over if it is one of these; whether it was.
  func rescue(_ path: SitePath) throws -> Bool {
    guard !ours.paths.contains(path), !now.paths.contains(path), !isShared(path) else { return false }
    try disk.makeParents(of: path, in: site)
    try disk.rename(path, of: old, to: path, of: site)
    return true
  }

  private func isShared(_ path: SitePath) -> Bool {
    var here = stat()
    var there = stat()
    return fstatat(old.descriptor, path.bytes, &here, AT_SYMLINK_NOFOLLOW) == 0
      && fstatat(site.descriptor, path.bytes, &there, AT_SYMLINK_NOFOLLOW) == 0
      && here.st_ino == there.st_ino && here.st_dev == there.st_dev
  }
}
