import CivilTime
import Markdown
import Roster
import Scheduling
package import Search
import Site

/// What the search knows of the site: its listed pages, and what is made from the roster.
package struct SearchDocuments {
  private let model: SiteModel

  package init(_ model: SiteModel) { self.model = model }

  /// The document of a page of the handbook; an unlisted one has none.
  static func page(
    _ index: Int, of model: SiteModel, _ headings: [Heading], content: [UInt8]
  ) -> SearchDocument? {
    let entry = model.handbook.entries[index]
    guard !entry.page.isUnlisted else { return nil }
    let section = index == 0 ? "" : model.handbook.entries[entry.parent].page.title
    return SearchDocument(
      address: entry.address.description, title: model.heading(of: index), section: entry.parent == 0 ? "" : section,
      aliases: entry.page.tags, headings: headings.filter { !$0.id.isEmpty }.map { .init(id: $0.id, text: $0.text) },
      text: PageText.of(content))
  }

  /// The pages made from the handbook's, tags, rotas, people, teams, and the pages that list them.
  package var roster: [SearchDocument] {
    let pages = model.handbookPages.filter(\.isFound).map { page in
      SearchDocument(address: page.address.description, title: page.title)
    }
    guard model.hasRoster else { return pages }
    return lists + pages + model.schedule.rotas.map(document) + model.organisation.people.map(document)
      + model.organisation.teams.map(document)
  }

  private var lists: [SearchDocument] {
    [
      ("On now", Places.now), ("Calendar", Places.calendar), ("Rotas", Places.rotas), ("People", Places.people),
      ("Teams", Places.teams), ("Fairness", Places.fairness),
    ].map { SearchDocument(address: $1.description, title: $0) }
  }

  private func document(_ schedule: RotaSchedule) -> SearchDocument {
    let rota = schedule.rota
    let practice = rota.practice
    let words = practice.duties + practice.channels.flatMap { [$0.name, $0.about] } + rota.seats.map(\.title)
    return SearchDocument(
      address: Places.rota(rota.id).description, title: rota.title, section: rota.kind.words, kind: .rota,
      aliases: [rota.id.description, practice.handle].compactMap { $0 }, text: Array(words.joined(separator: " ").utf8))
  }

  private func document(_ person: Person) -> SearchDocument {
    let team = person.team.flatMap(model.organisation.team)?.name ?? ""
    return SearchDocument(
      address: Places.person(person.id).description, title: person.name, section: team, kind: .person,
      aliases: [person.id.description, person.chat].compactMap { $0 },
      text: Array(person.skills.joined(separator: " ").utf8))
  }

  private func document(_ team: Team) -> SearchDocument {
    SearchDocument(
      address: Places.team(team.id).description, title: team.name, kind: .team, aliases: [team.id.description],
      text: Array((team.productArea ?? "").utf8))
  }

  /// Who serves from now on, as far as pages know it.
  package var now: SearchFile {
    let end = View(model: model, address: .home).soon
    return SearchRota.file(
      model.schedule.rotas.map { schedule in
        let rota = schedule.rota
        let seats = rota.seats.map { seat in
          let shifts = schedule.shifts(of: seat.id, notEndedAt: model.asOf).filter { $0.interval.lowerBound < end }
          return SearchRota.Seat(title: seat.title, shifts: shifts.map(shift))
        }
        return SearchRota(title: rota.title, address: Places.rota(rota.id).description, seats: seats)
      })
  }

  private func shift(_ shift: Shift) -> SearchRota.Shift {
    SearchRota.Shift(
      seconds: shift.interval.lowerBound.seconds..<shift.interval.upperBound.seconds,
      name: model.organisation.person(shift.person)?.name ?? shift.person.description,
      address: Places.person(shift.person).description)
  }
}
