private import CPosix
internal import Files
private import Glibc

/// The output folder, found once and held open, so that nothing later depends on the working directory or on links.
struct OutputPlace: Sendable {
  /// The folder that it stands in: of a link, the one that its target stands in.
  let parent: OpenFile
  let name: SitePath
  /// What stands there, or `nil` where nothing does yet.
  let site: OpenFile?
  /// Whether the whole folder may be exchanged: not where a mount pins it, nor the folder that we stand in.
  let isExchangeable: Bool

  /// Makes the folders that lead to the output folder if they are missing.
  init(_ output: String, disk: Disk) throws {
    guard let path = realPath(output) else {
      try self.init(missing: output, disk: disk)
      return
    }
    let (folder, name) = split(path)
    let site = try OpenFile(path, flags: O_RDONLY | O_DIRECTORY, cannot: "write to")
    let parent = try OpenFile(folder, flags: O_RDONLY | O_DIRECTORY, cannot: "write to")
    self.init(parent: parent, name: SitePath(name), site: site, isExchangeable: try isMovable(site, path, in: parent))
  }

  private init(parent: OpenFile, name: SitePath, site: OpenFile?, isExchangeable: Bool) {
    self.parent = parent
    self.name = name
    self.site = site
    self.isExchangeable = isExchangeable
  }

  private init(missing output: String, disk: Disk) throws {
    var status = stat()
    let (folder, name) = split(output)
    guard lstat(output, &status) != 0, errno == ENOENT, name != "..", name != "." else {
      throw FileFailure(output, cannot: "write to", code: errno == 0 ? ENOENT : errno)
    }
    try makeFolders(folder, disk: disk)
    let parent = try OpenFile(folder, flags: O_RDONLY | O_DIRECTORY, cannot: "write to")
    self.init(parent: parent, name: SitePath(name), site: nil, isExchangeable: true)
  }
}

extension OutputPlace {
  /// Takes the folder to work in, beside the output folder if that may be.
  func workFolder(patience: Duration, disk: Disk) throws -> WorkFolder {
    let inner = { (site: OpenFile) in
      try WorkFolder(.innerWorkFolder, in: site, patience: patience, disk: disk)
    }
    if let site, !isExchangeable { return try inner(site) }
    do {
      return try WorkFolder(.workFolder(beside: name), in: parent, patience: patience, disk: disk)
    } catch let failure as FileFailure where [EACCES, EPERM, EROFS].contains(failure.code) {
      guard let site else { throw failure }
      return try inner(site)
    }
  }
}

private func isMovable(_ site: OpenFile, _ path: String, in parent: OpenFile) throws -> Bool {
  guard path != "/", cposix_mount(site.descriptor) == cposix_mount(parent.descriptor) else { return false }
  guard try site.status().st_dev == parent.status().st_dev else { return false }
  guard let here = realPath(".") else { return true }
  return here != path && !here.utf8.starts(with: "\(path)/".utf8)
}

private func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The folder and the name of a path, whatever slashes end it: `build/public/` is `public` in `build`.
private func split(_ path: String) -> (folder: String, name: String) {
  var trimmed = path[...]
  while trimmed.count > 1 && trimmed.last == "/" { trimmed.removeLast() }
  guard let slash = trimmed.lastIndex(of: "/") else { return (".", String(trimmed)) }
  return (slash == path.startIndex ? "/" : String(trimmed[..<slash]), String(trimmed[slash...].dropFirst()))
}

private func makeFolders(_ path: String, disk: Disk) throws {
  guard access(path, F_OK) != 0, errno == ENOENT else { return }
  let (folder, name) = split(path)
  try makeFolders(folder, disk: disk)
  try disk.makeFolder(SitePath(name), in: try OpenFile(folder, flags: O_RDONLY | O_DIRECTORY, cannot: "write to"))
}
