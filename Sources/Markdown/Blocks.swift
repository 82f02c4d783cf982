import Diagnostics

// Block structure (CommonMark chapters 4 and 5).
extension RenderingPass {
  mutating func enterBlock(_ node: CMarkNode, _ links: inout some LinkResolver) -> Bool {
    switch node.kind {
    case .blockQuote: openQuote(node)
    case .list: openList(node)
    case .item: openItem(node)
    case .heading: return openHeading(node, &links)
    case .paragraph: return openParagraph(node, &links)
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    case .thematicBreak:
      startLine()
      out.append(isSite ? "<hr>\n" : "<hr />\n")
    default: break
    }
    return true
  }

  mutating func leaveBlock(_ node: CMarkNode) {
    switch node.kind {
    case .blockQuote:
      startLine()
      out.append(alert(node) == nil ? "</blockquote>\n" : "</div>\n")
    case .list:
      startLine()
      out.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: out.append("</li>\n" as StaticString)
    case .heading: closeHeading(node)
    case .paragraph: closeParagraph(node)
    default: break
    }
  }

  private mutating func openQuote(_ node: CMarkNode) {
    startLine()
    guard let alert = alert(node) else { return out.append("<blockquote>\n" as StaticString) }
    let name = alert.rawValue.lowercased()
    out +=
      "<div class=\"alert alert-\(name)\" role=\"note\">\n<p class=\"alert-title\">\(name.prefix(1).uppercased() + name.dropFirst())</p>\n"
      .utf8
  }

  private mutating func openList(_ node: CMarkNode) {
    startLine()
    if node.isOrdered {
      let start = node.listStart
      if start == 1 { out.append("<ol>\n" as StaticString) } else { out += "<ol start=\"\(start)\">\n".utf8 }
    } else {
      out.append(isSite && holdsTasks(node) ? "<ul class=\"tasks\">\n" : "<ul>\n")
    }
  }

  private mutating func openItem(_ node: CMarkNode) {
    startLine()
    out.append("<li>" as StaticString)
  }

  /// Whether a paragraph is written without `<p>`: it stands in a tight list.
  private func isTight(_ node: CMarkNode) -> Bool {
    guard let item = node.parent, item.kind == .item, let list = item.parent else { return false }
    return list.isTight
  }

  private mutating func openParagraph(_ node: CMarkNode, _ links: inout some LinkResolver) -> Bool {
    if mayHoldTables, let table = table(in: node) {
      write(table, of: node, &links)
      return false
    }
    if isAlertMarkAlone(node) { return false }
    enterInlines(node)
    if isSite { reportSpacedLinks() }
    if !isTight(node) {
      startLine()
      out.append("<p>" as StaticString)
    }
    writeTaskMark(node)
    paragraphStart = out.count
    return true
  }

  private mutating func closeParagraph(_ node: CMarkNode) {
    if !isTight(node) { out.append("</p>\n" as StaticString) }
  }

  /// Notes which bytes of the source the inlines of a block come from.
  mutating func enterInlines(_ node: CMarkNode) {
    block = lines.range(node.lines)
    searchStart = block.lowerBound
    strikes = mayHoldStrikes ? Strikethrough(in: node) : Strikethrough()
  }

  private mutating func writeCodeBlock(_ node: CMarkNode) {
    startLine()
    let info = node.fenceInfo
    let language = info.prefix { !$0.isSpace }
    out.append(isSite ? "<pre tabindex=\"0\"><code" : "<pre><code")
    if !language.isEmpty {
      out.append(" class=\"language-" as StaticString)
      out.appendEscaped(language)
      out.append("\"" as StaticString)
    }
    out.append(">" as StaticString)
    out.appendEscaped(node.literal)
    out.append("</code></pre>\n" as StaticString)
  }
}

// MARK: Headings

extension RenderingPass {
  private mutating func openHeading(_ node: CMarkNode, _ links: inout some LinkResolver) -> Bool {
    if mayHoldTables, node.lines.count > 2, let table = table(in: node) {
      write(table, of: node, &links)
      return false
    }
    enterInlines(node)
    let level = node.headingLevel
    let isTitle =
      isSite && options.separatesTitle && level == 1 && node.previous == nil && node.parent?.kind == .document
    let text = isSite ? PlainText.of(node) : ""
    let id = isSite ? ids.id(for: text) : ""
    if isSite { check(level, at: node) }
    var heading = Heading(level: level, id: id, html: "", text: text, line: fileLine(node.lines.lowerBound))
    startLine()
    if isTitle {
      result.title = heading
    } else {
      out += (id.isEmpty ? "<h\(level)>" : "<h\(level) id=\"\(id)\">").utf8
      heading.level = level
      if isSite { result.headings.append(heading) }
    }
    headingStart = out.count
    return true
  }

  private mutating func closeHeading(_ node: CMarkNode) {
    let start = headingStart
    let html = isSite ? HTMLText.withoutLinks(out[start...]) : ""
    let level = node.headingLevel
    if isSite, options.separatesTitle, level == 1, node.previous == nil, result.headings.isEmpty, result.title != nil,
      node.parent?.kind == .document
    {
      result.title?.html = html
      out.removeSubrange(start...)
      return
    }
    if isSite {
      result.headings[result.headings.count - 1].html = html
      out +=
        " <a class=\"anchor\" href=\"#\(result.headings[result.headings.count - 1].id)\" aria-label=\"Link to this heading\">#</a>"
        .utf8
    }
    out += "</h\(level)>\n".utf8
  }

  /// A heading may go down by one level at a time, and a page has one at the top.
  private mutating func check(_ level: Int, at node: CMarkNode) {
    let place = range(of: lines[node.lines.lowerBound])
    let before = result.headings.last?.level ?? 1
    if level > before + 1 { result.diagnostics.append(.skippedLevel(level, before, at: place)) }
    if level == 1, result.title != nil || result.headings.contains(where: { $0.level == 1 }) {
      result.diagnostics.append(.secondTitle(at: place))
    }
  }
}

extension Diagnostic {
  fileprivate static func skippedLevel(_ level: Int, _ before: Int, at range: SourceRange) -> Diagnostic {
    .warning(
      "heading-skip", "A heading of level \(level) follows one of level \(before): a level is skipped", at: range)
  }

  fileprivate static func secondTitle(at range: SourceRange) -> Diagnostic {
    .warning("heading-repeated", "A page has one heading of level 1; this is the second", at: range)
  }
}
