private import Foundation

/// A time zone of the IANA database: the step between wall clocks and instants.
package struct Zone: Hashable, Sendable {
  /// `America/Chicago`.
  package let identifier: String
  private let zone: TimeZone

  /// The zone of an IANA name, or `nil` where there is none. Abbreviations such as `CST` are refused: they name several zones.
  package init?(_ identifier: String) {
    guard identifier == "UTC" || identifier == "GMT" || identifier.contains("/") else { return nil }
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    self.zone = zone
  }

  package static let utc = Zone("UTC")!

  /// The names that a writer may have meant, sorted.
  package static var names: [String] { (TimeZone.knownTimeZoneIdentifiers + ["UTC"]).sorted() }

  package static func == (a: Zone, b: Zone) -> Bool { a.identifier == b.identifier }
  package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

  /// Seconds east of Greenwich that the zone's clocks show at an instant.
  package func offset(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds)))
  }

  /// When the zone's clocks change next after an instant; `nil` where no change is planned.
  package func change(after instant: Instant) -> Instant? {
    zone.nextDaylightSavingTimeTransition(after: Date(timeIntervalSince1970: TimeInterval(instant.seconds)))
      .map { Instant(seconds: Int($0.timeIntervalSince1970)) }
  }

  /// The offset in words, the same on every machine: `GMT`, `GMT-6`, `GMT+5:30`.
  package func abbreviation(at instant: Instant) -> String {
    let minutes = offset(at: instant) / 60
    guard minutes != 0 else { return identifier == "UTC" ? "UTC" : "GMT" }
    let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    return "GMT\(minutes < 0 ? "-" : "+")\(hours)" + (rest == 0 ? "" : ":" + padded(rest, 2))
  }
}

extension Zone {
  /// The instant of a local time, as RFC 5545 3.3.5 says: a time that a clock change skips counts with the offset before
  /// the change, one that happens twice is the first.
  ///
  ///     America/Chicago  2026-03-08 02:30  →  2026-03-08T08:30:00Z   (skipped)
  ///     America/Chicago  2026-11-01 01:30  →  2026-11-01T06:30:00Z   (twice)
  package func instant(_ local: LocalTime) -> Instant {
    let wall = local.minuteNumber * 60
    let before = offset(at: Instant(seconds: wall - 86_400))
    let after = offset(at: Instant(seconds: wall + 86_400))
    let early = Instant(seconds: wall - before)
    if before == after || offset(at: early) == before { return early }
    let late = Instant(seconds: wall - after)
    return offset(at: late) == after ? late : early
  }

  /// What the zone's clocks show at an instant, seconds cut off.
  package func local(_ instant: Instant) -> LocalTime {
    let wall = instant.seconds + offset(at: instant)
    let day = Day(number: wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400)
    return LocalTime(day: day, time: TimeOfDay(minutes: (wall - day.number * 86_400) / 60))
  }

  /// The first instant of a day.
  package func start(of day: Day) -> Instant { instant(LocalTime(day: day, time: .midnight)) }

  /// `Mon 23 Nov 2026, 10:00 CST`.
  package func words(_ instant: Instant) -> String {
    let local = local(instant)
    return "\(local.day.words), \(local.time) \(abbreviation(at: instant))"
  }
}
