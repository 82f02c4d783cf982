import Diagnostics
import YAML

extension RosterReader {
  func readTeams(_ node: YAMLNode) -> [Team] {
    guard Fields(node, "teams.yml", known: nil, collector) != nil else { return [] }
    return node.entries?.compactMap(readTeam) ?? []
  }

  private func readTeam(_ entry: YAMLNode.Entry) -> Team? {
    checkIdentifier(entry, "a team")
    let known = ["name", "lead", "manager", "scrum_master", "product_area", "coverage"]
    guard let fields = fields(entry.value, "a team", known) else { return nil }
    var team = Team(
      id: Team.ID(entry.key), name: fields.text("name") ?? entry.key, range: entry.keyRange)
    team.roles = ["lead", "manager", "scrum_master"].compactMap { key in
      guard let node = fields[key], let person = person(node) else { return nil }
      return Team.Role(title: key.replacing("_", with: " "), person: person, range: node.range)
    }
    team.productArea = fields.text("product_area")
    team.coverage = fields.list("coverage").compactMap(readCoverage)
    return team
  }

  private func readCoverage(_ node: YAMLNode) -> Team.Coverage? {
    guard let fields = fields(node, "a coverage group", ["title", "rotas", "promise"]) else { return nil }
    let title = fields.required("title").flatMap(fields.text) ?? ""
    let promise = fields.value("promise", "value-kind", "a promise: 24x7") { $0.lowercased() == "24x7" ? "24x7" : nil }
    return Team.Coverage(
      title: title, rotas: fields.list("rotas").compactMap { rota($0) }, promise: promise, range: node.range)
  }
}
