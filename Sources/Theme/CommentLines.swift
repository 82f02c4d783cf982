extension DefaultTheme {
  /// A style sheet or script as readers get it: one of the default theme without the lines that are comments alone, and
  /// without the spaces that only people need, a tenth of what browsers load. What somebody has changed is published as
  /// it is.
  package static func published(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    guard name.hasSuffix(".css") || name.hasSuffix(".js"), files[name] == bytes else { return bytes }
    let text = withoutCommentLines(bytes)
    return name.hasSuffix(".css") ? withoutSpaces(text) : text
  }

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

  /// A text without its lines that are a comment of CSS or JavaScript alone, and without comments of several lines.
  ///
  /// It knows no strings: a text with a line in one of them that looks like a comment must not come here.
  package static func withoutCommentLines(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var kept: [ArraySlice<UInt8>] = []
    var isInComment = false
    for line in lines {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      guard isInComment || text.starts(with: "/*".utf8) else {
        if !text.starts(with: "//".utf8) { kept.append(line) }
        continue
      }
      let rest = afterComment(isInComment ? text : text.dropFirst(2))
      if let rest, !rest.isEmpty { kept.append(isInComment ? rest : line) }
      isInComment = rest == nil
    }
    return Array(kept.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// What stands behind the first end of a comment; `nil` where there is none.
  private static func afterComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let end = text.indices.dropLast().first { text[$0] == UInt8(ascii: "*") && text[$0 + 1] == UInt8(ascii: "/") }
    return end.map { text[($0 + 2)...] }
  }
}
