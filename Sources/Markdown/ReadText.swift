/// A text read by libcmark, its tables and footnotes found.
struct ReadText {
  let text: PreparedText
  let document: CMarkDocument

  /// Texts can be built so that each reading shows one more table; this many readings must do.
  private static let mostReadings = 6

  init(_ source: SourceLines, extensions: Bool) {
    let footnotes = extensions && !source.footnoteRows.isEmpty ? Footnotes(source) : Footnotes()
    let tables = extensions && !source.delimiterRows.isEmpty ? Table.atMargin(source) : []
    self =
      ReadText(source, tables, footnotes)?.withHiddenTables(source, extensions)
      ?? ReadText(source, [], footnotes)?.withHiddenTables(source, extensions)
      ?? ReadText(source, [], Footnotes())?.withHiddenTables(source, extensions) ?? ReadText(plain: source)
  }

  private init(plain source: SourceLines) {
    text = PreparedText(source, tables: [], footnotes: Footnotes())
    document = CMarkDocument(source.bytes)
  }

  /// `nil` where a cell or a footnote landed in a place that makes it another thing: in code, or in raw HTML.
  private init?(_ source: SourceLines, _ tables: [Table], _ footnotes: Footnotes) {
    let text = PreparedText(source, tables: tables, footnotes: footnotes)
    self.text = text
    document = text.isSource ? CMarkDocument(source.bytes) : text.bytes.withUnsafeBufferPointer { CMarkDocument($0) }
    guard isFaithful else { return nil }
  }

  private var isFaithful: Bool {
    guard !text.isSource else { return true }
    var seen = 0
    document.root.forEachBlock { block in
      if block.kind == .heading, text.cell(atLine: block.lines.lowerBound) != nil { seen += 1 }
    }
    return seen == text.cells.count && (text.footnotes.isEmpty || footnoteItems.count == text.footnotes.notes.count)
  }

  /// The items that hold the footnotes, in the order of their definitions.
  var footnoteItems: [CMarkNode] {
    guard !text.footnotes.isEmpty, let list = document.root.firstChild, list.kind == .list,
      let rule = list.next, rule.kind == .thematicBreak
    else { return [] }
    var items: [CMarkNode] = []
    var item = list.firstChild
    while let node = item {
      items.append(node)
      item = node.next
    }
    return items
  }

  /// The first block of the page itself.
  var firstBlock: CMarkNode? {
    text.footnotes.isEmpty ? document.root.firstChild : document.root.firstChild?.next?.next
  }

  /// The text with those tables too that only the tree shows: in quotes, in items, below other lines of a paragraph.
  private func withHiddenTables(_ source: SourceLines, _ extensions: Bool) -> ReadText? {
    guard extensions, !source.delimiterRows.isEmpty else { return self }
    var read = self
    for _ in 0..<ReadText.mostReadings {
      let found = read.hiddenTables(source)
      guard !found.isEmpty else { return read }
      let tables = (read.text.tables + found).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
      guard let next = ReadText(source, tables, text.footnotes) else { return read }
      read = next
    }
    return read
  }

  private func hiddenTables(_ source: SourceLines) -> [Table] {
    var rows = source.delimiterRows.filter { row in !text.tables.contains { $0.lines.contains(row) } }
    guard !rows.isEmpty else { return [] }
    var tables: [Table] = []
    document.root.forEachBlock { block in
      guard block.kind == .paragraph || block.kind == .heading, !rows.isEmpty,
        let table = table(in: block, source, rows)
      else { return }
      rows.removeAll { table.lines.contains($0) }
      tables.append(table)
    }
    return tables
  }

  private func table(in block: CMarkNode, _ source: SourceLines, _ rows: [Int]) -> Table? {
    let first = text.sourceLine(block.lines.lowerBound)
    let last = text.sourceLine(block.lines.upperBound)
    guard last > first, !text.footnotes.holds(first) else { return nil }
    let candidates = rows.filter { $0 > first && $0 <= last }
    guard !candidates.isEmpty else { return nil }
    let containers = Containers(around: block, text, source)
    for row in candidates {
      let start = row - 1 == first ? source[first].lowerBound + block.startColumn - 1 : nil
      if let table = Table(delimiterRow: row, source, containers, headerStart: start) { return table }
    }
    return nil
  }
}

extension CMarkNode {
  /// Visits all blocks below this one in reading order.
  func forEachBlock(_ visit: (CMarkNode) -> Void) {
    var current = firstChild
    while let node = current {
      visit(node)
      switch node.kind {
      case .blockQuote, .list, .item: current = node.firstChild ?? node.following(below: self)
      default: current = node.following(below: self)
      }
    }
  }

  /// The node after this one and all below it, still below another.
  func following(below top: CMarkNode) -> CMarkNode? {
    var current = self
    while current != top {
      if let next = current.next { return next }
      guard let parent = current.parent else { return nil }
      current = parent
    }
    return nil
  }
}
