/// A run of tildes that may open a strikethrough (GFM 6.5).
struct Strike {
  /// Where the HTML holds the tildes.
  var offset: Int
  /// One or two.
  var length: Int
  /// The number of elements around it: a strikethrough begins and ends in the same one.
  var depth: Int
}

extension RenderingPass {
  /// Writes tildes, or the end of the strikethrough that they close.
  mutating func writeTildes(
    _ tildes: Range<Int>, of text: UnsafeBufferPointer<UInt8>, from first: CMarkNode, to last: CMarkNode
  ) {
    let before = tildes.lowerBound > 0 ? text[tildes.lowerBound - 1] : edge(first.previous)
    let after = tildes.upperBound < text.count ? text[tildes.upperBound] : edge(last.next)
    let opens = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
    let closes = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
    let written = UnsafeBufferPointer(rebasing: text[tildes])
    guard tildes.count <= 2, opens || closes, !isEscaped(tildes, text) else { return out.append(contentsOf: written) }
    if closes, let open = strikes.last, open.depth == inlineDepth {
      strikes.removeLast()
      if open.length == tildes.count { return strike(from: open) }
      return out.append(contentsOf: written)
    }
    if opens { strikes.append(Strike(offset: out.count, length: tildes.count, depth: inlineDepth)) }
    out.append(contentsOf: written)
  }

  private mutating func strike(from open: Strike) {
    out.replaceSubrange(open.offset..<(open.offset + open.length), with: "<del>".utf8)
    out.append("</del>" as StaticString)
  }

  /// Forgets what was opened in the element that ends.
  mutating func forgetStrikes() {
    while let last = strikes.last, last.depth >= inlineDepth { strikes.removeLast() }
  }

  /// What stands beyond the end of a text: a line's end is space, anything else is a mark.
  private func edge(_ neighbour: CMarkNode?) -> UInt8 {
    guard let neighbour else { return inlineDepth == 0 ? 10 : UInt8(ascii: "*") }
    return neighbour.kind == .softBreak || neighbour.kind == .lineBreak ? 10 : UInt8(ascii: "*")
  }

  /// Whether the source has a backslash in front of tildes, which the tree no longer shows.
  private mutating func isEscaped(_ tildes: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard escapes.mayHold(lines.bytes, block) else { return false }
    let context = text[max(0, tildes.lowerBound - 12)..<tildes.lowerBound]
    return escapes.hasNext(context, lines.bytes, block)
  }
}

/// Finds tildes with a backslash in the source of one block, in reading order.
struct EscapedTildes {
  /// Tildes that were not found where they should be; with many of them the search is given up.
  private var misses = 0
  private var start: Int?
  private var mayHold: Bool?

  mutating func mayHold(_ source: UnsafeBufferPointer<UInt8>, _ block: Range<Int>) -> Bool {
    if let mayHold { return mayHold && misses < 8 }
    let found = source.first("\\~", in: block) != nil
    mayHold = found
    return found
  }

  /// Whether the next tildes that follow a text have a backslash.
  mutating func hasNext(
    _ context: Slice<UnsafeBufferPointer<UInt8>>, _ source: UnsafeBufferPointer<UInt8>, _ block: Range<Int>
  ) -> Bool {
    var index = start ?? block.lowerBound
    while let found = source.first("~", in: index..<block.upperBound) {
      let isEscaped = found > block.lowerBound && source[found - 1] == UInt8(ascii: "\\")
      let before = source[block.lowerBound..<(isEscaped ? found - 1 : found)].suffix(context.count)
      index = found + 1
      guard before.elementsEqual(context) else { continue }
      start = source[index..<block.upperBound].firstIndex { $0 != UInt8(ascii: "~") } ?? block.upperBound
      return isEscaped
    }
    misses += 1
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func first(_ mark: StaticString, in part: Range<Int>) -> Int? {
    let wanted = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    return firstRange(of: wanted, in: part)?.lowerBound
  }
}
