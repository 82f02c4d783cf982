package import CivilTime
package import Roster

/// Who serves when, on every rota: the one answer from which pages, feeds and data files are made.
package struct Schedule: Sendable {
  /// In the order of the organisation's rotas.
  package var rotas: [RotaSchedule]

  package func rota(_ id: Rota.ID) -> RotaSchedule? { rotas.first { $0.rota.id == id } }
}

/// The turns and shifts of one rota.
package struct RotaSchedule: Sendable {
  package var rota: Rota
  /// In order of time.
  package var turns: [ScheduledTurn]
  /// Sorted by start, then by seat.
  package var shifts: [Shift]
  /// Promised time that nobody covers; sorted by start, then by seat.
  package var gaps: [Gap]
  /// Published shifts that are no more: their time is part of another shift now. Kept for two weeks.
  package var withdrawn: [WithdrawnShift] = []
  /// The turn after the last, to whose holders that one hands over; `nil` where the rota's calendar ends.
  package var following: ScheduledTurn?
  /// The end of the last turn whose seats are all published, or `nil` where none is.
  package var plannedUntil: Turn?
}

/// A turn with its holders, one for each seat in the rota's order.
package struct ScheduledTurn: Sendable {
  package var turn: Turn
  package var holders: [Holder]
  /// Who stands beside a holder to learn.
  package var shadows: [Shadow] = []

  package struct Shadow: Hashable, Sendable {
    /// `engineer/shadow`.
    package var seat: Seat.ID
    package var person: Person.ID
    package var status: Holder.Status
  }
}

/// Who has a turn in one seat, and how that came about.
package struct Holder: Sendable {
  package enum Status: String, Sendable {
    /// In the committed plan.
    case published
    /// Beyond the plan: what the rules say today.
    case projected
  }

  package var seat: Seat.ID
  /// After swaps; `nil` where nobody could take the turn.
  package var person: Person.ID?
  /// Who has the turn by the plan, before swaps.
  package var planned: Person.ID?
  package var status: Status
  package var reason: Reason
  /// The day on which the plan's line was last changed; `nil` beyond the plan.
  package var decided: Day?
  /// The days on which swaps of this turn were made, in order of the file.
  package var swaps: [Day] = []
  /// The days of decisions that have no effect any more, two for each: when it was made and when it was taken back. A
  /// withdrawn swap, a published line that was replaced.
  package var past: [Day] = []
  /// How much the person had when the turn was decided, beside the share; `nil` where somebody was named by hand.
  package var standing: Standing?
  /// Who stood before the person in the order and could not take the turn, the first in the order first.
  package var passedOver: [PassedOver] = []
  /// Who would have had the turn, had a hard rule of composition not needed somebody else.
  package var insteadOf: Person.ID?

  /// What somebody had of a seat's turns before one of them was decided, and what was his part of them all.
  package struct Standing: Hashable, Sendable {
    /// What a joiner starts with counts too.
    package var load: Fraction
    /// The part, by weight, of everything that the members have and of the turn to be decided.
    package var share: Fraction
    /// What both are counted in.
    package var unit: Rota.Balance
  }

  package struct PassedOver: Hashable, Sendable {
    package var person: Person.ID
    package var why: Ineligibility
  }

  /// The days of all decisions about the turn: publication, swaps, what was replaced or taken back.
  package var decisions: [Day] { (decided.map { [$0] } ?? []) + swaps + past }
}

/// Why a turn went to somebody.
package enum Reason: Hashable, Sendable {
  /// A word of a plan's line, or one of the rules' own: `next`, `pinned`, `volunteer`, `repaired`, `gap-relaxed`.
  case word(String)

  package static let published = Reason.word("published")
  package static let next = Reason.word("next")
  package static let pinned = Reason.word("pinned")
  package static let volunteer = Reason.word("volunteer")
  package static let repaired = Reason.word("repaired")
  package static func needed(for group: String) -> Reason { .word(neededFor + group) }
  package static let gapRelaxed = Reason.word("gap-relaxed")
  /// Nobody could take the turn.
  package static let unfilled = Reason.word("unfilled")

  package var word: String {
    switch self {
    case .word(let word): word
    }
  }

  /// The group for whose sake a hard rule of composition gave the turn to somebody who was not next.
  package var neededGroup: String? {
    word.hasPrefix(Reason.neededFor) ? String(word.dropFirst(Reason.neededFor.count)) : nil
  }

  private static let neededFor = "needed-for-"
}

/// One person on duty for one unbroken stretch of covered time.
package struct Shift: Hashable, Sendable {
  package enum Change: String, Sendable { case swap, cover }

  package var seat: Seat.ID
  package var person: Person.ID
  /// The instants covered: the start belongs to this shift, the end to the next.
  package var interval: Range<Instant>
  /// The start date of the turn that the shift is part of.
  package var turn: Day
  /// What tells the shifts of one turn and seat apart, whoever serves them: `1`, or `1.2` for the first cover of it and
  /// `1.3` for what follows that.
  package var piece: String
  package var status: Holder.Status
  package var change: Change?
  /// Who is covered, where somebody is.
  package var coveredFor: Person.ID?
  /// How many decisions the shift has seen: publication, repair, swaps, covers, and those taken back twice.
  package var revision: Int
  /// The day of the last of them; `nil` where the shift is only projected and never changed.
  package var decided: Day?
}

/// A published shift that a later decision dissolved, so that calendars may be told.
package struct WithdrawnShift: Hashable, Sendable {
  /// As it last was.
  package var shift: Shift
  /// The day of the decision.
  package var day: Day
}

/// Promised time of one seat that nobody covers.
package struct Gap: Hashable, Sendable {
  package var seat: Seat.ID?
  package var interval: Range<Instant>
  package var why: String
}
