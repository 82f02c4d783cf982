import CivilTime
import Diagnostics
import YAML

extension RosterReader {
  func readSeats(_ rota: Fields) -> [Seat] {
    guard let node = rota.required("seats") else { return [] }
    guard Fields(node, "seats", known: nil, collector) != nil else { return [] }
    return node.entries?.compactMap(readSeat) ?? []
  }

  private func readSeat(_ entry: YAMLNode.Entry) -> Seat? {
    checkIdentifier(entry, "a seat")
    guard let fields = fields(entry.value, "a seat", ["title", "members"]), fields.required("members") != nil else {
      return nil
    }
    let members = fields.list("members").compactMap(readMember)
    reportRepeated(members)
    return Seat(
      id: Seat.ID(entry.key), title: fields.text("title") ?? entry.key.capitalizedFirst, members: members,
      range: entry.keyRange)
  }

  private func readMember(_ node: YAMLNode) -> Member? {
    if node.entries == nil {
      guard let id = person(node) else { return nil }
      return member(id, weight: nil, from: nil, to: nil, range: node.range)
    }
    guard let fields = fields(node, "a member", ["person", "weight", "from", "to", "shadow"]),
      let id = person(fields.required("person"))
    else { return nil }
    var member = member(
      id, weight: weight(fields), from: fields.day("from"), to: fields.day("to"),
      range: fields["person"]?.range ?? node.range)
    member.shadow = fields.number("shadow", atLeast: 0) ?? 0
    return member
  }

  /// Nobody is a member before he has joined the company or after he has left it.
  private func member(_ id: Person.ID, weight: Weight?, from: Day?, to: Day?, range: SourceRange) -> Member {
    let from = [from, names.firstDays[id]].compactMap { $0 }.max()
    let to = [to, names.lastDays[id]].compactMap { $0 }.min()
    return Member(person: id, weight: weight ?? names.weights[id] ?? .full, from: from, to: to, range: range)
  }

  private func reportRepeated(_ members: [Member]) {
    var first: [Person.ID: SourceRange] = [:]
    for member in members {
      if let earlier = first[member.person] {
        collector.report(
          .error(
            "member-twice", "'\(member.person)' stands twice among the members of one seat", at: member.range,
            notes: [Diagnostic.Note("the first is here", range: earlier)]))
      }
      first[member.person] = first[member.person] ?? member.range
    }
  }
}

extension String {
  /// The text with its first letter as a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
