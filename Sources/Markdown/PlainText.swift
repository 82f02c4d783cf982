/// The text of inlines without their markup.
enum PlainText {
  static func of(_ node: CMarkNode) -> String {
    var bytes: [UInt8] = []
    var current = node.firstChild
    while let inline = current {
      switch inline.kind {
      case .text, .code: bytes.append(contentsOf: inline.literal)
      case .softBreak, .lineBreak: bytes.append(32)
      default: break
      }
      current = inline.firstChild ?? inline.following(below: node)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The plain text of the first heading of a text, or `nil` where it has none.
///
/// A text that opens with `#` costs one line; any other is read as a whole.
package func firstHeading(of source: UnsafeBufferPointer<UInt8>) -> String? {
  guard let start = source.firstIndex(where: { !$0.isSpace }) else { return nil }
  guard source[start] == UInt8(ascii: "#"), start == 0 || source[start - 1] == 10 else { return heading(in: source) }
  let line = source[start...].prefix { $0 != 10 && $0 != 13 }
  // A link in a heading may be defined further down.
  if line.contains(UInt8(ascii: "[")) { return heading(in: source) }
  return heading(in: UnsafeBufferPointer(rebasing: line)) ?? heading(in: source)
}

private func heading(in source: UnsafeBufferPointer<UInt8>) -> String? {
  let document = CMarkDocument(source)
  var block = document.root.firstChild
  while let node = block {
    if node.kind == .heading {
      let text = PlainText.of(node)
      return text.isEmpty ? nil : text
    }
    block = node.next
  }
  return nil
}

/// Works on HTML that the renderer has written.
enum HTMLText {
  /// The HTML without its links, their text left where it was.
  static func withoutLinks(_ html: ArraySlice<UInt8>) -> String {
    guard html.contains(UInt8(ascii: "<")) else { return String(decoding: html, as: UTF8.self) }
    var out: [UInt8] = []
    var index = html.startIndex
    while index < html.endIndex {
      let rest = html[index...]
      if rest.starts(with: "<a ".utf8) || rest.starts(with: "</a>".utf8) {
        index = (rest.firstIndex(of: UInt8(ascii: ">")) ?? html.endIndex - 1) + 1
      } else {
        out.append(html[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text of HTML, its character references as what they stand for.
  static func plain(_ html: String) -> String {
    var text = ""
    var isTag = false
    for character in html {
      switch character {
      case "<": isTag = true
      case ">": isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  /// A heading's text with the words of its directives, without their braces: its id stays when the facts change.
  static func withoutBraces(_ text: String) -> String {
    text.replacing("{{ ", with: "").replacing(" }}", with: "").replacing("{{", with: "").replacing("}}", with: "")
  }
}
