import Diagnostics

// Text (CommonMark 6.8) with what GitHub finds in it: bare addresses and strikethrough (GFM 6.5 and 6.9).
extension RenderingPass {
  /// Writes a text and those that follow it as one: libcmark cuts texts at every mark that came to nothing.
  mutating func writeTexts(_ node: inout CMarkNode) {
    let first = node
    let skipped = marked
    marked = 0
    guard let second = first.next, second.kind == .text else {
      return write(text: UnsafeBufferPointer(rebasing: first.literal.dropFirst(skipped)), from: first, to: first)
    }
    var bytes: [UInt8] = []
    swap(&bytes, &run)
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: first.literal)
    var next: CMarkNode? = second
    while let text = next, text.kind == .text {
      bytes.append(contentsOf: text.literal)
      node = text
      next = text.next
    }
    bytes.withUnsafeBufferPointer {
      write(text: UnsafeBufferPointer(rebasing: $0.dropFirst(skipped)), from: first, to: node)
    }
    swap(&bytes, &run)
  }

  private mutating func write(text: UnsafeBufferPointer<UInt8>, from first: CMarkNode, to last: CMarkNode) {
    guard hasExtensions else { return out.appendEscaped(text) }
    if isSite, let mark = text.first, mark.isPunctuation, first.beginsLine { reportLineLeftover(text) }
    bracesStayOpen = false
    var (start, index, isMojibakeReported) = (0, 0, false)
    while index < text.count {
      switch TextByte.meaning(of: text[index]) {
      case .plain: index += 1
      case .escaped:
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        if text[index] == UInt8(ascii: "<") { reportTemplateTag(text, at: index) }
        out.appendReference(to: text[index])
        index += 1
        start = index
      case .tilde:
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        start = index
        while index < text.count, text[index] == UInt8(ascii: "~") { index += 1 }
        writeTildes(start..<index, of: text, from: first, to: last)
        start = index
      case .brace:
        guard isSite else {
          index += 1
          continue
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        index = writeBraces(text, at: index)
        start = index
      case .foreign:
        reportMojibake(text, at: index, isReported: &isMojibakeReported)
        index += 1
      case .bracket:
        if isSite { reportSpacedLink(text, index) }
        index += 1
      case .address:
        if text[index] == UInt8(ascii: "@"), let end = writeMention(text, at: index, pending: start) {
          index = end
          start = end
          continue
        }
        guard linkDepth == 0, let match = Autolinks.match(text, at: index, after: start) else {
          index += 1
          continue
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<match.range.lowerBound]))
        writeAutolink(UnsafeBufferPointer(rebasing: text[match.range]), prefix: match.prefix)
        index = match.range.upperBound
        start = index
      }
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Reports `[text] (address)`: with the space it is no link.
  private mutating func reportSpacedLink(_ text: UnsafeBufferPointer<UInt8>, _ close: Int) {
    guard close + 4 < text.count, text[close + 1] == 32, text[close + 2] == UInt8(ascii: "("),
      text[..<close].contains(UInt8(ascii: "["))
    else { return }
    let inside = text[(close + 3)...].prefix { $0 != UInt8(ascii: ")") && !$0.isSpace }
    guard inside.endIndex < text.count, text[inside.endIndex] == UInt8(ascii: ")"), inside.contains(where: \.isPathMark)
    else { return }
    let written = UnsafeBufferPointer(rebasing: text[close...inside.endIndex])
    let found = lines.bytes.firstRange(of: written, in: block) ?? block
    result.diagnostics.append(
      .spacedLink(at: range(of: found.lowerBound..<min(found.lowerBound + 2, found.upperBound))))
  }
}

/// What a byte of text may be the sign of.
private enum TextByte {
  case plain, escaped, tilde, bracket, brace, foreign, address

  @inline(__always)
  static func meaning(of byte: UInt8) -> TextByte {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): .escaped
    case UInt8(ascii: "~"): .tilde
    case UInt8(ascii: "]"): .bracket
    case UInt8(ascii: "{"): .brace
    case 0xc3, 0xe2, 0xef: .foreign
    case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "w"), UInt8(ascii: "W"): .address
    default: .plain
    }
  }
}

extension UInt8 {
  fileprivate var isPathMark: Bool {
    self == UInt8(ascii: "/") || self == UInt8(ascii: "#") || self == UInt8(ascii: ".")
  }
}

extension CMarkNode {
  /// Whether a text stands at the beginning of a line of its paragraph.
  fileprivate var beginsLine: Bool {
    guard let previous else { return parent?.kind == .paragraph }
    return previous.kind == .softBreak || previous.kind == .lineBreak
  }
}

extension Diagnostic {
  fileprivate static func spacedLink(at range: SourceRange) -> Diagnostic {
    .warning("link-spaced", "A space between ] and ( makes this no link", at: range)
  }
}
