// Inlines that hold others, and code (CommonMark 6.1, 6.2, 6.3).
extension RenderingPass {
  mutating func open(inline node: CMarkNode) {
    inlineDepth += 1
    switch node.kind {
    case .emphasis: out.append("<em>" as StaticString)
    case .strong: out.append("<strong>" as StaticString)
    default: openLink(node)
    }
  }

  mutating func close(inline node: CMarkNode) {
    forgetStrikes()
    inlineDepth -= 1
    switch node.kind {
    case .emphasis: out.append("</em>" as StaticString)
    case .strong: out.append("</strong>" as StaticString)
    default: closeLink(node)
    }
  }

  mutating func writeCode(_ node: CMarkNode) {
    pass(code: node.literal)
    out.append("<code>" as StaticString)
    out.appendEscaped(node.literal)
    out.append("</code>" as StaticString)
  }
}
