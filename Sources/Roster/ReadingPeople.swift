import CivilTime
import Diagnostics
import YAML

extension RosterReader {
  func readPeople(_ node: YAMLNode) -> [Person] {
    guard Fields(node, "people.yml", known: nil, collector) != nil else { return [] }
    return node.entries?.compactMap(readPerson) ?? []
  }

  private func readPerson(_ entry: YAMLNode.Entry) -> Person? {
    checkIdentifier(entry, "a person")
    guard let fields = fields(entry.value, "a person", RosterReader.personKeys) else { return nil }
    let name = fields.required("name").flatMap(fields.text) ?? entry.key
    var person = Person(
      id: Person.ID(entry.key), name: name, team: team(fields["team"]), zone: zone(fields) ?? siteZone,
      range: entry.keyRange)
    person.email = fields.text("email")
    person.chat = fields.text("chat")
    person.skills = fields.texts("skills")
    person.groups = fields.texts("groups")
    person.weight = weight(fields) ?? .full
    person.pageableChecked = fields.day("pageable_checked")
    person.exempt = fields.text("exempt")
    person.joined = fields.day("joined")
    person.left = fields.day("left")
    person.leave = fields.list("leave").compactMap { readLeave($0, fields) }
    return person
  }

  func weight(_ fields: Fields) -> Weight? {
    fields.value("weight", "value-kind", "a weight above 0 and at most 1, such as 0.5") { Weight($0) }
  }

  private func readLeave(_ node: YAMLNode, _ person: Fields) -> Leave? {
    if node.text != nil {
      return person.day(node).map { Leave(days: $0...$0, makeup: nil, note: nil, range: node.range) }
    }
    guard let fields = fields(node, "leave", ["from", "to", "makeup", "note"]), let days = fields.days() else {
      return nil
    }
    return Leave(days: days, makeup: fields.flag("makeup"), note: fields.text("note"), range: node.range)
  }

  /// An id stands in addresses and file names: letters, digits, `-`, `_` and `.`.
  func checkIdentifier(_ entry: YAMLNode.Entry, _ subject: String) {
    let allowed = entry.key.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_".unicodeScalars.contains($0)
    }
    guard !allowed || entry.key.isEmpty else { return }
    collector.report(
      .error("bad-id", "'\(entry.key)' is no id for \(subject): letters, digits, - and _ make one", at: entry.keyRange))
  }

  private static let personKeys = [
    "name", "team", "timezone", "email", "chat", "skills", "groups", "weight", "pageable_checked", "exempt", "joined",
    "left", "leave",
  ]
}
