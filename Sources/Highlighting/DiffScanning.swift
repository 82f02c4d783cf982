extension Scanner {
  /// Marks a diff line by line, by what a line begins with.
  mutating func scanDiff() {
    while !isAtEnd {
      let end = lineEnd(from: index)
      if let token = diffToken { mark(token, to: end) }
      index = min(end + 1, code.count)
    }
  }

  private var diffToken: Token? {
    if starts("+++ ") || starts("--- ") || starts("diff ") || starts("index ") || starts("rename ")
      || starts("new file ")
      || starts("deleted file ")
    {
      return .property
    }
    if starts("@@") { return .head }
    switch peek() {
    case UInt8(ascii: "+"): return .inserted
    case UInt8(ascii: "-"): return .deleted
    default: return nil
    }
  }
}
