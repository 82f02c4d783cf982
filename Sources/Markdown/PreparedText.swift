/// The text that libcmark reads in place of the source.
///
/// libcmark knows neither tables nor footnotes. In this text every cell of a table is a heading on a line of its own,
/// inside the containers of the table, so that it sees the page's link definitions and ends what a table would end. The
/// footnotes stand in front as the items of a list. All other lines are those of the source.
struct PreparedText {
  private struct Origin {
    var line: Int32
    var cell: Int32
  }

  private(set) var bytes: [UInt8] = []
  /// For every line what it comes from; empty where the text is the source itself.
  private var origins: [Origin] = []
  let tables: [Table]
  /// All cells of all tables, with the table of each.
  private(set) var cells: [(table: Int, cell: Table.Cell)] = []
  let footnotes: Footnotes

  init(_ source: SourceLines, tables: [Table], footnotes: Footnotes) {
    self.tables = tables
    self.footnotes = footnotes
    guard !tables.isEmpty || !footnotes.isEmpty else { return }
    bytes.reserveCapacity(source.bytes.count * 5 / 4 + 64)
    origins.reserveCapacity(source.count + 64)
    appendFootnotes(source)
    appendBody(source)
  }

  var isSource: Bool { origins.isEmpty }

  /// The line of the source (from 1) that a line of this text comes from.
  func sourceLine(_ line: Int) -> Int {
    guard !origins.isEmpty else { return line }
    return Int(origins[min(line, origins.count) - 1].line)
  }

  /// The cell, as an index into `cells`, that a line stands for.
  func cell(atLine line: Int) -> Int? {
    guard line <= origins.count, origins[line - 1].cell >= 0 else { return nil }
    return Int(origins[line - 1].cell)
  }

  private mutating func appendBody(_ source: SourceLines) {
    var next = 1
    for (index, table) in tables.enumerated() {
      append(next..<table.lines.lowerBound, source)
      append(table, index, source)
      next = table.lines.upperBound + 1
    }
    append(next..<source.count + 1, source)
  }

  /// Appends lines as they are; those of footnotes as empty ones.
  private mutating func append(_ lines: Range<Int>, _ source: SourceLines) {
    for line in lines {
      if footnotes.holds(line) { bytes.append(10) } else { bytes.append(contentsOf: source.bytes[source.whole(line)]) }
      origins.append(Origin(line: Int32(line), cell: -1))
    }
    if let last = bytes.last, last != 10, last != 13 { bytes.append(10) }
  }

  private mutating func append(_ table: Table, _ index: Int, _ source: SourceLines) {
    for cell in table.cells {
      if let opening = table.opening, cell.row == 0, cell.column == 0 {
        bytes.append(contentsOf: source.bytes[opening])
      } else {
        table.containers.appendMarks(to: &bytes)
      }
      bytes.append(UInt8(ascii: "#"))
      bytes.append(32)
      appendUnescapingPipes(source.bytes[cell.range])
      // The closing sequence keeps number signs that end a cell.
      bytes.append(32)
      bytes.append(UInt8(ascii: "#"))
      bytes.append(10)
      let line = table.lines.lowerBound + (cell.row == 0 ? 0 : cell.row + 1)
      origins.append(Origin(line: Int32(line), cell: Int32(cells.count)))
      cells.append((index, cell))
    }
  }

  /// An escaped pipe in a cell is a pipe, in code too.
  private mutating func appendUnescapingPipes(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    guard text.contains(UInt8(ascii: "\\")) else { return bytes.append(contentsOf: text) }
    for index in text.indices {
      let escapesPipe =
        text[index] == UInt8(ascii: "\\") && index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: "|")
      if !escapesPipe { bytes.append(text[index]) }
    }
  }

  private mutating func appendFootnotes(_ source: SourceLines) {
    guard !footnotes.isEmpty else { return }
    for (index, note) in footnotes.notes.enumerated() {
      bytes += "[^".utf8
      bytes.append(contentsOf: source.bytes[note.label])
      bytes += "]: <\u{1}\(index)>\n".utf8
      origins.append(Origin(line: Int32(note.lines.lowerBound), cell: -1))
    }
    bytes.append(10)
    origins.append(Origin(line: 1, cell: -1))
    for note in footnotes.notes { append(note, source) }
    bytes += "***\n\n".utf8
    origins += [Origin(line: 1, cell: -1), Origin(line: 1, cell: -1)]
  }

  /// A footnote's text is indented by four columns, like that of an item with a mark of three.
  private mutating func append(_ note: Footnotes.Note, _ source: SourceLines) {
    bytes += "77) ".utf8
    bytes.append(contentsOf: source.bytes[note.text])
    bytes.append(10)
    origins.append(Origin(line: Int32(note.lines.lowerBound), cell: -1))
    let isEmpty = note.text.isEmpty
    let rest = note.lines.dropFirst().drop { isEmpty && source.isBlank($0) }
    for line in rest {
      bytes.append(contentsOf: source.bytes[source[line]])
      bytes.append(10)
      origins.append(Origin(line: Int32(line), cell: -1))
    }
  }
}
