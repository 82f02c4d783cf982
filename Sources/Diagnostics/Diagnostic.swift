/// One fault, or one doubtful thing, in what people wrote.
///
/// A fault in people's input is a value: checks collect them all, and a build with an error publishes nothing.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    case error, warning
  }

  /// A further line under a diagnostic: another place, or what to do.
  package struct Note: Hashable, Sendable {
    package var text: String
    package var range: SourceRange?

    package init(_ text: String, range: SourceRange? = nil) {
      self.text = text
      self.range = range
    }
  }

  package var severity: Severity
  /// The stable name of the check, in lower case with hyphens: `link-broken`.
  package var id: String
  /// A headline: the offending name first, no full stop.
  package var summary: String
  /// Where it stands; `nil` only where no file is at fault.
  package var range: SourceRange?
  package var notes: [Note]

  package init(
    _ severity: Severity, id: String, _ summary: String, at range: SourceRange?, notes: [Note] = []
  ) {
    self.severity = severity
    self.id = id
    self.summary = summary
    self.range = range
    self.notes = notes
  }
}

extension Diagnostic {
  package static func error(_ id: String, _ summary: String, at range: SourceRange?, notes: [Note] = []) -> Diagnostic {
    Diagnostic(.error, id: id, summary, at: range, notes: notes)
  }

  package static func warning(_ id: String, _ summary: String, at range: SourceRange?, notes: [Note] = []) -> Diagnostic
  {
    Diagnostic(.warning, id: id, summary, at: range, notes: notes)
  }
}

extension Sequence where Element == Diagnostic {
  /// By file, line and column, then by id and summary; those without a place come last. Equal ones appear once. The order
  /// is the same whatever order they were found in: no two different ones tie.
  package func inReadingOrder() -> [Diagnostic] {
    Set(self).sorted { a, b in
      switch (a.range, b.range) {
      case (let x?, let y?): (x.file, x.start) != (y.file, y.start) ? x < y : a.comesBeforeAtOnePlace(b)
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): a.comesBeforeAtOnePlace(b)
      }
    }
  }

  package var hasErrors: Bool { contains { $0.severity == .error } }
}

extension Diagnostic {
  /// Both start at one place, or neither has one.
  fileprivate func comesBeforeAtOnePlace(_ other: Diagnostic) -> Bool {
    guard (id, summary) == (other.id, other.summary) else { return (id, summary) < (other.id, other.summary) }
    if let range, let others = other.range, range != others { return range < others }
    guard severity == other.severity else { return severity == .error }
    return notes.lexicographicallyPrecedes(other.notes) { a, b in
      guard a.text == b.text else { return a.text < b.text }
      guard let x = a.range, let y = b.range else { return a.range == nil && b.range != nil }
      return x < y
    }
  }
}
