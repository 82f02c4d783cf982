extension Scanner {
  private static let shellWords = WordSet(
    "if then else elif fi for in do done while until case esac function select return exit local export set unset")
  /// Words behind which a command follows.
  private static let shellOpeners = WordSet("if then else elif do while until ! sudo exec time")

  /// Marks shell code; in a session only lines with a prompt are commands, and all others are what these printed.
  mutating func scanShell(isSession: Bool) {
    while !isAtEnd {
      if isSession, !markPrompt() {
        index = min(lineEnd(from: index) + 1, code.count)
        continue
      }
      scanShellLines(single: isSession)
    }
  }

  /// Marks `$ ` or `# ` at the beginning of a line.
  private mutating func markPrompt() -> Bool {
    guard peek() == UInt8(ascii: "$") || peek() == UInt8(ascii: "#"), peek(1).isBlank else { return false }
    mark(.head, to: index + 1)
    return true
  }

  private mutating func scanShellLines(single: Bool) {
    var expectsCommand = true
    // The words that end the here-documents of the line, in their order.
    var documents: [Range<Int>] = []
    while !isAtEnd {
      let byte = peek()
      switch byte {
      case 10:
        index += 1
        for word in documents { markDocument(until: word) }
        documents = []
        expectsCommand = true
        if single { return }
      case _ where byte.isSpace: index += 1
      case UInt8(ascii: "#") where index == 0 || code[index - 1].isSpace || code[index - 1] == UInt8(ascii: ";"):
        mark(.comment, to: lineEnd(from: index))
      case UInt8(ascii: "'"):
        mark(.string, to: stringEnd(quote: byte, escapes: false, spansLines: true))
        expectsCommand = false
      case UInt8(ascii: "\""):
        mark(.string, to: stringEnd(quote: byte, spansLines: true))
        expectsCommand = false
      case UInt8(ascii: "$"): markVariable()
      case UInt8(ascii: "<") where starts("<<") && peek(2) != UInt8(ascii: "<"): documents += openDocument()
      case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: "{"):
        index += 1
        expectsCommand = true
      case UInt8(ascii: "\\"): index += min(2, code.count - index)
      case _ where byte.isShellWord: expectsCommand = markShellWord(isCommand: expectsCommand)
      default: index += 1
      }
    }
  }

  /// Marks a word; answers whether a command is still to come.
  private mutating func markShellWord(isCommand: Bool) -> Bool {
    let end = end(from: index) { $0.isShellWord }
    let word = code[index..<end]
    if isCommand, end < code.count, code[end] == UInt8(ascii: "="), word.allSatisfy(\.isWord) {
      mark(.property, to: end)
      index += 1
      if !isAtEnd, peek().isShellWord { index = self.end(from: index) { $0.isShellWord } }
      return true
    }
    if Scanner.shellWords.contains(word), isCommand || word.elementsEqual("in".utf8) || word.elementsEqual("do".utf8) {
      let opens = Scanner.shellOpeners.contains(word)
      mark(.keyword, to: end)
      return opens
    }
    guard isCommand else {
      index = end
      return false
    }
    let opens = Scanner.shellOpeners.contains(word)
    mark(.function, to: end)
    return opens
  }

  private mutating func markVariable() {
    switch peek(1) {
    case UInt8(ascii: "{"): mark(.property, to: min(end(behind: "}", from: index + 2), lineEnd(from: index)))
    case let next where next.isWord: mark(.property, to: end(from: index + 1) { $0.isWord })
    case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "#"):
      mark(.property, to: index + 2)
    default: index += 1
    }
  }

  /// Moves behind `<<WORD`, `<<-WORD` or `<<'WORD'`; the bytes of the word.
  private mutating func openDocument() -> [Range<Int>] {
    var start = index + 2
    if start < code.count, code[start] == UInt8(ascii: "-") { start += 1 }
    while start < code.count, code[start].isBlank { start += 1 }
    let isQuoted = start < code.count && (code[start] == UInt8(ascii: "'") || code[start] == UInt8(ascii: "\""))
    if isQuoted { start += 1 }
    let end = end(from: start) { $0.isWord }
    index = min(end + (isQuoted ? 1 : 0), code.count)
    return end > start ? [start..<end] : []
  }

  /// Marks lines as a string up to the one that is the word alone, which is marked too.
  private mutating func markDocument(until word: Range<Int>) {
    var line = index
    while line < code.count {
      let end = lineEnd(from: line)
      let text = self.end(from: line) { $0 == 9 }
      let isLast = code[text..<max(text, end)].elementsEqual(code[word])
      line = min(end + 1, code.count)
      if isLast { return mark(.string, to: end) }
    }
    mark(.string, to: code.count)
  }
}

extension UInt8 {
  fileprivate var isShellWord: Bool {
    isWord
      || [
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "+"),
        UInt8(ascii: "%"), UInt8(ascii: ","), UInt8(ascii: "@"), UInt8(ascii: "~"), UInt8(ascii: "!"),
        UInt8(ascii: "["),
        UInt8(ascii: "]"),
      ].contains(self)
  }
}
