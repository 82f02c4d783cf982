// Scheduling turns a roster, its published plan and an instant into turns, shifts and gaps. It refuses to know pages,
// files and the clock: the instant that counts as now is an argument. Always true: what is published stays, the rules
// fill only what it leaves open, planning further ahead changes nothing that came before.
package import CivilTime
package import Diagnostics
package import Roster

/// Decides who serves when.
package struct Scheduler {
  private let organisation: Organisation
  private let asOf: Instant
  private let repairsLeave: Bool
  private let explains: Bool

  /// - Parameters:
  ///   - asOf: the instant that counts as now: faults of turns that had ended by then are history, not errors.
  ///   - repairsLeave: whether published turns still to come whose holder is on leave are decided again, each alone.
  ///   - explains: whether published turns get the standing of their holders and who was passed over; what is decided
  ///     has both at any rate.
  package init(_ organisation: Organisation, asOf: Instant, repairsLeave: Bool = false, explains: Bool = true) {
    self.explains = explains
    self.organisation = organisation
    self.asOf = asOf
    self.repairsLeave = repairsLeave
  }

  /// The schedule from each rota's first turn to at least `horizon`, and always as far as plans, pins and changes reach.
  package func schedule(through horizon: Instant) -> (schedule: Schedule, diagnostics: [Diagnostic]) {
    let collector = DiagnosticCollector()
    var desk = Desk(organisation: organisation, through: max(horizon, lastDecision))
    desk.layOutFacts(asOf: asOf, repairsLeave: repairsLeave, collector)
    desk.decideOpenTurns(asOf: asOf, collector)
    if explains { desk.explainPublishedTurns() }
    desk.checkCompositions(asOf: asOf, collector)
    desk.applySwaps(asOf: asOf, collector)
    desk.reportLeaveClashes(asOf: asOf, collector)
    let rotas = desk.rotas.indices.map { desk.schedule(rota: $0, asOf: asOf, collector) }
    ClashCheck(rotas: rotas).report(after: asOf, to: collector)
    for rota in rotas { collector.report(calendarEnd(of: rota, before: horizon)) }
    return (Schedule(rotas: rotas), collector.diagnostics)
  }

  /// The latest day that anybody wrote down, with a day to spare for the zone.
  private var lastDecision: Instant {
    let planned = organisation.plans.values.flatMap { $0.lines.map(\.turn) }
    let pinned = organisation.rotas.flatMap { $0.pins.map(\.turn) }
    let changed = organisation.changes.map { change in
      switch change.action {
      case .swap(_, let late): late
      case .cover(_, let to, _, _): to.day
      }
    }
    let last = (planned + pinned + changed).max()
    return last.map { Zone.utc.start(of: $0 + 2) } ?? asOf
  }

  /// A rota whose turn calendar is used up cannot be planned further.
  private func calendarEnd(of rota: RotaSchedule, before horizon: Instant) -> [Diagnostic] {
    guard case .calendar(let calendar) = rota.rota.cadence.length, let last = rota.turns.last, last.turn.end < horizon
    else { return [] }
    return [.calendarEnds(calendar, rota.rota)]
  }
}

extension Diagnostic {
  fileprivate static func calendarEnds(_ calendar: TurnCalendar, _ rota: Rota) -> Diagnostic {
    .warning(
      "calendar-ends", "'\(calendar.id)' ends on \(calendar.ends), so \(rota.id) has no turns after that",
      at: calendar.range, notes: [Note("more turns in the calendar, and a later `ends`, carry it on")])
  }
}
