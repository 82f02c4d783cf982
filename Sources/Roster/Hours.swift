package import CivilTime
package import Diagnostics

/// The promised hours of a rota, on the rota's wall clock.
package enum Hours: Sendable {
  case always
  /// Windows in the order of the file.
  case windows([Window])

  /// The same stretch of some weekdays: `Mon-Fri 09:00-17:00`.
  package struct Window: Hashable, Sendable {
    package var weekdays: Set<Weekday>
    package var start: TimeOfDay
    /// At or before `start` where the window crosses midnight into the next day.
    package var end: TimeOfDay

    package init(weekdays: Set<Weekday>, start: TimeOfDay, end: TimeOfDay) {
      self.weekdays = weekdays
      self.start = start
      self.end = end
    }

    package var crossesMidnight: Bool { end <= start }
  }
}

extension Hours.Window {
  /// A window written `Mon-Fri 09:00-17:00`, `Sat,Sun 10:00-14:00` or `Fri-Mon 22:00-06:00`, or `nil`.
  package init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count >= 2, let clock = parts.last?.split(whereSeparator: { "-–".contains($0) }), clock.count == 2
    else {
      return nil
    }
    guard let start = TimeOfDay(clock[0]), let end = TimeOfDay(clock[1]), start.minutes < 1440 else { return nil }
    var days: Set<Weekday> = []
    for word in parts.dropLast().joined().split(separator: ",") {
      guard let some = Hours.Window.weekdays(word) else { return nil }
      days.formUnion(some)
    }
    guard !days.isEmpty else { return nil }
    self.init(weekdays: days, start: start, end: end)
  }

  /// The weekdays of `Mon` or of `Fri-Mon`, which runs over the weekend.
  package static func weekdays(_ text: Substring) -> Set<Weekday>? {
    if text.lowercased() == "daily" { return Set(Weekday.allCases) }
    let ends = text.split(whereSeparator: { "-–".contains($0) }).map { Weekday(name: $0) }
    guard ends.count == 1 || ends.count == 2, let first = ends[0], let last = ends[ends.count - 1] else { return nil }
    let length = (last.rawValue - first.rawValue + 7) % 7
    return Set((0...length).map { Weekday(rawValue: (first.rawValue - 1 + $0) % 7 + 1)! })
  }
}

extension Hours {
  /// `24x7`, or the windows in words.
  package var words: String {
    switch self {
    case .always: "24x7"
    case .windows(let windows): windows.map(\.words).joined(separator: ", ")
    }
  }
}

extension Hours.Window {
  /// `Mon-Fri 09:00-17:00`.
  package var words: String { "\(Hours.Window.words(weekdays)) \(start)-\(end)" }

  private static func words(_ days: Set<Weekday>) -> String {
    let sorted = days.sorted()
    guard sorted.count > 2, sorted.last!.rawValue - sorted.first!.rawValue == sorted.count - 1 else {
      return sorted.map(\.shortName).joined(separator: ", ")
    }
    return "\(sorted.first!.shortName)-\(sorted.last!.shortName)"
  }
}

/// What happens on public holidays.
package struct HolidayRule: Sendable {
  package enum Effect: Sendable, Hashable {
    /// Not covered, and not promised.
    case skip
    /// Covered like any day.
    case cover
    /// Another rota takes the day.
    case handover(to: Rota.ID)
  }

  package var calendar: HolidayCalendar
  package var effect: Effect
}

/// The public holidays of a place.
package struct HolidayCalendar: Sendable {
  package var id: String
  package var days: [Day: String]
  /// The last day up to which the list is known.
  package var until: Day?
  package var range: SourceRange
}
