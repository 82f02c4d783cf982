/// Prints diagnostics for people: place, headline, the source line, a caret, notes.
///
///     content/roster/people.yml:4:13: error: 'Amercia/Chicago' is no time zone; did you mean 'America/Chicago'? [zone-unknown]
///         timezone: Amercia/Chicago
///                   ^~~~~~~~~~~~~~~
package struct DiagnosticText {
  /// The text of a line (counted from 1) of a source file, without its line end.
  private let sourceLine: (_ file: String, _ line: Int) -> String?
  private let colour: Bool

  package init(colour: Bool, sourceLine: @escaping (_ file: String, _ line: Int) -> String?) {
    self.colour = colour
    self.sourceLine = sourceLine
  }

  package func text(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.range.map { "\($0.file):\($0.start.line):\($0.start.column): " } ?? ""
    let severity = painted(diagnostic.severity.rawValue + ":", diagnostic.severity == .error ? "31;1" : "33;1")
    var out = "\(painted(place, "1"))\(severity) \(diagnostic.summary) [\(diagnostic.id)]\n"
    if let range = diagnostic.range { out += excerpt(range) }
    for note in diagnostic.notes { out += text(note) }
    return out
  }

  private func text(_ note: Diagnostic.Note) -> String {
    guard let range = note.range else { return "    note: \(note.text)\n" }
    return "    \(range.file):\(range.start.line):\(range.start.column): note: \(note.text)\n"
  }

  private func excerpt(_ range: SourceRange) -> String {
    guard let line = sourceLine(range.file, range.start.line) else { return "" }
    let bytes = line.utf8
    let first = min(max(range.start.column - 1, 0), bytes.count)
    let last = max(first, range.end.line > range.start.line ? bytes.count : min(range.end.column - 1, bytes.count))
    let shown = DiagnosticText.window(first, last, of: bytes)
    let part = { (range: Range<Int>) in
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      return String(decoding: bytes[start..<bytes.index(start, offsetBy: range.count)], as: UTF8.self)
    }
    let (isCutBefore, isCutBehind) = (shown.lowerBound > 0, shown.upperBound < bytes.count)
    let text = (isCutBefore ? "…" : "") + part(shown) + (isCutBehind ? "…" : "")
    let before = (isCutBefore ? "…" : "") + part(shown.lowerBound..<first)
    let marked = part(first..<min(last, shown.upperBound))
    // A tab stays a tab, so that the caret lines up in any terminal.
    let indent = String(before.map { $0 == "\t" ? "\t" : " " })
    let underline = "^" + String(repeating: "~", count: max(0, marked.count - 1))
    return "    \(printable(text))\n    \(indent)\(painted(underline, "32;1"))\n"
  }

  /// The bytes of a line that are shown: all of them, or of a long one those around the place, whole code points.
  private static func window(_ first: Int, _ last: Int, of bytes: String.UTF8View) -> Range<Int> {
    let most = 240
    guard bytes.count > 2 * most else { return 0..<bytes.count }
    let isInside = { (offset: Int) in
      offset < bytes.count && bytes[bytes.index(bytes.startIndex, offsetBy: offset)] & 0xC0 == 0x80
    }
    var (start, end) = (max(0, first - most / 2), min(bytes.count, max(first, min(last, first + most)) + most / 2))
    while start < first, isInside(start) { start += 1 }
    while end < bytes.count, isInside(end) { end += 1 }
    return start..<end
  }

  /// Control characters of a source line would act on the terminal; they are shown as a question mark.
  private func printable(_ line: String) -> String {
    String(
      String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 32 && $0 != "\t" || $0.value == 127 ? "?" : $0 }))
  }

  private func painted(_ text: String, _ code: String) -> String {
    colour && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
