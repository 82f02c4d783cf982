import Content
import Diagnostics
import SiteTestSupport

/// A page read from its text, with what was found on the way.
struct ReadPage {
  var page: Page
  var diagnostics: [Diagnostic] = []
  private let files: [String: String]

  init(_ text: String, at source: String = "guide.md") {
    var diagnostics: [Diagnostic] = []
    var text = text
    page = text.withUTF8 { Page(source: source, file: "content/" + source, bytes: $0, diagnostics: &diagnostics) }
    files = ["content/" + source: text]
    self.diagnostics = diagnostics.inReadingOrder()
  }

  /// The faults as the command line prints them.
  var faults: String { printed(diagnostics, files) }
}
