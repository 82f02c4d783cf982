import Diagnostics

// Directives: `{{ … }}` in the text of a page (a dialect of the site alone), and `@name`.
extension RenderingPass {
  /// Writes what the braces at an index stand for; the answer is where the text goes on.
  mutating func writeBraces(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "{"), !bracesStayOpen else {
      reportLeftover(text, at: index)
      out.append(text[index])
      return index + 1
    }
    guard let close = RenderingPass.closingBraces(text, after: index) else {
      bracesStayOpen = true
      if let found = written(text, index..<index + 2) {
        result.diagnostics.append(.openDirective(at: range(of: found)))
      }
      out.append("{{" as StaticString)
      return index + 2
    }
    guard let found = written(text, index..<close) else {
      out.append(text[index])
      return index + 1
    }
    write(text, index..<close, at: range(of: found), isAlone: false)
    return close
  }

  /// Where the braces that open at an index are closed: behind the first `}}`.
  private static func closingBraces(_ text: UnsafeBufferPointer<UInt8>, after index: Int) -> Int? {
    var end = index + 2
    while end + 1 < text.count {
      if text[end] == UInt8(ascii: "}"), text[end + 1] == UInt8(ascii: "}") { return end + 2 }
      end += 1
    }
    return nil
  }

  /// Writes a paragraph that is one directive and nothing else; `false` where it is anything else.
  mutating func writeDirectiveAlone(_ paragraph: CMarkNode) -> Bool {
    guard isSite, let first = paragraph.firstChild, first.kind == .text, first.literal.starts(with: "{{".utf8) else {
      return false
    }
    var bytes: [UInt8] = []
    var child: CMarkNode? = first
    while let node = child {
      guard node.kind == .text else { return false }
      bytes.append(contentsOf: node.literal)
      child = node.next
    }
    while bytes.last?.isSpace == true { bytes.removeLast() }
    return bytes.withUnsafeBufferPointer { text in
      guard RenderingPass.closingBraces(text, after: 0) == text.count else { return false }
      enterInlines(of: lines.range(sourceLines(paragraph)))
      guard let found = written(text, 0..<text.count) else { return false }
      startLine()
      write(text, 0..<text.count, at: range(of: found), isAlone: true)
      return true
    }
  }

  private mutating func write(
    _ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, at place: SourceRange, isAlone: Bool
  ) {
    let words = DirectiveWords(text, in: (part.lowerBound + 2)..<(part.upperBound - 2)).words.map { word in
      let range = SourceRange(
        file: place.file, line: place.start.line, column: place.start.column + word.lowerBound - part.lowerBound,
        length: word.count)
      return Directive.Word(
        text: String(decoding: UnsafeBufferPointer(rebasing: text[word]), as: UTF8.self), range: range)
    }
    guard let name = words.first, !name.text.isEmpty else {
      return result.diagnostics.append(.emptyDirective(at: place))
    }
    if name.text.hasPrefix("<") || name.text.hasPrefix("%") {
      result.diagnostics.append(.leftover("{{\(name.text.prefix(1))", "a shortcode of Hugo", at: place))
      return out.appendEscaped(UnsafeBufferPointer(rebasing: text[part]))
    }
    expand(
      Directive(
        name: name, arguments: Array(words.dropFirst()), range: place, isAlone: isAlone, isInLink: linkDepth > 0))
  }

  private mutating func expand(_ directive: Directive) {
    guard let text = references.expand(directive, &out) else { return }
    if directive.isAlone { render(text) } else { renderInline(text, for: directive) }
    references.finishInclude()
  }

  /// Renders an included text in place: its headings are the page's.
  private mutating func render(_ text: IncludedText) {
    text.bytes.withUnsafeBufferPointer { bytes in
      let lines = SourceLines(bytes)
      let read = ReadText(lines, extensions: true)
      includes += 1
      var pass = RenderingPass(
        options: MarkdownOptions(dialect: .site, rawHTML: options.rawHTML), lines: lines, read: read, file: text.file,
        firstLine: 1, references: references)
      pass.includes = includes
      pass.linkDepth = linkDepth
      pass.notes.prefix = "\(includes)-"
      pass.exchange(with: &self)
      pass.renderPage()
      pass.exchange(with: &self)
      includes = pass.includes
    }
  }

  /// Hands what belongs to the whole page from one pass to another, and back.
  private mutating func exchange(with other: inout RenderingPass) {
    swap(&out, &other.out)
    swap(&result, &other.result)
    swap(&ids, &other.ids)
    swap(&tablesUnderHeading, &other.tablesUnderHeading)
  }

  /// Renders an included text in the middle of a line: it must be one paragraph.
  private mutating func renderInline(_ text: IncludedText, for directive: Directive) {
    let start = out.count
    out.append(10)
    render(text)
    let html = out[(start + 1)...]
    let isParagraph = html.starts(with: "<p>".utf8) && html.suffix(5).elementsEqual("</p>\n".utf8)
    let inner = Array(html.dropFirst(3).dropLast(5))
    out.removeSubrange(start...)
    guard html.isEmpty || isParagraph && !inner.contains(10) || isParagraph && !inner.holds("<p>") else {
      return result.diagnostics.append(.blockInLine(directive.name.text, at: directive.range))
    }
    out += inner
  }

  /// Writes the mention of somebody at an `@`; the answer is where the text goes on, or `nil` where it names nobody.
  mutating func writeMention(_ text: UnsafeBufferPointer<UInt8>, at index: Int, pending start: Int) -> Int? {
    guard isSite, index == 0 || !text[index - 1].isNameByte && text[index - 1] != UInt8(ascii: "/")
    else { return nil }
    var end = index + 1
    while end < text.count, text[end].isNameByte { end += 1 }
    while end > index + 1, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    guard end > index + 1, end >= text.count || text[end] != UInt8(ascii: "@") else { return nil }
    let before = out.count
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
    let name = UnsafeBufferPointer(rebasing: text[(index + 1)..<end])
    if references.mention(name, linkDepth > 0, &out), written(text, index..<end) != nil { return end }
    out.removeSubrange(before...)
    return nil
  }

  /// Where the block's source has a part of the text as it stands, looked for from the last place on; `nil` where a
  /// backslash or a character reference stood for one of its marks, which the tree no longer shows.
  mutating func written(_ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Range<Int>? {
    guard misses < RenderingPass.mostMisses else { return nil }
    let wanted = UnsafeBufferPointer(rebasing: text[part])
    let start = min(max(linkDepth > 0 ? linkStart : searchStart, block.lowerBound), block.upperBound)
    guard let found = lines.bytes.firstRange(of: wanted, in: start..<block.upperBound) else {
      misses += 1
      return nil
    }
    if linkDepth > 0 { linkStart = found.upperBound } else { searchStart = found.upperBound }
    let slashes = lines.bytes[block.lowerBound..<found.lowerBound].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return slashes.isMultiple(of: 2) ? found : nil
  }

  /// The place of a part of the text that is written; that of the block where its source writes it another way.
  mutating func place(of text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> SourceRange {
    range(of: written(text, part) ?? block)
  }

  /// Moves on behind code, so that what follows is not looked for in it.
  mutating func pass(code: UnsafeBufferPointer<UInt8>) {
    guard isSite, code.contains(UInt8(ascii: "{")) || code.contains(UInt8(ascii: "@")) else { return }
    _ = written(code, 0..<code.count)
  }
}

extension [UInt8] {
  fileprivate func holds(_ tag: String) -> Bool {
    withUnsafeBufferPointer { bytes in
      var tag = tag
      return tag.withUTF8 { bytes.firstRange(of: $0, in: 0..<bytes.count) } != nil
    }
  }
}

extension UInt8 {
  /// Letters, digits, `_`, `-`, `.` and whatever is no ASCII: what names are made of.
  fileprivate var isNameByte: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
      || self >= 128
  }
}

extension Diagnostic {
  fileprivate static func openDirective(at range: SourceRange) -> Diagnostic {
    .error(
      "directive-open", "'{{' has no '}}' behind it in the same line of text", at: range,
      notes: [Note("for the braces themselves, write \\{{")])
  }

  fileprivate static func emptyDirective(at range: SourceRange) -> Diagnostic {
    .error(
      "directive-empty", "Nothing stands between the braces; {{ person ana }} would name somebody", at: range,
      notes: [Note("for the braces themselves, write \\{{")])
  }

  fileprivate static func blockInLine(_ name: String, at range: SourceRange) -> Diagnostic {
    .error(
      "directive-place", "'\(name)' brings more than one paragraph here: put it in a paragraph of its own", at: range)
  }
}
