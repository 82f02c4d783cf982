import CivilTime
import Diagnostics
import Roster

// Whoever is about to be called at any hour has lately tried whether that works.
extension PromiseChecks {
  var paging: [Diagnostic] {
    let until = Instant(seconds: asOf.seconds + 14 * 86_400)
    var warned: Set<Person.ID> = []
    return schedule.rotas.filter { $0.rota.callsAtAnyHour }.flatMap { rota in
      rota.turns.filter { $0.turn.start > asOf && $0.turn.start <= until }.flatMap { turn in
        turn.holders.compactMap { holder -> Diagnostic? in
          guard let person = holder.person.flatMap(organisation.person), !isChecked(person) else { return nil }
          return warned.insert(person.id).inserted ? .unchecked(person, turn.turn, rota.rota) : nil
        }
      }
    }
  }

  private func isChecked(_ person: Person) -> Bool { person.pageableChecked.map { today - $0 <= 90 } ?? false }
}

extension Rota {
  fileprivate var callsAtAnyHour: Bool {
    guard case .always = hours else { return false }
    return kind == .onCall || kind == .escalation
  }
}

extension Diagnostic {
  fileprivate static func unchecked(_ person: Person, _ turn: Turn, _ rota: Rota) -> Diagnostic {
    let last = person.pageableChecked.map { "was last checked on \($0)" } ?? "was never checked"
    return .warning(
      "person-paging", "'\(person.id)' has the turn of \(turn.day) on \(rota.id), and paging \(last)", at: person.range,
      notes: [Note("a test page, acknowledged on the telephone, and its day as `pageable_checked`")])
  }
}
