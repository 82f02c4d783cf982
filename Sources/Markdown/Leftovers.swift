import Diagnostics

// Traps for writers: what another generator reads, and what a broken conversion leaves, shows as it stands.
extension RenderingPass {
  /// Reports a `{` that opens something other generators know: `{% … %}`, `{: … }`, `{#id}`.
  mutating func reportLeftover(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard isSite, index + 2 < text.count else { return }
    let next = text[index + 2]
    switch text[index + 1] {
    case UInt8(ascii: "%"): report(text, index, "{%", "a tag of Liquid or Jinja")
    case UInt8(ascii: ":") where next.isSpace || next == UInt8(ascii: ".") || next == UInt8(ascii: "#"):
      report(text, index, "{:", "an attribute list of kramdown")
    case UInt8(ascii: "#") where next.isASCIILetter && text.last == UInt8(ascii: "}"):
      report(text, index, "{#", "a heading's id in another dialect; sitegen makes ids from the words")
    default: return
    }
  }

  /// Reports `<% … %>`.
  mutating func reportTemplateTag(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard isSite, index + 2 < text.count, text[index + 1] == UInt8(ascii: "%") else { return }
    report(text, index, "<%", "a tag of ERB")
  }

  /// Reports what marks a box in other dialects at the beginning of a line: `!!!`, `???`, `:::`, and `[TOC]`.
  mutating func reportLineLeftover(_ text: UnsafeBufferPointer<UInt8>) {
    guard isSite, text.count >= 3, let first = text.first else { return }
    switch first {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      let isMark =
        text[1] == first && text[2] == first && text.count > 4 && (text[3] == 32 || text[3] == UInt8(ascii: "+"))
      guard isMark, text[3...].contains(where: \.isASCIILetter) else { return }
      report(text, 0, first == UInt8(ascii: "!") ? "!!!" : "???", "a box of MkDocs; GitHub writes > [!NOTE]")
    case UInt8(ascii: ":"):
      guard text[1] == first, text[2] == first else { return }
      report(text, 0, ":::", "a container of another dialect; GitHub writes > [!NOTE]")
    case UInt8(ascii: "["):
      guard text.elementsEqual("[TOC]".utf8) || text.elementsEqual("[[_TOC_]]".utf8) else { return }
      report(text, 0, "[TOC]", "a mark of another dialect; sitegen makes the table of contents by itself")
    default: return
    }
  }

  private mutating func report(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ mark: String, _ what: String) {
    result.diagnostics.append(
      .leftover(mark, what, at: place(of: text, index..<min(index + mark.utf8.count, text.count))))
  }

  /// Reports letters that were read in a wrong encoding once: `â€™` for an apostrophe. One report a line of text.
  mutating func reportMojibake(_ text: UnsafeBufferPointer<UInt8>, at index: Int, isReported: inout Bool) {
    guard isSite, !isReported, let length = Mojibake.length(text, at: index) else { return }
    isReported = true
    let shown = String(decoding: UnsafeBufferPointer(rebasing: text[index..<index + length]), as: UTF8.self)
    result.diagnostics.append(.mojibake(shown, at: place(of: text, index..<index + length)))
  }
}

/// Sequences that hardly a language writes, and that UTF-8 becomes when it is read as Windows-1252 or Mac Roman.
enum Mojibake {
  private static let marks: [[UInt8]] = [
    "â€™", "â€œ", "â€\u{9d}", "â€“", "â€”", "â€¦", "â€¢", "â€˜", "â€\u{a0}", "â†’", "âœ", "ðŸ", "ï¿½", "ï»¿",
    "\u{FFFD}", "‚Äô", "‚Äú", "‚Äù",
    "‚Äî", "‚Äì", "‚Ä¶", "‚Ä¢", "√©", "√®", "√º", "√∂", "√§", "üî",
  ].map { Array($0.utf8) }

  /// The length in bytes of the sequence that begins at an index, or `nil`.
  static func length(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard mayBegin(text, at: index) else { return nil }
    let rest = text[index...]
    if let mark = marks.first(where: rest.starts) { return mark.count }
    // Ã or Â before a sign of the upper half of Latin 1: é as Ã©, a hard space as Â.
    guard rest.count >= 4, rest[index] == 0xc3, rest[index + 1] == 0x83 || rest[index + 1] == 0x82,
      rest[index + 2] == 0xc2, rest[index + 3] >= 0xa0 || rest[index + 1] == 0x83
    else { return nil }
    return 4
  }

  /// Whether two or three bytes leave it open that a sequence begins.
  private static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    switch (text[index], text[index + 1]) {
    case (0xc3, 0x82), (0xc3, 0x83), (0xc3, 0xa2), (0xc3, 0xaf), (0xc3, 0xb0), (0xc3, 0xbc), (0xef, 0xbf): return true
    case (0xe2, 0x80), (0xe2, 0x88): return text[index + 2] == 0x9a
    default: return false
    }
  }
}

extension Diagnostic {
  static func leftover(_ mark: String, _ what: String, at range: SourceRange) -> Diagnostic {
    .warning(
      "page-dialect", "'\(mark)' is \(what); here it is plain text", at: range,
      notes: [Note("to show it as it is, put it in `code`")])
  }

  fileprivate static func mojibake(_ shown: String, at range: SourceRange) -> Diagnostic {
    .warning("page-mojibake", "'\(shown)' looks like text saved in the wrong encoding", at: range)
  }
}
