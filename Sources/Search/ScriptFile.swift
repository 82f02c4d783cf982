/// A file of the index: where it goes, seen from the root of the site, and what it holds.
package struct SearchFile: Sendable, Equatable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    (self.path, self.bytes) = (path, bytes)
  }
}

/// A classic script that hands its text to the page: "sitegenSearch('words/esc-',`…`)".
struct ScriptFile {
  private let name: String
  private var bytes: [UInt8]

  /// - Parameter name: its path below `search/`, without the ending.
  init(_ name: String) {
    self.name = name
    bytes = Array("sitegenSearch('\(name)',`".utf8)
  }

  var file: SearchFile { SearchFile(path: "search/\(name).js", bytes: bytes + "`)\n".utf8) }

  /// The size of the text so far, in bytes.
  var size: Int { bytes.count }

  /// Appends text, escaped for a template literal.
  mutating func append(_ text: ArraySlice<UInt8>) {
    var rest = text
    while let special = rest.firstIndex(where: Self.isSpecial) {
      bytes += rest[..<special]
      bytes += rest[special] == 13 ? Array("\\r".utf8) : [UInt8(ascii: "\\"), rest[special]]
      rest = rest[(special + 1)...]
    }
    bytes += rest
  }

  mutating func append(_ text: [UInt8]) { append(text[...]) }

  mutating func append(_ text: String) { append(Array(text.utf8)) }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") || byte == 13
  }

  /// Appends a number in the digits of `search.js`: the last of 55 values, those before of 30.
  ///
  /// Numbers below 55 take one byte, those below 1,705 two. No digit is a space, a quote, `$` or a backslash.
  mutating func append(number: Int) { bytes.append(number: number) }

  /// Ends a line.
  mutating func endLine() { bytes.append(10) }
}

extension [UInt8] {
  /// Appends a number in the same digits.
  mutating func append(number: Int) {
    precondition(number >= 0)
    if number >= 55 { append(leading: number / 55) }
    append(UInt8(37 + number % 55))
  }

  private mutating func append(leading number: Int) {
    let rest = (number - 1) / 30
    if rest > 0 { append(leading: rest) }
    append(UInt8(97 + (number - 1) % 30))
  }
}
