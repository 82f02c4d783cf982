import CivilTime
import Content
import ICalendar
package import Roster
import Scheduling
package import Site

/// The events of one rota, each written once for all feeds that hold it.
package struct RotaEvents: Sendable {
  fileprivate struct Event: Sendable {
    var uid: String
    var sequence: Int
    var seats: Set<Seat.ID>
    var people: Set<Person.ID>
    var component: WrittenComponent

    init(_ event: FeedEvent, _ settings: SiteSettings) {
      uid = event.uid
      sequence = event.sequence
      seats = event.seats
      people = event.people
      component = event.written(host: settings.host, base: settings.baseURL)
    }
  }

  fileprivate let rota: Rota
  fileprivate let events: [Event]

  /// - Parameter position: of the rota among those of the model's schedule.
  package init(_ model: SiteModel, rota position: Int) {
    let schedule = model.schedule.rotas[position]
    rota = schedule.rota
    events = Feeds.events(of: schedule, colour: position, model).map { Event($0, model.settings) }
  }
}

/// The calendar feeds (RFC 5545, RFC 7986), all made of one set of events.
package struct Feeds: Sendable {
  private let model: SiteModel
  private let rotas: [RotaEvents]
  /// The events of each person, by rota and place.
  private let own: [Person.ID: [(rota: Int, event: Int)]]

  /// - Parameter rotas: the events of all rotas, in the order of the model's schedule.
  package init(_ model: SiteModel, _ rotas: [RotaEvents]) {
    self.model = model
    self.rotas = rotas
    var own: [Person.ID: [(rota: Int, event: Int)]] = [:]
    for (rota, part) in rotas.enumerated() {
      for (place, event) in part.events.enumerated() {
        for person in event.people { own[person, default: []].append((rota, place)) }
      }
    }
    self.own = own
  }

  fileprivate static func events(of schedule: RotaSchedule, colour: Int, _ model: SiteModel) -> [FeedEvent] {
    var texts = ShiftTexts(schedule, model)
    let shifts = schedule.shifts(in: model.window).map { event($0, texts.text(of: $0), schedule.rota, colour) }
    let days = Set(schedule.turns(in: model.window).map(\.turn.day))
    let withdrawn = schedule.withdrawn.filter { days.contains($0.shift.turn) }.map {
      event($0.shift, texts.text(of: $0), schedule.rota, colour, status: .cancelled)
    }
    return shifts + withdrawn + TurnEvents(schedule, colour: colour, model).events(in: model.window)
  }

  private static func event(
    _ shift: Shift, _ text: ShiftText, _ rota: Rota, _ colour: Int, status: FeedEvent.Status? = nil
  ) -> FeedEvent {
    let page = "\(Places.rota(rota.id).description)?seat=\(Address.encoded(shift.seat.description))#turn-\(shift.turn)"
    return FeedEvent(
      uid: "\(rota.id).\(shift.turn).\(shift.seat).\(shift.piece)", time: .instants(shift.interval),
      summary: text.summary, description: text.description, stamp: text.stamp, sequence: shift.revision,
      category: rota.title, status: status ?? (shift.status == .projected ? .tentative : .confirmed),
      isBusy: rota.busy && status != .cancelled, page: page, rota: rota.id, seats: [shift.seat], people: [shift.person],
      colour: colour)
  }

  /// How many decisions each event has seen, by its whole identifier.
  package var sequences: [String: Int] {
    let host = model.settings.host
    let all = rotas.lazy.flatMap(\.events).map { ("\($0.uid)@\(host)", $0.sequence) }
    return Dictionary(all, uniquingKeysWith: max)
  }

  /// `calendar/all.ics`: every event of every rota.
  package func all() -> [UInt8] {
    feed("All rotas", Places.allFeed, page: Places.calendar, colour: nil, rotas.lazy.flatMap(\.events).map(\.component))
  }

  /// `calendar/rotas/<id>.ics`.
  package func rota(_ rota: Rota) -> [UInt8] {
    feed(
      rota.title, Places.feed(rota.id), page: Places.rota(rota.id), colour: colour(of: rota),
      events(of: rota).map(\.component))
  }

  /// `calendar/rotas/<id>-<seat>.ics`.
  package func seat(_ seat: Seat, of rota: Rota) -> [UInt8] {
    feed(
      "\(rota.title): \(seat.title)", Places.feed(rota.id, seat.id), page: Places.rota(rota.id),
      colour: colour(of: rota), events(of: rota).filter { $0.seats.contains(seat.id) }.map(\.component))
  }

  private func events(of rota: Rota) -> [RotaEvents.Event] { rotas.first { $0.rota.id == rota.id }?.events ?? [] }

  /// `calendar/people/<id>.ics`, or an address that nobody can guess; of somebody who has left, with a last event that
  /// says so.
  package func person(_ person: Person, at address: Address) -> [UInt8] {
    let events = (own[person.id] ?? []).map { rotas[$0.rota].events[$0.event].component }
    return feed(
      "Turns of \(person.name)", address, page: Places.person(person.id), colour: nil,
      events + farewell(person).map(written))
  }

  /// `calendar/teams/<id>.ics`: every event of the team's rotas.
  package func team(_ team: Team) -> [UInt8] {
    feed(
      "Turns of \(team.name)", Places.feed(team.id), page: Places.team(team.id), colour: nil,
      rotas.lazy.filter { $0.rota.team == team.id }.flatMap(\.events).map(\.component))
  }

  /// `calendar/gaps.ics`: promised time that nobody covers.
  package func gaps() -> [UInt8] {
    let gaps = model.schedule.rotas.enumerated().flatMap { colour, schedule in
      schedule.gaps.filter { $0.interval.overlaps(model.window) }.map { gap($0, schedule, colour) }
    }
    return feed("Not covered", Places.gapFeed, page: Places.calendar, colour: nil, gaps.map(written))
  }

  private func written(_ event: FeedEvent) -> WrittenComponent {
    event.written(host: model.settings.host, base: model.settings.baseURL)
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
      stamp: EventStamp(Decisions(), of: rota, facts: 0), sequence: 0, category: "Gap",
      page: Places.rota(rota.id).description + "#gaps",
      rota: rota.id, colour: colour)
  }

  private func farewell(_ person: Person) -> [FeedEvent] {
    guard let day = person.left, day <= model.today, let rota = model.organisation.rotas.first else { return [] }
    return [
      FeedEvent(
        uid: "person.\(person.id).left", time: .days(day...day), summary: "\(person.name) has left",
        description: "No more turns follow in this calendar: unsubscribe when you no longer need its history.",
        stamp: EventStamp(.single(day), of: rota, facts: 0), sequence: 0, category: "Calendar",
        page: Places.person(person.id).description,
        rota: rota.id, people: [person.id], colour: 7)
    ]
  }

  private func feed(
    _ name: String, _ feed: Address, page: Address, colour: Int?, _ events: some Sequence<WrittenComponent>
  )
    -> [UInt8]
  {
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
      calendar.components(Array(events))
    }
    return writer.bytes
  }
}
