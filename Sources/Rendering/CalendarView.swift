import CivilTime
import Roster
import Scheduling
import Site
import Templates

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
          "has_channels": practice["has_channels"], "seats": seats(schedule),
        ]
      })
    members["valid_until"] = validUntil.map { time($0, model.settings.zone) } ?? false
    members["shifts_json"] = shiftData(model.schedule.rotas, before: model.window.upperBound)
    return members
  }

  /// The calendar of all rotas from this week to the end of the quarter ahead.
  func calendarPage() -> Members {
    let first = model.today.monday
    let last = model.settings.zone.local(model.window.upperBound).day - 1
    var members = common(
      PageFacts(
        kind: "calendar", title: "Calendar", description: "The turns of every rota in the coming quarter",
        ancestors: above()))
    members["from"] = day(first)
    members["to"] = day(last)
    members["lanes"] = .html(Lanes(model: model, address: address, days: first...max(first, last)).svg())
    members["months"] = .list(months(weeks(from: first, through: last)))
    members["feeds"] = .list(
      [allFeed] + model.schedule.rotas.map { feed(of: $0.rota) } + [gapFeed])
    members["has_feeds"] = true
    members["shifts_json"] = shiftData([], before: model.asOf)
    return members
  }

  private func weeks(from first: Day, through last: Day) -> [(monday: Day, value: TemplateValue)] {
    stride(from: first.number, through: last.number, by: 7).map { Day(number: $0) }.map { ($0, week($0)) }
  }

  /// Weeks by the month in which they begin.
  private func months(_ weeks: [(monday: Day, value: TemplateValue)]) -> [TemplateValue] {
    var months: [(id: String, title: String, weeks: [TemplateValue])] = []
    for week in weeks {
      let (year, month, _) = week.monday.components
      let id = "m\(week.monday.description.prefix(7))"
      if months.last?.id != id { months.append((id, "\(Day.monthName(month)) \(year)", [])) }
      months[months.count - 1].weeks.append(week.value)
    }
    return months.map { ["id": .text($0.id), "title": .text($0.title), "weeks": .list($0.weeks)] }
  }

  private func week(_ monday: Day) -> TemplateValue {
    let number = monday.isoWeek
    let holidays = self.holidays(monday...(monday + 6))
    let padded = number.week < 10 ? "0\(number.week)" : "\(number.week)"
    return [
      "id": .text("w\(number.year)-\(padded)"), "title": .text("Week \(number.week)"), "from": day(monday),
      "to": day(monday + 6), "current": .flag((monday...(monday + 6)).contains(model.today)),
      "holidays": .list(holidays), "has_holidays": .flag(!holidays.isEmpty), "rows": .list(rows(monday...(monday + 6))),
    ]
  }

  /// The turns that start in a week, in order of start.
  private func rows(_ days: ClosedRange<Day>) -> [TemplateValue] {
    let found = model.schedule.rotas.flatMap { schedule in
      schedule.turns.filter { days.contains($0.turn.day) }.flatMap { turn in
        schedule.rota.seats.indices.map { (turn: turn, seat: $0, schedule: schedule) }
      }
    }
    let sorted = found.sorted {
      ($0.turn.turn.start, $0.schedule.rota.id, $0.seat) < ($1.turn.turn.start, $1.schedule.rota.id, $1.seat)
    }
    return sorted.map { row($0.turn, $0.seat, $0.schedule) }
  }

  private func row(_ turn: ScheduledTurn, _ seat: Int, _ schedule: RotaSchedule) -> TemplateValue {
    let (rota, holder) = (schedule.rota, turn.holders[seat])
    let covers = self.covers(of: turn.turn.day, holder.seat, schedule)
    return [
      "rota": self.rota(rota), "seat": .text(rota.seats[seat].title), "seats_many": .flag(rota.seats.count > 1),
      "person": person(holder.person), "start": time(turn.turn.start, rota.zone), "end": time(turn.turn.end, rota.zone),
      "projected": .flag(holder.status == .projected), "swapped": .flag(!holder.swaps.isEmpty), "covers": .list(covers),
      "has_covers": .flag(!covers.isEmpty), "colour": colour(rota),
    ]
  }

  /// The public holidays of a week in every calendar that a rota keeps.
  private func holidays(_ days: ClosedRange<Day>) -> [TemplateValue] {
    var seen: Set<String> = []
    let calendars = model.organisation.rotas.compactMap(\.holidays?.calendar).filter { seen.insert($0.id).inserted }
    let found = calendars.flatMap { calendar in
      calendar.days.filter { days.contains($0.key) }.map { (day: $0.key, name: $0.value, calendar: calendar.id) }
    }
    return found.sorted { ($0.day, $0.calendar) < ($1.day, $1.calendar) }.map {
      ["day": day($0.day), "name": .text($0.name), "calendar": .text($0.calendar)]
    }
  }
}
