/// Texts in a sorted list, each without what it shares with the one before.
enum FrontCoding {
  /// How many UTF-16 code units a text shares with the one before, at most 54, as one digit; then the rest of it.
  static func text(_ text: ArraySlice<UInt8>, after last: ArraySlice<UInt8>) -> [UInt8] {
    var shared = zip(text, last).prefix { $0 == $1 }.count
    while shared > 0, !isBoundary(text, shared) || codeUnits(text.prefix(shared)) > 54 { shared -= 1 }
    var out: [UInt8] = []
    out.append(number: codeUnits(text.prefix(shared)))
    out += text.dropFirst(shared)
    return out
  }

  /// Whether a code point starts or the text ends behind so many bytes.
  private static func isBoundary(_ text: ArraySlice<UInt8>, _ count: Int) -> Bool {
    count == text.count || text[text.startIndex + count] & 0xC0 != 0x80
  }

  /// The length in UTF-16.
  private static func codeUnits(_ text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 < 0xF0 ? 1 : 2) }
  }
}
