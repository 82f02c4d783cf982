package import CivilTime
package import Diagnostics

/// Who should serve together in one turn.
package struct CompositionRule: Sendable {
  package enum Wish: Sendable {
    /// So many of a group in every turn, come what may.
    case atLeast(Int, of: String)
    /// One of each group, where that costs nobody a turn.
    case prefer([String])
  }

  package var wish: Wish
  package var why: String?
  /// The day from which somebody should ask whether the rule is still needed.
  package var reviewOn: Day?
  package var range: SourceRange
}

extension CompositionRule {
  /// The group of a hard rule, and how many of it are needed.
  package var need: (count: Int, group: String)? {
    guard case .atLeast(let count, let group) = wish else { return nil }
    return (count, group)
  }
}
