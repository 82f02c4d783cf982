/// The text of one file that people wrote.
package struct SourceFile: Sendable {
  /// The path relative to the source folder: `content/roster/people.yml`.
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// Gathers diagnostics on the way through one reading.
package final class DiagnosticCollector {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
  package func report(_ more: some Sequence<Diagnostic>) { diagnostics.append(contentsOf: more) }
}
