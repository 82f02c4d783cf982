import CivilTime
import Diagnostics
import Roster

// A chain of escalation answers within its promise, and ends with somebody who is always there.
extension PromiseChecks {
  var escalations: [Diagnostic] {
    schedule.rotas.flatMap { rota -> [Diagnostic] in
      guard let escalation = rota.rota.practice.escalation else { return [] }
      return [late(escalation, rota.rota), openEnd(of: escalation, rota)].compactMap { $0 }
    }
  }

  private func late(_ escalation: Practice.Escalation, _ rota: Rota) -> Diagnostic? {
    guard let promise = escalation.promise?.minutes else { return nil }
    let minutes = escalation.steps.compactMap(\.within.minutes)
    let total = minutes.reduce(0, +)
    guard minutes.count == escalation.steps.count, total > promise else { return nil }
    return .lateChain(escalation, total, rota)
  }

  /// The first time at which nobody is at the end of the chain.
  private func openEnd(of escalation: Practice.Escalation, _ rota: RotaSchedule) -> Diagnostic? {
    guard let last = escalation.steps.last else { return nil }
    let gaps = rota.gaps.filter { gap in
      gap.interval.upperBound > asOf && (gap.seat == nil || gap.seat?.description == last.seat)
    }
    return gaps.first.map { .openEnd(last, $0, gaps.count, rota.rota) }
  }
}

extension Diagnostic {
  fileprivate static func lateChain(_ escalation: Practice.Escalation, _ total: Int, _ rota: Rota) -> Diagnostic {
    let promise = escalation.promise.map { "\($0)" } ?? ""
    var sum = 0
    let steps = escalation.steps.map { step in
      sum += step.within.minutes ?? 0
      return Note("\(step.seat) within \(step.within): \(Minutes.words(sum)) in all", range: step.range)
    }
    return .error(
      "promise-escalation",
      "'\(rota.id)' promises an answer within \(promise), and its steps take \(Minutes.words(total))",
      at: escalation.range, notes: steps)
  }

  fileprivate static func openEnd(_ step: Practice.Escalation.Step, _ gap: Gap, _ count: Int, _ rota: Rota)
    -> Diagnostic
  {
    let (start, end) = (rota.zone.words(gap.interval.lowerBound), rota.zone.words(gap.interval.upperBound))
    let more = count > 1 ? ", the first of \(count) such times" : ""
    return .error(
      "promise-chain", "'\(step.seat)' ends the chain of \(rota.id) and is not always filled", at: step.range,
      notes: [Note("nobody is there from \(start) to \(end)\(more): \(gap.why)")])
  }
}
