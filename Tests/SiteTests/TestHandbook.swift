import Content
import Diagnostics
import Site
import SiteTestSupport

/// A handbook of pages given as `path: front matter`, such as `"playbook/a.md": "title: A, order: 2"`.
struct TestHandbook {
  let handbook: Handbook
  let diagnostics: [Diagnostic]
  private let texts: [String: String]

  init(_ pages: KeyValuePairs<String, String>, titles: [String: String] = ["": "Northwind"]) {
    let texts = pages.map { (source: $0.key, text: "---\n{\($0.value)}\n---\n") }
    var found: [Diagnostic] = []
    let read = texts.map { page in
      var text = page.text
      return text.withUTF8 {
        Page(source: page.source, file: "content/" + page.source, bytes: $0, diagnostics: &found)
      }
    }
    handbook = Handbook(read, titles: titles, diagnostics: &found)
    diagnostics = found
    self.texts = Dictionary(texts.map { ("content/" + $0.source, $0.text) }, uniquingKeysWith: { $1 })
  }

  var faults: String { printed(diagnostics, texts) }

  /// The tree as one would read it: a line an entry, indented by its section.
  var outline: [String] { lines(below: 0, indent: "") }

  private func lines(below section: Int, indent: String) -> [String] {
    handbook.entries[section].children.flatMap { child in
      let entry = handbook.entries[child]
      return ["\(indent)\(entry.page.title) /\(entry.address)"] + lines(below: child, indent: indent + "  ")
    }
  }

  func entry(_ source: String) -> Handbook.Entry? { handbook.bySource[source].map { handbook.entries[$0] } }
}
