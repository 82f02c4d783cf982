/// The five kinds of alert that GitHub knows: a quote that opens with `[!NOTE]` and its sisters.
enum Alert: String, CaseIterable {
  case note = "NOTE"
  case tip = "TIP"
  case important = "IMPORTANT"
  case warning = "WARNING"
  case caution = "CAUTION"

  var mark: String { "[!\(rawValue)]" }
}

extension RenderingPass {
  /// The kind of alert that a quote is: its first line holds the mark and nothing else.
  func alert(_ quote: CMarkNode) -> Alert? {
    guard isSite, quote.kind == .blockQuote, let paragraph = quote.firstChild, paragraph.kind == .paragraph else {
      return nil
    }
    let line = MarkText.prefix(of: paragraph, count: 16)
    guard line.starts(with: "[!".utf8) else { return nil }
    return Alert.allCases.first { String(decoding: line, as: UTF8.self).uppercased() == $0.mark }
  }

  /// Whether a paragraph holds an alert's mark and nothing else, so that nothing of it is written.
  func isAlertMarkAlone(_ paragraph: CMarkNode) -> Bool {
    guard paragraph.previous == nil, let quote = paragraph.parent, alert(quote) != nil else { return false }
    var child = paragraph.firstChild
    while let node = child, node.kind == .text { child = node.next }
    return child == nil
  }
}
