import CivilTime
import Roster
import Scheduling
import Site
import Templates

extension RotaSchedule {
  /// Why nobody is on at an instant.
  func whyNobody(on seat: Seat.ID, at instant: Instant) -> String {
    if let gap = gap(of: seat, at: instant) { return gap.why }
    guard let first = turns.first?.turn.start, instant >= first else { return "The rota has not begun" }
    if case .always = rota.hours, rota.holidays == nil { return "No turn" }
    return "Outside the rota's hours"
  }
}

extension View {
  /// The page of all who are on now.
  func nowPage() -> Members {
    var members = common(
      PageFacts(
        kind: "now", title: "On now", description: "Who is on every rota now, and who is next", ancestors: above()))
    members["rotas"] = .list(
      model.schedule.rotas.map { schedule in
        let rota = schedule.rota
        let practice = practice(schedule)
        return [
          "id": .text(rota.id.description), "title": .text(rota.title), "href": link(to: Places.rota(rota.id)),
          "kind_words": .text(rota.kind.words), "timezone": .text(rota.zone.identifier),
          "handle": text(rota.practice.handle), "playbook": practice["playbook"], "channels": practice["channels"],
          "has_channels": practice["has_channels"], "seats": seats(schedule), "steps": .list(steps(rota)),
          "has_steps": .flag(rota.practice.escalation != nil),
          "key_channel": text(rota.practice.channels.first(where: \.isKey)?.name),
        ]
      })
    members["valid_until"] = validUntil.map { time($0, model.settings.zone) } ?? false
    members["known_until"] = time(model.window.upperBound, model.settings.zone)
    members["shifts_json"] = shiftData(model.schedule.rotas, before: model.window.upperBound)
    return members
  }

  /// Whom a call goes to, one after the other.
  private func steps(_ rota: Rota) -> [TemplateValue] {
    (rota.practice.escalation?.steps ?? []).map { step in
      let seat = rota.seats.first { $0.id.description == step.seat }
      return ["seat": .text(seat?.title ?? step.seat), "within": .text(step.within.description)]
    }
  }

  /// Who is on a seat at the as-of instant, and who is next.
  func seat(_ rota: RotaSchedule, _ seat: Seat) -> TemplateValue {
    let (current, next) = rota.nowAndNext(seat.id, at: model.asOf)
    return [
      "key": .text(rota.rota.key(of: seat.id)), "rota": self.rota(rota.rota), "seat": .text(seat.title),
      "seats_many": .flag(rota.rota.seats.count > 1), "now": current.map { now($0, rota.rota) } ?? false,
      "gap": current == nil ? gap(rota, seat, until: next) : false,
      "next": next.map { self.next($0, rota.rota) } ?? false,
    ]
  }

  func seats(_ rota: RotaSchedule) -> TemplateValue { .list(rota.rota.seats.map { seat(rota, $0) }) }

  private func now(_ shift: Shift, _ rota: Rota) -> TemplateValue {
    [
      "person": person(shift.person), "until": time(shift.interval.upperBound, rota.zone),
      "for": person(shift.coveredFor),
    ]
  }

  private func next(_ shift: Shift, _ rota: Rota) -> TemplateValue {
    ["person": person(shift.person), "start": time(shift.interval.lowerBound, rota.zone)]
  }

  private func gap(_ rota: RotaSchedule, _ seat: Seat, until next: Shift?) -> TemplateValue {
    let until = next.map { time($0.interval.lowerBound, rota.rota.zone) } ?? false
    return [
      "why": .text(rota.whyNobody(on: seat.id, at: model.asOf)), "until": until,
      "promised": .flag(rota.vacancy(of: seat.id, at: model.asOf) == .gap),
    ]
  }

  /// The first instant after now at which anybody anywhere changes.
  var validUntil: Instant? {
    let edges = model.schedule.rotas.lazy.flatMap { rota in
      rota.shifts.lazy.flatMap { [$0.interval.lowerBound, $0.interval.upperBound] }
    }
    return edges.filter { $0 > model.asOf }.min()
  }
}
