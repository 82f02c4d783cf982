/// The footnotes that a text defines: `[^label]: text`, at the margin, further lines indented by four columns.
struct Footnotes {
  struct Note {
    var label: Range<Int>
    /// What stands behind the colon in the first line.
    var text: Range<Int>
    /// The lines of the source that belong to it.
    var lines: ClosedRange<Int>
  }

  private(set) var notes: [Note] = []

  init() {}

  init(_ source: SourceLines) {
    for line in source.footnoteRows where line > notes.last?.lines.upperBound ?? 0 && !Footnotes.isCode(line, source) {
      if let note = Footnotes.note(at: line, source) { notes.append(note) }
    }
  }

  var isEmpty: Bool { notes.isEmpty }

  func holds(_ line: Int) -> Bool { !notes.isEmpty && notes.contains { $0.lines.contains(line) } }

  private static func note(at line: Int, _ source: SourceLines) -> Note? {
    let bytes = source.bytes
    let range = source[line]
    guard let open = range.first(where: { bytes[$0] == UInt8(ascii: "[") }) else { return nil }
    let label = range[(open + 2)...].prefix { bytes[$0] != UInt8(ascii: "]") && !bytes[$0].isSpace }
    let close = label.endIndex
    guard !label.isEmpty, !label.contains(where: { bytes[$0] == UInt8(ascii: "[") }), close + 1 < range.upperBound,
      bytes[close] == UInt8(ascii: "]"), bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let text = range[(close + 2)...].drop { bytes[$0].isBlank }
    return Note(
      label: label.startIndex..<close, text: text.startIndex..<range.upperBound,
      lines: line...lastLine(from: line, source))
  }

  /// The last line of the footnote that begins at a line: indented lines belong to it, empty ones between them, and
  /// lines that go on with a paragraph.
  private static func lastLine(from first: Int, _ source: SourceLines) -> Int {
    var last = first
    var line = first + 1
    while line <= source.count {
      if source.isBlank(line) {
        line += 1
        continue
      }
      let isLazy = line == last + 1 && !startsAnew(line, source) && !source.footnoteRows.contains(line)
      guard isLazy || indent(line, source) >= 4 else { return last }
      last = line
      line += 1
    }
    return last
  }

  private static func startsAnew(_ line: Int, _ source: SourceLines) -> Bool {
    let text = source[line].drop { source.bytes[$0].isBlank }
    return BlockStart.begins(source.bytes, text.startIndex..<text.endIndex)
  }

  private static func indent(_ line: Int, _ source: SourceLines) -> Int {
    Containers().content(source.bytes, source[line])?.indent ?? 0
  }

  /// Whether an open fence stands above a line.
  private static func isCode(_ line: Int, _ source: SourceLines) -> Bool {
    var fence: (mark: UInt8, length: Int)?
    for above in 1..<line {
      let text = source[above].drop { source.bytes[$0].isBlank }
      guard let first = text.first, source.bytes[first] == UInt8(ascii: "`") || source.bytes[first] == UInt8(ascii: "~")
      else { continue }
      let length = text.prefix { source.bytes[$0] == source.bytes[first] }.count
      if let open = fence {
        let closes = source.bytes[first] == open.mark && length >= open.length
        if closes, text.dropFirst(length).allSatisfy({ source.bytes[$0].isBlank }) { fence = nil }
      } else if BlockStart.isFence(source.bytes, text.startIndex..<text.endIndex) {
        fence = (source.bytes[first], length)
      }
    }
    return fence != nil
  }
}
