import CivilTime
import Content
package import Roster
package import Site

/// The addresses of everything that is made from the roster.
package enum Places {
  package static let now = Address("now/")
  package static let calendar = Address("calendar/")
  package static let rotas = Address("rotas/")
  package static let people = Address("people/")
  package static let teams = Address("teams/")
  package static let fairness = Address("fairness/")
  package static let fairnessData = Address("api/fairness.json")
  package static let search = Address("search/")

  package static func rota(_ id: Rota.ID) -> Address { Address("rotas/\(id)/") }
  package static func person(_ id: Person.ID) -> Address { Address("people/\(id)/") }
  package static func team(_ id: Team.ID) -> Address { Address("teams/\(id)/") }

  package static let allFeed = Address("calendar/all.ics")
  package static let gapFeed = Address("calendar/gaps.ics")
  package static func feed(_ id: Rota.ID, _ seat: Seat.ID) -> Address { Address("calendar/rotas/\(id)-\(seat).ics") }
  package static func feed(_ id: Rota.ID) -> Address { Address("calendar/rotas/\(id).ics") }
  package static func feed(_ id: Person.ID) -> Address { Address("calendar/people/\(id).ics") }
  package static func feed(_ id: Team.ID) -> Address { Address("calendar/teams/\(id).ics") }

  /// The links that leave the site.
  package static let linkReport = Address("api/links.json")
  package static let nowData = Address("api/now.json")
  package static func data(_ id: Rota.ID) -> Address { Address("api/rotas/\(id).json") }

  /// Every page and file that a site with a roster has, beside its handbook.
  package static func all(_ organisation: Organisation) -> [Address] {
    guard !organisation.isEmpty else { return [search] }
    let people = organisation.people.flatMap { [person($0.id), feed($0.id)] }
    let teams = organisation.teams.flatMap { [team($0.id), feed($0.id)] }
    let rotas = (organisation.rotas.map(\.id) + organisation.unreadRotas).flatMap { [rota($0), feed($0), data($0)] }
    let seats = organisation.rotas.flatMap { rota in rota.seats.map { feed(rota.id, $0.id) } }
    let forPrograms = forPrograms(organisation.rotas.map(\.id) + organisation.unreadRotas)
    return forPrograms + seats + [
      gapFeed, search, fairness, fairnessData, now, calendar, Places.rotas, Places.people, Places.teams, allFeed,
      nowData,
    ]
      + people + teams + rotas
  }
}
