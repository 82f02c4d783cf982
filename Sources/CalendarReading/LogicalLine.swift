import Diagnostics

/// A content line without its folds, RFC 5545 3.1, that remembers where each of its bytes stands.
struct LogicalLine {
  private(set) var bytes: [UInt8] = []
  /// Where each piece between two folds begins: in `bytes`, and in the file.
  private var pieces: [(offset: Int, at: SourceLocation)] = []

  /// The unfolded lines of a file: lines end in CR LF, LF or CR. Lines without a byte count for nothing, not even as the
  /// end of a folded one; a byte order mark is skipped.
  static func lines(of bytes: [UInt8]) -> [LogicalLine] {
    var lines: [LogicalLine] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let isFolded = start < end && (bytes[start] == 0x20 || bytes[start] == 0x09) && !lines.isEmpty
      if isFolded {
        lines[lines.count - 1].append(bytes[(start + 1)..<end], at: SourceLocation(line: number, column: 2))
      } else if start < end {
        lines.append(LogicalLine())
        lines[lines.count - 1].append(bytes[start..<end], at: SourceLocation(line: number, column: 1))
      }
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
      number += 1
    }
    return lines
  }

  private mutating func append(_ piece: ArraySlice<UInt8>, at place: SourceLocation) {
    pieces.append((bytes.count, place))
    bytes.append(contentsOf: piece)
  }

  /// Where a byte of the line stands.
  func location(_ offset: Int) -> SourceLocation {
    let piece = pieces.last { $0.offset <= offset } ?? pieces[0]
    return SourceLocation(line: piece.at.line, column: piece.at.column + offset - piece.offset)
  }

  /// The place of some bytes of the line, at least one column wide.
  func range(_ offsets: Range<Int>, file: String) -> SourceRange {
    let start = location(offsets.lowerBound)
    var end = offsets.isEmpty ? start : location(offsets.upperBound - 1)
    end.column += 1
    return SourceRange(file: file, start: start, end: end)
  }
}
