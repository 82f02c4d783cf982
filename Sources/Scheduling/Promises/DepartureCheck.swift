import CivilTime
import Diagnostics
import Roster

// Who looks after a rota or a team is still here.
extension PromiseChecks {
  var departures: [Diagnostic] {
    let owners = organisation.rotas.compactMap { rota in
      leaver(rota.owner).map { Diagnostic.ownerLeft($0, $1, rota) }
    }
    let roles = organisation.teams.flatMap { team in
      team.roles.compactMap { role in leaver(role.person).map { Diagnostic.roleLeft(role, $1, team) } }
    }
    return owners + roles
  }

  private func leaver(_ id: Person.ID) -> (Person.ID, Day)? {
    guard let left = organisation.person(id)?.left, left < today else { return nil }
    return (id, left)
  }
}

extension Diagnostic {
  fileprivate static func ownerLeft(_ person: Person.ID, _ day: Day, _ rota: Rota) -> Diagnostic {
    .error(
      "owner-left", "'\(person)' owns \(rota.id) and left on \(day)", at: rota.ownerRange,
      notes: [Note("somebody has to keep the rota: its people, its plan and its pages")])
  }

  fileprivate static func roleLeft(_ role: Team.Role, _ day: Day, _ team: Team) -> Diagnostic {
    .error("team-left", "'\(role.person)' is the \(role.title) of \(team.id) and left on \(day)", at: role.range)
  }
}
