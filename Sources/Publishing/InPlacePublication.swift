internal import Files
private import Glibc

/// Puts a new edition into the output folder file by file, where that folder cannot be exchanged as a whole.
///
/// Each file appears whole, in an order in which nothing refers to what is not there yet: new assets, changed assets,
/// new pages, changed pages; what goes, goes last. Meanwhile the manifest names the files of both editions, so that
/// the build after one that was killed knows all of them as ours.
struct InPlacePublication {
  let site: OpenFile
  let work: OpenFile
  let plan: PublicationPlan
  let disk: Disk

  /// Returns how many files were removed.
  func publish() throws -> Int {
    if plan.before != plan.after { try put(plan.before.union(plan.after)) }
    let obstacles = obstacles
    var removed = try obstacles.sorted().count(where: remove)
    for path in plan.staged.keys.sorted(by: comesFirst) { try place(path) }
    removed += try plan.leftover.subtracting(obstacles).sorted().count(where: remove)
    if plan.before != plan.after { try put(plan.after) }
    return removed
  }

  private func put(_ manifest: Manifest) throws {
    try disk.removeFile(.manifestDraft, of: work)
    try manifest.serialized.withUnsafeBytes { try disk.makeFile(.manifestDraft, in: work, Bytes(bytes: $0)) }
    try disk.rename(.manifestDraft, of: work, to: .manifest, of: site)
  }

  private func place(_ path: SitePath) throws {
    try disk.makeParents(of: path, in: site)
    try disk.rename(SitePath("\(SitePath.newSite.text)/\(path.text)"), of: work, to: path, of: site)
  }

  /// Old files where the new edition has a folder, and in folders where it has a file.
  private var obstacles: Set<SitePath> {
    let folders = Manifest(plan.staged.keys).folders
    return plan.leftover.filter { path in
      folders.contains(path) || path.parents.contains { plan.staged[$0] != nil }
    }
  }

  /// Removes a file of ours and the folders that it leaves empty; whether it was there.
  private func remove(_ path: SitePath) throws -> Bool {
    var status = stat()
    let isThere = fstatat(site.descriptor, path.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0
    // Something else than a file has taken its place, which is not ours.
    if isThere && !status.isRegularFile { return false }
    if isThere { try disk.removeFile(path, of: site) }
    for folder in path.parents {
      guard try disk.removeEmptyFolder(folder, of: site) else { break }
    }
    return isThere
  }

  private func comesFirst(_ a: SitePath, _ b: SitePath) -> Bool {
    (rank(a), a) < (rank(b), b)
  }

  private func rank(_ path: SitePath) -> Int {
    (path.isPage ? 2 : 0) + (plan.staged[path] == true ? 1 : 0)
  }
}

extension SitePath {
  fileprivate var isPage: Bool { bytes.dropLast().suffix(5).elementsEqual(".html".utf8CString.dropLast()) }
}
