import CivilTime
import Roster
import Scheduling
import Site
import Templates

extension View {
  /// The list of teams.
  func teamsPage() -> Members {
    var members = common(
      PageFacts(kind: "teams", title: "Teams", description: "Every team, its lead and its rotas", ancestors: above()))
    members["teams"] = .list(
      model.organisation.teams.map { team in
        [
          "name": .text(team.name), "href": link(to: Places.team(team.id)), "lead": person(team.lead),
          "product_area": text(team.productArea), "rotas": .list(rotas(of: team.id).map { rota($0.rota) }),
          "people_count": .number(people(of: team.id).count),
        ]
      })
    return members
  }

  /// The page of one team.
  func teamPage(_ team: Team) -> Members {
    let rotas = rotas(of: team.id)
    var members = common(
      PageFacts(
        kind: "team", title: team.name, description: "\(team.name): people, rotas and who is on now",
        ancestors: above(("Teams", Places.teams))))
    members["id"] = .text(team.id.description)
    members["name"] = .text(team.name)
    members["lead"] = person(team.lead)
    members["manager"] = person(team.manager)
    members["scrum_master"] = person(team.scrumMaster)
    members["product_area"] = text(team.productArea)
    members["people"] = .list(people(of: team.id).map { person($0.id) })
    members["rotas"] = .list(rotas.map { rota($0.rota) })
    members["has_rotas_here"] = .flag(!rotas.isEmpty)
    members["seats"] = .list(rotas.flatMap { rota in rota.rota.seats.map { seat(rota, $0) } })
    members["has_seats"] = .flag(!rotas.isEmpty)
    members["coverage"] = .list(team.coverage.map(coverage))
    members["has_coverage"] = .flag(!team.coverage.isEmpty)
    members["feeds"] = [feed(of: team)]
    members["has_feeds"] = true
    members["shifts_json"] = shiftData(rotas, before: soon)
    return members
  }

  private func coverage(_ group: Team.Coverage) -> TemplateValue {
    ["title": .text(group.title), "promise": text(group.promise), "rotas": .list(group.rotas.map { rota($0) })]
  }

  private func rotas(of team: Team.ID) -> [RotaSchedule] { model.schedule.rotas.filter { $0.rota.team == team } }

  /// Everybody in a team who has not left.
  func people(of team: Team.ID) -> [Person] {
    model.organisation.people.filter { $0.team == team && ($0.left.map { $0 >= model.today } ?? true) }
  }
}
