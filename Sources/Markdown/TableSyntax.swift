/// The lines of a pipe table (GFM 4.10).
enum TableSyntax {
  enum Alignment { case none, left, center, right }

  /// Whether any line of a text could be a delimiter row: the cheap test before the careful one.
  static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (isPossible, hasDash, hasPipe) = (true, false, false)
    for byte in bytes {
      switch byte {
      case 10, 13:
        if isPossible, hasDash, hasPipe { return true }
        (isPossible, hasDash, hasPipe) = (true, false, false)
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasPipe = true
      case 32, 9, UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), 48...57: continue
      default: isPossible = false
      }
    }
    return isPossible && hasDash && hasPipe
  }

  /// The alignments that a delimiter row gives, or `nil` where the line is none.
  static func alignments(_ line: UnsafeBufferPointer<UInt8>) -> [Alignment]? {
    guard line.contains(UInt8(ascii: "|")) || line.contains(UInt8(ascii: ":")) else { return nil }
    var alignments: [Alignment] = []
    for cell in cells(line) {
      guard let alignment = alignment(Array(line[cell])) else { return nil }
      alignments.append(alignment)
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func alignment(_ cell: [UInt8]) -> Alignment? {
    let left = cell.first == UInt8(ascii: ":")
    let right = cell.count > 1 && cell.last == UInt8(ascii: ":")
    let dashes = cell.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    return left && right ? .center : left ? .left : right ? .right : Alignment.none
  }

  /// The cells of a row, trimmed: pipes part them, an escaped pipe does not, and the outer ones are not needed.
  static func cells(_ line: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var (start, end) = (0, line.count)
    while start < end, line[start].isSpace { start += 1 }
    while end > start, line[end - 1].isSpace { end -= 1 }
    if start < end, line[start] == UInt8(ascii: "|") { start += 1 }
    var cells: [Range<Int>] = []
    var (cell, index) = (start, start)
    while index < end {
      if line[index] == UInt8(ascii: "\\"), index + 1 < end, line[index + 1] == UInt8(ascii: "|") {
        index += 2
        continue
      }
      if line[index] == UInt8(ascii: "|") {
        cells.append(trimmed(cell..<index, line))
        cell = index + 1
      }
      index += 1
    }
    if cell < end { cells.append(trimmed(cell..<end, line)) }
    return cells
  }

  private static func trimmed(_ range: Range<Int>, _ line: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, line[start].isSpace { start += 1 }
    while end > start, line[end - 1].isSpace { end -= 1 }
    return start..<end
  }
}

/// A table found in a paragraph of the tree.
struct FoundTable {
  var alignments: [TableSyntax.Alignment]
  /// The lines of the paragraph that stand before the header row; they stay a paragraph.
  var leading: [Range<Int>]
  /// The header first; cells as ranges of the source, at most one for each column.
  var rows: [(line: Int, cells: [Range<Int>])]
}
