package import CivilTime
package import Diagnostics

/// When turns begin: how long they are, and the local time of the handover between them.
package struct Cadence: Sendable {
  package enum Length: Sendable {
    case span(Span)
    /// Turns with names and lengths of their own.
    case calendar(TurnCalendar)
  }

  package var length: Length
  /// The local time of every handover, right through clock changes.
  package var handover: TimeOfDay
  /// The first day of the first turn; every other turn is counted from it.
  package var starts: Day

  /// Stands in a rota that is read for its mistakes alone.
  static let none = Cadence(length: .span(Span(1, .weeks)), handover: .midnight, starts: Day(number: 0))
}

/// A named calendar of uneven turns: sprints, six-weekers.
package struct TurnCalendar: Sendable {
  package struct Entry: Sendable {
    package var name: String
    package var starts: Day
    /// The first day after the turn where that is not the next turn's first: a declared gap follows.
    package var ends: Day?
  }

  package var id: String
  package var title: String
  /// In order of time; never empty.
  package var turns: [Entry]
  /// The first day after the last turn.
  package var ends: Day
  package var range: SourceRange
}
