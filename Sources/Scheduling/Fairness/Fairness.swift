package import CivilTime
package import Roster

/// Who has served how much over a year, beside what would have been his share.
///
/// Counted are the turns begun in the twelve months that end at the as-of instant: their start dates lie after the same
/// day a year before. The schedule has to hold them; turns before a plan's first line are nobody's.
package struct Fairness: Sendable {
  /// In the order of the schedule's rotas.
  package var rotas: [RotaFairness]

  /// - Parameter today: the as-of day.
  package init(_ schedule: Schedule, organisation: Organisation, asOf: Instant, today: Day) {
    rotas = schedule.rotas.map { rota in
      RotaTally(schedule: rota, organisation: organisation, asOf: asOf, today: today).fairness
    }
  }
}

/// The fairness of one rota.
package struct RotaFairness: Sendable {
  package var rota: Rota
  /// The start dates of the turns that count, both ends included.
  package var window: ClosedRange<Day>
  /// In the order of the rota's seats.
  package var seats: [SeatFairness]
  /// Changes made in the window less than 14 days ahead, in order of the day they were made.
  package var lateChanges: [LateChange]
  package var capacity: Capacity
}

/// The fairness of one seat; all of its numbers are of this seat alone.
package struct SeatFairness: Sendable {
  package var seat: Seat
  /// The turns that count and that somebody had.
  package var turns: Int
  /// How many turns pass from one of a member's to the next: the number of members today.
  package var interval: Int
  /// The members in the order of the list, then whoever else has served, by id.
  package var people: [PersonFairness]
}

/// What one person has had in one seat.
package struct PersonFairness: Sendable {
  package var person: Person.ID
  /// Whether the person is a member of the seat on the as-of day.
  package var isMember: Bool
  /// Turns credited: of each the person served more than half of its covered time, or, where nobody did, was its holder.
  package var turns = 0
  /// The local days of those turns.
  package var days = 0
  /// The part, by weight, of each turn that the person was available for: a member for the whole turn who does not
  /// stand beside the holder, on leave on none of its covered days. In turns, or in days where the rota balances days.
  package var share = Fraction.zero
  /// What was served less the share, in the same unit.
  package var difference = Fraction.zero
  /// Weekends on whose Saturday or Sunday the person served any time, by the rota's clocks.
  package var weekends = 0
  /// Public holidays of the rota, and of those that hand theirs over to it, on which the person served any time.
  package var holidays = 0
  /// Changes made less than 14 days ahead that gave this person a turn or a part of one.
  package var lateChanges = 0
  /// Minutes served, up to the as-of instant.
  package var minutes = 0
  /// By group: turns that a hard rule of composition gave to the person although somebody else was next.
  package var extraTurns: [String: Int] = [:]
  /// The last turn begun of those that count for the person, in the window or before it.
  package var lastTurn: Turn?
  /// The person's first turn still to come.
  package var nextTurn: Turn?

  /// Whether the difference is at most one turn, or one turn's days.
  package var isWithinTarget = true
}

/// A change made less than 14 days ahead: a surprise to whoever gained a turn by it.
package struct LateChange: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// The plan's line was written or changed.
    case plan
    case swap, cover
  }

  package var kind: Kind
  package var seat: Seat.ID
  /// The start date of the turn that changed.
  package var turn: Day
  /// Who serves by the change.
  package var person: Person.ID
  package var made: Day
  /// Days from the change to the turn's start, or to the cover's; negative where that had begun.
  package var ahead: Int
}

extension RotaFairness {
  /// How many changes were late in each quarter in which any was made, in order of time: `2026 Q4`.
  package var lateChangesByQuarter: [(quarter: String, count: Int)] {
    let counts = Dictionary(lateChanges.map { ($0.made.quarter, 1) }, uniquingKeysWith: +)
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Day {
  /// `2026 Q4`.
  var quarter: String { "\(components.year) Q\((components.month + 2) / 3)" }
}
