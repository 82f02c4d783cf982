extension Scanner {
  /// Marks code of a language whose tokens a grammar tells apart.
  mutating func scan(_ grammar: Grammar) {
    // Whether a value stands before the cursor, so that a slash divides.
    var followsValue = false
    var declares = false
    while !isAtEnd {
      let byte = peek()
      if byte.isSpace {
        index += 1
        continue
      }
      if let end = commentEnd(grammar) {
        mark(.comment, to: end)
        continue
      }
      if byte.isDigit {
        mark(.number, to: numberEnd())
        followsValue = true
      } else if byte.isWord || byte == UInt8(ascii: "$") && peek(1).isWord && !grammar.hasDollarQuotes {
        (followsValue, declares) = markWord(grammar, isDeclared: declares)
        continue
      } else if let end = stringEnd(grammar) {
        markString(to: end, grammar)
        followsValue = true
      } else if grammar.hasRegularExpressions, byte == UInt8(ascii: "/"), !followsValue {
        mark(.string, to: regularExpressionEnd())
        followsValue = true
      } else if byte == grammar.decorators, peek(1).isWord {
        mark(.function, to: end(from: index + 1) { $0.isWord || $0 == UInt8(ascii: ".") })
      } else {
        followsValue = byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
        index += 1
      }
      declares = false
    }
  }

  private func commentEnd(_ grammar: Grammar) -> Int? {
    if grammar.lineComments.contains(where: starts) { return lineEnd(from: index) }
    if grammar.hasBlockComments, starts("/*") { return end(behind: "*/", from: index + 2) }
    return nil
  }

  /// Marks a word by what it is; answers whether a value stands now, and whether a declared name follows.
  private mutating func markWord(_ grammar: Grammar, isDeclared: Bool) -> (Bool, Bool) {
    let end = end(from: index) { $0.isWord || $0 == UInt8(ascii: "$") }
    let word = code[index..<end]
    if end < code.count, code[end] == UInt8(ascii: "\"") || code[end] == UInt8(ascii: "'"),
      grammar.stringPrefixes.contains(word)
    {
      index = end
      return (false, false)
    }
    if grammar.keywords.contains(word) {
      let declares = grammar.declares.contains(word)
      mark(.keyword, to: end)
      return (false, declares)
    }
    if grammar.constants.contains(word) {
      mark(.number, to: end)
    } else if isDeclared {
      mark(.function, to: end)
    } else {
      index = end
    }
    return (true, false)
  }

  /// The end of a string that opens at the cursor, or `nil` where none does.
  private func stringEnd(_ grammar: Grammar) -> Int? {
    let byte = peek()
    if grammar.hasTripleQuotes, grammar.quotes.contains(byte), peek(1) == byte, peek(2) == byte {
      return end(behind: byte == UInt8(ascii: "\"") ? "\"\"\"" : "'''", from: index + 3, escapes: true)
    }
    if grammar.quotes.contains(byte) { return stringEnd(quote: byte) }
    if grammar.rawQuotes.contains(byte) { return stringEnd(quote: byte, escapes: false, spansLines: true) }
    if grammar.longQuotes.contains(byte) {
      return stringEnd(quote: byte, escapes: !grammar.doublesQuotes, spansLines: true)
    }
    guard grammar.hasDollarQuotes, starts("$$") else { return nil }
    return end(behind: "$$", from: index + 2)
  }

  private mutating func markString(to end: Int, _ grammar: Grammar) {
    let next = self.end(from: end) { $0.isSpace }
    let isKey = grammar.hasKeys && next < code.count && code[next] == UInt8(ascii: ":")
    mark(isKey ? .property : .string, to: end)
  }

  /// The end of a regular expression with its flags; a slash in brackets does not end it, a line end does.
  private func regularExpressionEnd() -> Int {
    var end = index + 1
    var isClass = false
    while end < code.count, code[end] != 10 {
      switch code[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): isClass = true
      case UInt8(ascii: "]"): isClass = false
      case UInt8(ascii: "/") where !isClass: return self.end(from: end + 1) { $0.isLetter }
      default: break
      }
      end += 1
    }
    return min(end, code.count)
  }
}
