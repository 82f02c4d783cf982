/// The parts of a link's destination, and the path below content/ that it means.
struct LinkPath {
  let path: Slice<UnsafeBufferPointer<UInt8>>
  /// From the question mark on.
  let query: Slice<UnsafeBufferPointer<UInt8>>
  /// Behind the hash; `nil` where there is none.
  let fragment: Slice<UnsafeBufferPointer<UInt8>>?

  init(_ destination: UnsafeBufferPointer<UInt8>) {
    let hash = destination.firstIndex(of: UInt8(ascii: "#")) ?? destination.endIndex
    let question = destination[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
    fragment = hash < destination.endIndex ? destination[(hash + 1)...] : nil
    path = destination[..<question]
    query = destination[question..<hash]
  }

  /// Whether the destination leaves the site: it has a scheme, or names a host.
  static func isExternal(_ destination: UnsafeBufferPointer<UInt8>) -> Bool {
    if destination.count > 1, destination[0] == UInt8(ascii: "/"), destination[1] == UInt8(ascii: "/") { return true }
    for byte in destination {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  /// The path below content/ that a link means, seen from a folder; `nil` where it leads out of content/.
  func resolved(from folder: String) -> String? {
    let bytes = LinkPath.percentDecoded(path)
    let isAbsolute = bytes.first == UInt8(ascii: "/")
    var out = isAbsolute ? [] : Array(folder.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
      let part = bytes[start..<end]
      start = end + 1
      if part.isEmpty || part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard !out.isEmpty else { return nil }
        out.removeSubrange((out.lastIndex(of: UInt8(ascii: "/")) ?? 0)...)
      } else {
        if !out.isEmpty { out.append(UInt8(ascii: "/")) }
        out += part
      }
    }
    let last = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last ?? []
    let isFolder = last.isEmpty || last.elementsEqual(".".utf8) || last.elementsEqual("..".utf8)
    if isFolder, !out.isEmpty { out.append(UInt8(ascii: "/")) }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes with `%20` and its like as what they stand for; where that is no UTF-8, the bytes as they are.
  static func percentDecoded(_ text: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let pair = String(decoding: bytes[index...].dropFirst().prefix(2), as: UTF8.self)
      if bytes[index] == UInt8(ascii: "%"), pair.utf8.count == 2, let byte = UInt8(pair, radix: 16) {
        out.append(byte)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(validating: out, as: UTF8.self) == nil ? bytes : out
  }
}
