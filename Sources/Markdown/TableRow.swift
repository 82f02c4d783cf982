/// The lines of a pipe table (GFM 4.10).
enum TableRow {
  enum Alignment { case none, left, center, right }

  /// The alignments that a delimiter row gives, or `nil` where the line is none.
  static func alignments(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Alignment]? {
    var alignments: [Alignment] = []
    for cell in cells(bytes, line) {
      guard let alignment = alignment(bytes, cell) else { return nil }
      alignments.append(alignment)
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func alignment(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> Alignment? {
    guard !cell.isEmpty else { return nil }
    let left = bytes[cell.lowerBound] == UInt8(ascii: ":")
    let right = cell.count > 1 && bytes[cell.upperBound - 1] == UInt8(ascii: ":")
    let dashes = cell.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
    guard !dashes.isEmpty, dashes.allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else { return nil }
    return left && right ? .center : left ? .left : right ? .right : Alignment.none
  }

  /// The cells of a row, trimmed: pipes part them, an escaped pipe does not, and the outer ones are not needed.
  static func cells(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    let row = trimmed(bytes, line)
    let start = row.first.map { bytes[$0] == UInt8(ascii: "|") ? $0 + 1 : $0 } ?? row.lowerBound
    var cells: [Range<Int>] = []
    var (cell, index) = (start, start)
    while index < row.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\") where index + 1 < row.upperBound && bytes[index + 1].isPunctuation: index += 2
      case UInt8(ascii: "|"):
        cells.append(trimmed(bytes, cell..<index))
        index += 1
        cell = index
      default: index += 1
      }
    }
    if cell < row.upperBound { cells.append(trimmed(bytes, cell..<row.upperBound)) }
    return cells
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isSpace { start += 1 }
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    return start..<end
  }
}
