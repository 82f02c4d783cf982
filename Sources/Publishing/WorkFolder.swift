internal import Files
private import Glibc
private import Synchronization

/// The folder, on the output's disk, in which the next edition of a site is made; one build at a time has it.
///
/// As a rule it stands beside the output folder (`.public.sitegen`); where that cannot be written, or a mount pins the
/// output folder, within it (`.sitegen-work`). A lock on a file in it ends with the build however that ends, so what
/// a build finds here under its lock was left by one that was killed.
final class WorkFolder: Sendable {
  let folder: OpenFile
  private let lock: OpenFile
  private let home: OpenFile
  private let name: SitePath
  private let disk: Disk
  private let isHeld = Mutex(true)

  /// Whether it stands within the output folder.
  var isInner: Bool { name == .innerWorkFolder }

  /// Waits for another build of the same output until the patience ends; then the failure says so.
  init(_ name: SitePath, in home: OpenFile, patience: Duration, disk: Disk) throws {
    let deadline = ContinuousClock.now + patience
    var held = try lockedFolder(name, in: home, disk)
    while held == nil && ContinuousClock.now < deadline {
      usleep(10_000)
      held = try lockedFolder(name, in: home, disk)
    }
    guard let held else {
      throw FileFailure(home.shown(name.text), cannot: "write, while another build does, in", code: EBUSY)
    }
    (folder, lock) = held
    (self.home, self.name, self.disk) = (home, name, disk)
  }

  /// Removes the folder with all that is left in it, and gives the lock up; later calls do nothing.
  func remove() throws {
    guard isHeld.withLock({ exchange(&$0, with: false) }) else { return }
    defer { flock(lock.descriptor, LOCK_UN) }
    try TreeRemoval(disk: disk, root: folder).removeTree(.newSite)
    for file in [SitePath.manifestDraft, .lock] { try disk.removeFile(file, of: folder) }
    try disk.removeEmptyFolder(name, of: home)
  }

  /// Removes the replaced edition, if it is here, and what a build that was killed left of one.
  func removeOldSite(replacedBy site: OpenFile, with manifest: Manifest) throws {
    guard let old = try? OpenFile(SitePath.oldSite.bytes, in: folder, flags: O_RDONLY | O_DIRECTORY) else { return }
    let latecomers = Latecomers(old: old, ours: try Manifest(of: old), site: site, now: manifest, disk: disk)
    try TreeRemoval(disk: disk, root: folder, rescue: latecomers.rescue).removeTree(.oldSite)
  }
}

extension SitePath {
  /// Within the work folder: the edition being made.
  static let newSite = SitePath("new")
  /// Within the work folder: the edition that was replaced, until it is removed.
  static let oldSite = SitePath("old")
  /// Within the work folder: the manifest to be.
  static let manifestDraft = SitePath("manifest")
  fileprivate static let lock = SitePath("lock")

  /// The work folder beside an output folder.
  static func workFolder(beside name: SitePath) -> SitePath { SitePath(".\(name.text).sitegen") }
  /// The work folder within an output folder.
  static let innerWorkFolder = SitePath(".sitegen-work")
}

/// The folder and its lock, or `nil` while another build has them or is just removing them.
private func lockedFolder(_ name: SitePath, in home: OpenFile, _ disk: Disk) throws -> (OpenFile, OpenFile)? {
  try disk.makeFolder(name, in: home, mode: 0o700)
  do {
    let folder = try OpenFile(name.bytes, in: home, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    let lock = try OpenFile(
      SitePath.lock.text, in: folder, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600, cannot: "write")
    guard flock(lock.descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    return try lock.status().st_nlink == 0 ? nil : (folder, lock)
  } catch  where error.code == ENOENT {
    return nil
  }
}
