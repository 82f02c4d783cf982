import CivilTime
import Diagnostics
import Roster
import Scheduling
import Site
import Templates

extension DirectiveExpansion {
  /// `{{ now delivery engineer }}`, `{{ next delivery }}`: the browser keeps the name right.
  mutating func writeServing(isNext: Bool) {
    let name = directive.name.text
    guard let schedule = rota("\(name) R SEAT") else { return }
    let rota = schedule.rota
    let word = next()
    guard end() else { return }
    var seats = rota.seats
    if let word {
      guard let seat = seat(word, of: rota) else { return }
      seats = [seat]
    }
    serving.insert(rota.id)
    if isBlock, !isNext {
      block = ["board": ["seats": .list(seats.map { view.seat(schedule, $0) })]]
      return
    }
    guard seats.count == 1 else {
      let known = seats.map(\.id.description).joined(separator: ", ")
      return fail("directive-seat", "'\(rota.id)' has several seats: name one of \(known)")
    }
    let text = span(schedule, seats[0], isNext: isNext)
    if isBlock { block = ["html": .html(Array("<p>\(text)</p>".utf8))] } else { write(text) }
  }

  private mutating func span(_ schedule: RotaSchedule, _ seat: Seat, isNext: Bool) -> String {
    let (now, next) = schedule.nowAndNext(seat.id, at: model.asOf)
    let shift = isNext ? next : now
    let person = shift.flatMap { model.organisation.person($0.person) }
    let shown = person.map { link($0.name, to: Places.person($0.id)) } ?? "nobody"
    let plain = directive.isInLink ? " data-plain" : ""
    return "<span data-seat=\"\(schedule.rota.key(of: seat.id))\" data-part=\"\(isNext ? "next" : "now")\"\(plain)>"
      + shown + "</span>"
  }

  /// `{{ schedule delivery 6 weeks }}`
  mutating func writeSchedule() {
    guard let schedule = rota("schedule R [N weeks]") else { return }
    guard let span = scheduleSpan() else { return }
    let zone = schedule.rota.zone
    let end = zone.start(of: zone.local(model.asOf).day.adding(span))
    let turns = schedule.turns.filter { $0.turn.end > model.asOf && $0.turn.start < end }
    guard isBlock else {
      return write(turns.map { words($0) }.joined(separator: "; "))
    }
    block = [
      "schedule": [
        "rota": view.rota(schedule.rota), "zone": .text(zone.identifier),
        "seats": .list(schedule.rota.seats.map { .text($0.title) }), "turns": .list(turns.map { row($0, schedule) }),
        "has_turns": .flag(!turns.isEmpty), "span": .text(span.description),
      ]
    ]
  }

  /// The length of the table: the site's own horizon at most, since no turn is decided behind it.
  private mutating func scheduleSpan() -> Span? {
    let six = Span(6, .weeks)
    guard let first = next() else {
      return model.today.adding(six) <= model.today.adding(model.settings.ahead) ? six : model.settings.ahead
    }
    let unit = next()
    guard end() else { return nil }
    let text = first.text + (unit.map { " " + $0.text } ?? "")
    guard let span = Span(text), span.unit != .minutes, span.unit != .hours else {
      fail("directive-span", "'\(text)' is no length of time such as '6 weeks'", at: first)
      return nil
    }
    guard model.today.adding(span) <= model.today.adding(model.settings.ahead) + 1 else {
      fail(
        "directive-span",
        "'\(text)' reaches past the turns that are worked out: the site's 'calendar: ahead' is \(model.settings.ahead)",
        at: first)
      return nil
    }
    return span
  }

  private func words(_ turn: ScheduledTurn) -> String {
    let names = turn.holders.map { $0.person.flatMap(model.organisation.person)?.name ?? "nobody" }
    return "\(turn.turn.day.words): \(names.joined(separator: ", "))".escaped
  }

  private func row(_ turn: ScheduledTurn, _ schedule: RotaSchedule) -> TemplateValue {
    let facts = turn.turn
    let holders = turn.holders.map { holder -> TemplateValue in
      let covers = view.covers(of: facts.day, holder.seat, schedule)
      return [
        "person": view.person(holder.person), "swapped": .flag(!holder.swaps.isEmpty), "covers": .list(covers),
        "has_covers": .flag(!covers.isEmpty),
      ]
    }
    return [
      "name": view.text(facts.name), "start": view.time(facts.start, schedule.rota.zone),
      "end": view.time(facts.end, schedule.rota.zone), "current": .flag(facts.interval.contains(model.asOf)),
      "projected": .flag(turn.holders.contains { $0.status == .projected }), "holders": .list(holders),
      "href": .text(view.address.link(to: Places.rota(schedule.rota.id)) + "#turn-\(facts.day)"),
    ]
  }
}
