/// Where something stands below the root of the site: `playbook/escalation/` for a page (its index.html is meant),
/// `calendar/all.ics` for a file, nothing for the home page. Never with a slash in front.
package struct Address: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ path: String) { description = path }

  package static let home = Address("")
  package static func < (a: Address, b: Address) -> Bool { a.description < b.description }

  /// The file below public/ that answers to the address.
  package var file: String {
    description.isEmpty || description.hasSuffix("/") ? description + "index.html" : description
  }

  /// How many folders lead to it: the links of the page need that many steps up to the root.
  package var depth: Int { description.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) } }

  /// The way to the root from a page with this address: `../../`, or `./` at home.
  package var toRoot: String { depth == 0 ? "./" : String(repeating: "../", count: depth) }

  /// The relative link from this address to another, each part percent-encoded as a path needs it.
  package func link(to target: Address) -> String {
    var here = description
    var there = target.description
    let (common, steps) = here.withUTF8 { here in
      there.withUTF8 { there in Address.shared(here, there) }
    }
    let rest = Address.encoded(common == 0 ? there : String(decoding: there.utf8.dropFirst(common), as: UTF8.self))
    guard steps > 0 else { return rest.isEmpty ? "./" : rest }
    return String(repeating: "../", count: steps) + rest
  }

  /// How many bytes of folders two addresses share, and how many folders of the first lie below those.
  private static func shared(_ here: UnsafeBufferPointer<UInt8>, _ there: UnsafeBufferPointer<UInt8>) -> (Int, Int) {
    var common = 0
    for index in 0..<min(here.count, there.count) {
      guard here[index] == there[index] else { break }
      if here[index] == UInt8(ascii: "/") { common = index + 1 }
    }
    return (common, here[common...].count { $0 == UInt8(ascii: "/") })
  }

  /// The address below an absolute base, percent-encoded.
  package func absolute(_ base: String) -> String { base + Address.encoded(description) }

  /// A path with all bytes percent-encoded that RFC 3986 does not allow in one; slashes stay.
  package static func encoded(_ path: String) -> String {
    if path.utf8.allSatisfy(isPlain) { return path }
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      if isPlain(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "@"):
      true
    default: false
    }
  }
}
