import Diagnostics

// Block structure (CommonMark chapters 4 and 5).
extension RenderingPass {
  mutating func enterBlock(_ node: CMarkNode) -> Bool {
    switch node.kind {
    case .paragraph: return openParagraph(node)
    case .heading: openHeading(node)
    case .item: openItem(node)
    case .list: openList(node)
    case .blockQuote: openQuote(node)
    case .codeBlock:
      writeCodeBlock(node)
      return false
    case .htmlBlock:
      writeHTMLBlock(node)
      return false
    case .thematicBreak:
      startLine()
      out.append(isSite ? "<hr>\n" : "<hr />\n")
      return false
    default: break
    }
    return true
  }

  mutating func leaveBlock(_ node: CMarkNode) {
    switch node.kind {
    case .paragraph: closeParagraph(node)
    case .heading: closeHeading(node)
    case .item: out.append("</li>\n" as StaticString)
    case .list:
      startLine()
      out.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .blockQuote:
      startLine()
      out.append(alert(node) == nil ? "</blockquote>\n" : "</div>\n")
    default: break
    }
  }

  private mutating func openQuote(_ node: CMarkNode) {
    startLine()
    guard let alert = alert(node) else { return out.append("<blockquote>\n" as StaticString) }
    out +=
      "<div class=\"alert alert-\(alert.name)\" role=\"note\">\n<p class=\"alert-title\">\(alert.title)</p>\n".utf8
  }

  private mutating func openList(_ node: CMarkNode) {
    startLine()
    guard node.isOrdered else {
      return out.append(isSite && holdsTasks(node) ? "<ul class=\"tasks\">\n" : "<ul>\n")
    }
    let start = node.listStart
    if start == 1 { out.append("<ol>\n" as StaticString) } else { out += "<ol start=\"\(start)\">\n".utf8 }
  }

  private mutating func openItem(_ node: CMarkNode) {
    if isSite, node.firstChild == nil {
      result.diagnostics.append(.emptyItem(at: range(of: lines[sourceLines(node).lowerBound])))
    }
    startLine()
    out.append("<li>" as StaticString)
  }

  /// Whether a paragraph is written without `<p>`: it stands in a tight list.
  private func isTight(_ node: CMarkNode) -> Bool {
    guard let item = node.parent, item.kind == .item, let list = item.parent else { return false }
    return list.isTight && !notes.isWriting(item)
  }

  private mutating func openParagraph(_ node: CMarkNode) -> Bool {
    if isAlertMarkAlone(node) || writeDirectiveAlone(node) { return false }
    enterInlines(of: lines.range(sourceLines(node)))
    if !isTight(node) {
      startLine()
      out.append("<p>" as StaticString)
    }
    marked = hasExtensions && node.previous == nil ? markLength(node) : 0
    paragraphStart = out.count
    return true
  }

  private mutating func closeParagraph(_ node: CMarkNode) {
    writeBackLinks(after: node)
    if !isTight(node) { out.append("</p>\n" as StaticString) }
  }

  private mutating func writeCodeBlock(_ node: CMarkNode) {
    startLine()
    let info = node.fenceInfo
    let language = info.prefix { !$0.isSpace }
    if isSite, !language.isEmpty { return writeLabelled(node, CodeInfo(info)) }
    out.append(isSite ? "<pre tabindex=\"0\"><code" : "<pre><code")
    if !language.isEmpty {
      out.append(" class=\"language-" as StaticString)
      out.appendEscaped(UnsafeBufferPointer(rebasing: language))
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    out.appendEscaped(node.literal)
    out.append("</code></pre>\n" as StaticString)
  }
}

extension Diagnostic {
  fileprivate static func emptyItem(at range: SourceRange) -> Diagnostic {
    .warning("list-empty-item", "An item of this list is empty", at: range)
  }
}
