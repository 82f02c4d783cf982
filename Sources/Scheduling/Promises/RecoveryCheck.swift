import CivilTime
import Diagnostics
import Roster

// The time off that a rota suggests after a turn is free of other turns.
extension PromiseChecks {
  var recoveries: [Diagnostic] {
    schedule.rotas.flatMap { rota -> [Diagnostic] in
      guard let recovery = rota.rota.practice.recovery else { return [] }
      let lost = rota.turns.filter { $0.turn.end > asOf }.flatMap { turn in
        Set(turn.holders.compactMap(\.person)).sorted().compactMap { person in
          next(person, within: rest(after: turn.turn, recovery, rota.rota)).map {
            Lost(person: person, turn: turn.turn.day, next: $0)
          }
        }
      }
      let byPerson = Dictionary(grouping: lost, by: \.person)
      return byPerson.sorted { $0.key < $1.key }.map { .noRest($1, recovery, rota.rota) }
    }
  }

  private func rest(after turn: Turn, _ recovery: Span, _ rota: Rota) -> Range<Instant> {
    let local = rota.zone.local(turn.end)
    let end = rota.zone.instant(LocalTime(day: local.day.adding(recovery), time: local.time))
    return turn.end..<max(turn.end, end)
  }

  private func next(_ person: Person.ID, within rest: Range<Instant>) -> (Rota.ID, Day)? {
    for rota in schedule.rotas {
      let first = rota.turns.partitioningIndex { $0.turn.end > rest.lowerBound }
      let turn = rota.turns[first...].prefix { $0.turn.start < rest.upperBound }.first { turn in
        turn.holders.contains { $0.person == person }
      }
      if let turn { return (rota.rota.id, turn.turn.day) }
    }
    return nil
  }
}

private struct Lost {
  var person: Person.ID
  var turn: Day
  var next: (rota: Rota.ID, turn: Day)
}

extension Diagnostic {
  fileprivate static func noRest(_ lost: [Lost], _ recovery: Span, _ rota: Rota) -> Diagnostic {
    let first = lost[0]
    return .warning(
      "rota-recovery",
      "'\(first.person)' has no \(recovery) of rest after the turn of \(first.turn) on \(rota.id): the turn of \(first.next.turn) on \(first.next.rota) follows\(lost.count.furtherTimes)",
      at: rota.range)
  }
}
