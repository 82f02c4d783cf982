/// The lines of a text and where they begin.
struct SourceLines {
  let bytes: UnsafeBufferPointer<UInt8>
  private var starts: [Int] = [0]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    starts.reserveCapacity(bytes.count / 32 + 1)
    for index in bytes.indices {
      let isBareReturn = bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10)
      if bytes[index] == 10 || isBareReturn { starts.append(index + 1) }
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

  /// The bytes of several lines, the last one's end left out.
  func range(_ lines: ClosedRange<Int>) -> Range<Int> {
    self[lines.lowerBound].lowerBound..<max(self[lines.lowerBound].lowerBound, self[lines.upperBound].upperBound)
  }
}
