package import Diagnostics

/// What a build did to the output folder, in files.
package struct PublicationSummary: Hashable, Sendable {
  /// New, or with other bytes than before.
  package var written: Int
  /// Left as an earlier build wrote them.
  package var unchanged: Int
  /// Written by an earlier build and not by this one.
  package var removed: Int

  package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
  }
}

/// The site was not published because files that sitegen did not write stand in its way; nothing was touched.
package struct PublicationRefused: Error, Sendable {
  /// One for each file, by path.
  package let diagnostics: [Diagnostic]

  init(inTheWay paths: some Sequence<SitePath>, of output: String) {
    diagnostics = Set(paths).sorted().map { .inTheWay("\(output)/\($0.text)") }
  }
}

extension Diagnostic {
  fileprivate static func inTheWay(_ path: String) -> Diagnostic {
    .error("output-foreign", "'\(path)' was not written by sitegen; move it away", at: nil)
  }
}
