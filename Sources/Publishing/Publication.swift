internal import Files
private import Glibc

/// Puts a new edition in the place of the old one, in one step of the disk wherever that can be had.
struct Publication: Sendable {
  let place: OutputPlace
  let work: WorkFolder
  let plan: PublicationPlan
  let disk: Disk
  let workers: Workers

  /// Returns how many files of the old edition were removed.
  ///
  /// - Parameter edition: gives the new edition's folder, which holds the staged files.
  func publish(_ edition: () throws -> Edition) throws -> Int {
    guard let site = place.site else {
      try publishFirst(try edition())
      return 0
    }
    if !plan.isOneStep && place.isExchangeable && !work.isInner {
      if let removed = try exchange(site, try edition()) { return removed }
    }
    return try InPlacePublication(site: site, work: work.folder, plan: plan, disk: disk).publish()
  }

  private func publishFirst(_ edition: Edition) throws {
    try writeManifest(into: edition)
    try disk.renameNew(.newSite, of: work.folder, to: place.name, of: place.parent)
  }

  /// Returns `nil`, with the old edition still standing, where the disk cannot do it.
  private func exchange(_ site: OpenFile, _ edition: Edition) throws -> Int? {
    let removed: Int
    do {
      removed = try SiteMirror(of: site, in: edition, plan, disk: disk).complete(workers)
      try writeManifest(into: edition)
      try disk.exchange(.newSite, of: work.folder, with: place.name, of: place.parent)
    } catch let failure as FileFailure where Self.rulesExchangeOut.contains(failure.code) {
      return nil
    }
    // The new edition stands; what fails from here on leaves work for the next build and nothing to tell.
    try? retire(site, for: edition)
    return removed
  }

  private func retire(_ site: OpenFile, for edition: Edition) throws {
    try disk.rename(.newSite, of: work.folder, to: .oldSite, of: work.folder)
    try removePublished(from: site)
    try work.removeOldSite(replacedBy: edition.folder, with: plan.after)
  }

  /// Removes from the old edition what its manifest names: that needs no listing. The rest is for a closer look.
  private func removePublished(from old: OpenFile) throws {
    try workers.forEach(plan.before.paths.sorted()) { try disk.removeFile($0, of: old) }
    // A folder's path comes before those of the folders in it.
    let folders = plan.before.folders.sorted()
    try workers.forEach(folders.reversed()) { try disk.removeEmptyFolder($0, of: old) }
  }

  private func writeManifest(into edition: Edition) throws {
    try plan.after.serialized.withUnsafeBytes { bytes in
      try disk.makeFile(.manifest, in: edition.folder, Bytes(bytes: bytes))
    }
  }

  /// A mount, another disk, a disk without hard links or exchange, files or folders of others that we may not move.
  private static let rulesExchangeOut: Set<Int32> = [
    EACCES, EBUSY, EINVAL, EMLINK, ENOSYS, EOPNOTSUPP, EPERM, EXDEV,
  ]
}
