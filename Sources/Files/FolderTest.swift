import Glibc

extension FileTree {
  /// Whether a folder stands at a path, or a link that leads to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
