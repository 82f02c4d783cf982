/// The pairs of `~~` in the texts of one block (GFM 6.5).
///
/// libcmark knows no strikethrough and leaves the tildes in its texts; a run of one or two of them opens where text
/// follows and closes where text stands before, both inside the same element.
struct Strikethrough {
  /// Bytes that stand for the marks in a run of text: no UTF-8 text holds them.
  static let opening: UInt8 = 0xFE
  static let closing: UInt8 = 0xFF

  private struct Mark {
    var node: CMarkNode
    var offset: Int
    var length: Int
    var isOpening: Bool
  }

  private var marks: [Mark] = []

  init() {}

  /// Pairs the marks among all texts below a block, each element for itself.
  init(in block: CMarkNode) {
    var parents = [block]
    while let parent = parents.popLast() {
      var open: [Mark] = []
      var child = parent.firstChild
      while let node = child {
        if node.kind == .text { pair(node, &open) } else if node.firstChild != nil { parents.append(node) }
        child = node.next
      }
    }
  }

  private mutating func pair(_ node: CMarkNode, _ open: inout [Mark]) {
    let text = node.literal
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "~") else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, text[end] == UInt8(ascii: "~") { end += 1 }
      let before = index > 0 ? text[index - 1] : Strikethrough.lastByte(before: node)
      let after = end < text.count ? text[end] : Strikethrough.firstByte(after: node)
      take(Mark(node: node, offset: index, length: end - index, isOpening: true), before, after, &open)
      index = end
    }
  }

  private mutating func take(
    _ mark: Mark, _ before: UInt8, _ after: UInt8, _ open: inout [Mark]
  ) {
    guard mark.length <= 2 else { return }
    let leftFlanking = !after.isSpace && (!after.isMark || before.isSpace || before.isMark)
    let rightFlanking = !before.isSpace && (!before.isMark || after.isSpace || after.isMark)
    if rightFlanking, let partner = open.lastIndex(where: { $0.length == mark.length }) {
      var closing = mark
      closing.isOpening = false
      marks += [open[partner], closing]
      open.removeSubrange(partner...)
    } else if leftFlanking {
      open.append(mark)
    }
  }

  private static func lastByte(before node: CMarkNode) -> UInt8 {
    guard let previous = node.previous, previous.kind != .softBreak, previous.kind != .lineBreak else { return 32 }
    return previous.literal.last ?? UInt8(ascii: "x")
  }

  private static func firstByte(after node: CMarkNode) -> UInt8 {
    guard let next = node.next, next.kind != .softBreak, next.kind != .lineBreak else { return 32 }
    return next.literal.first ?? UInt8(ascii: "x")
  }

  func touches(_ node: CMarkNode) -> Bool { marks.contains { $0.node == node } }

  /// Appends a text with its marks as the bytes that stand for them.
  func append(_ node: CMarkNode, to run: inout [UInt8]) {
    let text = node.literal
    var index = 0
    for mark in marks.filter({ $0.node == node }).sorted(by: { $0.offset < $1.offset }) where mark.offset >= index {
      run.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<mark.offset]))
      run.append(mark.isOpening ? Strikethrough.opening : Strikethrough.closing)
      index = mark.offset + mark.length
    }
    if index < text.count { run.append(contentsOf: UnsafeBufferPointer(rebasing: text[index...])) }
  }
}

extension UInt8 {
  /// ASCII punctuation.
  fileprivate var isMark: Bool { self > 32 && self < 127 && !isASCIILetter && !isASCIIDigit }
}
