import CivilTime
import Diagnostics

/// A VEVENT: where it starts, how long it lasts, when it comes again.
struct Event {
  /// The `BEGIN:VEVENT` line.
  var range: SourceRange
  var uid: String?
  var summary: String
  /// Of several versions the highest counts, RFC 5545 3.8.7.4.
  var sequence: Int
  var isCancelled: Bool
  /// Whether occurrences are whole days.
  var isAllDay: Bool
  var start: WallTime
  /// The clock by which the event comes again.
  var clock: Clock
  /// Empty for an event that takes no time.
  var length: Length
  var rules: [RecurrenceRule]
  /// Rules for what is taken out, EXRULE of RFC 2445.
  var exceptions: [RecurrenceRule]
  /// RDATE: further starts, some with a length of their own.
  var added: [(start: WallTime, length: Length?)]
  /// EXDATE: the occurrences that are taken out.
  var removed: [Stamp]
  /// RECURRENCE-ID: the occurrence of the same UID that this event stands for.
  var replaces: (stamp: Stamp, range: SourceRange)?
}

/// A time as a property gives it, with its clock.
struct Stamp {
  var value: TimeValue
  /// The clock of a TZID; `nil` for days, for UTC, and for a time that goes by the clock of its event.
  var clock: Clock?

  /// `nil` for a day.
  func instant(otherwise clock: Clock) -> Instant? {
    switch value {
    case .day: nil
    case .wall(let time): (self.clock ?? clock).instant(time)
    case .utc(let instant): instant
    }
  }

  /// What another clock shows at the time.
  func wall(on clock: Clock) -> WallTime {
    switch value {
    case .day(let day): return WallTime(day: day)
    case .wall(let time): return self.clock.map { clock.wall($0.instant(time)) } ?? time
    case .utc(let instant): return clock.wall(instant)
    }
  }

  /// The day as it is written; of a time in UTC, the day on the event's clock.
  func day(on clock: Clock) -> Day {
    if case .wall(let time) = value { return time.day }
    return wall(on: clock).day
  }
}
