/// One tag of raw HTML (CommonMark 6.6).
struct HTMLTag {
  struct Attribute {
    /// In lower case.
    var name: String
    /// Its value as it is written, without quotes; `nil` where it has none.
    var value: Range<Int>?
  }

  /// In lower case.
  private(set) var name = ""
  private(set) var closes = false
  private(set) var attributes: [Attribute] = []
  /// Where the text goes on behind the tag.
  private(set) var end: Int
  private let html: UnsafeBufferPointer<UInt8>

  /// The tag that begins at a `<`, or `nil` where none does.
  init?(_ html: UnsafeBufferPointer<UInt8>, at start: Int) {
    self.html = html
    end = start + 1
    closes = take("/")
    name = takeName { $0.isASCIILetter || $0.isASCIIDigit }
    guard name.utf8.first?.isASCIILetter == true else { return nil }
    while true {
      let hasSpace = skipSpace()
      if take(">") { return }
      if take("/") { continue }
      guard hasSpace, !closes, takeAttribute() else { return nil }
    }
  }

  private var next: UInt8? { end < html.count ? html[end] : nil }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    end += 1
    return true
  }

  private mutating func skipSpace() -> Bool {
    let start = end
    while let byte = next, byte.isSpace { end += 1 }
    return end > start
  }

  private mutating func takeName(_ belongs: (UInt8) -> Bool) -> String {
    let start = end
    while let byte = next, belongs(byte) { end += 1 }
    return String(decoding: html[start..<end], as: UTF8.self).lowercased()
  }

  private mutating func takeAttribute() -> Bool {
    let name = takeName { $0.isASCIILetter || $0.isASCIIDigit || "_:.-".utf8.contains($0) }
    guard !name.isEmpty else { return false }
    let mark = end
    _ = skipSpace()
    guard take("=") else {
      end = mark
      attributes.append(Attribute(name: name, value: nil))
      return true
    }
    _ = skipSpace()
    guard let value = takeValue() else { return false }
    attributes.append(Attribute(name: name, value: value))
    return true
  }

  private mutating func takeValue() -> Range<Int>? {
    guard let quote = next else { return nil }
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { end += 1 }
    let start = end
    while let byte = next, isQuoted ? byte != quote : !(byte.isSpace || "\"'=<>`".utf8.contains(byte)) { end += 1 }
    let value = start..<end
    guard isQuoted else { return value.isEmpty ? nil : value }
    guard next == quote else { return nil }
    end += 1
    return value
  }
}
