private import CPosix
private import Glibc

/// What stands under one name in a folder.
package struct FolderEntry: Sendable {
  package enum Kind: Sendable {
    case file, folder, link, other
  }

  /// The name's bytes as the disk has them, which need not be UTF-8, and a closing zero.
  package let name: [CChar]
  /// The kind of the thing itself; a link is not followed.
  package let kind: Kind

  /// The name as text, or `nil` where it is not UTF-8.
  package var text: String? { String(validating: name.dropLast().lazy.map(UInt8.init(bitPattern:)), as: UTF8.self) }
}

extension OpenFile {
  /// The entries of this folder, without `.` and `..`, in the order in which the disk has them.
  ///
  /// It reads on from where the last listing of this open folder ended: list an open folder once.
  package func entries() throws(FileFailure) -> [FolderEntry] {
    var entries: [FolderEntry] = []
    let code = withUnsafeTemporaryAllocation(byteCount: 32768, alignment: 8) { buffer -> Int32 in
      while true {
        let length = uninterrupted { cposix_list(descriptor, buffer.baseAddress!, buffer.count) }
        guard length > 0 else { return length == 0 ? 0 : errno }
        append(UnsafeRawBufferPointer(rebasing: buffer[..<length]), to: &entries)
      }
    }
    guard code == 0 else { throw FileFailure(path, cannot: "list", code: code) }
    return entries
  }

  /// Takes records of getdents64(2) apart: inode 8 bytes, offset 8, record length 2, kind 1, the name and a zero.
  private func append(_ records: UnsafeRawBufferPointer, to entries: inout [FolderEntry]) {
    var start = 0
    while start < records.count {
      let length = Int(records.loadUnaligned(fromByteOffset: start + 16, as: UInt16.self))
      let name = (records.baseAddress! + start + 19).assumingMemoryBound(to: CChar.self)
      let count = strlen(name)
      let isDots = name[0] == 46 && (count == 1 || (count == 2 && name[1] == 46))
      if !isDots {
        let kind = kind(records[start + 18], name)
        entries.append(FolderEntry(name: Array(UnsafeBufferPointer(start: name, count: count + 1)), kind: kind))
      }
      start += length
    }
  }

  /// The kind from the record, or asked for where the file system leaves it out.
  private func kind(_ recorded: UInt8, _ name: UnsafePointer<CChar>) -> FolderEntry.Kind {
    switch Int(recorded) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
      return status.isRegularFile ? .file : status.isFolder ? .folder : status.isLink ? .link : .other
    default: return .other
    }
  }
}
