// Task list items (GFM 5.3): `[ ]` and `[x]` at the beginning of an item's first paragraph.
extension RenderingPass {
  /// How many bytes that open a block's first paragraph are the mark of a task, which is written, or of an alert.
  mutating func markLength(_ paragraph: CMarkNode) -> Int {
    guard let parent = paragraph.parent else { return 0 }
    switch parent.kind {
    case .item:
      guard let isDone = task(paragraph) else { return 0 }
      writeBox(isDone)
      return 3
    case .blockQuote: return alert(parent)?.markLength ?? 0
    default: return 0
    }
  }

  private mutating func writeBox(_ isDone: Bool) {
    if isSite {
      out.append(
        isDone
          ? "<input type=\"checkbox\" disabled checked aria-label=\"done\">"
          : "<input type=\"checkbox\" disabled aria-label=\"to do\">")
    } else {
      out.append(
        isDone ? "<input checked=\"\" disabled=\"\" type=\"checkbox\">" : "<input disabled=\"\" type=\"checkbox\">")
    }
  }

  func holdsTasks(_ list: CMarkNode) -> Bool {
    var item = list.firstChild
    while let node = item {
      if let paragraph = node.firstChild, paragraph.kind == .paragraph, task(paragraph) != nil { return true }
      item = node.next
    }
    return false
  }

  /// Whether a paragraph is a task, and whether that is done.
  private func task(_ paragraph: CMarkNode) -> Bool? {
    guard let text = paragraph.firstChild, text.kind == .text, text.literal.first == UInt8(ascii: "[") else {
      return nil
    }
    let start = MarkText.prefix(of: paragraph, count: 4)
    guard start.count == 4, start[2] == UInt8(ascii: "]"), start[3].isSpace else { return nil }
    switch start[1] {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
    case 32: return false
    default: return nil
    }
  }
}

/// Reads over the seams between texts: libcmark cuts them at brackets.
enum MarkText {
  /// The first bytes of the texts that open a paragraph, at most so many; more than its first line never.
  static func prefix(of paragraph: CMarkNode, count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var child = paragraph.firstChild
    while let node = child, node.kind == .text, bytes.count < count {
      bytes += node.literal.prefix(count - bytes.count)
      child = node.next
    }
    return bytes
  }
}
