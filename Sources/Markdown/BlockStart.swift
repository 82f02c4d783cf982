/// Tells lines that begin a block of their own, and so end a table (CommonMark 4 and 5).
enum BlockStart {
  /// Whether text that stands behind the marks of its containers, its indentation skipped, begins a block.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard let start = line.first else { return false }
    switch bytes[start] {
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "#"): return isHeading(bytes, line)
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return isFence(bytes, line)
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return isBullet(bytes, line) || isThematicBreak(bytes, line)
    case UInt8(ascii: "+"): return isBullet(bytes, line)
    case UInt8(ascii: "_"): return isThematicBreak(bytes, line)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return isNumber(bytes, line)
    case UInt8(ascii: "<"): return HTMLStart.begins(bytes, line)
    default: return false
    }
  }

  private static func run(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
    line.prefix { bytes[$0] == bytes[line.lowerBound] }.count
  }

  private static func endsOrBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ index: Int) -> Bool {
    index >= line.upperBound || bytes[index].isBlank
  }

  private static func isHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let level = run(bytes, line)
    return level <= 6 && endsOrBlank(bytes, line, line.lowerBound + level)
  }

  static func isFence(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let length = run(bytes, line)
    guard length >= 3 else { return false }
    let info = line.dropFirst(length)
    return bytes[line.lowerBound] == UInt8(ascii: "~") || !info.contains { bytes[$0] == UInt8(ascii: "`") }
  }

  private static func isThematicBreak(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let marks = line.count { bytes[$0] == bytes[line.lowerBound] }
    return marks >= 3 && line.allSatisfy { bytes[$0] == bytes[line.lowerBound] || bytes[$0].isBlank }
  }

  private static func isBullet(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    endsOrBlank(bytes, line, line.lowerBound + 1)
  }

  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let digits = line.prefix(10).prefix { bytes[$0].isASCIIDigit }.count
    let mark = line.lowerBound + digits
    guard digits <= 9, mark < line.upperBound else { return false }
    return (bytes[mark] == UInt8(ascii: ".") || bytes[mark] == UInt8(ascii: ")")) && endsOrBlank(bytes, line, mark + 1)
  }
}

/// The beginnings of an HTML block (CommonMark 4.6).
private enum HTMLStart {
  private static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "pre", "script", "section",
    "style", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound + 1
    guard index < line.upperBound else { return false }
    if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") { return true }
    if bytes[index] == UInt8(ascii: "/") { index += 1 }
    let name = line[index...].prefix {
      bytes[$0].isASCIILetter || bytes[$0].isASCIIDigit || bytes[$0] == UInt8(ascii: "-")
    }
    guard let first = name.first, bytes[first].isASCIILetter else { return false }
    let word = String(decoding: bytes[name.startIndex..<name.endIndex], as: UTF8.self).lowercased()
    let next = name.endIndex < line.upperBound ? bytes[name.endIndex] : 32
    if blocks.contains(word), next.isSpace || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") { return true }
    return isOneTag(bytes, line)
  }

  /// Whether a line holds one tag and nothing else.
  private static func isOneTag(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let end = line.last { !bytes[$0].isSpace }
    guard let end, bytes[end] == UInt8(ascii: ">") else { return false }
    return !line[(line.lowerBound + 1)..<end].contains {
      bytes[$0] == UInt8(ascii: "<") || bytes[$0] == UInt8(ascii: ">")
    }
  }
}
