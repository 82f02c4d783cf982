// Raw HTML (CommonMark 4.6 and 6.6): shown as text, unless the site lets it pass; comments are nobody's to read.
extension RenderingPass {
  mutating func writeHTMLBlock(_ node: CMarkNode) {
    startLine()
    if isSite, !options.rawHTML {
      guard !isComment(node.literal) else { return }
      out.append("<p>" as StaticString)
      out.appendEscaped(UnsafeBufferPointer(rebasing: node.literal.trimmedEnd))
      out.append("</p>\n" as StaticString)
      return
    }
    writeHTML(node.literal)
    startLine()
  }

  mutating func writeInlineHTML(_ node: CMarkNode) {
    guard isSite, !options.rawHTML else { return writeHTML(node.literal) }
    if !isComment(node.literal) { out.appendEscaped(node.literal) }
  }

  private mutating func writeHTML(_ html: UnsafeBufferPointer<UInt8>) {
    switch options.dialect {
    case .commonmark: out.append(contentsOf: html)
    case .gfm: TagFilter.append(html, to: &out)
    case .site: writeSafeHTML(html)
    }
  }

  private func isComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    html.starts(with: "<!--".utf8) && Array(html.trimmedEnd.suffix(3)) == Array("-->".utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  var trimmedEnd: Slice<UnsafeBufferPointer<UInt8>> {
    var end = count
    while end > 0, self[end - 1].isSpace { end -= 1 }
    return self[..<end]
  }
}

/// Makes the tags text that GitHub does not let pass (GFM 6.11).
enum TagFilter {
  private static let names: Set<String> = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  static func append(_ html: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    for index in html.indices {
      if html[index] == UInt8(ascii: "<"), names.contains(tagName(html, index)) {
        out.append("&lt;" as StaticString)
      } else {
        out.append(html[index])
      }
    }
  }

  /// The lower-case name of the tag that opens or closes at a `<`.
  private static func tagName(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> String {
    let rest = html[(start + 1)...]
    let name = (rest.first == UInt8(ascii: "/") ? rest.dropFirst() : rest).prefix { $0.isASCIILetter }
    return String(decoding: name, as: UTF8.self).lowercased()
  }
}
