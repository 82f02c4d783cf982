/// Bare addresses in text (GFM 6.9): `www.`, `http://`, `https://`, `ftp://` and e-mail addresses.
enum Autolinks {
  struct Match {
    var range: Range<Int>
    /// What the address needs in front: `http://` or `mailto:`.
    var prefix: StaticString
  }

  /// The address whose sign stands at a place: its first `w`, the colon behind its scheme, or its at sign.
  ///
  /// - Parameter limit: where the text begins that no other address has taken.
  static func match(_ text: UnsafeBufferPointer<UInt8>, at index: Int, after limit: Int) -> Match? {
    switch text[index] {
    case UInt8(ascii: "@"): return mail(text, index, after: limit)
    case UInt8(ascii: ":"):
      var start = index
      while start > limit, index - start < 5, text[start - 1].isASCIILetter { start -= 1 }
      return web(text, start)
    default: return web(text, index)
    }
  }

  private static func web(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Match? {
    switch text[start] | 32 {
    case UInt8(ascii: "w"), UInt8(ascii: "h"), UInt8(ascii: "f"): break
    default: return nil
    }
    if hasPrefix(text, start, "www."), isBoundary(text, start) {
      guard let host = domain(text, start, dots: 1) else { return nil }
      return match(text, start, host, prefix: "http://")
    }
    guard start == 0 || !(text[start - 1].isASCIILetter || text[start - 1].isASCIIDigit) else { return nil }
    for scheme in ["http://", "https://", "ftp://"] as [StaticString] where hasPrefix(text, start, scheme) {
      guard let host = domain(text, start + scheme.utf8CodeUnitCount, dots: 0) else { return nil }
      return match(text, start, host, prefix: "")
    }
    return nil
  }

  private static func match(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ hostEnd: Int, prefix: StaticString)
    -> Match
  {
    var end = hostEnd
    while end < text.count, !text[end].isSpace, text[end] != UInt8(ascii: "<") { end += 1 }
    return Match(range: start..<trimmed(text, start, end), prefix: prefix)
  }

  /// Addresses without a scheme begin a line, or stand behind white space or one of `*`, `_`, `~`, `(`.
  private static func isBoundary(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    start == 0 || text[start - 1].isSpace || "*_~(".utf8.contains(text[start - 1])
  }

  private static func hasPrefix(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard start + count <= text.count else { return false }
    return (0..<count).allSatisfy { text[start + $0].lowercased == prefix.utf8Start[$0] }
  }

  /// The end of a domain with at least so many dots, no underscore in its last two parts.
  private static func domain(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, dots least: Int) -> Int? {
    var (end, dots) = (start, 0)
    var underscores = (last: 0, before: 0)
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: ".") {
        dots += 1
        underscores = (0, underscores.last)
      } else if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if !(byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte >= 128) {
        break
      }
      end += 1
    }
    guard end > start, dots >= least, underscores.last == 0, underscores.before == 0 else { return nil }
    return end
  }

  /// Cuts what ends a sentence rather than an address: marks, a closing parenthesis without its partner, an entity.
  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var end = limit
    // How many closing parentheses have no partner; counted once, so that many of them cost no more than their number.
    var unpaired = text[start..<limit].reduce(0) { count, byte in
      count + (byte == UInt8(ascii: ")") ? 1 : byte == UInt8(ascii: "(") ? -1 : 0)
    }
    while end > start {
      let last = text[end - 1]
      if "?!.,:*_~'\"".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")") {
        guard unpaired > 0 else { break }
        unpaired -= 1
        end -= 1
      } else if last == UInt8(ascii: ";") {
        var ampersand = end - 2
        while ampersand > start, text[ampersand].isASCIILetter { ampersand -= 1 }
        end = ampersand < end - 2 && text[ampersand] == UInt8(ascii: "&") ? ampersand : end - 1
      } else {
        break
      }
    }
    return end
  }

  private static func mail(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, after limit: Int) -> Match? {
    var start = at
    while start > limit, text[start - 1].isMailByte || text[start - 1] == UInt8(ascii: "+") { start -= 1 }
    var (end, dots) = (at + 1, 0)
    while end < text.count, text[end].isMailByte {
      if text[end] == UInt8(ascii: ".") {
        guard end + 1 < text.count, text[end + 1].isMailByte, text[end + 1] != UInt8(ascii: ".") else { break }
        dots += 1
      }
      end += 1
    }
    guard start < at, end > at + 1, dots > 0, text[end - 1].isASCIILetter || text[end - 1].isASCIIDigit else {
      return nil
    }
    return Match(range: start..<end, prefix: "mailto:")
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 32 : self }
  fileprivate var isMailByte: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
