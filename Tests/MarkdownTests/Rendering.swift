import Diagnostics
import Markdown

/// What a rendering gives, in a form that tests can compare.
struct Rendering {
  var html: String
  var document: RenderedDocument
  var links: [RecordingLinks.Use]

  init(_ markdown: String, _ options: MarkdownOptions = MarkdownOptions(), firstLine: Int = 1) {
    self.init(bytes: Array(markdown.utf8), options, firstLine: firstLine)
  }

  init(bytes: [UInt8], _ options: MarkdownOptions = MarkdownOptions(), firstLine: Int = 1) {
    var out: [UInt8] = []
    var recorder = RecordingLinks()
    document = bytes.withUnsafeBufferPointer {
      MarkdownRenderer(options).render($0, file: "page.md", firstLine: firstLine, links: &recorder, into: &out)
    }
    html = String(decoding: out, as: UTF8.self)
    links = recorder.uses
  }
}

/// Leaves every link as it was written, and remembers it.
struct RecordingLinks: LinkResolver {
  struct Use: Equatable {
    var destination: String
    var kind: LinkKind
    var range: SourceRange
  }

  var uses: [Use] = []

  mutating func resolve(
    _ destination: UnsafeBufferPointer<UInt8>, kind: LinkKind, at range: SourceRange, into out: inout [UInt8]
  ) {
    uses.append(Use(destination: String(decoding: destination, as: UTF8.self), kind: kind, range: range))
    out.append(contentsOf: destination)
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
