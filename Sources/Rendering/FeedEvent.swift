import CivilTime
import ICalendar
import Roster
import Scheduling

/// One event of the calendar feeds: the same, letter by letter, in each feed that holds it.
struct FeedEvent {
  enum Time: Hashable {
    case instants(Range<Instant>)
    /// Whole days, both included: on the calendars of all zones alike.
    case days(ClosedRange<Day>)
  }

  enum Status: Hashable { case confirmed, tentative, cancelled }

  /// Made of nothing that a change could alter; without the host.
  var uid: String
  var time: Time
  var summary: String
  var description: String
  var stamp: EventStamp
  /// How many decisions the event itself has seen.
  var sequence: Int
  var category: String
  var status = Status.confirmed
  var isBusy = false
  /// Below the base address.
  var page: String
  /// What feeds choose it by.
  var rota: Rota.ID
  var seats: Set<Seat.ID> = []
  var people: Set<Person.ID> = []
  /// One of twelve.
  var colour: Int

  func written(host: String, base: String?) -> WrittenComponent {
    WrittenComponent(.event) { component in
      component.property(.uid, text: "\(uid)@\(host)")
      component.property(.stamp, instant: stamp.instant.seconds)
      component.property(.lastModified, instant: stamp.instant.seconds)
      component.property(.sequence, integer: sequence)
      switch time {
      case .instants(let stretch):
        component.property(.start, instant: stretch.lowerBound.seconds)
        component.property(.end, instant: stretch.upperBound.seconds)
      case .days(let days):
        component.property(.start, date: days.lowerBound.components)
        component.property(.end, date: (days.upperBound + 1).components)
      }
      component.property(.summary, text: summary)
      component.property(.description, text: description)
      component.property(.categories, texts: [category])
      component.property(.color, text: FeedEvent.colours[colour % 12])
      component.property(.status, token: status.token)
      component.property(.transparency, token: isBusy ? .opaque : .transparent)
      component.property(.busyStatus, token: isBusy ? .busy : .free)
      if let basis = stamp.basis { component.property(.rosterFacts, integer: basis) }
      if let base { component.property(.url, uri: base + page) }
    }
  }

  /// Names of CSS3 for the rotas, in the order of the theme's twelve hues (RFC 7986 5.9).
  static let colours = [
    "steelblue", "darkorange", "seagreen", "crimson", "mediumpurple", "sienna", "orchid", "dimgray", "olive",
    "darkcyan", "goldenrod", "indianred",
  ]
}

extension FeedEvent.Status {
  fileprivate var token: EventStatus {
    switch self {
    case .confirmed: .confirmed
    case .tentative: .tentative
    case .cancelled: .cancelled
    }
  }
}

extension Day {
  fileprivate var components: (year: Int, month: Int, day: Int) {
    let parts = description.split(separator: "-").compactMap { Int($0) }
    return (parts[0], parts[1], parts[2])
  }
}
