// Tables in HTML (GFM 4.10): the tree holds their cells one after another, and rows are made around them.
extension RenderingPass {
  mutating func openCell(_ index: Int) {
    let (tableIndex, cell) = read.text.cells[index]
    let table = read.text.tables[tableIndex]
    enterInlines(of: cell.range)
    if cell.column == 0 { openRow(cell.row, of: table) }
    writeStart(of: cell, table.alignments[cell.column])
  }

  mutating func closeCell(_ index: Int) {
    let (tableIndex, cell) = read.text.cells[index]
    out.append(isHeader(cell) ? "</th>\n" : "</td>\n")
    let next = index + 1 < read.text.cells.count ? read.text.cells[index + 1] : nil
    if let next, next.table == tableIndex, next.cell.row == cell.row { return }
    let table = read.text.tables[tableIndex]
    for column in (cell.column + 1)..<max(table.alignments.count, cell.column + 1) {
      writeStart(of: Table.Cell(row: cell.row, column: column, range: 0..<0), table.alignments[column])
      out.append("</td>\n" as StaticString)
    }
    out.append("</tr>\n" as StaticString)
    if cell.row == 0 { out.append("</thead>\n" as StaticString) }
    if next?.table != tableIndex { closeTable(hasBody: cell.row > 0) }
  }

  private mutating func openRow(_ row: Int, of table: Table) {
    if row == 0 { openTable() }
    if row == 1 { out.append("<tbody>\n" as StaticString) }
    out.append("<tr>\n" as StaticString)
  }

  /// A table wider than the page scrolls; the frame can have the keyboard's focus, and so it has a name.
  private mutating func openTable() {
    startLine()
    guard isSite else { return out.append("<table>\n<thead>\n" as StaticString) }
    tablesUnderHeading += 1
    out.append("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table" as StaticString)
    if tablesUnderHeading > 1 { out += " \(tablesUnderHeading)".utf8 }
    if let heading = result.headings.last ?? result.title {
      out.append(": " as StaticString)
      out.appendEscaped(heading.text)
    }
    out.append("\">\n<table>\n<thead>\n" as StaticString)
  }

  private mutating func closeTable(hasBody: Bool) {
    if hasBody { out.append("</tbody>\n" as StaticString) }
    out.append(isSite ? "</table>\n</div>\n" : "</table>\n")
  }

  /// Whether a cell names its column; a column without a name has no header.
  private func isHeader(_ cell: Table.Cell) -> Bool { cell.row == 0 && !(isSite && cell.range.isEmpty) }

  private mutating func writeStart(of cell: Table.Cell, _ alignment: TableRow.Alignment) {
    out.append(isHeader(cell) ? (isSite ? "<th scope=\"col\"" : "<th") : "<td")
    let name: StaticString
    switch alignment {
    case .none: return out.append(UInt8(ascii: ">"))
    case .left: name = "left"
    case .center: name = "center"
    case .right: name = "right"
    }
    out.append(isSite ? " class=\"" : " align=\"")
    out.append(name)
    out.append("\">" as StaticString)
  }
}
