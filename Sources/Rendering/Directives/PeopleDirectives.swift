import Diagnostics
import Roster
import Scheduling
import Site
import Templates

extension DirectiveExpansion {
  /// `{{ person ana }}`
  mutating func writePerson() {
    guard let word = next() else {
      return diagnostics.append(.wrongArguments(directive, "person PERSON", "person \(somebody)"))
    }
    guard let person = model.organisation.person(Person.ID(word.text)) else {
      guard !model.organisation.unread.contains("people") else { return }
      let known = model.organisation.people.map(\.id.description)
      return fail("directive-person", "'\(word.text)' is nobody in people.yml\(didYouMean(word.text, known))", at: word)
    }
    guard end() else { return }
    guard isBlock else { return write(link(person.name, to: Places.person(person.id))) }
    block = [
      "card": [
        "person": view.person(person.id), "team": view.team(person.team), "timezone": .text(person.zone.identifier),
        "chat": view.text(person.chat), "email": view.text(person.email),
      ]
    ]
  }

  private var somebody: String { model.organisation.people.first?.id.description ?? "ana" }

  /// `{{ team delivery }}`
  mutating func writeTeam() {
    guard let word = next() else {
      let some = model.organisation.teams.first?.id.description ?? "delivery"
      return diagnostics.append(.wrongArguments(directive, "team TEAM", "team \(some)"))
    }
    guard let team = model.organisation.team(Team.ID(word.text)) else {
      guard !model.organisation.unread.contains("teams") else { return }
      let known = model.organisation.teams.map(\.id.description)
      return fail("directive-team", "'\(word.text)' is no team\(didYouMean(word.text, known))", at: word)
    }
    guard end() else { return }
    guard isBlock else { return write(link(team.name, to: Places.team(team.id))) }
    block = [
      "team": [
        "team": view.team(team.id), "people": .list(view.people(of: team.id).map { row($0, team) }),
      ]
    ]
  }

  private func row(_ person: Person, _ team: Team) -> TemplateValue {
    let roles = [(team.lead, "Lead"), (team.manager, "Manager"), (team.scrumMaster, "Scrum master")]
    let own = roles.filter { $0.0 == person.id }.map(\.1)
    return [
      "person": view.person(person.id), "role": own.isEmpty ? false : .text(own.joined(separator: ", ")),
      "timezone": .text(person.zone.identifier), "chat": view.text(person.chat),
    ]
  }

  /// `{{ experts }}`, `{{ experts kubernetes }}`
  mutating func writeExperts() {
    let experts = Experts(model)
    let word = next()
    guard end() else { return }
    if let word, experts.people(word.text).isEmpty {
      return fail(
        "directive-skill", "'\(word.text)' is no skill of anybody\(didYouMean(word.text, experts.skills))", at: word)
    }
    let skills = word.map { [$0.text] } ?? experts.skills
    guard !skills.isEmpty else { return fail("directive-nothing", "Nobody in people.yml states skills") }
    guard isBlock else { return write(experts, skills, isNamed: word != nil) }
    let rows = skills.map { skill -> TemplateValue in
      ["skill": .text(skill), "people": .list(experts.people(skill).map { view.person($0.id) })]
    }
    block = ["experts": ["skills": .list(rows)]]
  }

  private mutating func write(_ experts: Experts, _ skills: [String], isNamed: Bool) {
    let parts = skills.map { skill -> String in
      let people = experts.people(skill).map { link($0.name, to: Places.person($0.id)) }.joined(separator: ", ")
      return isNamed ? people : "\(skill.escaped): \(people)"
    }
    write(parts.joined(separator: "; "))
  }
}

/// Who knows what, of those who are still here.
struct Experts {
  private let bySkill: [String: [Person]]

  init(_ model: SiteModel) {
    var bySkill: [String: [Person]] = [:]
    for person in model.organisation.people where person.left.map({ $0 >= model.today }) ?? true {
      for skill in person.skills { bySkill[skill, default: []].append(person) }
    }
    self.bySkill = bySkill
  }

  /// In the order of the alphabet.
  var skills: [String] { bySkill.keys.sorted() }

  /// In the order of people.yml.
  func people(_ skill: String) -> [Person] { bySkill[skill] ?? [] }
}
