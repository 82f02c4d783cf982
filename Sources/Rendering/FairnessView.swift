import CivilTime
import Roster
import Scheduling
import Site
import Templates

extension View {
  /// Who has served how much over a year, rota by rota.
  func fairnessPage() -> Members {
    var members = common(
      PageFacts(
        kind: "fairness", title: "Fairness",
        description: "Turns of the last twelve months beside everybody's share, and what each rota costs its team",
        ancestors: above(("Rotas", Places.rotas))))
    members["fairness"] = .list(model.fairness.rotas.map(fairness))
    return members
  }

  private func fairness(_ rota: RotaFairness) -> TemplateValue {
    let capacity = rota.capacity
    return [
      "id": .text(rota.rota.id.description), "rota": self.rota(rota.rota), "colour": colour(rota.rota),
      "from": day(rota.window.lowerBound), "to": day(rota.window.upperBound),
      "unit": .text(rota.rota.balance == .days ? "days" : "turns"),
      "seats": .list(rota.seats.map { seat($0, rota.rota) }), "seats_many": .flag(rota.seats.count > 1),
      "late_quarters": .list(
        rota.lateChangesByQuarter.map { ["quarter": .text($0.quarter), "count": .number($0.count)] }),
      "has_late": .flag(!rota.lateChanges.isEmpty),
      "capacity": [
        "seats": .number(capacity.seats), "people": .number(capacity.people),
        "percent": .number(capacity.cost.percent), "quarter": .text(capacity.quarter),
        "days": .number(capacity.engineerDays), "above_tenth": .flag(capacity.isAboveATenth),
        "people_for_tenth": .number(capacity.peopleForATenth),
      ],
    ]
  }

  private func seat(_ seat: SeatFairness, _ rota: Rota) -> TemplateValue {
    let unit = rota.balance == .days ? "days" : "turns"
    return [
      "seat": .text(seat.seat.title), "turns": .number(seat.turns), "interval": .number(seat.interval),
      "people": .list(seat.people.map { person($0, rota, seat.seat) }), "unit": .text(unit),
      "has_extra": .flag(seat.people.contains { !$0.extraTurns.isEmpty }),
    ]
  }

  private func person(_ fairness: PersonFairness, _ rota: Rota, _ seat: Seat) -> TemplateValue {
    let member = seat.member(fairness.person)
    let extra = fairness.extraTurns.sorted { $0.key < $1.key }.map { "\($0.value) for \($0.key)" }
    return [
      "person": person(fairness.person), "former": .flag(!fairness.isMember),
      "weight": member.map { $0.weight == .full ? false : .text($0.weight.description) } ?? false,
      "turns": .number(rota.balance == .days ? fairness.days : fairness.turns), "share": .text(fairness.share.tenths),
      "difference": .text(fairness.difference.signedTenths), "within": .flag(fairness.isWithinTarget),
      "weekends": .number(fairness.weekends), "holidays": .number(fairness.holidays),
      "late": .number(fairness.lateChanges), "hours": .number((fairness.minutes + 30) / 60),
      "extra": extra.isEmpty ? false : .text(extra.joined(separator: ", ")),
      "last": fairness.lastTurn.map { day($0.day) } ?? false, "next": fairness.nextTurn.map { day($0.day) } ?? false,
    ]
  }
}

extension Fraction {
  /// `+0.3`, `−1`, `0`.
  var signedTenths: String {
    let text = tenths
    if text == "0" { return text }
    return text.hasPrefix("-") ? "−" + text.dropFirst() : "+" + text
  }
}

extension DataFiles {
  /// `api/fairness.json`: what the fairness page says, as data.
  package func fairness() -> [UInt8] {
    JSONValue.object([
      ("as_of", .instant(model.asOf)), ("rotas", .array(model.fairness.rotas.map(value))),
    ]).file
  }

  private func value(_ rota: RotaFairness) -> JSONValue {
    .object([
      ("rota", .string(rota.rota.id.description)), ("from", .string(rota.window.lowerBound.description)),
      ("to", .string(rota.window.upperBound.description)),
      ("unit", .string(rota.rota.balance == .days ? "days" : "turns")),
      ("late_changes", .integer(rota.lateChanges.count)),
      (
        "capacity",
        .object([
          ("seats", .integer(rota.capacity.seats)), ("people", .integer(rota.capacity.people)),
          ("percent", .integer(rota.capacity.cost.percent)), ("quarter", .string(rota.capacity.quarter)),
          ("engineer_days", .integer(rota.capacity.engineerDays)),
        ])
      ),
      (
        "people",
        .array(rota.seats.flatMap { seat in seat.people.map { value($0, seat.seat) } })
      ),
    ])
  }

  private func value(_ person: PersonFairness, _ seat: Seat) -> JSONValue {
    let extra = person.extraTurns.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.integer($0.value)) }
    return .object([
      ("seat", .string(seat.id.description)), ("person", .string(person.person.description)),
      ("member", .flag(person.isMember)), ("turns", .integer(person.turns)), ("days", .integer(person.days)),
      ("share", .string(person.share.tenths)), ("difference", .string(person.difference.tenths)),
      ("weekends", .integer(person.weekends)), ("holidays", .integer(person.holidays)),
      ("late_changes", .integer(person.lateChanges)), ("minutes", .integer(person.minutes)),
      ("extra_turns", .object(extra)), ("last", .optional(person.lastTurn?.day.description)),
      ("next", .optional(person.nextTurn?.day.description)),
    ])
  }
}
