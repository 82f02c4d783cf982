package import CivilTime
package import Diagnostics
package import Roster

/// Finds changes that calendars were told of and that changes.yml no longer holds.
///
/// Without such a change its shifts would have fewer decisions than subscribers have seen, and their calendars would
/// keep what was: so it is an error, for as long as the calendars show the turns.
package struct ForgottenChangeCheck {
  private let schedule: Schedule
  private let organisation: Organisation
  private let since: Instant
  private let today: Day

  /// - Parameters:
  ///   - since: what had ended by then is in no calendar any more.
  ///   - today: the day that a withdrawal written now would bear.
  package init(_ schedule: Schedule, organisation: Organisation, since: Instant, today: Day) {
    self.schedule = schedule
    self.organisation = organisation
    self.since = since
    self.today = today
  }

  package var diagnostics: [Diagnostic] {
    let known = Set(organisation.changes.map(ToldDecisions.Decision.init))
    return organisation.told.decisions.compactMap { decision, range in
      guard !known.contains(decision), isShown(decision) else { return nil }
      return .forgotten(decision, at: range, today: today)
    }
  }

  private func isShown(_ decision: ToldDecisions.Decision) -> Bool {
    guard let rota = schedule.rota(decision.rota), rota.rota.seat(decision.seat) != nil else { return false }
    switch decision.what {
    case .line: return false
    case .cover(_, let to, _): return rota.rota.zone.instant(to) > since
    case .swap(_, let late): return rota.turns.first { $0.turn.day == late }.map { $0.turn.end > since } ?? false
    }
  }
}

extension Diagnostic {
  fileprivate static func forgotten(
    _ decision: ToldDecisions.Decision, at range: SourceRange, today: Day
  ) -> Diagnostic {
    let (what, action): (String, Change.Action) =
      switch decision.what {
      case .swap(let first, let second):
        ("swap of the turns of \(first) and \(second)", .swap(first, second))
      case .cover(let from, let to, let person):
        ("cover by '\(person)' from \(from) to \(to)", .cover(from: from, to: to, by: person, over: false))
      case .line(let turn, let person): preconditionFailure("the line of \(turn) for \(person) is no change")
      }
    let line = ChangeLine(
      action, rota: decision.rota, seat: decision.seat, made: decision.made, withdrawn: max(today, decision.made))
    return .error(
      "plan-forgets",
      "The \(what) on \(decision.rota) (\(decision.seat)) is gone from changes.yml, and calendars show it",
      at: range,
      notes: [
        Note("a change that calendars know is withdrawn, not deleted; this line in changes.yml does it:"),
        Note("- \(line.yaml)"),
      ])
  }
}
