package import CivilTime
package import Diagnostics
import Files
package import Roster
import Scheduling

/// A swap or a cover put into changes.yml, or why it was not.
package struct ChangeRecord: Sendable {
  /// Somebody takes over from somebody else.
  package struct Move: Hashable, Sendable {
    package var turn: Day
    /// The stretch that moves: a whole turn, or the covered part of one.
    package var interval: Range<Instant>
    package var was: Person.ID?
    package var person: Person.ID?
  }

  /// The line, as it stands in the file.
  package var line: String
  package var rota: Rota
  package var seat: Seat
  package var moves: [Move]
  /// What the change brings that was not wrong before; with an error nothing is written.
  package var diagnostics: [Diagnostic]
  package var organisation: Organisation
  /// Whether a turn begins less than 14 days after the change was made.
  package var isLate: Bool
  /// The text that a refused change would have made, for its diagnostics.
  package var text: String

  package var isSound: Bool { !diagnostics.hasErrors }

  /// The path below the source folder.
  package static let path = "content/roster/changes.yml"
}

extension ChangeRecord {
  /// Appends a change to changes.yml where it breaks no rule; nothing else in the file is touched, and of two that are
  /// recorded at once none is lost.
  ///
  /// A rota, seat or person that is unknown is a `BuildFailure`.
  package static func run(_ request: BuildRequest, _ change: ChangeLine, writes: Bool) throws -> ChangeRecord {
    let folder = SourceFolder(request.source)
    let lock = writes ? try folder.lock() : nil
    defer { withExtendedLifetime(lock) {} }
    let text = try folder.text(path) ?? ""
    let before = try Build.roster(request, until: change.lastDay)
    let (rota, seat) = try change.place(in: before.organisation)
    guard let changed = change.appended(to: text) else { throw BuildFailure.closedList(path) }
    let after = try Build.roster(request, until: change.lastDay, overlay: [path: changed])
    let known = Set(before.diagnostics.map(\.withoutNotes))
    let moves = ChangeRecord.moves(from: before.schedule, to: after.schedule, rota.id, seat.id)
    var found = after.diagnostics.filter { !known.contains($0.withoutNotes) }
    if moves.isEmpty, !found.hasErrors { found.append(.changesNothing(text)) }
    let soon = moves.map(\.interval.lowerBound).min().map { rota.zone.local($0).day < change.made + 14 } ?? false
    let record = ChangeRecord(
      line: change.yaml, rota: rota, seat: seat, moves: moves, diagnostics: found, organisation: after.organisation,
      isLate: soon, text: changed)
    guard writes, record.isSound else { return record }
    try folder.write(changed, to: path)
    try folder.tell([ToldDecisions.Decision(change)])
    return record
  }

  private static func moves(from before: Schedule, to after: Schedule, _ rota: Rota.ID, _ seat: Seat.ID) -> [Move] {
    guard let before = before.rota(rota), let after = after.rota(rota) else { return [] }
    let turns = zip(before.turns, after.turns).compactMap { old, new -> Move? in
      let (was, person) = (old.holder(seat)?.person, new.holder(seat)?.person)
      guard was != person else { return nil }
      return Move(turn: new.turn.day, interval: new.turn.interval, was: was, person: person)
    }
    guard turns.isEmpty else { return turns }
    let known = Set(covers(before, seat))
    return covers(after, seat).filter { !known.contains($0) }
  }
}

extension ChangeRecord {
  private static func covers(_ schedule: RotaSchedule, _ seat: Seat.ID) -> [Move] {
    schedule.shifts.filter { $0.seat == seat && $0.change == .cover }.map {
      Move(turn: $0.turn, interval: $0.interval, was: $0.coveredFor, person: $0.person)
    }
  }
}

extension ScheduledTurn {
  fileprivate func holder(_ seat: Seat.ID) -> Holder? { holders.first { $0.seat == seat } }
}

extension ChangeLine {
  /// The last day that the change speaks of.
  fileprivate var lastDay: Day {
    switch action {
    case .swap(let first, let second): max(first, second)
    case .cover(_, let to, _, _): to.day
    }
  }

  fileprivate func place(in organisation: Organisation) throws -> (Rota, Seat) {
    guard let rota = organisation.rota(self.rota) else {
      throw BuildFailure.noRota(self.rota.description, organisation.rotas.map(\.id.description))
    }
    guard let seat = rota.seat(self.seat) else {
      throw BuildFailure.noSeat(self.seat.description, rota.id.description, rota.seats.map(\.id.description))
    }
    if case .cover(_, _, let person, _) = action, organisation.person(person) == nil {
      throw BuildFailure.noPerson(person.description, organisation.people.map(\.id.description))
    }
    return (rota, seat)
  }
}

extension Diagnostic {
  fileprivate static func changesNothing(_ text: String) -> Diagnostic {
    let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
    return .error(
      "change-nothing", "This changes nobody's time: nobody serves then",
      at: SourceRange(file: ChangeRecord.path, line: max(1, line), column: 1))
  }
}

extension Diagnostic {
  /// What is wrong and where. Notes may speak of other turns, so that a change that mends one of them alters the notes of
  /// another and makes no new fault.
  fileprivate var withoutNotes: Diagnostic {
    var bare = self
    bare.notes = []
    return bare
  }
}
