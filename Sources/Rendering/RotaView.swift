import CivilTime
import Roster
import Scheduling
import Site
import Templates

extension View {
  /// The list of all rotas.
  func rotasPage() -> Members {
    var members = common(
      PageFacts(kind: "rotas", title: "Rotas", description: "Every rota: who is on, who is next", ancestors: above()))
    members["rotas"] = .list(model.schedule.rotas.map(rotaEntry))
    members["shifts_json"] = shiftData(model.schedule.rotas, before: soon)
    members["feeds"] = [allFeed]
    members["has_feeds"] = true
    return members
  }

  /// How far ahead a page that is not about one rota knows shifts: four weeks.
  var soon: Instant { min(model.window.upperBound, Instant(seconds: model.asOf.seconds + 28 * 86_400)) }

  private func rotaEntry(_ schedule: RotaSchedule) -> TemplateValue {
    let rota = schedule.rota
    return [
      "title": .text(rota.title), "href": link(to: Places.rota(rota.id)), "kind_words": .text(rota.kind.words),
      "team": team(rota.team), "turn_words": .text(rota.turnWords), "hours_words": .text(rota.hoursWords),
      "colour": colour(rota), "seats": seats(schedule),
    ]
  }

  /// The page of one rota.
  func rotaPage(_ schedule: RotaSchedule) -> Members {
    let rota = schedule.rota
    var members = common(
      PageFacts(
        kind: "rota", title: rota.title, description: "\(rota.title): who is on, the turns to come, and what they do",
        ancestors: above(("Rotas", Places.rotas))))
    members["id"] = .text(rota.id.description)
    members["kind_words"] = .text(rota.kind.words)
    members["team"] = team(rota.team)
    members["owner"] = person(rota.owner)
    members["seats"] = seats(schedule)
    members["facts"] = .list(facts(rota))
    members["shifts_json"] = shiftData([schedule], before: model.window.upperBound)
    let seats = rota.seats.count > 1 ? rota.seats : []
    members["feeds"] = .list(
      [feed(of: rota)] + seats.map { feed(of: $0, rota) })
    members["has_feeds"] = true
    members["badge"] = badge(schedule)
    members.merge(practice(schedule)) { $1 }
    members.merge(turns(schedule)) { $1 }
    members.merge(outlook(schedule)) { $1 }
    return members
  }

  private func badge(_ schedule: RotaSchedule) -> TemplateValue {
    let (badge, place) = (Badge(schedule, model), Places.badge(schedule.rota.id))
    return [
      "href": link(to: place), "https": .text(model.settings.baseURL.map(place.absolute) ?? address.link(to: place)),
      "words": .text(badge.words), "width": .number(badge.width), "height": .number(Badge.height),
    ]
  }

  private func facts(_ rota: Rota) -> [TemplateValue] {
    let facts = [
      ("Turn", rota.turnWords), ("Time zone", rota.zone.identifier), ("Hours", rota.hoursWords),
      ("Holidays", rota.holidayWords), ("Never with", rota.exclude.isEmpty ? nil : names(rota.exclude)),
      ("Between turns", rota.minGap > 0 ? "at least \(rota.minGap) \(rota.minGap == 1 ? "turn" : "turns")" : nil),
      ("After a turn", rota.practice.recovery.map { "\($0) off is suggested" }),
    ]
    return facts.compactMap { label, text in
      text.map { ["label": .text(label), "text": .text($0), "href": false, "html": false] }
    }
  }

  private func names(_ rotas: [Rota.ID]) -> String {
    rotas.map { model.organisation.rota($0)?.title ?? $0.description }.joined(separator: ", ")
  }

  private func turns(_ schedule: RotaSchedule) -> Members {
    let rota = schedule.rota
    let turns = schedule.turns(in: model.window)
    let gaps = schedule.gaps.filter { $0.interval.overlaps(model.window) }
    return [
      "turns": .list(turns.map { turn($0, schedule) }), "has_turns": .flag(!turns.isEmpty),
      "members": .list(rota.seats.map { members($0, schedule) }),
      "planned_until": day(schedule.plannedUntil?.lastDay), "has_gaps": .flag(!gaps.isEmpty),
      "gaps": .list(
        gaps.map {
          [
            "start": time($0.interval.lowerBound, rota.zone), "end": time($0.interval.upperBound, rota.zone),
            "why": .text($0.why),
          ]
        }),
    ]
  }

  private func turn(_ turn: ScheduledTurn, _ schedule: RotaSchedule) -> TemplateValue {
    let facts = turn.turn
    return [
      "id": .text(facts.day.description), "name": .text(facts.name ?? facts.day.words),
      "start": time(facts.start, schedule.rota.zone), "end": time(facts.end, schedule.rota.zone),
      "current": .flag(facts.interval.contains(model.asOf)),
      "projected": .flag(turn.holders.contains { $0.status == .projected }),
      "seats": .list(
        zip(schedule.rota.seats, turn.holders).map { holder($1, $0, facts, schedule) }
          + turn.shadows.map { shadow($0, schedule.rota) }),
    ]
  }

  private func holder(_ holder: Holder, _ seat: Seat, _ turn: Turn, _ schedule: RotaSchedule) -> TemplateValue {
    let covers = self.covers(of: turn.day, seat.id, schedule)
    return [
      "seat": .text(seat.title), "person": person(holder.person), "reason": .text(holder.reasonWords),
      "swapped": .flag(!holder.swaps.isEmpty), "covers": .list(covers), "has_covers": .flag(!covers.isEmpty),
    ]
  }

  private func shadow(_ shadow: ScheduledTurn.Shadow, _ rota: Rota) -> TemplateValue {
    let seat = rota.seats.first { shadow.seat.description == "\($0.id)/shadow" }
    return [
      "seat": .text("Shadow of \(seat?.title ?? "the holder")"), "person": person(shadow.person),
      "reason": "Stands beside the holder to learn", "swapped": false, "covers": false, "has_covers": false,
    ]
  }

  /// The covers within one turn of a seat.
  func covers(of turn: Day, _ seat: Seat.ID, _ schedule: RotaSchedule) -> [TemplateValue] {
    let covers = schedule.shifts.filter { $0.turn == turn && $0.seat == seat && $0.change == .cover }
    return covers.map { shift in
      [
        "person": person(shift.person), "for": person(shift.coveredFor),
        "start": time(shift.interval.lowerBound, schedule.rota.zone),
        "end": time(shift.interval.upperBound, schedule.rota.zone),
      ]
    }
  }

  func members(_ seat: Seat, _ schedule: RotaSchedule) -> TemplateValue {
    let people = seat.members.map { member -> TemplateValue in
      let turns = schedule.turns.filter { $0.holders.contains { $0.seat == seat.id && $0.person == member.person } }
      let next = turns.first { $0.turn.start > model.asOf }?.turn.start
      let last = turns.last { $0.turn.start <= model.asOf }?.turn.start
      return [
        "person": person(member.person), "weight": member.weight == .full ? false : .text(member.weight.description),
        "from": day(member.from), "to": day(member.to), "last": last.map { time($0, schedule.rota.zone) } ?? false,
        "next": next.map { time($0, schedule.rota.zone) } ?? false,
        "left": .flag(member.to.map { $0 < model.today } ?? false),
      ]
    }
    return ["seat": .text(seat.title), "people": .list(people)]
  }
}
