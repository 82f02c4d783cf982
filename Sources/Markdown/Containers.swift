/// The quotes and list items around a block, and where the text of a line begins behind their marks (CommonMark 5).
struct Containers {
  private enum Container {
    case quote
    /// The columns by which a line of the item is indented, counted from the container around it.
    case item(Int)
  }

  private var containers: [Container] = []

  /// No container: the block stands at the top.
  init() {}

  init(around block: CMarkNode, _ text: PreparedText, _ lines: SourceLines) {
    var ancestors: [CMarkNode] = []
    var node = block.parent
    while let ancestor = node {
      if ancestor.kind == .blockQuote || ancestor.kind == .item { ancestors.append(ancestor) }
      node = ancestor.parent
    }
    var column = 0
    for ancestor in ancestors.reversed() {
      let line = lines[text.sourceLine(ancestor.lines.lowerBound)]
      var cursor = LineCursor(lines.bytes, line)
      cursor.advance(to: line.lowerBound + ancestor.startColumn - 1)
      if ancestor.kind == .blockQuote {
        cursor.skipQuoteMark()
        containers.append(.quote)
      } else {
        cursor.skipListMark()
        containers.append(.item(max(2, cursor.column - column)))
      }
      column = cursor.column
    }
  }

  /// The marks that put a line into these containers.
  func appendMarks(to out: inout [UInt8]) {
    for container in containers {
      switch container {
      case .quote: out += "> ".utf8
      case .item(let columns): out += repeatElement(32, count: columns)
      }
    }
  }

  /// The text of a line, and the columns of space in front of it; `nil` for a lazy line, which lacks a mark.
  func content(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> (range: Range<Int>, indent: Int)? {
    var cursor = LineCursor(bytes, line)
    for container in containers {
      switch container {
      case .quote: guard cursor.skipQuoteMark() else { return nil }
      case .item(let columns): guard cursor.skip(columns: columns) else { return nil }
      }
    }
    let space = cursor.space
    return (space.end..<line.upperBound, space.columns)
  }
}

/// A place in a line that knows its column, counted from 0, with a tab stop every four columns.
private struct LineCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private(set) var offset: Int
  private(set) var column = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
  }

  /// The space from here to the next other byte.
  var space: (end: Int, columns: Int) {
    var (at, reached) = (offset, column)
    while at < end, bytes[at].isBlank {
      reached += width(at, reached)
      at += 1
    }
    return (at, reached - column)
  }

  private func width(_ offset: Int, _ column: Int) -> Int { bytes[offset] == 9 ? 4 - column % 4 : 1 }

  mutating func advance(to target: Int) {
    while offset < min(target, end) {
      column += width(offset, column)
      offset += 1
    }
  }

  /// Skips columns of space; a tab may be left half used.
  mutating func skip(columns: Int) -> Bool {
    guard space.columns >= columns else { return false }
    let goal = column + columns
    while column < goal, column + width(offset, column) <= goal {
      column += width(offset, column)
      offset += 1
    }
    column = goal
    return true
  }

  /// Skips `>` and one column of space behind it.
  @discardableResult
  mutating func skipQuoteMark() -> Bool {
    let space = space
    guard space.columns <= 3, space.end < end, bytes[space.end] == UInt8(ascii: ">") else { return false }
    advance(to: space.end + 1)
    _ = skip(columns: 1)
    return true
  }

  /// Skips `-` or `12.` and the space that belongs to it: one column to four, one in front of code or nothing.
  mutating func skipListMark() {
    while offset < end, bytes[offset].isASCIIDigit { advance(to: offset + 1) }
    advance(to: offset + 1)
    let space = space
    guard space.end < end else {
      column += 1
      return
    }
    _ = skip(columns: space.columns > 4 ? 1 : space.columns)
  }
}
