// Tables (GFM 4.10). libcmark leaves a table as one paragraph; its lines are cut into cells here, and the cells are
// parsed as headings of a text of their own, together with the link definitions of the page.
extension RenderingPass {
  /// The table that a paragraph's lines make, or `nil`.
  func table(in node: CMarkNode) -> FoundTable? {
    let numbers = Array(node.lines)
    guard numbers.count > 1 else { return nil }
    let prefixes = containers(of: node)
    let contents = numbers.map { content(ofLine: $0, prefixes, isFirst: $0 == numbers[0], column: node.startColumn) }
    for position in 1..<numbers.count {
      guard let alignments = TableSyntax.alignments(bytes(contents[position])) else { continue }
      let header = cells(of: contents[position - 1])
      guard header.count == alignments.count else { continue }
      let rows = [position - 1] + Array(numbers.indices[(position + 1)...])
      return FoundTable(
        alignments: alignments, leading: Array(contents[..<(position - 1)]),
        rows: rows.map { (numbers[$0], Array(cells(of: contents[$0]).prefix(alignments.count))) })
    }
    return nil
  }

  private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: lines.bytes[range])
  }

  private func cells(of line: Range<Int>) -> [Range<Int>] {
    TableSyntax.cells(bytes(line)).map { $0.lowerBound + line.lowerBound..<$0.upperBound + line.lowerBound }
  }

  /// Whether each container around a block is a quote, from the outermost in.
  private func containers(of node: CMarkNode) -> [Bool] {
    var containers: [Bool] = []
    var parent = node.parent
    while let container = parent {
      if container.kind == .blockQuote || container.kind == .item { containers.append(container.kind == .blockQuote) }
      parent = container.parent
    }
    return containers.reversed()
  }

  /// A line of a paragraph without the marks of the containers around it.
  private func content(ofLine line: Int, _ containers: [Bool], isFirst: Bool, column: Int) -> Range<Int> {
    let range = lines[line]
    if isFirst { return min(range.lowerBound + column - 1, range.upperBound)..<range.upperBound }
    var start = range.lowerBound
    func skipSpaces() {
      while start < range.upperBound, lines.bytes[start] == 32 || lines.bytes[start] == 9 { start += 1 }
    }
    for isQuote in containers where isQuote {
      skipSpaces()
      if start < range.upperBound, lines.bytes[start] == UInt8(ascii: ">") { start += 1 }
    }
    skipSpaces()
    return start..<range.upperBound
  }

  mutating func write(_ table: FoundTable, of node: CMarkNode, _ links: inout some LinkResolver) {
    let cells = CellDocument(table, lines, hasDefinitions: lines.bytes.mayDefineLinks)
    cells.bytes.withUnsafeBufferPointer { buffer in
      let document = CMarkDocument(buffer)
      var block = document.root.firstChild
      if !table.leading.isEmpty, let paragraph = block {
        startLine()
        out.append("<p>" as StaticString)
        write(inlinesOf: paragraph, at: lines.range(node.lines), &links)
        out.append("</p>\n" as StaticString)
        block = paragraph.next
      }
      startLine()
      out.append(isSite ? "<div class=\"table\">\n<table>\n<thead>\n" : "<table>\n<thead>\n")
      for (position, row) in table.rows.enumerated() {
        if position == 1 { out.append("<tbody>\n" as StaticString) }
        write(row, isHeader: position == 0, table.alignments, &block, &links)
        if position == 0 { out.append("</thead>\n" as StaticString) }
      }
      if table.rows.count > 1 { out.append("</tbody>\n" as StaticString) }
      out.append(isSite ? "</table>\n</div>\n" : "</table>\n")
    }
  }

  private mutating func write(
    _ row: (line: Int, cells: [Range<Int>]), isHeader: Bool, _ alignments: [TableSyntax.Alignment],
    _ block: inout CMarkNode?, _ links: inout some LinkResolver
  ) {
    out.append("<tr>\n" as StaticString)
    for (column, alignment) in alignments.enumerated() {
      writeStart(isHeader: isHeader, alignment)
      if column < row.cells.count, let heading = block {
        write(inlinesOf: heading, at: row.cells[column], &links)
        block = heading.next
      }
      out.append(isHeader ? "</th>\n" : "</td>\n")
    }
    out.append("</tr>\n" as StaticString)
  }

  private mutating func writeStart(isHeader: Bool, _ alignment: TableSyntax.Alignment) {
    out.append(isHeader ? (isSite ? "<th scope=\"col\"" : "<th") : "<td")
    let name: StaticString
    switch alignment {
    case .none: return out.append(">" as StaticString)
    case .left: name = "left"
    case .center: name = "center"
    case .right: name = "right"
    }
    out.append(isSite ? " class=\"" : " align=\"")
    out.append(name)
    out.append("\">" as StaticString)
  }

  /// Writes the inlines of a block that was parsed from some bytes of the source.
  private mutating func write(inlinesOf node: CMarkNode, at place: Range<Int>, _ links: inout some LinkResolver) {
    strikes = mayHoldStrikes ? Strikethrough(in: node) : Strikethrough()
    (block, searchStart) = (place, place.lowerBound)
    var child = node.firstChild
    while let inline = child {
      child = render(inlinesFrom: inline, &links)
    }
  }

  /// Renders an inline with all below it, and any that were written together with it; the one that follows.
  private mutating func render(inlinesFrom inline: CMarkNode, _ links: inout some LinkResolver) -> CMarkNode? {
    guard inline.kind == .text else {
      render(inline, &links)
      return inline.next
    }
    var last = inline
    _ = enterText(&last, &links)
    return last.next
  }
}

/// The text in which each cell of a table stands as a heading of its own.
private struct CellDocument {
  private(set) var bytes: [UInt8] = []

  init(_ table: FoundTable, _ lines: SourceLines, hasDefinitions: Bool) {
    for line in table.leading {
      bytes += lines.bytes[line]
      bytes.append(10)
    }
    if !table.leading.isEmpty { bytes.append(10) }
    for row in table.rows {
      for cell in row.cells {
        // The closing sequence keeps number signs at a cell's end.
        bytes += "# ".utf8
        append(cell, lines.bytes)
        bytes += " #\n".utf8
      }
    }
    guard hasDefinitions else { return }
    bytes.append(10)
    bytes += lines.bytes
  }

  /// A cell's text; its escaped pipes are pipes, in code too.
  private mutating func append(_ cell: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
    for index in cell {
      let escapesPipe =
        source[index] == UInt8(ascii: "\\") && index + 1 < cell.upperBound && source[index + 1] == UInt8(ascii: "|")
      if !escapesPipe { bytes.append(source[index]) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text may hold a link reference definition.
  fileprivate var mayDefineLinks: Bool {
    guard count > 3 else { return false }
    for index in 1..<count where self[index] == UInt8(ascii: ":") && self[index - 1] == UInt8(ascii: "]") {
      return true
    }
    return false
  }
}
