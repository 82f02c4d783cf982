import CivilTime
import Diagnostics
import YAML

extension RosterReader {
  func readRota(_ node: YAMLNode, name: String) -> Rota? {
    guard let fields = fields(node, "a rota", RosterReader.rotaKeys) else { return nil }
    let owner = person(fields.required("owner"))
    let cadence = readCadence(fields)
    let seats = readSeats(fields)
    // Everything is read before anything is given up, so that every mistake of the file is reported at once.
    var rota = Rota(
      id: Rota.ID(name), title: fields.text("title") ?? name, owner: owner ?? Person.ID(""),
      ownerRange: fields["owner"]?.range ?? node.range, zone: zone(fields) ?? siteZone,
      cadence: cadence ?? Cadence.none, seats: seats,
      range: SourceRange(file: node.range.file, line: 1, column: 1))
    rota.kind = fields.word("kind", Rota.Kind.self) ?? .support
    rota.team = team(fields["team"])
    rota.hours = readHours(fields)
    rota.holidays = fields["holidays"].flatMap(readHolidayRule)
    rota.exclude = fields.list("exclude").compactMap { self.rota($0) }
    rota.minGap = fields.number("min_gap", atLeast: 0) ?? 0
    rota.busy = fields.flag("busy") ?? false
    rota.balance = fields.word("balance", Rota.Balance.self) ?? .turns
    rota.pins = fields.list("pins").compactMap { readPin($0, seats: seats) }
    rota.compose = fields.list("compose").compactMap(readComposition)
    rota.turnLimits = readTurnLimits(fields)
    rota.practice = readPractice(fields, seats: fields["seats"]?.entries?.map(\.key) ?? [])
    return owner == nil || cadence == nil || seats.isEmpty ? nil : rota
  }

  /// The shortest and the longest turn: `[2 weeks, 3 weeks]`.
  private func readTurnLimits(_ fields: Fields) -> ClosedRange<Int>? {
    guard let node = fields["turn_limits"] else { return nil }
    let days = fields.list("turn_limits").compactMap { element in
      fields.value(element, "bad-duration", "a length in days or weeks such as '2 weeks'") { text in
        Span(text).flatMap { [.days, .weeks].contains($0.unit) ? $0.minutes.map { $0 / 1440 } : nil }
      }
    }
    guard node.elements?.count == 2, days.count == 2, days[0] <= days[1] else {
      if days.count == node.elements?.count {
        collector.report(
          .error("value-kind", "Turn limits are a shortest and a longest turn: [4 days, 1 week]", at: node.range))
      }
      return nil
    }
    return days[0]...days[1]
  }

  private func readHours(_ fields: Fields) -> Hours {
    guard let node = fields["hours"] else { return .always }
    if node.text?.lowercased() == "24x7" { return .always }
    let nodes = node.elements ?? [node]
    let windows = nodes.compactMap { element in
      fields.value(element, "bad-hours", "a window such as 'Mon-Fri 09:00-17:00', or 24x7") { Hours.Window($0) }
    }
    return windows.isEmpty ? .always : .windows(windows)
  }

  private func readHolidayRule(_ node: YAMLNode) -> HolidayRule? {
    guard let fields = fields(node, "holidays", ["calendar", "then"]) else { return nil }
    guard
      let name = reference(
        fields.required("calendar"), "holiday calendar", in: names.holidays.keys, "unknown-calendar"),
      let calendar = names.holidays[name]
    else { return nil }
    return HolidayRule(calendar: calendar, effect: holidayEffect(fields) ?? .skip)
  }

  private func holidayEffect(_ fields: Fields) -> HolidayRule.Effect? {
    guard let node = fields["then"] else { return nil }
    let words = node.text?.split(separator: " ").map(String.init) ?? []
    switch words.first {
    case "skip" where words.count == 1: return .skip
    case "cover" where words.count == 1: return .cover
    case "handover-to" where words.count == 2:
      return rota(YAMLNode(.scalar(words[1]), range: node.range)).map { .handover(to: $0) }
    default:
      collector.report(
        .error(
          "value-kind", "\(node.kind) is not what a rota does on holidays: skip, cover or handover-to ROTA",
          at: node.range))
      return nil
    }
  }

  private func readPin(_ node: YAMLNode, seats: [Seat]) -> Pin? {
    guard let fields = fields(node, "a pin", ["turn", "seat", "person", "by"]) else { return nil }
    guard fields.required("turn") != nil, let turn = fields.day("turn"), let person = person(fields.required("person")),
      let seat = seat(fields, of: seats)
    else { return nil }
    return Pin(turn: turn, seat: seat, person: person, by: fields.text("by"), range: node.range)
  }

  /// The seat that `seat:` names; a rota with one seat needs none named.
  func seat(_ fields: Fields, of seats: [Seat]) -> Seat.ID? {
    if fields["seat"] == nil, seats.count == 1 { return seats[0].id }
    let known = seats.map(\.id.description)
    return reference(fields.required("seat"), "seat of this rota", in: known, "unknown-seat").map(Seat.ID.init)
  }

  private static let rotaKeys = [
    "title", "kind", "team", "owner", "timezone", "handover", "turn", "starts", "hours", "holidays", "exclude",
    "min_gap", "busy", "balance", "turn_limits", "seats", "compose", "pins", "escalation", "responses", "channels",
    "duties", "ceremonies", "checklists", "handle", "playbook", "recovery", "modes", "external",
  ]
}
