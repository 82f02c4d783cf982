import CivilTime
import ICalendar
package import Roster
import Scheduling
package import Site

/// The calendar feeds (RFC 5545, RFC 7986), all made of one set of events.
package struct Feeds {
  private let model: SiteModel
  private let events: [FeedEvent]

  package init(_ model: SiteModel) {
    self.model = model
    events = model.schedule.rotas.enumerated().flatMap { colour, schedule in
      let texts = ShiftTexts(schedule, model)
      let shifts = schedule.shifts(in: model.window).map { Feeds.event($0, texts.text(of: $0), schedule.rota, colour) }
      let days = Set(schedule.turns(in: model.window).map(\.turn.day))
      let withdrawn = schedule.withdrawn.filter { days.contains($0.shift.turn) }.map {
        Feeds.event($0.shift, texts.text(of: $0), schedule.rota, colour, status: .cancelled)
      }
      let facts = model.organisation.facts(of: schedule.rota)
      let turns = TurnEvents(schedule: schedule, colour: colour, model: model, facts: facts)
      return shifts + withdrawn + turns.events(in: model.window)
    }
  }

  private static func event(
    _ shift: Shift, _ text: ShiftText, _ rota: Rota, _ colour: Int, status: FeedEvent.Status? = nil
  ) -> FeedEvent {
    let page = "\(Places.rota(rota.id).description)?seat=\(Address.encoded(shift.seat.description))#turn-\(shift.turn)"
    return FeedEvent(
      uid: "\(rota.id).\(shift.turn).\(shift.seat).\(shift.piece)", time: .instants(shift.interval),
      summary: text.summary, description: text.description, stamp: text.stamp, sequence: shift.revision,
      category: rota.title, status: status ?? (shift.status == .projected ? .tentative : .confirmed),
      isBusy: rota.busy && status != .cancelled, page: page, rota: rota, seats: [shift.seat], people: [shift.person],
      colour: colour)
  }

  /// How many decisions each event has seen, by its whole identifier.
  package var sequences: [String: Int] {
    Dictionary(events.map { ("\($0.uid)@\(model.settings.host)", $0.sequence) }, uniquingKeysWith: max)
  }

  /// `calendar/all.ics`: every event of every rota.
  package func all() -> [UInt8] {
    feed("All rotas", Places.allFeed, page: Places.calendar, colour: nil, events)
  }

  /// `calendar/rotas/<id>.ics`.
  package func rota(_ rota: Rota) -> [UInt8] {
    let events = events.filter { $0.rota.id == rota.id }
    return feed(rota.title, Places.feed(rota.id), page: Places.rota(rota.id), colour: colour(of: rota), events)
  }

  /// `calendar/rotas/<id>-<seat>.ics`.
  package func seat(_ seat: Seat, of rota: Rota) -> [UInt8] {
    let events = events.filter { $0.rota.id == rota.id && $0.seats.contains(seat.id) }
    return feed(
      "\(rota.title): \(seat.title)", Places.feed(rota.id, seat.id), page: Places.rota(rota.id),
      colour: colour(of: rota), events)
  }

  /// `calendar/people/<id>.ics`, or an address that nobody can guess; of somebody who has left, with a last event that says so.
  package func person(_ person: Person, at address: Address) -> [UInt8] {
    let own = events.filter { $0.people.contains(person.id) }
    return feed(
      "Turns of \(person.name)", address, page: Places.person(person.id), colour: nil,
      own + farewell(person))
  }

  /// `calendar/teams/<id>.ics`: every event of the team's rotas.
  package func team(_ team: Team) -> [UInt8] {
    feed(
      "Turns of \(team.name)", Places.feed(team.id), page: Places.team(team.id), colour: nil,
      events.filter { $0.rota.team == team.id })
  }

  /// `calendar/gaps.ics`: promised time that nobody covers.
  package func gaps() -> [UInt8] {
    let gaps = model.schedule.rotas.enumerated().flatMap { colour, schedule in
      schedule.gaps.filter { $0.interval.overlaps(model.window) }.map { gap($0, schedule, colour) }
    }
    return feed("Not covered", Places.gapFeed, page: Places.calendar, colour: nil, gaps)
  }

  private func colour(of rota: Rota) -> Int? { model.schedule.rotas.firstIndex { $0.rota.id == rota.id } }
}

extension Feeds {
  private func gap(_ gap: Gap, _ schedule: RotaSchedule, _ colour: Int) -> FeedEvent {
    let rota = schedule.rota
    let seat = gap.seat.flatMap(rota.seat)
    let start = gap.interval.lowerBound
    let local = rota.zone.local(start)
    let place = seat.map { " (\($0.title))" } ?? ""
    return FeedEvent(
      uid: "\(rota.id).\(seat?.id.description ?? "all").gap.\(local.day).\(local.time.minutes)",
      time: .instants(gap.interval), summary: "Nobody · \(rota.title)\(place)",
      description: "\(gap.why)\n\(rota.zone.words(start)) to \(rota.zone.words(gap.interval.upperBound))",
      stamp: EventStamp([], of: rota, facts: 0), sequence: 0, category: "Gap",
      page: Places.rota(rota.id).description + "#gaps",
      rota: rota, colour: colour)
  }

  private func farewell(_ person: Person) -> [FeedEvent] {
    guard let day = person.left, day <= model.today, let rota = model.organisation.rotas.first else { return [] }
    return [
      FeedEvent(
        uid: "person.\(person.id).left", time: .days(day...day), summary: "\(person.name) has left",
        description: "No more turns follow in this calendar: unsubscribe when you no longer need its history.",
        stamp: EventStamp(decisions: [day], projections: 0, of: rota, facts: 0), sequence: 0, category: "Calendar",
        page: Places.person(person.id).description,
        rota: rota, people: [person.id], colour: 7)
    ]
  }

  private func feed(_ name: String, _ feed: Address, page: Address, colour: Int?, _ events: [FeedEvent]) -> [UInt8] {
    var writer = CalendarWriter()
    writer.component(.calendar) { calendar in
      calendar.property(.productID, text: "-//sitegen//sitegen//EN")
      calendar.property(.version, text: "2.0")
      calendar.property(.scale, token: .gregorian)
      calendar.property(.name, text: name)
      calendar.property(.calendarName, text: name)
      if let colour { calendar.property(.color, text: FeedEvent.colours[colour % 12]) }
      calendar.property(.refreshInterval, duration: .seconds(3600))
      calendar.property(.publishedTTL, duration: .seconds(3600))
      if let base = model.settings.baseURL {
        calendar.property(.source, uri: feed.absolute(base))
        calendar.property(.url, uri: page.absolute(base))
      }
      for event in events { event.write(into: &calendar, host: model.settings.host, base: model.settings.baseURL) }
    }
    return writer.bytes
  }
}
