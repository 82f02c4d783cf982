import Diagnostics

/// One property as it is written: `NAME;PARAMETER=VALUE:value`.
struct ContentLine {
  /// In upper case.
  var name: String
  /// By name in upper case; without quotes.
  var parameters: [String: Piece]
  var value: Piece
  /// The whole line.
  var range: SourceRange

  /// A part of a line's text and its place.
  struct Piece {
    var text: String
    /// In bytes of the line.
    private let offset: Int
    private let line: LogicalLine
    private let file: String

    fileprivate init(_ bytes: some Sequence<UInt8>, offset: Int, line: LogicalLine, file: String) {
      text = String(decoding: Array(bytes), as: UTF8.self)
      self.offset = offset
      self.line = line
      self.file = file
    }

    var range: SourceRange { line.range(offset..<offset + text.utf8.count, file: file) }

    /// The parts between separators, empty ones too.
    func split(_ separator: Character) -> [Piece] {
      var parts: [Piece] = []
      var start = offset
      for part in text.split(separator: separator, omittingEmptySubsequences: false) {
        parts.append(Piece(part.utf8, offset: start, line: line, file: file))
        start += part.utf8.count + 1
      }
      return parts
    }
  }

  /// `nil` where the line has no name or no colon after it.
  init?(_ line: LogicalLine, file: String) {
    var scan = Scan(bytes: line.bytes)
    let name = scan.word()
    guard !name.isEmpty else { return nil }
    var parameters: [String: Piece] = [:]
    while scan.skip(UInt8(ascii: ";")) {
      let key = scan.word()
      guard !key.isEmpty, scan.skip(UInt8(ascii: "=")) else { return nil }
      let offset = scan.position + (scan.isAtQuote ? 1 : 0)
      parameters[key] = Piece(scan.parameterValue(), offset: offset, line: line, file: file)
    }
    guard scan.skip(UInt8(ascii: ":")) else { return nil }
    self.name = name
    self.parameters = parameters
    value = Piece(line.bytes[scan.position...], offset: scan.position, line: line, file: file)
    range = line.range(0..<line.bytes.count, file: file)
  }

  /// The value of a TEXT property, RFC 5545 3.3.11: `\n`, `\,`, `\;` and `\\` are the characters that they stand for.
  var text: String {
    var out = ""
    var isEscaped = false
    for character in value.text {
      if !isEscaped && character == "\\" {
        isEscaped = true
        continue
      }
      out.append(isEscaped && (character == "n" || character == "N") ? "\n" : character)
      isEscaped = false
    }
    return out
  }
}

/// Reads a line's name and parameters from left to right.
private struct Scan {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtQuote: Bool { next == UInt8(ascii: "\"") }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Letters, digits and hyphens, in upper case.
  mutating func word() -> String {
    let start = position
    while let byte = next, byte == UInt8(ascii: "-") || isLetterOrDigit(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self).uppercased()
  }

  /// Everything up to a `;` or `:` that stands outside quotes.
  mutating func parameterValue() -> [UInt8] {
    var value: [UInt8] = []
    var isQuoted = false
    while let byte = next, isQuoted || (byte != UInt8(ascii: ";") && byte != UInt8(ascii: ":")) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() } else { value.append(byte) }
      position += 1
    }
    return value
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
