/// A cursor over code that writes it as HTML.
struct Scanner {
  let code: UnsafeBufferPointer<UInt8>
  var out: [UInt8] = []
  /// The next byte to look at.
  var index = 0
  /// Where the code begins that is not written yet.
  private var start = 0

  init(_ code: UnsafeBufferPointer<UInt8>) { self.code = code }

  var isAtEnd: Bool { index >= code.count }

  /// The byte at the cursor, or further on; 0 beyond the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    index + distance < code.count ? code[index + distance] : 0
  }

  func starts(_ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= code.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { code[index + $0] == text.utf8Start[$0] }
  }

  /// Writes what is pending as plain text, and moves to an offset with that stretch as a token.
  mutating func mark(_ token: Token, to end: Int) {
    let end = min(end, code.count)
    guard end > index else { return }
    writePlain()
    out += "<span class=\"\(token.rawValue)\">".utf8
    appendEscaped(index..<end)
    out += "</span>".utf8
    (index, start) = (end, end)
  }

  mutating func finish() {
    index = code.count
    writePlain()
  }

  private mutating func writePlain() {
    appendEscaped(start..<index)
    start = index
  }

  private mutating func appendEscaped(_ part: Range<Int>) {
    var from = part.lowerBound
    for position in part {
      let reference: StaticString
      switch code[position] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&quot;"
      default: continue
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: code[from..<position]))
      out.append(contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      from = position + 1
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: code[from..<part.upperBound]))
  }
}

extension Scanner {
  /// The end of the line that an offset is in: of its line end, or of the code.
  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < code.count, code[end] != 10 { end += 1 }
    return end
  }

  /// The end of a run of bytes.
  func end(from offset: Int, while isPart: (UInt8) -> Bool) -> Int {
    var end = offset
    while end < code.count, isPart(code[end]) { end += 1 }
    return end
  }

  /// The end of a string that opens at the cursor with `quote`, behind the closing one; a backslash takes the next byte
  /// along where `escapes` says so. One that is not closed ends with its line, or with the code where it may span lines.
  func stringEnd(quote: UInt8, escapes: Bool = true, spansLines: Bool = false) -> Int {
    var end = index + 1
    while end < code.count {
      if code[end] == quote { return end + 1 }
      if code[end] == 10, !spansLines { return end }
      end +=
        escapes && code[end] == UInt8(ascii: "\\") && end + 1 < code.count && (spansLines || code[end + 1] != 10)
        ? 2 : 1
    }
    return code.count
  }

  /// The end of a stretch that ends with a text, behind it; the end of the code where it never does.
  func end(behind text: StaticString, from offset: Int, escapes: Bool = false) -> Int {
    let count = text.utf8CodeUnitCount
    var end = offset
    while end + count <= code.count {
      if (0..<count).allSatisfy({ code[end + $0] == text.utf8Start[$0] }) { return end + count }
      end += escapes && code[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return code.count
  }

  /// The end of a number: digits of any base with their marks, a fraction, an exponent.
  func numberEnd() -> Int {
    var end = index
    while end < code.count {
      let isSign = code[end] == UInt8(ascii: "-") || code[end] == UInt8(ascii: "+")
      let isExponent = end > index && (code[end - 1] | 32) == UInt8(ascii: "e") && peek() != UInt8(ascii: "0")
      guard code[end].isWord || code[end] == UInt8(ascii: ".") || isSign && isExponent else { break }
      end += 1
    }
    return end
  }
}

extension UInt8 {
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 32) }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  /// Letters, digits, `_` and whatever is no ASCII.
  var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self >= 128 }
  var isBlank: Bool { self == 32 || self == 9 }
  var isSpace: Bool { self == 32 || (9...13).contains(self) }
}

/// Words of a language, looked up by the hash of their bytes so that none has to be made into a string.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>
  private let ignoresCase: Bool

  init(_ words: String, ignoresCase: Bool = false) {
    hashes = Set(words.split(separator: " ").map { WordSet.hash($0.utf8, ignoresCase) })
    self.ignoresCase = ignoresCase
  }

  func contains(_ word: some Sequence<UInt8>) -> Bool { hashes.contains(WordSet.hash(word, ignoresCase)) }

  private static func hash(_ word: some Sequence<UInt8>, _ ignoresCase: Bool) -> UInt64 {
    word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64(ignoresCase && $1.isLetter ? $1 | 32 : $1)) &* 0x100_0000_01b3 }
  }
}
