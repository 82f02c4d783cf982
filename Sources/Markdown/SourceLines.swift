/// The lines of a text, where they begin, and which of them deserve a closer look.
struct SourceLines {
  let bytes: UnsafeBufferPointer<UInt8>
  private var starts: [Int] = [0]
  /// The lines (from 1, ascending) that could be the delimiter row of a table.
  private(set) var delimiterRows: [Int] = []
  /// The lines (from 1, ascending) that could begin a footnote: up to three spaces and `[^`.
  private(set) var footnoteRows: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    starts.reserveCapacity(bytes.count / 24 + 2)
    look(at: 0)
    for index in bytes.indices where bytes[index] <= 13 {
      let isBareReturn = bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10)
      guard bytes[index] == 10 || isBareReturn else { continue }
      starts.append(index + 1)
      look(at: index + 1)
    }
  }

  var count: Int { starts.count }

  /// The bytes of a line (from 1) without its end.
  subscript(line: Int) -> Range<Int> {
    guard line <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  /// The bytes of a line (from 1) with its end.
  func whole(_ line: Int) -> Range<Int> {
    starts[line - 1]..<(line < starts.count ? starts[line] : bytes.count)
  }

  /// The bytes of several lines, the last one's end left out.
  func range(_ lines: ClosedRange<Int>) -> Range<Int> {
    let start = self[lines.lowerBound].lowerBound
    return start..<max(start, self[lines.upperBound].upperBound)
  }

  func isBlank(_ line: Int) -> Bool { self[line].allSatisfy { bytes[$0].isBlank } }

  /// The number of the line (from 1) that holds a byte.
  func line(holding offset: Int) -> Int {
    var (low, high) = (1, count)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle - 1] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Sorts the line that begins at a byte, the last one that is known.
  private mutating func look(at start: Int) {
    var index = start
    while index < bytes.count, bytes[index].isBlank || bytes[index] == UInt8(ascii: ">") { index += 1 }
    guard index < bytes.count else { return }
    switch bytes[index] {
    case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"):
      if looksLikeDelimiters(from: index) { delimiterRows.append(starts.count) }
    case UInt8(ascii: "["):
      let isFootnote = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "^") && index - start <= 3
      if isFootnote { footnoteRows.append(starts.count) }
    default: return
    }
  }

  private func looksLikeDelimiters(from start: Int) -> Bool {
    var (hasDash, hasMark, index) = (false, false, start)
    while index < bytes.count, bytes[index] != 10, bytes[index] != 13 {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
      case _ where bytes[index].isSpace: break
      default: return false
      }
      index += 1
    }
    return hasDash && hasMark
  }
}
