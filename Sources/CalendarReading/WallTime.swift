import CivilTime

/// A day and a time on a wall clock, to the second; only a `Clock` makes an instant of it.
struct WallTime: Hashable, Comparable {
  /// Seconds on the wall clock since 1970-01-01 00:00, clock changes not counted.
  var seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  /// - Parameter ofDay: seconds after midnight.
  init(day: Day, ofDay: Int = 0) { seconds = day.number * 86_400 + ofDay }

  var day: Day { Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) }
  /// Seconds after midnight, 0..<86400.
  var ofDay: Int { seconds - day.number * 86_400 }

  static func < (a: WallTime, b: WallTime) -> Bool { a.seconds < b.seconds }

  func adding(days: Int) -> WallTime { WallTime(seconds: seconds + days * 86_400) }
}
