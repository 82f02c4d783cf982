/// The files of public/ that something stands for, and the folders that lead to them: nothing can be both.
struct ClaimedPaths {
  private var files: Set<String> = []
  private var folders: Set<String> = []

  /// Takes a path; `false` where it, a folder above it or a file below it is taken already.
  mutating func claim(_ path: String) -> Bool {
    let above = path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    guard !folders.contains(path), !above.contains(where: files.contains), files.insert(path).inserted else {
      return false
    }
    folders.formUnion(above)
    return true
  }
}
