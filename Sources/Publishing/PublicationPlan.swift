internal import Files

/// What has to happen to the output folder for it to hold the new edition.
struct PublicationPlan: Sendable {
  /// Files with new bytes, waiting in the work folder, and whether each replaces a file.
  let staged: [SitePath: Bool]
  /// The files that the last edition had.
  let before: Manifest
  /// The files that the new edition has.
  let after: Manifest
  /// The files of the last edition that the new one has not.
  let leftover: Set<SitePath>
  /// The folders that hold files of either edition.
  let folders: Set<SitePath>

  init(staged: [SitePath: Bool], before: Manifest, after: Manifest) {
    self.staged = staged
    self.before = before
    self.after = after
    leftover = before.paths.subtracting(after.paths)
    let isEmpty = staged.isEmpty && before == after
    folders = isEmpty ? [] : before.folders.union(after.folders)
  }

  var isEmpty: Bool { staged.isEmpty && before == after }

  /// One file put in place or removed is one step of the disk anyhow; only more need the exchange of the whole folder.
  var isOneStep: Bool { staged.count + leftover.count <= 1 }

  enum Role {
    case folder, kept, replaced, removed
  }

  /// What becomes of a file that stands in the output folder. Only plain files can be ours.
  func role(of path: SitePath, _ kind: FolderEntry.Kind) -> Role {
    if path == .manifest || staged[path] != nil { return .replaced }
    return kind == .file && leftover.contains(path) ? .removed : .kept
  }
}
