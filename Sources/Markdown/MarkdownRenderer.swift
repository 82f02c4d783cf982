import Diagnostics

/// Renders Markdown to HTML; a renderer serves one thread and keeps its buffers for the next text.
package final class MarkdownRenderer {
  private let options: MarkdownOptions

  package init(_ options: MarkdownOptions) { self.options = options }

  /// Appends the HTML of a text.
  ///
  /// - Parameters:
  ///   - source: UTF-8; anything else is taken as libcmark takes it.
  ///   - firstLine: the line of the file (from 1) on which the text begins.
  ///   - references: asked for every link, directive and mention in the `site` dialect.
  package func render(
    _ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int, references: inout some ReferenceResolver,
    into out: inout [UInt8]
  ) -> RenderedDocument {
    guard source.count > 0 else { return RenderedDocument() }
    let lines = SourceLines(source)
    let read = ReadText(lines, extensions: options.dialect != .commonmark)
    return withUnsafeMutablePointer(to: &references) { resolver in
      var pass = RenderingPass(
        options: options, lines: lines, read: read, file: file, firstLine: firstLine,
        references: References(
          resolve: { resolver.pointee.resolve($0, kind: $1, at: $2, into: &$3) },
          expand: { resolver.pointee.expand($0, into: &$1) },
          finishInclude: { resolver.pointee.finishInclude() },
          mention: { resolver.pointee.mention($0, isInLink: $1, into: &$2) }))
      swap(&pass.out, &out)
      pass.renderPage()
      swap(&pass.out, &out)
      return pass.result
    }
  }
}

/// A `ReferenceResolver` as functions, so that a pass is compiled once for all resolvers.
struct References {
  let resolve: (UnsafeBufferPointer<UInt8>, LinkKind, SourceRange, inout [UInt8]) -> PixelSize?
  let expand: (Directive, inout [UInt8]) -> IncludedText?
  let finishInclude: () -> Void
  let mention: (UnsafeBufferPointer<UInt8>, Bool, inout [UInt8]) -> Bool
}

/// One pass over one text's tree.
struct RenderingPass {
  let options: MarkdownOptions
  let lines: SourceLines
  let read: ReadText
  let file: String
  let firstLine: Int
  let references: References
  let isSite: Bool
  let hasExtensions: Bool
  var out: [UInt8] = []
  var result = RenderedDocument()
  var ids = HeadingIDs()
  /// How many links enclose what is rendered.
  var linkDepth = 0
  /// How many elements enclose the inlines that are rendered.
  var inlineDepth = 0
  /// The bytes of the source that hold the inlines rendered now, and where in them the last link ended.
  var block: Range<Int> = 0..<0
  var searchStart = 0
  /// Where in them the open link begins, and what was found in it ends: its destination stands behind its text.
  var linkStart = 0
  /// Where the HTML of the open heading's text, and of the open paragraph's, begins.
  var headingStart = 0
  var paragraphStart = 0
  /// How many bytes of the paragraph that opens are a mark written another way: of a task, of an alert.
  var marked = 0
  var strikes: [Strike] = []
  var escapes = EscapedTildes()
  var notes = FootnoteUses()
  /// Where the texts of open mentions of footnotes begin.
  var useStarts: [Int] = []
  var tablesUnderHeading = 0
  /// How many texts were included so far.
  var includes = 0
  /// Whether the text that is written opens braces that nobody closes.
  var bracesStayOpen = false
  /// How often in a block the source was looked through for what it writes another way; with many the search is given up.
  var misses = 0
  static let mostMisses = 8
  /// Bytes of one text or address, kept for the next one.
  var run: [UInt8] = []
  var address: [UInt8] = []

  init(
    options: MarkdownOptions, lines: SourceLines, read: ReadText, file: String, firstLine: Int,
    references: References
  ) {
    self.options = options
    self.lines = lines
    self.read = read
    self.file = file
    self.firstLine = firstLine
    self.references = references
    isSite = options.dialect == .site
    hasExtensions = options.dialect != .commonmark
  }

  mutating func renderPage() {
    var block = read.firstBlock
    while let node = block {
      render(node)
      block = node.next
    }
    writeFootnotes()
  }

  /// Renders a node with all below it, without recursion, so that deep nesting costs no stack.
  mutating func render(_ root: CMarkNode) {
    var current = root
    while true {
      if enter(&current) {
        if let child = current.firstChild {
          current = child
          continue
        }
        leave(current)
      }
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
  private mutating func enter(_ node: inout CMarkNode) -> Bool {
    switch node.kind {
    case .text: writeTexts(&node)
    case .softBreak: if out.count > paragraphStart || !isSite { out.append(10) }
    case .lineBreak: out.append(isSite ? "<br>\n" : "<br />\n")
    case .code: writeCode(node)
    case .htmlInline: writeInlineHTML(node)
    case .image: writeImage(node)
    case .emphasis, .strong, .link:
      open(inline: node)
      return true
    default: return enterBlock(node)
    }
    return false
  }

  private mutating func leave(_ node: CMarkNode) {
    switch node.kind {
    case .emphasis, .strong, .link: close(inline: node)
    default: leaveBlock(node)
    }
  }
}

extension RenderingPass {
  /// Starts a new line of HTML.
  mutating func startLine() {
    if let last = out.last, last != 10 { out.append(10) }
  }

  /// The place of some bytes of the source.
  func range(of bytes: Range<Int>) -> SourceRange {
    let line = lines.line(holding: bytes.lowerBound)
    return SourceRange(
      file: file, line: fileLine(line), column: bytes.lowerBound - lines[line].lowerBound + 1, length: bytes.count)
  }

  /// The place of a line of the source in the file.
  func fileLine(_ line: Int) -> Int { firstLine + line - 1 }

  /// The lines of the source from which a block comes.
  func sourceLines(_ node: CMarkNode) -> ClosedRange<Int> {
    let lines = node.lines
    let first = read.text.sourceLine(lines.lowerBound)
    return first...max(first, read.text.sourceLine(lines.upperBound))
  }

  /// Notes which bytes of the source the inlines of a block come from.
  mutating func enterInlines(of bytes: Range<Int>) {
    block = bytes
    searchStart = bytes.lowerBound
    strikes.removeAll(keepingCapacity: true)
    escapes = EscapedTildes()
    misses = 0
    inlineDepth = 0
  }
}
