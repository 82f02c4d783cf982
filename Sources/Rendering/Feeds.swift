import CivilTime
import ICalendar
package import Roster
import Scheduling
import Site

/// The calendar feeds (RFC 5545, RFC 7986): every shift is the same event, with the same identifier, in each feed that
/// holds it.
package struct Feeds {
  private let model: SiteModel
  private let events: [Event]

  /// One shift as an event, with what its text needs.
  private struct Event {
    var schedule: RotaSchedule
    var colour: Int
    var shift: Shift
    var text: ShiftText
  }

  package init(_ model: SiteModel) {
    self.model = model
    events = model.schedule.rotas.enumerated().flatMap { position, schedule in
      let texts = ShiftTexts(schedule, model)
      return schedule.shifts(in: model.window).map { shift in
        Event(schedule: schedule, colour: position, shift: shift, text: texts.text(of: shift))
      }
    }
  }

  /// `calendar/all.ics`: every shift of every rota.
  package func all() -> [UInt8] {
    feed("All rotas", Places.allFeed, page: Places.calendar, colour: nil, events)
  }

  /// `calendar/rotas/<id>.ics`.
  package func rota(_ rota: Rota) -> [UInt8] {
    let events = events.filter { $0.schedule.rota.id == rota.id }
    return feed(rota.title, Places.feed(rota.id), page: Places.rota(rota.id), colour: events.first?.colour, events)
  }

  /// `calendar/people/<id>.ics`.
  package func person(_ person: Person) -> [UInt8] {
    feed(
      "Turns of \(person.name)", Places.feed(person.id), page: Places.person(person.id), colour: nil,
      events.filter { $0.shift.person == person.id })
  }

  /// `calendar/teams/<id>.ics`: every shift of the team's rotas.
  package func team(_ team: Team) -> [UInt8] {
    feed(
      "Turns of \(team.name)", Places.feed(team.id), page: Places.team(team.id), colour: nil,
      events.filter { $0.schedule.rota.team == team.id })
  }
}

extension Feeds {
  private func feed(_ name: String, _ feed: Address, page: Address, colour: Int?, _ events: [Event]) -> [UInt8] {
    var writer = CalendarWriter()
    writer.component(.calendar) { calendar in
      calendar.property(.productID, text: "-//sitegen//sitegen//EN")
      calendar.property(.version, text: "2.0")
      calendar.property(.scale, token: .gregorian)
      calendar.property(.name, text: name)
      calendar.property(.calendarName, text: name)
      if let colour { calendar.property(.color, text: Feeds.colours[colour % 12]) }
      calendar.property(.refreshInterval, duration: .seconds(3600))
      calendar.property(.publishedTTL, duration: .seconds(3600))
      if let base = model.settings.baseURL {
        calendar.property(.source, uri: feed.absolute(base))
        calendar.property(.url, uri: page.absolute(base))
      }
      for event in events { write(event, into: &calendar) }
    }
    return writer.bytes
  }

  private func write(_ event: Event, into calendar: inout CalendarWriter) {
    let (rota, shift, text) = (event.schedule.rota, event.shift, event.text)
    calendar.component(.event) { component in
      component.property(.uid, text: "\(rota.id).\(shift.turn).\(shift.seat).\(shift.piece)@\(model.settings.host)")
      component.property(.stamp, instant: text.stamp.seconds)
      component.property(.lastModified, instant: text.stamp.seconds)
      component.property(.sequence, integer: shift.revision)
      component.property(.start, instant: shift.interval.lowerBound.seconds)
      component.property(.end, instant: shift.interval.upperBound.seconds)
      component.property(.summary, text: text.summary)
      component.property(.description, text: text.description)
      component.property(.categories, texts: [rota.title])
      component.property(.color, text: Feeds.colours[event.colour % 12])
      component.property(.status, token: shift.status == .published ? .confirmed : .tentative)
      component.property(.transparency, token: rota.busy ? .opaque : .transparent)
      component.property(.busyStatus, token: rota.busy ? .busy : .free)
      if let base = model.settings.baseURL {
        let page = Places.rota(rota.id).absolute(base)
        component.property(.url, uri: "\(page)?seat=\(Address.encoded(shift.seat.description))#turn-\(shift.turn)")
      }
    }
  }

  /// Names of CSS3 for the rotas, in the order of the theme's twelve hues (RFC 7986 5.9).
  private static let colours = [
    "steelblue", "darkorange", "seagreen", "crimson", "mediumpurple", "sienna", "orchid", "dimgray", "olive",
    "darkcyan",
    "goldenrod", "indianred",
  ]
}
