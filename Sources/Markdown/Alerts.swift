/// The five kinds of alert that GitHub knows: a quote that opens with `[!NOTE]` and its sisters.
enum Alert: String, CaseIterable {
  case note, tip, important, warning, caution

  var name: String { rawValue }
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  /// The length of its mark: `[!NOTE]`.
  var markLength: Int { rawValue.utf8.count + 3 }

  /// The alert whose mark a text is, in capitals or not.
  init?(mark: [UInt8]) {
    guard mark.starts(with: "[!".utf8), mark.last == UInt8(ascii: "]") else { return nil }
    self.init(rawValue: String(decoding: mark.dropFirst(2).dropLast(), as: UTF8.self).lowercased())
  }
}

extension RenderingPass {
  /// The kind of alert that a quote is: its first line holds the mark and nothing else.
  func alert(_ quote: CMarkNode) -> Alert? {
    guard isSite, quote.kind == .blockQuote, let paragraph = quote.firstChild, paragraph.kind == .paragraph,
      paragraph.firstChild?.literal.first == UInt8(ascii: "[")
    else { return nil }
    var line = MarkText.prefix(of: paragraph, count: 16)
    while line.last == 32 { line.removeLast() }
    return Alert(mark: line)
  }

  /// Whether a paragraph holds an alert's mark and nothing else, so that nothing of it is written.
  func isAlertMarkAlone(_ paragraph: CMarkNode) -> Bool {
    guard isSite, paragraph.previous == nil, let quote = paragraph.parent, alert(quote) != nil else { return false }
    var child = paragraph.firstChild
    while let node = child, node.kind == .text { child = node.next }
    return child == nil
  }
}
