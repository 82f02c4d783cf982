package import CivilTime
package import Diagnostics

/// Who takes turns at what, and by which rules.
package struct Rota: Sendable {
  /// The name of the rota's file without its extension: `delivery`.
  package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String
    package init(_ text: String) { description = text }
    package static func < (a: ID, b: ID) -> Bool { a.description < b.description }
  }

  package enum Kind: String, Sendable, CaseIterable {
    case support
    case onCall = "on-call"
    case escalation, comms
  }

  /// What a turn is counted in for fairness.
  package enum Balance: String, Sendable, CaseIterable { case turns, days }

  package var id: ID
  package var title: String
  package var kind: Kind = .support
  package var team: Team.ID?
  package var owner: Person.ID
  package var ownerRange: SourceRange
  package var zone: Zone
  package var cadence: Cadence
  package var hours: Hours = .always
  package var holidays: HolidayRule?
  /// Rotas that nobody serves on at the same time as on this one.
  package var exclude: [Rota.ID] = []
  /// Whole turns between two turns of one person.
  package var minGap = 0
  /// Whether events block the holder's calendar.
  package var busy = false
  package var balance: Balance = .turns
  /// How many days a turn may have without anybody asking; `nil` where the kind of the rota says.
  package var turnLimits: ClosedRange<Int>?
  /// The roles served at the same time, in decision order; never empty.
  package var seats: [Seat]
  package var pins: [Pin] = []
  package var compose: [CompositionRule] = []
  package var practice = Practice()
  package var range: SourceRange

  package func seat(_ id: Seat.ID) -> Seat? { seats.first { $0.id == id } }
}

/// A role served beside others in one rota.
package struct Seat: Sendable {
  /// The seat's key in its rota: `engineer`.
  package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String
    package init(_ text: String) { description = text }
    package static func < (a: ID, b: ID) -> Bool { a.description < b.description }
  }

  package var id: ID
  package var title: String
  /// In the order of turns.
  package var members: [Member]
  package var range: SourceRange

  package func member(_ person: Person.ID) -> Member? { members.first { $0.person == person } }
}

/// A person's place in a seat's list.
package struct Member: Sendable {
  package var person: Person.ID
  package var weight: Weight
  /// The first day of membership; `nil` is always.
  package var from: Day?
  /// The last day of membership, the person's last day in the company counted in; `nil` is for ever.
  package var to: Day?
  /// How many turns the person first stands beside the holder, before having one.
  package var shadow = 0
  package var range: SourceRange

  /// Whether the person is a member on every day from `first` to `last`.
  package func isMember(from first: Day, through last: Day) -> Bool {
    (from.map { $0 <= first } ?? true) && (to.map { last <= $0 } ?? true)
  }
}

/// A turn given to somebody by hand, outside the order.
package struct Pin: Sendable {
  package var turn: Day
  package var seat: Seat.ID
  package var person: Person.ID
  /// Who decided: `pm`, `volunteer` or a person.
  package var by: String?
  package var range: SourceRange
}
