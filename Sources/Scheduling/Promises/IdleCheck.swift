import CivilTime
import Diagnostics
import Roster

// Everybody of a team takes part, or the file says why not; every team has a rota; a rota with customers says how soon
// they are answered.
extension PromiseChecks {
  var idlePeople: [Diagnostic] {
    organisation.teams.flatMap { team -> [Diagnostic] in
      let idle = organisation.people.filter { $0.team == team.id && isIdle($0) }
      guard !idle.isEmpty else { return [] }
      // Where rotas could not be read, nobody knows who is on none.
      guard organisation.unreadRotas.isEmpty else { return [] }
      guard organisation.rotas.contains(where: { $0.team == team.id }) else { return [.noRota(team, idle.count)] }
      return idle.map { .idle($0, team) }
    } + organisation.rotas.filter(\.isSilent).map { .noTarget($0) }
  }

  private func isIdle(_ person: Person) -> Bool {
    person.exempt == nil && (person.left.map { today <= $0 } ?? true)
      && !organisation.rotas.contains { rota in
        rota.seats.contains { seat in seat.member(person.id).map { $0.to.map { today <= $0 } ?? true } ?? false }
      }
  }
}

extension Rota {
  /// Whether it answers people and does not say how soon.
  fileprivate var isSilent: Bool { kind == .support && !practice.channels.isEmpty && practice.responses.isEmpty }
}

extension Diagnostic {
  fileprivate static func idle(_ person: Person, _ team: Team) -> Diagnostic {
    .warning(
      "person-idle", "'\(person.id)' is of \(team.id) and on no rota", at: person.range,
      notes: [Note("a list of members takes \(person.id) in, or `exempt: why` says why none does")])
  }

  fileprivate static func noRota(_ team: Team, _ count: Int) -> Diagnostic {
    .warning(
      "team-rota", "'\(team.id)' has no rota, and \(count) of its people are on none and not exempt", at: team.range)
  }

  fileprivate static func noTarget(_ rota: Rota) -> Diagnostic {
    .warning(
      "promise-missing",
      "'\(rota.id)' has channels on which people ask, and no `responses` that say how soon they hear",
      at: rota.range, notes: [Note("responses: [{request: Support request, within: 24 h}]")])
  }
}
