package import Diagnostics

/// Renders Markdown to HTML; a renderer serves one thread and keeps its buffers for the next text.
package final class MarkdownRenderer {
  private let options: MarkdownOptions

  package init(_ options: MarkdownOptions) { self.options = options }

  /// Appends the HTML of a text.
  ///
  /// - Parameters:
  ///   - source: UTF-8; anything else is taken as libcmark takes it.
  ///   - firstLine: the line of the file (from 1) on which the text begins.
  ///   - links: asked for the address of every link in the `site` dialect.
  package func render(
    _ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int, links: inout some LinkResolver,
    into out: inout [UInt8]
  ) -> RenderedDocument {
    guard source.count > 0 else { return RenderedDocument() }
    let document = CMarkDocument(source)
    var pass = RenderingPass(options: options, source: source, file: file, firstLine: firstLine)
    swap(&pass.out, &out)
    pass.render(document.root, &links)
    swap(&pass.out, &out)
    return pass.result
  }
}

/// One pass over one text's tree.
struct RenderingPass {
  let options: MarkdownOptions
  let file: String
  let firstLine: Int
  let lines: SourceLines
  let mayHoldTables: Bool
  let mayHoldStrikes: Bool
  var out: [UInt8] = []
  var result = RenderedDocument()
  var ids = HeadingIDs()
  /// How many links enclose what is rendered.
  var linkDepth = 0
  /// The lines of the block that holds the inlines rendered now, as bytes of the source, and where the last link in it
  /// ended.
  var block: Range<Int> = 0..<0
  var searchStart = 0
  /// Where the HTML of the open heading's text, and of the open paragraph's, begins.
  var headingStart = 0
  var paragraphStart = 0
  var strikes = Strikethrough()

  var isSite: Bool { options.dialect == .site }
  var hasExtensions: Bool { options.dialect != .commonmark }

  init(options: MarkdownOptions, source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
    self.options = options
    self.file = file
    self.firstLine = firstLine
    lines = SourceLines(source)
    mayHoldTables = options.dialect != .commonmark && TableSyntax.mayHold(source)
    mayHoldStrikes = options.dialect != .commonmark && source.contains(UInt8(ascii: "~"))
  }

  /// Renders a node with all below it, without recursion, so that deep nesting costs no stack.
  mutating func render(_ root: CMarkNode, _ links: inout some LinkResolver) {
    var current = root
    while true {
      let goesIn = enter(&current, &links)
      if goesIn, let child = current.firstChild {
        current = child
        continue
      }
      if goesIn { leave(current) }
      while true {
        if current == root { return }
        if let next = current.next {
          current = next
          break
        }
        guard let parent = current.parent else { return }
        current = parent
        leave(current)
      }
    }
  }

  /// Writes what opens a node. Whether its children follow; a node that was written whole answers no, and `node` is then
  /// the last one that was written with it.
  private mutating func enter(_ node: inout CMarkNode, _ links: inout some LinkResolver) -> Bool {
    switch node.kind {
    case .text: return enterText(&node, &links)
    case .softBreak: if out.count > paragraphStart || !isSite { out.append("\n" as StaticString) }
    case .lineBreak: out.append(isSite ? "<br>\n" : "<br />\n")
    case .code: writeCode(node)
    case .htmlInline: writeInlineHTML(node)
    case .emphasis: out.append("<em>" as StaticString)
    case .strong: out.append("<strong>" as StaticString)
    case .link: openLink(node, &links)
    case .image:
      writeImage(node, &links)
      return false
    default: return enterBlock(node, &links)
    }
    return true
  }

  private mutating func leave(_ node: CMarkNode) {
    switch node.kind {
    case .emphasis: out.append("</em>" as StaticString)
    case .strong: out.append("</strong>" as StaticString)
    case .link: closeLink(node)
    case .document, .customInline, .customBlock, .softBreak, .lineBreak, .code, .htmlInline, .text, .image: break
    default: leaveBlock(node)
    }
  }
}

extension RenderingPass {
  /// Starts a new line of HTML.
  mutating func startLine() {
    if let last = out.last, last != 10 { out.append(10) }
  }

  /// The place of a line of the text in the file.
  func fileLine(_ line: Int) -> Int { firstLine + line - 1 }

  /// The place of some bytes of the source.
  func range(of bytes: Range<Int>) -> SourceRange {
    let line = lines.line(holding: bytes.lowerBound)
    return SourceRange(
      file: file, line: fileLine(line), column: bytes.lowerBound - lines[line].lowerBound + 1, length: bytes.count)
  }
}

extension SourceLines {
  /// The number of the line (from 1) that holds a byte.
  func line(holding offset: Int) -> Int {
    var (low, high) = (1, count)
    while low < high {
      let middle = (low + high + 1) / 2
      if self[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
