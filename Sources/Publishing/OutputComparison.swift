internal import Files
private import Glibc

/// Tells how a file to be compares with what stands at its path in the output folder.
struct OutputComparison {
  let site: OpenFile
  let before: Manifest

  enum Result {
    case missing, same
    /// A file of an earlier build, with other bytes.
    case changed
    /// What others put there.
    case inTheWay([SitePath])
  }

  func compare(_ path: SitePath, with content: some Content) throws -> Result {
    do {
      let file = try OpenFile(path.bytes, in: site, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      let status = try file.status()
      if status.isFolder { return try folder(path) }
      guard status.isRegularFile else { return .inTheWay([path]) }
      if Int(status.st_size) == content.size, try content.equals(file) { return .same }
      return before.paths.contains(path) ? .changed : .inTheWay([path])
    } catch let failure as FileFailure where [ENOENT, ENOTDIR].contains(failure.code) {
      return .missing
    } catch let failure as FileFailure where [ELOOP, ENXIO].contains(failure.code) {
      return .inTheWay([path])
    } catch let failure as FileFailure where failure.code == EACCES {
      return before.paths.contains(path) ? .changed : .inTheWay([path])
    }
  }

  /// Whether others put something but a folder where this folder has to be.
  func isObstructed(_ folder: SitePath) -> Bool {
    var status = stat()
    guard fstatat(site.descriptor, folder.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0, !status.isFolder else {
      return false
    }
    return !(status.isRegularFile && before.paths.contains(folder))
  }

  /// A folder where a file has to be gives way if nothing but files of an earlier build are in it.
  private func folder(_ path: SitePath) throws -> Result {
    let others = try others(in: path, ours: before.folders)
    return others.isEmpty ? .missing : .inTheWay(others)
  }

  private func others(in path: SitePath, ours: Set<SitePath>) throws -> [SitePath] {
    guard ours.contains(path) else { return [path] }
    let folder = try OpenFile(path.bytes, in: site, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    return try folder.entries().flatMap { entry in
      let child = path.appending(entry.name)
      if entry.kind == .folder { return try others(in: child, ours: ours) }
      return entry.kind == .file && before.paths.contains(child) ? [] : [child]
    }
  }
}
