/// A table as it stands in the source (GFM 4.10).
struct Table {
  struct Cell {
    var row: Int
    var column: Int
    /// Its text in the source, trimmed.
    var range: Range<Int>
  }

  /// The lines of the source, from the header to the last row.
  var lines: ClosedRange<Int>
  var alignments: [TableRow.Alignment]
  /// Row by row, the header's first, at most one for each column; a row has one at least.
  var cells: [Cell]
  var containers: Containers
  /// What stands before the header in its line, where the line opens containers.
  var opening: Range<Int>?

  /// Cells that rows leave out are written all the same; a table that would grow past this ends before.
  private static let mostAdded = 20_000

  /// The table whose delimiter row is a given line, or `nil` where the lines make none.
  ///
  /// - Parameter headerStart: where the header's text begins, where its line opens containers.
  init?(delimiterRow: Int, _ source: SourceLines, _ containers: Containers, headerStart: Int? = nil) {
    let bytes = source.bytes
    let headerLine = source[delimiterRow - 1]
    guard let delimiters = containers.content(bytes, source[delimiterRow]), delimiters.indent < 4,
      let alignments = TableRow.alignments(bytes, delimiters.range),
      let header = headerStart.map({ min($0, headerLine.upperBound)..<headerLine.upperBound })
        ?? containers.content(bytes, headerLine)?.range
    else { return nil }
    let names = TableRow.cells(bytes, header)
    guard names.count == alignments.count else { return nil }
    self.alignments = alignments
    self.containers = containers
    opening = headerStart.map { headerLine.lowerBound..<$0 }
    cells = names.enumerated().map { Cell(row: 0, column: $0.offset, range: $0.element) }
    lines = (delimiterRow - 1)...delimiterRow
    takeRows(source)
  }

  private mutating func takeRows(_ source: SourceLines) {
    var (row, added) = (1, 0)
    while lines.upperBound < source.count {
      let line = source[lines.upperBound + 1]
      guard let content = containers.content(source.bytes, line), content.indent < 4, !content.range.isEmpty,
        !BlockStart.begins(source.bytes, content.range)
      else { return }
      let found = TableRow.cells(source.bytes, content.range).prefix(alignments.count)
      added += alignments.count - found.count
      guard !found.isEmpty, added <= Table.mostAdded else { return }
      for (column, range) in found.enumerated() { cells.append(Cell(row: row, column: column, range: range)) }
      row += 1
      lines = lines.lowerBound...(lines.upperBound + 1)
    }
  }
}

extension Table {
  /// The tables that need no look at the tree: the header follows an empty line and stands at the margin.
  static func atMargin(_ source: SourceLines) -> [Table] {
    var tables: [Table] = []
    for row in source.delimiterRows where row > 1 {
      let header = source[row - 1]
      guard row - 1 > tables.last?.lines.upperBound ?? 0, row == 2 || source.isBlank(row - 2),
        !header.isEmpty, !source.bytes[header.lowerBound].isBlank, !BlockStart.begins(source.bytes, header),
        let table = Table(delimiterRow: row, source, Containers())
      else { continue }
      tables.append(table)
    }
    return tables
  }
}
