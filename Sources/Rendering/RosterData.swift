import CivilTime
package import Roster
package import Scheduling
package import Site

// Files by which other programs follow the roster: who is who, who knows what, whom a handle means, a channel's topic.
extension DataFiles {
  /// `api/people.json`: everybody of people.yml with the next turn; no addresses of mail.
  package func people() -> [UInt8] {
    let people = model.organisation.people.map { person -> JSONValue in
      let next = model.schedule.rotas.flatMap { rota in
        rota.shifts.filter { $0.person == person.id && $0.interval.lowerBound > model.asOf }.map { (rota.rota, $0) }
      }.min { $0.1.interval.lowerBound < $1.1.interval.lowerBound }
      return .object([
        ("id", .string(person.id.description)), ("name", .string(person.name)),
        ("team", .optional(person.team?.description)), ("timezone", .string(person.zone.identifier)),
        ("chat", .optional(person.chat)), ("skills", .array(person.skills.map { .string($0) })),
        ("left", .optional(person.left?.description)),
        (
          "next",
          next.map { rota, shift in
            .object([
              ("rota", .string(rota.id.description)), ("seat", .string(shift.seat.description)),
              ("start", .instant(shift.interval.lowerBound)), ("end", .instant(shift.interval.upperBound)),
            ])
          } ?? .null
        ),
      ])
    }
    return JSONValue.object([("as_of", .instant(model.asOf)), ("people", .array(people))]).file
  }

  /// `api/experts.json`: who knows what.
  package func experts() -> [UInt8] {
    let experts = Experts(model)
    let skills = experts.skills.map { skill -> JSONValue in
      .object([
        ("skill", .string(skill)), ("people", .array(experts.people(skill).map { .string($0.id.description) })),
      ])
    }
    return JSONValue.object([("skills", .array(skills))]).file
  }

  /// `api/usergroups.json`: whom each rota's handle means, and from when to when, for the next four weeks.
  package func usergroups() -> [UInt8] {
    let end = View(model: model, address: Places.nowData).soon
    let groups = model.schedule.rotas.compactMap { schedule -> JSONValue? in
      guard let handle = schedule.rota.practice.handle else { return nil }
      let shifts = schedule.shifts.filter { $0.interval.upperBound > model.asOf && $0.interval.lowerBound < end }
      let members = shifts.map { shift -> JSONValue in
        .object([
          ("person", .string(shift.person.description)),
          ("chat", .optional(model.organisation.person(shift.person)?.chat)),
          ("from", .instant(shift.interval.lowerBound)), ("to", .instant(shift.interval.upperBound)),
        ])
      }
      return .object([
        ("handle", .string(handle)), ("rota", .string(schedule.rota.id.description)), ("members", .array(members)),
      ])
    }
    return JSONValue.object([("as_of", .instant(model.asOf)), ("groups", .array(groups))]).file
  }

  /// `api/topics/<rota>.txt`: one line for a channel's topic, at most 250 characters.
  package func topic(_ schedule: RotaSchedule) -> [UInt8] {
    let rota = schedule.rota
    let seats = rota.seats.map { seat -> String in
      let (now, next) = schedule.nowAndNext(seat.id, at: model.asOf)
      let name =
        now.map { "\(self.name($0.person)) until \(rota.zone.words($0.interval.upperBound))" }
        ?? schedule.vacancy(of: seat.id, at: model.asOf).rawValue
      let coming = next.map { ", then \(self.name($0.person))" } ?? ""
      return "\(seat.title): \(name)\(coming)"
    }
    let line = ([rota.title] + seats).joined(separator: " | ")
    let short = line.count <= 250 ? line : line.prefix(249) + "…"
    return Array((short.filter { !$0.isNewline } + "\n").utf8)
  }

  /// `api/rotas/<id>.csv`: a ticket for each turn and seat (RFC 4180).
  package func tickets(_ schedule: RotaSchedule) -> [UInt8] {
    var out = "title,assignee,start,due\r\n"
    for turn in schedule.turns(in: model.window) {
      for (seat, holder) in zip(schedule.rota.seats, turn.holders) {
        let title = "\(schedule.rota.title), \(seat.title): \(turn.turn.name ?? turn.turn.day.words)"
        let cells = [title, holder.person.map(name) ?? "", turn.turn.day.description, turn.turn.endDay.description]
        out += cells.map(DataFiles.quoted).joined(separator: ",") + "\r\n"
      }
    }
    return Array(out.utf8)
  }

  private func name(_ person: Person.ID) -> String {
    model.organisation.person(person)?.name ?? person.description
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}

extension Places {
  package static let peopleData = Address("api/people.json")
  package static let expertsData = Address("api/experts.json")
  package static let usergroupsData = Address("api/usergroups.json")
  package static func topic(_ id: Rota.ID) -> Address { Address("api/topics/\(id).txt") }
  /// A picture for wikis that says who is on.
  package static func badge(_ id: Rota.ID) -> Address { Address("api/badges/\(id).svg") }
  package static func tickets(_ id: Rota.ID) -> Address { Address("api/rotas/\(id).csv") }

  /// The addresses of the files for other programs.
  static func forPrograms(_ rotas: [Rota.ID]) -> [Address] {
    [peopleData, expertsData, usergroupsData] + rotas.flatMap { [topic($0), badge($0), tickets($0)] }
  }
}

extension DataFiles {
  /// JSON Schemas of the files above, by address.
  static let rosterSchemas: [(Address, [UInt8])] = [
    (Address("api/schema/people.json"), Array(peopleSchema.utf8)),
    (Address("api/schema/experts.json"), Array(expertsSchema.utf8)),
    (Address("api/schema/usergroups.json"), Array(usergroupsSchema.utf8)),
  ]

  private static let peopleSchema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Everybody of the roster",
      "type": "object",
      "required": ["as_of", "people"],
      "additionalProperties": false,
      "properties": {
        "as_of": {"type": "string", "format": "date-time", "pattern": "Z$"},
        "people": {"type": "array", "items": {
          "type": "object",
          "required": ["id", "name", "team", "timezone", "chat", "skills", "left", "next"],
          "additionalProperties": false,
          "properties": {
            "id": {"type": "string"},
            "name": {"type": "string"},
            "team": {"type": ["string", "null"]},
            "timezone": {"type": "string", "description": "a name of the IANA database"},
            "chat": {"type": ["string", "null"]},
            "skills": {"type": "array", "items": {"type": "string"}},
            "left": {"type": ["string", "null"], "format": "date", "description": "the last day"},
            "next": {
              "type": ["object", "null"],
              "required": ["rota", "seat", "start", "end"],
              "additionalProperties": false,
              "properties": {
                "rota": {"type": "string"},
                "seat": {"type": "string"},
                "start": {"type": "string", "format": "date-time", "pattern": "Z$"},
                "end": {"type": "string", "format": "date-time", "pattern": "Z$"}
              }}
          }}}
      }
    }

    """

  private static let expertsSchema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Who knows what",
      "type": "object",
      "required": ["skills"],
      "additionalProperties": false,
      "properties": {
        "skills": {"type": "array", "items": {
          "type": "object",
          "required": ["skill", "people"],
          "additionalProperties": false,
          "properties": {
            "skill": {"type": "string"},
            "people": {"type": "array", "items": {"type": "string", "description": "an id of people.json"}}
          }}}
      }
    }

    """

  private static let usergroupsSchema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Whom the handles of rotas mean, and when",
      "type": "object",
      "required": ["as_of", "groups"],
      "additionalProperties": false,
      "properties": {
        "as_of": {"type": "string", "format": "date-time", "pattern": "Z$"},
        "groups": {"type": "array", "items": {
          "type": "object",
          "required": ["handle", "rota", "members"],
          "additionalProperties": false,
          "properties": {
            "handle": {"type": "string"},
            "rota": {"type": "string"},
            "members": {"type": "array", "items": {
              "type": "object",
              "required": ["person", "chat", "from", "to"],
              "additionalProperties": false,
              "properties": {
                "person": {"type": "string"},
                "chat": {"type": ["string", "null"]},
                "from": {"type": "string", "format": "date-time", "pattern": "Z$"},
                "to": {"type": "string", "format": "date-time", "pattern": "Z$"}
              }}}
          }}}
      }
    }

    """
}
