private import CPosix
internal import Files
internal import Glibc

/// Completes a new edition, beside the published one, with what stays: our unchanged files and everything not ours.
///
/// Files and links get a second name, so that they keep inode, times and all else; folders are made anew with their
/// mode, owner and attributes. Fails with the system's reason where something there cannot be had twice: a mount, a
/// file that may not be linked, a folder that may not be read.
struct SiteMirror {
  let site: OpenFile
  let edition: Edition
  let plan: PublicationPlan
  let disk: Disk
  private let device: dev_t

  init(of site: OpenFile, in edition: Edition, _ plan: PublicationPlan, disk: Disk) throws {
    self.site = site
    self.edition = edition
    self.plan = plan
    self.disk = disk
    device = try site.status().st_dev
  }

  /// Returns how many of our files stay behind because the new edition has no such page.
  func complete() throws -> Int {
    try mirror(.root)
  }

  private func mirror(_ path: SitePath) throws -> Int {
    let folder = try OpenFile(path.bytes, in: site, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    let status = try folder.status()
    guard status.st_dev == device else { throw FileFailure(folder.path, cannot: "move", code: EXDEV) }
    var removed = 0
    for entry in try folder.entries() {
      let child = path.appending(entry.name)
      switch entry.kind == .folder ? .folder : plan.role(of: child, entry.kind) {
      case .folder: removed += child == .innerWorkFolder ? 0 : try mirror(child)
      case .kept: try link(child)
      case .removed: removed += 1
      case .replaced: break
      }
    }
    try keepAttributes(of: folder, path, status)
    return removed
  }

  private func link(_ path: SitePath) throws {
    do {
      try disk.link(path, of: site, into: edition.folder)
    } catch let failure as FileFailure where failure.code == ENOENT {
      try disk.makeParents(of: path, in: edition.folder)
      try disk.link(path, of: site, into: edition.folder)
    } catch let failure as FileFailure where failure.code == EEXIST || failure.code == ENOTDIR {
      throw PublicationRefused(inTheWay: [path], of: site.path)
    }
  }

  /// A folder of ours is made when a file needs it; one of others stays even if it is empty.
  private func keepAttributes(of folder: OpenFile, _ path: SitePath, _ status: stat) throws {
    let isOurs = path.isRoot || plan.folders.contains(path)
    guard !isOurs || !edition.plainFolder.hasSameOwnerAndMode(status) else { return }
    if !isOurs {
      try disk.makeParents(of: path, in: edition.folder)
      try disk.makeFolder(path, in: edition.folder)
    }
    guard let copy = try? OpenFile(path.bytes, in: edition.folder, flags: O_RDONLY | O_DIRECTORY) else { return }
    copy.takeAttributes(of: folder, status)
    var times = [status.st_atim, status.st_mtim]
    if !isOurs { futimens(copy.descriptor, &times) }
  }
}

extension OpenFile {
  /// Takes the owner, the mode and the extended attributes of another folder, as far as the system permits.
  func takeAttributes(of folder: OpenFile, _ status: stat) {
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    cposix_copy_attributes(folder.descriptor, descriptor)
    fchmod(descriptor, status.st_mode & 0o7777)
  }
}

extension stat {
  fileprivate func hasSameOwnerAndMode(_ other: stat) -> Bool {
    st_uid == other.st_uid && st_gid == other.st_gid && st_mode == other.st_mode
  }
}
