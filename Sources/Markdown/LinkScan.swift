/// A quick look at a text for the links in it, long before it is rendered.
///
/// It sees what CommonMark 6.3 and 4.7 call inline links and definitions, outside code and comments, and the texts that
/// `{{ include … }}` takes in. Raw HTML and what other directives link to it does not see.
package struct LinkScan {
  /// Where a link leads, as it is written, or the path of an included text.
  package enum Finding: Hashable {
    case link([UInt8])
    case include([UInt8])
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var found: [UInt8] = []

  private init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The links of a text that stay inside the site, one behind the other in a form that only `findings` reads.
  package static func links(of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var scan = LinkScan(text)
    scan.run()
    // A copy of just this size: every page keeps its links until all are read.
    return scan.found.withUnsafeBufferPointer { Array($0) }
  }

  /// What `links` has found, in the order of the text.
  package static func findings(_ links: [UInt8]) -> [Finding] {
    links.split(separator: 0).map { part in
      part.first == 1 ? .include(Array(part.dropFirst())) : .link(Array(part))
    }
  }
}

extension LinkScan {
  private mutating func run() {
    passFence()
    while true {
      passWords()
      guard index < text.count else { return }
      switch text[index] {
      case UInt8(ascii: "\n"):
        index += 1
        passFence()
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): passCode()
      case UInt8(ascii: "<") where starts(with: "<!--"): pass("-->")
      case UInt8(ascii: "]"): takeLink()
      case UInt8(ascii: "{") where starts(with: "{{"): takeInclude()
      default: index += 1
      }
    }
  }

  /// Moves to the next byte that may begin something: a line end, `<`, `\`, `]`, a backtick, `{`.
  private mutating func passWords() {
    let low: UInt64 = 1 << 10 | 1 << 60
    let high: UInt64 = 1 << (92 - 64) | 1 << (93 - 64) | 1 << (96 - 64) | 1 << (123 - 64)
    let (text, count) = (text, text.count)
    var position = index
    while position < count {
      let byte = text[position]
      let mask = byte < 64 ? low : byte < 128 ? high : 0
      if mask &>> UInt64(byte & 63) & 1 == 1 { break }
      position += 1
    }
    index = position
  }

  private func byte(_ position: Int) -> UInt8 { position < text.count ? text[position] : 0 }

  private func starts(with word: StaticString) -> Bool {
    (0..<word.utf8CodeUnitCount).allSatisfy { byte(index + $0) == word.utf8Start[$0] }
  }

  /// Moves behind the next place of a word, or to the end.
  private mutating func pass(_ word: StaticString) {
    while index < text.count, !starts(with: word) { index += 1 }
    index = min(index + word.utf8CodeUnitCount, text.count)
  }

  private func run(at start: Int) -> Int {
    var end = start
    while byte(end) == text[start], end < text.count { end += 1 }
    return end - start
  }

  /// The first place of a line that is neither white space nor the mark of a quotation.
  private func lineStart(_ start: Int) -> Int {
    var position = start
    while true {
      switch byte(position) {
      case 32, 9, UInt8(ascii: ">"): position += 1
      default: return position
      }
    }
  }

  private func lineEnd(_ start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// At the start of a line: where a fence of code opens, moves behind the line that closes it.
  private mutating func passFence() {
    switch byte(index) {
    case 32, 9, UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "~"): break
    default: return
    }
    let open = lineStart(index)
    let sign = byte(open)
    guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"), run(at: open) >= 3 else { return }
    let length = run(at: open)
    index = lineEnd(open)
    while index < text.count {
      let start = lineStart(index + 1)
      index = lineEnd(max(start, index + 1))
      if byte(start) == sign, run(at: start) >= length { return }
    }
  }

  /// Moves behind a code span, or behind its opening where nothing closes it in the paragraph.
  private mutating func passCode() {
    let length = run(at: index)
    index += length
    var position = index
    while position < text.count {
      if text[position] == UInt8(ascii: "\n"), byte(position + 1) == UInt8(ascii: "\n") { return }
      guard text[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let close = run(at: position)
      position += close
      if close == length {
        index = position
        return
      }
    }
  }
}

extension LinkScan {
  /// At a closing bracket: takes the destination behind it, if it is that of a link or of a definition.
  private mutating func takeLink() {
    index += 1
    if byte(index) == UInt8(ascii: ":") {
      guard isDefinition(index - 1) else { return }
    } else if byte(index) != UInt8(ascii: "(") {
      return
    }
    var start = index + 1
    while isSpace(byte(start)) { start += 1 }
    let end = byte(start) == UInt8(ascii: "<") ? bracketed(&start) : bare(start)
    take(start..<end, mark: nil)
    index = max(index, end)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

  /// Whether the bracket that closes here opened its line, and is no footnote's.
  private func isDefinition(_ close: Int) -> Bool {
    var start = close
    while start > 0, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    start = lineStart(start)
    guard byte(start) == UInt8(ascii: "["), byte(start + 1) != UInt8(ascii: "^") else { return false }
    return !text[start..<close].contains(UInt8(ascii: "]"))
  }

  private func bracketed(_ start: inout Int) -> Int {
    start += 1
    var end = start
    while end < text.count, text[end] != UInt8(ascii: ">"), text[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  private func bare(_ start: Int) -> Int {
    var (end, depth) = (start, 0)
    while end < text.count, text[end] > 32 {
      switch text[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return end }
        depth -= 1
      default: break
      }
      end += 1
    }
    return min(end, text.count)
  }

  private mutating func takeInclude() {
    index += 2
    while byte(index) == 32 { index += 1 }
    guard starts(with: "include ") else { return }
    var start = index + 8
    while byte(start) == 32 { start += 1 }
    var end = start
    while byte(end) > 32, byte(end) != UInt8(ascii: "}") { end += 1 }
    take(start..<end, mark: 1)
    index = end
  }

  /// Takes a destination unless it leaves the site or stays on the page.
  private mutating func take(_ range: Range<Int>, mark: UInt8?) {
    guard !range.isEmpty, text[range.lowerBound] != UInt8(ascii: "#") else { return }
    let head = text[range].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard !head.contains(UInt8(ascii: ":")) else { return }
    if let mark { found.append(mark) }
    for position in range where text[position] != UInt8(ascii: "\\") { found.append(text[position]) }
    found.append(0)
  }
}
