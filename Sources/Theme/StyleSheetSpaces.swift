extension DefaultTheme {
  /// A style sheet without indentation, and without the spaces behind a brace, a colon, a semicolon or a comma and before
  /// a brace: they part nothing there (CSS Syntax 3).
  ///
  /// It knows no strings: a text with one of these marks and a space in a string must not come here.
  package static func withoutSpaces(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for byte in bytes {
      let last = kept.last ?? UInt8(ascii: "\n")
      if byte == UInt8(ascii: " "), "{}:;,\n".utf8.contains(last) { continue }
      if "{}".utf8.contains(byte), last == UInt8(ascii: " ") { kept.removeLast() }
      kept.append(byte)
    }
    return kept
  }
}
