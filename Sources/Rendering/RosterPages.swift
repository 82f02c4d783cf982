import Roster
import Scheduling
package import Site
package import Templates

/// One page that is made from the roster or from all there is.
package struct RosterPage: Sendable {
  package var address: Address
  fileprivate var content: Content

  fileprivate enum Content: Sendable {
    case now, calendar, rotas, people, teams, notFound, search, fairness
    case rota(RotaSchedule)
    case person(Person)
    case team(Team)
    case letter(AToZ.Letter)
  }
}

extension RosterPage {
  /// The pages beside the handbook; without a roster only the one that says that there is no such page.
  package static func all(_ model: SiteModel) -> [RosterPage] {
    let always =
      [
        RosterPage(address: Address("404.html"), content: .notFound),
        RosterPage(address: Places.search, content: .search),
      ] + (model.aToZ.isSpread ? model.aToZ.letters.map { RosterPage(address: $0.address, content: .letter($0)) } : [])
    guard model.hasRoster else { return always }
    let fixed: [RosterPage] = [
      RosterPage(address: Places.now, content: .now),
      RosterPage(address: Places.calendar, content: .calendar),
      RosterPage(address: Places.rotas, content: .rotas), RosterPage(address: Places.people, content: .people),
      RosterPage(address: Places.teams, content: .teams),
      RosterPage(address: Places.fairness, content: .fairness),
    ]
    return always + fixed
      + model.schedule.rotas.map { RosterPage(address: Places.rota($0.rota.id), content: .rota($0)) }
      + model.organisation.people.map { RosterPage(address: Places.person($0.id), content: .person($0)) }
      + model.organisation.teams.map { RosterPage(address: Places.team($0.id), content: .team($0)) }
  }

  /// Whether the sitemap knows the page: not where it only leads to others.
  package var isFound: Bool {
    switch content {
    case .notFound, .search, .letter: false
    default: true
    }
  }

  package func html(_ model: SiteModel, _ templates: TemplateSet) -> [UInt8] {
    let view = View(model: model, address: address)
    let (template, members) = values(view)
    var out: [UInt8] = []
    templates.renderPage(template, members, into: &out)
    return out
  }

  private func values(_ view: View) -> (template: String, members: View.Members) {
    switch content {
    case .now: ("now", view.nowPage())
    case .calendar: ("calendar", view.calendarPage())
    case .rotas: ("rotas", view.rotasPage())
    case .people: ("people", view.peoplePage())
    case .teams: ("teams", view.teamsPage())
    case .search: ("search", view.searchPage())
    case .letter(let letter): ("search", view.letterPage(letter))
    case .fairness: ("fairness", view.fairnessPage())
    case .notFound:
      (
        "not-found",
        view.common(
          PageFacts(kind: "not-found", title: "Page not found", description: "There is no page at this address"))
      )
    case .rota(let schedule): ("rota", view.rotaPage(schedule))
    case .person(let person): ("person", view.personPage(person))
    case .team(let team): ("team", view.teamPage(team))
    }
  }
}
