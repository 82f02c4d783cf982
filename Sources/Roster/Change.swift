package import CivilTime
package import Diagnostics

/// A change of a rota that people agreed on, written in changes.yml.
package struct Change: Sendable {
  package enum Action: Sendable {
    /// Two whole turns exchanged.
    case swap(Day, Day)
    /// The holder of a seat replaced from one local minute to another.
    case cover(from: LocalTime, to: LocalTime, by: Person.ID, over: Bool)
  }

  package var action: Action
  package var rota: Rota.ID
  package var seat: Seat.ID
  package var made: Day
  package var by: String?
  package var reason: String?
  /// The day on which it was taken back: since then it has no effect, and counts among the decisions about its shifts.
  package var withdrawn: Day? = nil
  package var range: SourceRange
}

/// The published plan of one rota, as its CSV file says.
package struct PublishedPlan: Sendable {
  package struct Line: Sendable {
    package var turn: Day
    package var seat: Seat.ID
    package var person: Person.ID
    /// Why this person: `next`, `pinned`, `repaired` …; empty where nobody wrote it.
    package var reason: String
    /// The day on which the line was last changed.
    package var decided: Day
    package var range: SourceRange

    /// The seat beside whose holder the line names somebody who learns: `engineer/shadow` is one of `engineer`.
    package var shadowedSeat: Seat.ID? {
      let name = seat.description
      return name.hasSuffix("/shadow") ? Seat.ID(String(name.dropLast("/shadow".count))) : nil
    }
  }

  package var file: String
  /// Sorted by turn, then in the order of the file.
  package var lines: [Line]
}
