import Diagnostics
import Markdown

/// What a rendering gives, in a form that tests can compare.
struct Rendering {
  var html: String
  var document: RenderedDocument
  var links: [RecordingLinks.Use]
  var directives: [Directive]

  init(
    _ markdown: String, _ options: MarkdownOptions = MarkdownOptions(), snippets: [String: String] = [:],
    sizes: [String: PixelSize] = [:], firstLine: Int = 1
  ) {
    let recorder = RecordingLinks(snippets: snippets, sizes: sizes)
    self.init(bytes: Array(markdown.utf8), options, recorder, firstLine: firstLine)
  }

  init(
    bytes: [UInt8], _ options: MarkdownOptions = MarkdownOptions(), _ recorder: RecordingLinks = RecordingLinks(),
    firstLine: Int = 1
  ) {
    var out: [UInt8] = []
    var recorder = recorder
    document = bytes.withUnsafeBufferPointer {
      MarkdownRenderer(options).render($0, file: "page.md", firstLine: firstLine, references: &recorder, into: &out)
    }
    html = String(decoding: out, as: UTF8.self)
    links = recorder.uses
    directives = recorder.directives
  }
}

/// Leaves every link as it was written, and remembers it.
struct RecordingLinks: ReferenceResolver {
  struct Use: Equatable {
    var destination: String
    var kind: LinkKind
    var range: SourceRange
  }

  var uses: [Use] = []
  var directives: [Directive] = []
  var finished = 0
  var snippets: [String: String] = [:]
  var sizes: [String: PixelSize] = [:]

  mutating func resolve(
    _ destination: UnsafeBufferPointer<UInt8>, kind: LinkKind, at range: SourceRange, into out: inout [UInt8]
  ) -> PixelSize? {
    uses.append(Use(destination: String(decoding: destination, as: UTF8.self), kind: kind, range: range))
    out.append(contentsOf: destination)
    return sizes[String(decoding: destination, as: UTF8.self)]
  }

  /// Writes the words of a directive in brackets; `include` brings a snippet.
  mutating func expand(_ directive: Directive, into out: inout [UInt8]) -> IncludedText? {
    directives.append(directive)
    let words = ([directive.name] + directive.arguments).map(\.text)
    if words.first == "include", words.count == 2, let text = snippets[words[1]] {
      return IncludedText(bytes: Array(text.utf8), file: words[1])
    }
    let text = "[" + words.joined(separator: "|") + "]"
    out += (directive.isAlone ? "<div>\(text)</div>\n" : text).utf8
    return nil
  }

  mutating func finishInclude() { finished += 1 }

  mutating func mention(_ name: UnsafeBufferPointer<UInt8>, isInLink: Bool, into out: inout [UInt8]) -> Bool {
    guard name.elementsEqual("ana".utf8) else { return false }
    out += (isInLink ? "Ana" : "<a>Ana</a>").utf8
    return true
  }
}

func html(_ markdown: String, _ options: MarkdownOptions = MarkdownOptions()) -> String {
  Rendering(markdown, options).html
}

/// A text with the places between `⟦` and `⟧` taken out.
struct MarkedText {
  var text = ""
  var ranges: [SourceRange] = []

  init(_ marked: String) {
    var start = SourceLocation(line: 1, column: 1)
    var here = start
    for character in marked {
      switch character {
      case "⟦": start = here
      case "⟧": ranges.append(SourceRange(file: "page.md", start: start, end: here))
      case "\n":
        text.append(character)
        here = SourceLocation(line: here.line + 1, column: 1)
      default:
        text.append(character)
        here.column += character.utf8.count
      }
    }
  }
}
