import Diagnostics

// Headings (CommonMark 4.2 and 4.3), and the cells of tables, which libcmark reads as headings.
extension RenderingPass {
  mutating func openHeading(_ node: CMarkNode) {
    if let cell = read.text.cell(atLine: node.lines.lowerBound) { return openCell(cell) }
    let place = sourceLines(node)
    enterInlines(of: lines.range(place))
    startLine()
    let level = node.headingLevel
    if isSite {
      openSiteHeading(node, level, place.lowerBound)
    } else {
      out.append("<h" as StaticString)
      out.append(48 + UInt8(level))
      out.append(UInt8(ascii: ">"))
    }
    headingStart = out.count
  }

  private mutating func openSiteHeading(_ node: CMarkNode, _ level: Int, _ line: Int) {
    tablesUnderHeading = 0
    check(level, at: line)
    let text = PlainText.of(node)
    let words = text.contains("{{") ? HTMLText.withoutBraces(text) : text
    let heading = Heading(level: level, id: ids.id(for: words), html: "", text: text, line: fileLine(line))
    guard !isTitle(node, level) else {
      result.title = heading
      return
    }
    result.headings.append(heading)
    out.append("<h" as StaticString)
    out.append(48 + UInt8(level))
    out.append(" id=\"" as StaticString)
    out.append(contentsOf: heading.id.utf8)
    out.append("\">" as StaticString)
  }

  mutating func closeHeading(_ node: CMarkNode) {
    if let cell = read.text.cell(atLine: node.lines.lowerBound) { return closeCell(cell) }
    let level = node.headingLevel
    if isSite {
      let html = HTMLText.withoutLinks(out[headingStart...])
      guard !isTitle(node, level) else { return closeTitle(node, html) }
      let last = result.headings.count - 1
      result.headings[last].html = html
      if result.headings[last].text.contains("{{") { result.headings[last].text = HTMLText.plain(html) }
      writeAnchor(to: result.headings[result.headings.count - 1])
    }
    out.append("</h" as StaticString)
    out.append(48 + UInt8(level))
    out.append(">\n" as StaticString)
  }

  private mutating func closeTitle(_ node: CMarkNode, _ html: String) {
    result.title?.html = html
    out.removeSubrange(headingStart...)
    guard result.title?.text.contains("{{") == true else { return }
    result.diagnostics.append(.directiveInTitle(at: range(of: lines[sourceLines(node).lowerBound])))
  }

  /// Whether a heading is the page's title, which opens the text.
  private func isTitle(_ node: CMarkNode, _ level: Int) -> Bool {
    options.separatesTitle && level == 1 && node == read.firstBlock
  }

  private mutating func writeAnchor(to heading: Heading) {
    out.append(" <a class=\"anchor\" href=\"#" as StaticString)
    out.append(contentsOf: heading.id.utf8)
    out.append("\" aria-label=\"Link to this section: " as StaticString)
    out.appendEscaped(heading.text)
    out.append("\">#</a>" as StaticString)
  }

  /// A heading may go down by one level at a time, and a page has one at the top.
  private mutating func check(_ level: Int, at line: Int) {
    let before = result.headings.last?.level ?? 1
    if level > before + 1 { result.diagnostics.append(.skippedLevel(level, before, at: range(of: lines[line]))) }
    if level == 1, result.title != nil || result.headings.contains(where: { $0.level == 1 }) {
      result.diagnostics.append(.secondTitle(at: range(of: lines[line])))
    }
  }
}

extension Diagnostic {
  fileprivate static func directiveInTitle(at range: SourceRange) -> Diagnostic {
    .error(
      "directive-title", "A page's title takes no directive: other pages name it before rotas are known", at: range,
      notes: [Note("write the title in words, here or as 'title' in the front matter")])
  }

  fileprivate static func skippedLevel(_ level: Int, _ before: Int, at range: SourceRange) -> Diagnostic {
    .warning(
      "heading-skip", "A heading of level \(level) follows one of level \(before): a level is skipped", at: range)
  }

  fileprivate static func secondTitle(at range: SourceRange) -> Diagnostic {
    .warning("heading-repeated-h1", "A page has one heading of level 1; this is the second", at: range)
  }
}
