/// Which footnotes a page refers to, in the order of their first mention.
struct FootnoteUses {
  /// Footnotes as indices of their definitions.
  private(set) var order: [Int] = []
  private var counts: [Int: Int] = [:]
  /// What tells the footnotes of an included text from those of the page.
  var prefix = ""
  private var written: CMarkNode?

  /// Counts one mention; the footnote's number (from 1) and which mention of it this is (from 1).
  mutating func mention(_ note: Int) -> (number: Int, time: Int) {
    counts[note, default: 0] += 1
    if counts[note] == 1 { order.append(note) }
    return ((order.firstIndex(of: note) ?? 0) + 1, counts[note] ?? 1)
  }

  func count(_ note: Int) -> Int { counts[note] ?? 0 }

  mutating func beginWriting(_ item: CMarkNode?) { written = item }
  func isWriting(_ item: CMarkNode) -> Bool { written == item }
}

// Footnotes as GitHub writes them. A page's ids of headings hold no colon, so those of footnotes are never the same.
extension RenderingPass {
  /// The footnote, as an index of its definition, that a link of the prepared text stands for.
  func footnote(of node: CMarkNode) -> Int? {
    let notes = read.text.footnotes.notes.count
    guard notes > 0, node.url.first == 1 else { return nil }
    let number = node.url.dropFirst().reduce(0) { $1.isASCIIDigit ? min($0 * 10 + Int($1 - 48), notes) : notes }
    return number < notes ? number : nil
  }

  /// A link of its own is the mention; one with a text, `[text][^1]`, is that text and the mention.
  mutating func openFootnoteUse(_ note: Int, _ node: CMarkNode) {
    if isMention(node) { linkDepth += 1 } else { out.append(UInt8(ascii: "[")) }
    useStarts.append(out.count)
  }

  mutating func closeFootnoteUse(_ note: Int, _ node: CMarkNode) {
    let start = useStarts.removeLast()
    if isMention(node) {
      linkDepth -= 1
      out.removeSubrange(start...)
    } else {
      out.append(UInt8(ascii: "]"))
    }
    writeFootnoteUse(note)
  }

  private func isMention(_ node: CMarkNode) -> Bool {
    guard let child = node.firstChild, child.kind == .text else { return false }
    return child.literal.first == UInt8(ascii: "^")
  }

  mutating func writeFootnoteUse(_ note: Int) {
    let (number, time) = notes.mention(note)
    let suffix = time > 1 ? ":\(time)" : ""
    let label = isSite ? " aria-label=\"Footnote \(number)\"" : ""
    out +=
      "<sup class=\"footnote-ref\"><a href=\"#fn:\(notes.prefix)\(number)\" id=\"fnref:\(notes.prefix)\(number)\(suffix)\"\(label)>\(number)</a></sup>"
      .utf8
  }

  /// Writes the footnotes that the page mentions, those too that only footnotes mention.
  mutating func writeFootnotes() {
    let items = read.footnoteItems
    guard !notes.order.isEmpty, !items.isEmpty else { return }
    startLine()
    out.append(
      isSite
        ? "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n" : "<section class=\"footnotes\">\n<ol>\n")
    var number = 0
    while number < notes.order.count {
      write(items[notes.order[number]], number: number + 1)
      number += 1
    }
    out.append("</ol>\n</section>\n" as StaticString)
  }

  private mutating func write(_ item: CMarkNode, number: Int) {
    out += "<li id=\"fn:\(notes.prefix)\(number)\">\n".utf8
    notes.beginWriting(item)
    var block = item.firstChild
    var last: CMarkNode?
    while let node = block {
      render(node)
      last = node
      block = node.next
    }
    if last?.kind != .paragraph {
      writeBackLinks(to: number)
      startLine()
    }
    notes.beginWriting(nil)
    out.append("</li>\n" as StaticString)
  }

  /// Writes the way back at the end of a footnote's last paragraph.
  mutating func writeBackLinks(after paragraph: CMarkNode) {
    guard !read.text.footnotes.isEmpty, let item = paragraph.parent, notes.isWriting(item), paragraph.next == nil,
      let note = read.footnoteItems.firstIndex(of: item), let place = notes.order.firstIndex(of: note)
    else { return }
    out.append(32)
    writeBackLinks(to: place + 1)
  }

  private mutating func writeBackLinks(to number: Int) {
    for time in 1...max(1, notes.count(notes.order[number - 1])) {
      if time > 1 { out.append(32) }
      let suffix = time > 1 ? ":\(time)" : ""
      let label = isSite ? " aria-label=\"Back to mention \(time) of footnote \(number)\"" : ""
      out += "<a href=\"#fnref:\(notes.prefix)\(number)\(suffix)\" class=\"footnote-backref\"\(label)>↩</a>".utf8
    }
  }
}
