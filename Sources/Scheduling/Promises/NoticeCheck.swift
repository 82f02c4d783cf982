import CivilTime
import Diagnostics
import Roster

// Turns are published well ahead: a surprise feels like a punishment.
extension PromiseChecks {
  var notices: [Diagnostic] {
    schedule.rotas.compactMap { rota in
      let wanted = today.adding(notice)
      guard let last = rota.turns.last, last.turn.endDay > today else { return nil }
      guard let planned = rota.plannedUntil else { return .noPlan(rota.rota, notice) }
      // A turn calendar that is used up is told on its own.
      guard planned.endDay < wanted, planned.day < last.turn.day else { return nil }
      let place = organisation.plans[rota.rota.id]?.lines.last?.range
      return .shortNotice(rota.rota, planned, notice, at: place ?? rota.rota.range)
    }
  }
}

extension Diagnostic {
  fileprivate static func shortNotice(_ rota: Rota, _ last: Turn, _ notice: Span, at range: SourceRange) -> Diagnostic {
    .warning(
      "plan-notice", "'\(rota.id)' is published up to \(last.lastDay) only, less than \(notice) ahead", at: range,
      notes: [Note("sitegen plan --rota \(rota.id) publishes more")])
  }

  fileprivate static func noPlan(_ rota: Rota, _ notice: Span) -> Diagnostic {
    .warning(
      "plan-notice", "'\(rota.id)' has no published turn: people are to know theirs \(notice) ahead", at: rota.range,
      notes: [Note("sitegen plan --rota \(rota.id) publishes them")])
  }
}
