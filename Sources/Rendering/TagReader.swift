/// A tag in the HTML of a page, without its attributes: every page is read for them, so it costs as little as it can.
struct PageTag {
  /// An element's name as it is written; of a longer one its first eight letters, which tell HTML's own apart.
  struct Name: Hashable, ExpressibleByStringLiteral {
    static let (body, div, item, link, main): (Name, Name, Name, Name, Name) = ("body", "div", "li", "link", "main")
    private var letters: UInt64 = 0

    init(stringLiteral text: String) {
      for byte in text.utf8.prefix(8) { append(byte) }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
      var index = start
      while index < bytes.count, index < start + 8, Name.isPart(bytes[index]) {
        append(bytes[index])
        index += 1
      }
    }

    private mutating func append(_ byte: UInt8) { letters = letters << 8 | UInt64(byte) }

    private static func isPart(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "/"), UInt8(ascii: ">"): false
      default: true
      }
    }
  }

  var name: Name
  var isEnd: Bool
  /// From `<` to behind `>`.
  var range: Range<Int>
  /// How much text stands between the tag before and this one.
  var bytesBefore: Int
}

/// Reads the tags of a page, one after the other; comments and declarations are no tags.
struct TagReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    index = start
  }

  mutating func next() -> PageTag? {
    let start = index
    while let open = position(of: UInt8(ascii: "<"), from: index), open + 2 < bytes.count {
      let isEnd = bytes[open + 1] == UInt8(ascii: "/")
      let name = isEnd ? open + 2 : open + 1
      guard isLetter(bytes[name]) else {
        index = isComment(open) ? endOfComment(open) : open + 1
        continue
      }
      index = endOfTag(name)
      return PageTag(name: PageTag.Name(bytes, at: name), isEnd: isEnd, range: open..<index, bytesBefore: open - start)
    }
    index = bytes.count
    return nil
  }

  func text(of tag: PageTag) -> String { String(decoding: bytes[tag.range], as: UTF8.self) }

  /// Behind the end of the line that the last tag ends in, where nothing else follows on it.
  var lineEnd: Int { index < bytes.count && bytes[index] == UInt8(ascii: "\n") ? index + 1 : index }

  /// How many lines end within a part of the text.
  func lines(in part: Range<Int>) -> Int {
    bytes[part].reduce(into: 0) { if $1 == UInt8(ascii: "\n") { $0 += 1 } }
  }

  /// Whether the main part of the page ends, or the page itself, before so many bytes more.
  func endsMain(within count: Int) -> Bool {
    var rest = self
    while let tag = rest.next() {
      guard tag.range.lowerBound - index < count else { return false }
      if tag.name == .main { return true }
    }
    return true
  }

  private func position(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// What stands in quotation marks may hold any character.
  private func endOfTag(_ start: Int) -> Int {
    var index = start
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return index
  }

  private func isComment(_ open: Int) -> Bool {
    open + 3 < bytes.count && bytes[open + 1] == UInt8(ascii: "!") && bytes[open + 2] == UInt8(ascii: "-")
      && bytes[open + 3] == UInt8(ascii: "-")
  }

  private func endOfComment(_ open: Int) -> Int {
    var index = open + 4
    while let close = position(of: UInt8(ascii: ">"), from: index) {
      if close >= open + 5, bytes[close - 1] == UInt8(ascii: "-"), bytes[close - 2] == UInt8(ascii: "-") {
        return close + 1
      }
      index = close + 1
    }
    return bytes.count
  }
}
