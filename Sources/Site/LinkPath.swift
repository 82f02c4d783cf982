/// The parts of a link's destination, and the path below content/ that it means.
struct LinkPath {
  var path: Substring
  /// From the question mark on.
  var query: Substring
  /// Behind the hash; `nil` where there is none.
  var fragment: Substring?

  init(_ destination: String) {
    let hash = destination.firstIndex(of: "#") ?? destination.endIndex
    fragment = hash < destination.endIndex ? destination[destination.index(after: hash)...] : nil
    let question = destination[..<hash].firstIndex(of: "?") ?? hash
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
    let decoded = LinkPath.percentDecoded(path)
    var parts = decoded.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in decoded.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      guard part == ".." else {
        parts.append(String(part))
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    let isFolder = decoded.hasSuffix("/") || decoded.hasSuffix("/.") || decoded.hasSuffix("/..")
    return parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
  }

  /// The text with `%20` and its like as the bytes they stand for; where those are no UTF-8, the text as it is.
  static func percentDecoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
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
    return String(validating: out, as: UTF8.self) ?? String(text)
  }
}
