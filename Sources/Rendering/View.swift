import CivilTime
import Content
import Roster
import Scheduling
import Site
import Templates

/// Makes the values of one page's template: links are relative to the page, optional values that are absent stand as
/// false, so that a name never finds another one further out.
struct View {
  let model: SiteModel
  let address: Address

  typealias Members = [String: TemplateValue]

  func link(to target: Address) -> TemplateValue { .text(address.link(to: target)) }

  func link(_ title: String, _ target: Address) -> TemplateValue { ["title": .text(title), "href": link(to: target)] }

  func rota(_ rota: Rota) -> TemplateValue { link(rota.title, Places.rota(rota.id)) }

  func rota(_ id: Rota.ID) -> TemplateValue { model.organisation.rota(id).map(rota) ?? false }

  func team(_ id: Team.ID?) -> TemplateValue {
    id.flatMap(model.organisation.team).map { link($0.name, Places.team($0.id)) } ?? false
  }

  func person(_ id: Person.ID?) -> TemplateValue {
    guard let id, let person = model.organisation.person(id) else { return false }
    return [
      "id": .text(id.description), "name": .text(person.name), "href": link(to: Places.person(id)),
      "initials": .text(person.initials), "colour": .number(View.colour(id)),
    ]
  }

  func time(_ instant: Instant, _ zone: Zone) -> TemplateValue {
    ["iso": .text(instant.description), "text": .text(zone.words(instant))]
  }

  func day(_ day: Day) -> TemplateValue { ["iso": .text(day.description), "text": .text(day.words)] }

  func day(_ day: Day?) -> TemplateValue { day.map { self.day($0) } ?? false }

  func text(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? false }

  func texts(_ texts: [String]) -> TemplateValue { .list(texts.map { .text($0) }) }

  /// One of twelve colours for a person, the same on every page and in every build.
  static func colour(_ id: Person.ID) -> Int {
    Int(id.description.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } >> 32 % 12)
  }

  func colour(_ rota: Rota) -> TemplateValue {
    .number((model.organisation.rotas.firstIndex { $0.id == rota.id } ?? 0) % 12)
  }
}
