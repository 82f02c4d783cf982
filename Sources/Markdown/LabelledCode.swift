import Highlighting

/// What stands behind a fence: `yaml title="content/site.yml"`.
struct CodeInfo {
  /// The first word, without braces and a leading dot.
  let language: UnsafeBufferPointer<UInt8>
  /// What readers are told about the code.
  let label: String

  init(_ info: UnsafeBufferPointer<UInt8>) {
    let word = info.prefix { !$0.isSpace }
    language = UnsafeBufferPointer(rebasing: word)
    let text = String(decoding: info, as: UTF8.self)
    let known = Language(language)
    label = CodeInfo.title(in: text) ?? known?.title ?? String(decoding: word, as: UTF8.self)
  }

  /// The value of `title="…"` or `label="…"`.
  private static func title(in text: String) -> String? {
    for name in [" title=\"", " label=\""] {
      guard let start = text.ranges(of: name).first?.upperBound else { continue }
      let value = text[start...].prefix { $0 != "\"" }
      if !value.isEmpty { return String(value) }
    }
    return nil
  }
}

extension RenderingPass {
  /// Writes a fenced block with the name of its language, or its own title; known languages are highlighted.
  mutating func writeLabelled(_ node: CMarkNode, _ info: CodeInfo) {
    out.append("<div class=\"code\">\n<p class=\"code-label\">" as StaticString)
    out.appendEscaped(info.label)
    out.append("</p>\n<pre tabindex=\"0\"><code class=\"language-" as StaticString)
    out.appendEscaped(info.language)
    out.append("\">" as StaticString)
    if let language = Language(info.language) {
      language.highlight(node.literal, into: &out)
    } else {
      out.appendEscaped(node.literal)
    }
    out.append("</code></pre>\n</div>\n" as StaticString)
  }
}
