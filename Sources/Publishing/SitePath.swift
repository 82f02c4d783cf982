private import Glibc

/// The path of a file or folder below the output folder, as the disk has it: its bytes, which need not be UTF-8.
///
/// Two spellings of one accented letter are two paths here, as they are on the disk.
struct SitePath: Sendable {
  /// The bytes and a closing zero, as system calls take them.
  let bytes: [CChar]

  init(_ text: String) {
    bytes = Array(text.utf8CString)
  }

  private init(bytes: [CChar]) {
    self.bytes = bytes
  }

  /// The output folder itself.
  static let root = SitePath(".")

  /// The path of an entry (its name with a closing zero) of this folder.
  func appending(_ name: [CChar]) -> SitePath {
    isRoot ? SitePath(bytes: name) : SitePath(bytes: bytes.dropLast() + [slash] + name)
  }

  /// The folders that it stands in, the nearest first, without the output folder.
  var parents: some Sequence<SitePath> {
    sequence(first: self) { $0.parent }.dropFirst()
  }

  /// The folder that it stands in, or `nil` for the output folder.
  var parent: SitePath? {
    bytes.lastIndex(of: slash).map { SitePath(bytes: bytes[..<$0] + [0]) }
  }

  var isRoot: Bool { self == .root }

  /// For messages; bytes that are not UTF-8 show as replacement characters.
  var text: String { String(decoding: bytes.dropLast().lazy.map(UInt8.init(bitPattern:)), as: UTF8.self) }

  /// Whether it stays below the output folder and is none of the names kept for the bookkeeping there.
  var isPublishable: Bool {
    var dots = 0
    var others = 0
    for byte in bytes.dropLast() + [slash] {
      switch byte {
      case slash where others == 0 && dots <= 2, 0: return false
      case slash: (dots, others) = (0, 0)
      case dot: dots += 1
      default: others += 1
      }
    }
    return self != .manifest && !isWorkFolder
  }

  private var isWorkFolder: Bool {
    let name = SitePath.innerWorkFolder.bytes
    return strncmp(bytes, name, name.count - 1) == 0 && [0, slash].contains(bytes[name.count - 1])
  }
}

private let slash = CChar(0x2F)
private let dot = CChar(0x2E)

extension SitePath: Hashable {
  static func == (a: SitePath, b: SitePath) -> Bool {
    a.bytes.count == b.bytes.count && memcmp(a.bytes, b.bytes, a.bytes.count) == 0
  }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension SitePath: Comparable {
  /// By bytes.
  static func < (a: SitePath, b: SitePath) -> Bool { strcmp(a.bytes, b.bytes) < 0 }
}
