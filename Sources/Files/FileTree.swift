private import Glibc

/// The files under a folder, by path; hidden ones and editors' leftovers are left out.
///
/// Links are followed, to files and to folders; one that leads back to a folder it stands in is not.
package struct FileTree: Sendable {
  package struct Entry: Hashable, Sendable {
    /// From the listed folder, with `/` between names: `handbook/index.md`.
    package let path: String
    /// In bytes; of a link, that of the file it leads to.
    package let size: Int
    /// Nanoseconds since the start of 1970 in UTC.
    package let modified: Int64
    package let isSymlink: Bool
  }

  /// Something that is there and cannot be listed as a file.
  package struct Omission: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// A pipe, a socket or a device.
      case notAFile
      /// A link to nothing.
      case brokenLink
      /// A link to a folder that it stands in.
      case loop
      /// The name is not UTF-8; the path shows replacement characters.
      case nameNotUTF8
      /// The system's reason, as `errno` gives it.
      case unreadable(Int32)
    }

    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) {
      self.path = path
      self.reason = reason
    }
  }

  /// By the bytes of the path.
  package private(set) var entries: [Entry] = []
  /// By the bytes of the path.
  package private(set) var omissions: [Omission] = []

  /// Lists a folder and all below it.
  package init(of folder: String) throws(FileFailure) {
    let root = try OpenFile(folder, flags: O_RDONLY | O_DIRECTORY, cannot: "list")
    try list(root, prefix: "", within: [FolderIdentity(try root.status())])
    omissions.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension FileTree {
  private mutating func list(
    _ folder: OpenFile, prefix: String, within ancestors: [FolderIdentity]
  ) throws(FileFailure) {
    for item in try items(of: folder, prefix: prefix) {
      let path = prefix + item.name
      guard item.status.isFolder else {
        append(path, item)
        continue
      }
      let identity = FolderIdentity(item.status)
      guard !ancestors.contains(identity) else {
        omissions.append(Omission(path: path, reason: .loop))
        continue
      }
      descend(to: item.name, of: folder, path: path, within: ancestors + [identity])
    }
  }

  private mutating func descend(
    to name: String, of folder: OpenFile, path: String, within ancestors: [FolderIdentity]
  ) {
    do {
      let below = try OpenFile(name, in: folder, flags: O_RDONLY | O_DIRECTORY, cannot: "list")
      try list(below, prefix: path + "/", within: ancestors)
    } catch {
      omissions.append(Omission(path: path, reason: .unreadable(error.code)))
    }
  }

  private mutating func append(_ path: String, _ item: Item) {
    guard item.status.isRegularFile else {
      omissions.append(Omission(path: path, reason: .notAFile))
      return
    }
    let time = item.status.st_mtim
    entries.append(
      Entry(
        path: path, size: Int(item.status.st_size),
        modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec), isSymlink: item.isSymlink))
  }

  /// The listed names of one folder, in the order that their paths have in the whole tree.
  private mutating func items(of folder: OpenFile, prefix: String) throws(FileFailure) -> [Item] {
    var items: [Item] = []
    for entry in try folder.entries() where !isLeftOut(entry.name) {
      do throws(Omission.Failure) {
        items.append(try Item(entry, in: folder))
      } catch {
        let name = String(decoding: entry.name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        omissions.append(Omission(path: prefix + name, reason: error.reason))
      }
    }
    return items.sorted()
  }
}

extension FileTree.Omission {
  fileprivate struct Failure: Error {
    let reason: Reason
  }
}

/// Which folder it is, by whatever path one comes to it.
private struct FolderIdentity: Hashable {
  let device: dev_t
  let number: ino_t

  init(_ status: stat) {
    device = status.st_dev
    number = status.st_ino
  }
}

/// A name with what stands under it, links followed.
private struct Item: Comparable {
  let name: String
  let status: stat
  let isSymlink: Bool
  /// The name as it stands in paths: a folder's is followed by `/`, which is more than `.` and less than `a`.
  private let key: [CChar]

  init(_ entry: FolderEntry, in folder: OpenFile) throws(FileTree.Omission.Failure) {
    guard let name = entry.text else { throw FileTree.Omission.Failure(reason: .nameNotUTF8) }
    var status = stat()
    guard fstatat(folder.descriptor, entry.name, &status, 0) == 0 else {
      throw FileTree.Omission.Failure(reason: entry.kind == .link ? .ofLink(errno) : .unreadable(errno))
    }
    self.name = name
    self.status = status
    isSymlink = entry.kind == .link
    key = status.isFolder ? entry.name.dropLast() + [0x2F, 0] : entry.name
  }

  static func < (a: Item, b: Item) -> Bool { strcmp(a.key, b.key) < 0 }
  static func == (a: Item, b: Item) -> Bool { a.key == b.key }
}

extension FileTree.Omission.Reason {
  fileprivate static func ofLink(_ code: Int32) -> Self {
    switch code {
    case ENOENT, ENOTDIR: .brokenLink
    case ELOOP: .loop
    default: .unreadable(code)
    }
  }
}

/// Hidden (`.git`), a backup (`page.md~`), an auto-save (`#page.md#`) or a swap file (`page.md.swp`).
private func isLeftOut(_ name: [CChar]) -> Bool {
  let count = name.count - 1
  if name[0] == 0x2E || name[count - 1] == 0x7E { return true }
  if count > 1 && name[0] == 0x23 && name[count - 1] == 0x23 { return true }
  return count >= 4 && strcmp(Array(name.suffix(5)), ".swp") == 0
}
