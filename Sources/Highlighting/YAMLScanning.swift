extension Scanner {
  private static let yamlConstants = WordSet("true false null yes no on off ~ True False Null")

  /// Marks YAML line by line: keys, strings, comments, anchors, tags, block scalars by their indentation.
  mutating func scanYAML() {
    while !isAtEnd {
      let start = index
      let indent = end(from: index) { $0 == 32 } - start
      index += indent
      let end = lineEnd(from: index)
      if let column = scanYAMLLine(to: end, indent: indent) { markBlockScalar(deeperThan: column, from: end) }
      if index < end { index = end }
      if !isAtEnd { index += 1 }
    }
  }

  /// Marks the rest of a line. Where it ends by opening a block scalar, the column that its text is deeper than.
  private mutating func scanYAMLLine(to end: Int, indent: Int) -> Int? {
    var column = indent
    let hasKey = code[index..<end].contains(UInt8(ascii: ":"))
    if starts("---") || starts("...") { index = min(index + 3, end) }
    while index < end {
      let byte = peek()
      if byte == UInt8(ascii: "#"), index == 0 || code[index - 1].isSpace {
        mark(.comment, to: end)
      } else if byte == UInt8(ascii: "-"), index + 1 >= end || peek(1).isBlank {
        index += 1
        let blanks = self.end(from: index) { $0 == 32 } - index
        if hasKey { column += 1 + blanks }
        index = min(index + blanks, end)
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let close = stringEnd(quote: byte, escapes: byte == UInt8(ascii: "\""))
        mark(isKey(at: close, end) ? .property : .string, to: min(close, end))
      } else if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "!"),
        peek(1).isWord || peek(1) == byte
      {
        mark(
          .function,
          to: min(
            self.end(from: index + 1) {
              $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "/")
            }, end))
      } else if (byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">")) && opensBlock(end) {
        index = end
        return column
      } else if byte.isBlank
        || [UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ",")].contains(
          byte)
      {
        index += 1
      } else {
        markPlainScalar(to: end)
      }
    }
    return nil
  }

  /// Whether a colon with space behind it follows an offset.
  private func isKey(at offset: Int, _ end: Int) -> Bool {
    offset < end && code[offset] == UInt8(ascii: ":") && (offset + 1 >= end || code[offset + 1].isSpace)
  }

  /// Whether `|` or `>` with its indicators is the last of its line, a comment left aside.
  private func opensBlock(_ end: Int) -> Bool {
    var offset = index + 1
    while offset < end, code[offset].isDigit || code[offset] == UInt8(ascii: "-") || code[offset] == UInt8(ascii: "+") {
      offset += 1
    }
    while offset < end, code[offset].isSpace { offset += 1 }
    return offset == end || code[offset] == UInt8(ascii: "#")
  }

  /// Marks a key up to its colon, or a value that is a number, a date or a constant.
  private mutating func markPlainScalar(to end: Int) {
    let start = index
    var offset = index
    while offset < end {
      if isKey(at: offset, end) {
        mark(.property, to: offset)
        index += 1
        return
      }
      if code[offset] == UInt8(ascii: "#"), code[offset - 1].isSpace { break }
      if [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(code[offset]), offset > index { break }
      offset += 1
    }
    var last = offset
    while last > index, code[last - 1].isSpace { last -= 1 }
    let word = code[index..<last]
    let isNumber =
      word.first.map { $0.isDigit || $0 == UInt8(ascii: "-") } == true
      && word.allSatisfy { $0.isDigit || "-+.:_eExXTZ".utf8.contains($0) } && word.contains { $0.isDigit }
    if isNumber || Scanner.yamlConstants.contains(word) { mark(.number, to: last) }
    index = min(max(offset, start + 1), end)
  }

  /// Marks the lines below that are deeper than a column, blank ones among them, as a string.
  private mutating func markBlockScalar(deeperThan column: Int, from end: Int) {
    index = min(end + 1, code.count)
    var (line, last) = (index, index)
    while line < code.count {
      let end = lineEnd(from: line)
      let text = self.end(from: line) { $0 == 32 }
      if text < end, text - line <= column { break }
      if text < end { last = end }
      line = min(end + 1, code.count)
    }
    mark(.string, to: last)
  }
}
