extension DefaultTheme {
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
