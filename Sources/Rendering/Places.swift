import CivilTime
package import Content
package import Roster
package import Secrets
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
  /// - Parameter name: the letter in lower case, or `other`.
  static func letter(_ name: String) -> Address { Address("search/a-z/\(name)/") }

  package static func rota(_ id: Rota.ID) -> Address { Address("rotas/\(id)/") }
  package static func person(_ id: Person.ID) -> Address { Address("people/\(id)/") }
  package static func team(_ id: Team.ID) -> Address { Address("teams/\(id)/") }

  package static let allFeed = Address("calendar/all.ics")
  /// The coming quarter of all rotas as a picture.
  package static let quarter = Address("calendar/quarter.svg")
  package static let gapFeed = Address("calendar/gaps.ics")
  package static func feed(_ id: Rota.ID, _ seat: Seat.ID) -> Address { Address("calendar/rotas/\(id)-\(seat).ics") }
  package static func feed(_ id: Rota.ID) -> Address { Address("calendar/rotas/\(id).ics") }
  /// - Parameter name: the person's id, or the secret name that stands for it.
  static func personFeed(_ name: String) -> Address { Address("calendar/people/\(name).ics") }
  /// The address of somebody's feed; `nil` where it is secret and there is no key.
  package static func feed(of id: Person.ID, _ settings: SiteSettings, key: SecretKey?) -> Address? {
    guard settings.hasSecretFeeds else { return personFeed(id.description) }
    return key.map { personFeed($0.secretName(of: id.description)) }
  }
  package static func feed(_ id: Team.ID) -> Address { Address("calendar/teams/\(id).ics") }

  /// The feed of notes and changed pages.
  package static let siteFeed = Address("feed.xml")
  /// When pages are due to be read again, and which ones changed last.
  package static let freshness = Address("freshness/")
  package static let changes = Address("changes/")
  package static let tags = Address("tags/")
  package static func tag(_ slug: String) -> Address { Address("tags/\(slug)/") }
  /// The whole handbook on one page.
  package static let print = Address("print/")
  /// What hand-off notes ask of planning.
  package static let priorities = Address("\(HandoffNotes.folder)/priorities/")

  /// The links that leave the site.
  package static let linkReport = Address("api/links.json")
  package static let nowData = Address("api/now.json")
  package static func data(_ id: Rota.ID) -> Address { Address("api/rotas/\(id).json") }

  /// Every page and file that a site with a roster has and that links may lead to, beside its handbook.
  package static func all(_ organisation: Organisation, _ settings: SiteSettings) -> [Address] {
    guard !organisation.isEmpty else { return [search] }
    let people = organisation.people.flatMap {
      settings.hasSecretFeeds ? [person($0.id)] : [person($0.id), personFeed($0.id.description)]
    }
    let teams = organisation.teams.flatMap { [team($0.id), feed($0.id)] }
    let rotas = (organisation.rotas.map(\.id) + organisation.unreadRotas).flatMap { [rota($0), feed($0), data($0)] }
    let seats = organisation.rotas.flatMap { rota in rota.seats.map { feed(rota.id, $0.id) } }
    let forPrograms = forPrograms(organisation.rotas.map(\.id) + organisation.unreadRotas)
    return forPrograms + seats + [
      gapFeed, search, fairness, fairnessData, now, calendar, quarter, Places.rotas, Places.people, Places.teams,
      allFeed,
      nowData,
    ]
      + people + teams + rotas
  }
}
