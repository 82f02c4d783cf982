import CivilTime
import Roster
import Scheduling
import Site
import Templates

extension View {
  /// The calendar of all rotas from this week to the end of the quarter ahead: as lanes, and week by week.
  func calendarPage() -> Members {
    let first = model.today.monday
    let last = model.settings.zone.local(model.window.upperBound).day - 1
    // Whole weeks of which every day is known.
    let days = first...max(first + 6, (last + 1).monday - 1)
    let entries = model.schedule.rotas.map { CalendarEntries($0, model).all(days) }
    var members = common(
      PageFacts(
        kind: "calendar", title: "Calendar", description: "The turns of every rota in the coming quarter",
        ancestors: above()))
    members["from"] = day(first)
    members["to"] = day(days.upperBound)
    members["lanes"] = .html(Lanes(model: model, address: address, days: days, entries: entries).svg())
    members["months"] = .list(months(weeks(days, entries.flatMap { $0 })))
    members["teams_json"] = .html(teams())
    members["feeds"] = [allFeed, gapFeed]
    members["has_feeds"] = true
    return members
  }

  private func weeks(_ days: ClosedRange<Day>, _ entries: [CalendarEntry]) -> [(monday: Day, value: TemplateValue)] {
    stride(from: days.lowerBound.number, through: days.upperBound.number, by: 7).map { number in
      let week = Day(number: number)...Day(number: number + 6)
      return (week.lowerBound, self.week(week, entries.filter { $0.days.overlaps(week) }, first: days.lowerBound))
    }
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

  private func week(_ days: ClosedRange<Day>, _ entries: [CalendarEntry], first: Day) -> TemplateValue {
    let number = days.lowerBound.isoWeek
    let padded = number.week < 10 ? "0\(number.week)" : "\(number.week)"
    let holidays = self.holidays(days)
    return [
      "id": .text("w\(number.year)-\(padded)"), "title": .text("Week \(number.week)"), "from": day(days.lowerBound),
      "to": day(days.upperBound), "current": .flag(days.contains(model.today)),
      "days": .list((0..<7).map { dayHead(days.lowerBound + $0, holidays) }),
      "rows": .list(entries.map { row($0, days, isFirst: days.lowerBound == first) }),
      "rows_count": .number(entries.count),
    ]
  }

  private func dayHead(_ day: Day, _ holidays: [Day: String]) -> TemplateValue {
    [
      "text": .text("\(day.weekday.shortName) \(day.components.day)"),
      "today": .flag(day == model.today), "holiday": text(holidays[day]),
    ]
  }

  /// The public holidays of a week in the calendars that rotas keep: `Christmas Day (england, us-federal)`.
  private func holidays(_ days: ClosedRange<Day>) -> [Day: String] {
    var names: [Day: [(name: String, calendars: [String])]] = [:]
    for calendar in model.holidayCalendars {
      for (day, name) in calendar.days where days.contains(day) {
        if let known = names[day]?.firstIndex(where: { $0.name == name }) {
          names[day]?[known].calendars.append(calendar.id)
        } else {
          names[day, default: []].append((name, [calendar.id]))
        }
      }
    }
    return names.mapValues { $0.map { "\($0.name) (\($0.calendars.joined(separator: ", ")))" }.joined(separator: "; ") }
  }

  /// Which rotas each team keeps, for the choice by team.
  private func teams() -> [UInt8] {
    let teams = model.organisation.teams.compactMap { team -> (String, JSONValue)? in
      let rotas = model.organisation.rotas.filter { $0.team == team.id }
      guard !rotas.isEmpty else { return nil }
      let ids = rotas.map { JSONValue.string($0.id.description) }
      return (team.id.description, .object([("name", .string(team.name)), ("rotas", .array(ids))]))
    }
    var bytes: [UInt8] = []
    JSONValue.object(teams).write(into: &bytes, forScript: true)
    return bytes
  }
}

// MARK: Rows

extension View {
  private func row(_ entry: CalendarEntry, _ week: ClosedRange<Day>, isFirst: Bool) -> TemplateValue {
    let rota = entry.rota
    // A turn that goes on says when it began and ends where it began.
    let goesOn = entry.days.lowerBound < week.lowerBound && !isFirst
    let times = [
      "start": time(entry.interval.lowerBound, rota.zone), "end": time(entry.interval.upperBound, rota.zone),
    ]
    let seat = entry.seat.flatMap { rota.seats.count > 1 ? rota.seats[$0].title : nil }
    return [
      "style": .text(style(entry, week, goesOn: goesOn)), "person": person(entry.person),
      "for": entry.kind == .cover ? person(entry.inPlaceOf) : false,
      "rota": ["title": .text(rota.title), "href": .text(address.link(to: Places.rota(rota.id)) + entry.fragment)],
      "seat": text(entry.kind == .shadow ? "shadow" + (seat.map { " of \($0)" } ?? "") : seat),
      "mark": text(entry.mark), "note": text(note(entry)), "projected": .flag(entry.isProjected),
      "when": goesOn ? false : .object(times),
    ]
  }

  /// The classes of a row: its colour, what it is, and its place among the week's seven days.
  private func style(_ entry: CalendarEntry, _ week: ClosedRange<Day>, goesOn: Bool) -> String {
    let first = entry.days.lowerBound - week.lowerBound
    let last = entry.days.upperBound - week.lowerBound
    let position = model.organisation.rotas.firstIndex { $0.id == entry.rota.id } ?? 0
    let parts: [(Bool, String)] = [
      (true, "hue-\(position % 12)"), (entry.kind == .gap, "off"), (entry.kind == .cover, "cover"),
      (entry.isChange, "changed"), (entry.isProjected, "projected"), (goesOn, "on"),
      (first > 0, "d\(first + 1)"), (last < 6, "t\(last + 1)"),
    ]
    return parts.lazy.filter(\.0).map(\.1).joined(separator: " ")
  }

  /// `instead of Torbjørn Eide: a course in Trondheim`.
  private func note(_ entry: CalendarEntry) -> String? {
    guard entry.kind == .turn, let name = entry.inPlaceOf.flatMap(model.organisation.person)?.name else {
      return entry.note
    }
    return "instead of \(name)" + (entry.note.map { ": \($0)" } ?? "")
  }
}

extension CalendarEntry {
  /// The place on the rota's page where its reason stands.
  var fragment: String { turn.map { "#turn-\($0)" } ?? "#gaps" }

  /// What happened to it, in a word.
  fileprivate var mark: String? {
    switch kind {
    case .cover: "cover"
    case .gap: "not covered"
    case .shadow: nil
    case .turn: isSwapped ? "swapped" : isRepaired ? "decided again" : nil
    }
  }
}

extension SiteModel {
  /// The calendars of public holidays that rotas keep, each once.
  fileprivate var holidayCalendars: [HolidayCalendar] {
    var seen: Set<String> = []
    return organisation.rotas.compactMap(\.holidays?.calendar).filter { seen.insert($0.id).inserted }
  }
}
