// Raw HTML that a site lets pass: the elements and attributes that text needs, and nothing that runs, loads or submits.
// Any other tag is shown as text.
extension RenderingPass {
  mutating func writeSafeHTML(_ html: UnsafeBufferPointer<UInt8>) {
    var (start, index) = (0, 0)
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<index]))
      if let end = html.endOfComment(from: index) {
        index = end
      } else if let tag = HTMLTag(html, at: index), SafeHTML.elements.contains(tag.name) {
        write(tag, html)
        index = tag.end
      } else {
        out.append("&lt;" as StaticString)
        index += 1
      }
      start = index
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: html[start...]))
  }

  private mutating func write(_ tag: HTMLTag, _ html: UnsafeBufferPointer<UInt8>) {
    out.append(tag.closes ? "</" : "<")
    out.append(contentsOf: tag.name.utf8)
    var seen: Set<String> = []
    for attribute in tag.attributes where SafeHTML.lets(attribute.name) && seen.insert(attribute.name).inserted {
      write(attribute, of: tag.name, html)
    }
    out.append(UInt8(ascii: ">"))
  }

  private mutating func write(_ attribute: HTMLTag.Attribute, of element: String, _ html: UnsafeBufferPointer<UInt8>) {
    out.append(32)
    out.append(contentsOf: attribute.name.utf8)
    guard let range = attribute.value else { return }
    out.append("=\"" as StaticString)
    let value = html[range]
    if SafeHTML.addresses.contains(attribute.name) {
      let kind: LinkKind = element == "img" || element == "source" ? .image : .link
      _ = SafeHTML.decodingAmpersands(value).withUnsafeBufferPointer { writeAddress($0, kind: kind) }
    } else {
      writeValue(value)
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Character references in a value stay what they are.
  private mutating func writeValue(_ value: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in value {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): out.appendReference(to: byte)
      default: out.append(byte)
      }
    }
  }
}

/// What passes.
private enum SafeHTML {
  static let elements: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section",
    "small", "source", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "time",
    "tr", "u", "ul", "var", "wbr",
  ]
  static let addresses: Set<String> = ["href", "src", "cite"]
  private static let attributes: Set<String> = [
    "alt", "cite", "class", "colspan", "datetime", "dir", "headers", "height", "href", "id", "lang", "media", "open",
    "reversed", "role", "rowspan", "scope", "span", "src", "start", "tabindex", "title", "type", "value", "width",
  ]

  static func lets(_ attribute: String) -> Bool { attributes.contains(attribute) || attribute.hasPrefix("aria-") }

  /// An address with `&` for `&amp;`; any other reference in it stays as text and can hide no scheme.
  static func decodingAmpersands(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    while let byte = rest.first {
      bytes.append(byte)
      rest = rest.dropFirst(rest.starts(with: "&amp;".utf8) ? 5 : 1)
    }
    return bytes
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the comment ends that begins at a `<`, or `nil` where none does.
  fileprivate func endOfComment(from start: Int) -> Int? {
    guard self[start...].starts(with: "<!--".utf8) else { return nil }
    var index = start + 4
    while index + 2 < count {
      if self[index] == UInt8(ascii: "-"), self[index + 1] == UInt8(ascii: "-"), self[index + 2] == UInt8(ascii: ">") {
        return index + 3
      }
      index += 1
    }
    return nil
  }
}
