// Task list items (GFM 5.3): `[ ]` and `[x]` at the beginning of an item's first paragraph.
extension RenderingPass {
  /// Writes the box of a task in front of its paragraph.
  mutating func writeTaskMark(_ paragraph: CMarkNode) {
    guard hasExtensions, let isDone = task(paragraph) else { return }
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

  /// How many bytes that open a paragraph belong to the mark of a task or an alert, which is written another way.
  func markLength(_ text: CMarkNode) -> Int {
    guard text.previous == nil, let paragraph = text.parent, paragraph.kind == .paragraph else { return 0 }
    if task(paragraph) != nil { return 3 }
    guard let quote = paragraph.parent, paragraph.previous == nil, let alert = alert(quote) else { return 0 }
    return alert.mark.utf8.count
  }

  func holdsTasks(_ list: CMarkNode) -> Bool {
    guard hasExtensions else { return false }
    var item = list.firstChild
    while let node = item {
      if let paragraph = node.firstChild, paragraph.kind == .paragraph, task(paragraph) != nil { return true }
      item = node.next
    }
    return false
  }

  /// Whether a paragraph is a task, and whether that is done.
  private func task(_ paragraph: CMarkNode) -> Bool? {
    guard paragraph.previous == nil, let item = paragraph.parent, item.kind == .item else { return nil }
    let start = MarkText.prefix(of: paragraph, count: 4)
    guard start.count == 4, start[0] == UInt8(ascii: "["), start[2] == UInt8(ascii: "]"), start[3].isSpace else {
      return nil
    }
    switch start[1] {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
    case 32: return false
    default: return nil
    }
  }
}

/// Reads over the seams between texts: libcmark cuts them at brackets.
enum MarkText {
  /// The first bytes of the texts that open a paragraph.
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
