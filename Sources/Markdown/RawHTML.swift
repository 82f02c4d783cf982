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
    case .gfm: TagFilter.append(html, to: &out, TagFilter.gfm)
    case .site: HTMLFilter(html).append(to: &out)
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

/// Makes some tags text (GFM 6.11).
enum TagFilter {
  static let gfm = ["title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"]

  static func append(_ html: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], _ names: [String]) {
    for index in html.indices {
      if html[index] == UInt8(ascii: "<"), names.contains(HTMLFilter.tagName(html, index)) {
        out.append("&lt;" as StaticString)
      } else {
        out.append(html[index])
      }
    }
  }
}

/// Lets HTML pass without what runs: elements that load or run scripts, event attributes, addresses of unsafe schemes.
struct HTMLFilter {
  private let html: UnsafeBufferPointer<UInt8>

  init(_ html: UnsafeBufferPointer<UInt8>) { self.html = html }

  private static let refused =
    TagFilter.gfm + ["object", "embed", "base", "meta", "link", "frame", "frameset", "applet"]

  /// The lower-case name of the tag that opens or closes at a `<`.
  static func tagName(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> String {
    var index = start + 1
    if index < html.count, html[index] == UInt8(ascii: "/") { index += 1 }
    let name = html[index...].prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  func append(to out: inout [UInt8]) {
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        out.append(html[index])
        index += 1
        continue
      }
      let name = HTMLFilter.tagName(html, index)
      if HTMLFilter.refused.contains(name) {
        out.append("&lt;" as StaticString)
        index += 1
      } else if name.isEmpty {
        out.append(html[index])
        index += 1
      } else {
        index = appendTag(from: index, to: &out)
      }
    }
  }

  /// Appends one tag with its harmless attributes; the position behind it.
  private func appendTag(from start: Int, to out: inout [UInt8]) -> Int {
    var index = start + 1
    while index < html.count, !html[index].isSpace, html[index] != UInt8(ascii: ">") { index += 1 }
    out += html[start..<index]
    while index < html.count, html[index] != UInt8(ascii: ">") {
      let attribute = self.attribute(from: index)
      if isHarmless(attribute) { out += html[attribute] }
      index = attribute.upperBound
    }
    guard index < html.count else { return index }
    out.append(UInt8(ascii: ">"))
    return index + 1
  }

  /// The white space in front of an attribute, its name and its value.
  private func attribute(from start: Int) -> Range<Int> {
    var index = start
    while index < html.count, html[index].isSpace || html[index] == UInt8(ascii: "/") { index += 1 }
    while index < html.count, !html[index].isSpace, !"=>".utf8.contains(html[index]) { index += 1 }
    var equals = index
    while equals < html.count, html[equals].isSpace { equals += 1 }
    guard equals < html.count, html[equals] == UInt8(ascii: "=") else { return start..<max(index, start + 1) }
    index = equals + 1
    while index < html.count, html[index].isSpace { index += 1 }
    guard index < html.count else { return start..<index }
    if html[index] == UInt8(ascii: "\"") || html[index] == UInt8(ascii: "'") {
      let quote = html[index]
      index += 1
      while index < html.count, html[index] != quote { index += 1 }
      return start..<min(index + 1, html.count)
    }
    while index < html.count, !html[index].isSpace, html[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }

  private func isHarmless(_ attribute: Range<Int>) -> Bool {
    let text = String(decoding: html[attribute], as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "/" }
    let letters = text.filter { !$0.isWhitespace && !"\"'\u{0}".contains($0) }
    return !text.hasPrefix("on") && !text.hasPrefix("style") && !text.hasPrefix("srcdoc")
      && !["javascript:", "vbscript:", "data:text", "&#", "&colon", "&tab", "&newline"].contains {
        letters.contains($0)
      }
  }
}
