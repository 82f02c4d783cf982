/// A time of day on a wall clock, to the minute.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes after midnight, 0...1440; 1440 is the end of the day, `24:00`.
  package var minutes: Int

  package init(minutes: Int) {
    precondition((0...1440).contains(minutes))
    self.minutes = minutes
  }

  /// The time written `9:30`, `09:30` or `24:00`, or `nil`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2 else { return nil }
    guard let hour = decimal(parts[0].utf8), let minute = decimal(parts[1].utf8), minute < 60 else { return nil }
    guard hour < 24 || (hour == 24 && minute == 0) else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  package static let midnight = TimeOfDay(minutes: 0)
  package static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }
}

extension TimeOfDay: CustomStringConvertible {
  /// `09:30`.
  package var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }
}

/// A day and a time on a wall clock; only a `Zone` makes an instant of it.
package struct LocalTime: Hashable, Comparable, Sendable {
  package var day: Day
  package var time: TimeOfDay

  package init(day: Day, time: TimeOfDay) {
    self.day = day
    self.time = time
  }

  /// The local time written `2026-12-09 12:00` or `2026-12-09T12:00`, or `nil`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, let day = Day(iso: parts[0]), let time = TimeOfDay(parts[1]) else { return nil }
    self.init(day: day, time: time)
  }

  package static func < (a: LocalTime, b: LocalTime) -> Bool { a.minuteNumber < b.minuteNumber }

  /// Minutes on the wall clock since 1970-01-01 00:00, clock changes not counted.
  package var minuteNumber: Int { day.number * 1440 + time.minutes }
}

extension LocalTime: CustomStringConvertible {
  /// `2026-12-09 12:00`.
  package var description: String { "\(day) \(time)" }
}
