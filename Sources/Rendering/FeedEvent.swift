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

  /// Made of nothing that a change could alter; without the host.
  var uid: String
  var time: Time
  var summary: String
  var description: String
  /// The last decision that the event depends on.
  var stamp: Instant
  /// How many decisions that were.
  var sequence: Int
  var category: String
  var isTentative = false
  var isBusy = false
  /// Below the base address.
  var page: String
  /// What feeds choose it by.
  var rota: Rota
  var seats: Set<Seat.ID> = []
  var people: Set<Person.ID> = []
  /// One of twelve.
  var colour: Int

  func write(into calendar: inout CalendarWriter, host: String, base: String?) {
    calendar.component(.event) { component in
      component.property(.uid, text: "\(uid)@\(host)")
      component.property(.stamp, instant: stamp.seconds)
      component.property(.lastModified, instant: stamp.seconds)
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
      component.property(.status, token: isTentative ? .tentative : .confirmed)
      component.property(.transparency, token: isBusy ? .opaque : .transparent)
      component.property(.busyStatus, token: isBusy ? .busy : .free)
      if let base { component.property(.url, uri: base + page) }
    }
  }

  /// Names of CSS3 for the rotas, in the order of the theme's twelve hues (RFC 7986 5.9).
  static let colours = [
    "steelblue", "darkorange", "seagreen", "crimson", "mediumpurple", "sienna", "orchid", "dimgray", "olive",
    "darkcyan", "goldenrod", "indianred",
  ]
}

extension Day {
  fileprivate var components: (year: Int, month: Int, day: Int) {
    let parts = description.split(separator: "-").compactMap { Int($0) }
    return (parts[0], parts[1], parts[2])
  }
}

/// When the turns of a rota were last decided, and how often: what events that depend on several turns are stamped with.
struct TurnStamp {
  let stamp: Instant
  let sequence: Int

  /// - Parameter holders: all whom the event names or depends on.
  init(_ holders: [Holder], of rota: Rota) {
    let days = holders.flatMap { ($0.decided.map { [$0] } ?? []) + $0.swaps }
    sequence = holders.reduce(0) { $0 + ($1.decided == nil ? 0 : 1) + $1.swaps.count }
    let day = days.max() ?? rota.cadence.starts
    // Seconds count the decisions, so that two of one day differ.
    stamp = Instant(seconds: Zone.utc.start(of: day).seconds + sequence)
  }
}
