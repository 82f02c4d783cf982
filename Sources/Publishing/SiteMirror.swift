internal import CPosix
internal import Files
internal import Glibc

/// Completes a new edition, beside the published one, with what stays: our unchanged files and everything not ours.
///
/// Files and links get a second name, so that they keep inode, times and all else; folders are made anew with their
/// mode, owner and attributes. Fails with the system's reason where something there cannot be had twice: a mount, a
/// file that may not be linked, a folder that may not be read.
struct SiteMirror: Sendable {
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

  /// Goes through the published folders level by level; returns how many files of ours the new edition drops.
  func complete(_ workers: Workers) throws -> Int {
    var visits: [Visit] = []
    var level = [SitePath.root]
    while !level.isEmpty {
      let visited = try workers.map(level) { try $0.map(mirror) }
      level = visited.flatMap(\.folders)
      visits += visited
    }
    // The deepest first: a mode may forbid and a time would show what is done in a folder later.
    for visit in visits.reversed() { try keepAttributes(visit) }
    return visits.reduce(0) { $0 + $1.removed }
  }

  /// What one folder holds that is still to be seen to.
  private struct Visit {
    let path: SitePath
    let status: stat
    var folders: [SitePath] = []
    var removed = 0
  }

  private func mirror(_ path: SitePath) throws -> Visit {
    let folder = try OpenFile(path.bytes, in: site, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    var visit = Visit(path: path, status: try folder.status())
    guard visit.status.st_dev == device else { throw FileFailure(folder.path, cannot: "move", code: EXDEV) }
    var isMade = path.isRoot
    for entry in try folder.entries() {
      let child = path.appending(entry.name)
      switch entry.kind == .folder ? .folder : plan.role(of: child, entry.kind) {
      case .folder: if child != .innerWorkFolder { visit.folders.append(child) }
      case .removed: visit.removed += 1
      case .replaced: break
      case .kept:
        if !isMade { try disk.makeFolders(path, in: edition.folder) }
        isMade = true
        try link(child)
      }
    }
    return visit
  }

  private func link(_ path: SitePath) throws {
    do {
      try disk.link(path, of: site, into: edition.folder)
    } catch let failure as FileFailure where failure.code == EEXIST || failure.code == ENOTDIR {
      throw PublicationRefused(inTheWay: [path], of: site.path)
    }
  }

  /// A folder of ours is there if a file needs it; one of others stays even if it is empty.
  private func keepAttributes(_ visit: Visit) throws {
    let isOurs = visit.path.isRoot || plan.folders.contains(visit.path)
    guard !isOurs || !edition.plainFolder.hasSameOwnerAndMode(visit.status) else { return }
    if !isOurs { try disk.makeFolders(visit.path, in: edition.folder) }
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
    let folder = try OpenFile(visit.path.bytes, in: site, flags: flags)
    guard let copy = try? OpenFile(visit.path.bytes, in: edition.folder, flags: flags) else { return }
    copy.takeAttributes(of: folder, visit.status)
    let times = [visit.status.st_atim, visit.status.st_mtim]
    if !isOurs { futimens(copy.descriptor, times) }
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
