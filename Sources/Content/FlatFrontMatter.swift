import Diagnostics
import YAML

/// A fast reader of flat front matter: `key: value` lines with plain or quoted scalars and one-line lists of them.
///
/// It gives exactly what the YAML parser gives, or `nil` for everything it is not sure about: nested mappings, block
/// scalars, escapes, anchors, comments behind values, keys that stand twice.
struct FlatFrontMatter {
  private(set) var node: YAMLNode?
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
    self.bytes = bytes
    self.file = file
    node = read(firstLine: firstLine)
  }

  private func read(firstLine: Int) -> YAMLNode? {
    var entries: [YAMLNode.Entry] = []
    var (offset, number) = (0, firstLine)
    while let line = FrontMatter.line(at: offset, in: bytes) {
      if !line.text.isEmpty {
        guard let entry = entry(line.text, number), !entries.contains(where: { $0.key == entry.key }) else {
          return nil
        }
        entries.append(entry)
      }
      (offset, number) = (line.next, number + 1)
    }
    guard let first = entries.first else { return nil }
    return YAMLNode(
      .mapping(entries), range: SourceRange(file: file, start: first.keyRange.start, end: first.keyRange.start).oneByte)
  }

  private func entry(_ line: Range<Int>, _ number: Int) -> YAMLNode.Entry? {
    var colon = line.lowerBound
    while colon < line.upperBound, bytes[colon].isKeyByte { colon += 1 }
    guard colon > line.lowerBound, bytes[line.lowerBound].isLetter, colon < line.upperBound,
      bytes[colon] == UInt8(ascii: ":")
    else { return nil }
    let key = line.lowerBound..<colon
    guard !YAMLNode.nullWords.contains(text(key)) else { return nil }
    let keyRange = range(key, line, number)
    guard let value = trimmed(colon + 1..<line.upperBound) else {
      return YAMLNode.Entry(key: text(key), keyRange: keyRange, value: YAMLNode(.null, range: keyRange))
    }
    guard value.lowerBound > colon + 1, let node = listOrScalar(value, line, number) else { return nil }
    return YAMLNode.Entry(key: text(key), keyRange: keyRange, value: node)
  }

  private func listOrScalar(_ value: Range<Int>, _ line: Range<Int>, _ number: Int) -> YAMLNode? {
    guard bytes[value.lowerBound] == UInt8(ascii: "[") else { return scalar(value, line, number, inList: false) }
    guard bytes[value.upperBound - 1] == UInt8(ascii: "]"), value.count >= 2 else { return nil }
    let inner = value.lowerBound + 1..<value.upperBound - 1
    var elements: [YAMLNode] = []
    if trimmed(inner) != nil {
      var start = inner.lowerBound
      while start <= inner.upperBound {
        let end = (start..<inner.upperBound).first { bytes[$0] == UInt8(ascii: ",") } ?? inner.upperBound
        guard let part = trimmed(start..<end), let element = scalar(part, line, number, inList: true) else {
          return nil
        }
        elements.append(element)
        start = end + 1
      }
    }
    return YAMLNode(.sequence(elements), range: range(value.lowerBound..<value.lowerBound + 1, line, number))
  }

  private func scalar(_ part: Range<Int>, _ line: Range<Int>, _ number: Int, inList: Bool) -> YAMLNode? {
    let quote = bytes[part.lowerBound]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let inner = part.lowerBound + 1..<max(part.lowerBound + 1, part.upperBound - 1)
      let isSimple = inner.allSatisfy { bytes[$0] != quote && bytes[$0] != UInt8(ascii: "\\") && bytes[$0] >= 32 }
      guard part.count > 2, bytes[part.upperBound - 1] == quote, isSimple else { return nil }
      return YAMLNode(.scalar(text(inner)), range: range(part, line, number))
    }
    guard quote.isLetter || quote.isDigit, isPlain(part, inList: inList) else { return nil }
    let word = text(part)
    return YAMLNode(YAMLNode.nullWords.contains(word) ? .null : .scalar(word), range: range(part, line, number))
  }

  /// Whether YAML takes the bytes as they are: no `: `, no ` #`, no control character, and in a list no bracket.
  private func isPlain(_ part: Range<Int>, inList: Bool) -> Bool {
    part.allSatisfy { index in
      switch bytes[index] {
      case UInt8(ascii: ":"): index + 1 < part.upperBound && bytes[index + 1] != 32 && bytes[index + 1] != 9 && !inList
      case UInt8(ascii: "#"): bytes[index - 1] != 32 && bytes[index - 1] != 9
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): !inList
      case UInt8(ascii: "?"): !inList
      case 0..<32, 127...: false
      default: true
      }
    }
  }

  private func trimmed(_ part: Range<Int>) -> Range<Int>? {
    var (start, end) = (part.lowerBound, part.upperBound)
    while start < end, bytes[start] == 32 { start += 1 }
    while end > start, bytes[end - 1] == 32 { end -= 1 }
    return start < end ? start..<end : nil
  }

  private func text(_ part: Range<Int>) -> String { String(decoding: bytes[part], as: UTF8.self) }

  private func range(_ part: Range<Int>, _ line: Range<Int>, _ number: Int) -> SourceRange {
    SourceRange(file: file, line: number, column: part.lowerBound - line.lowerBound + 1, length: part.count)
  }
}

extension YAMLNode {
  fileprivate static let nullWords: Set<String> = ["~", "null", "Null", "NULL"]
}

extension SourceRange {
  fileprivate var oneByte: SourceRange { SourceRange(file: file, line: start.line, column: start.column) }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 32) }
  fileprivate var isKeyByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") }
}
