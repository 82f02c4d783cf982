package import CivilTime
package import Diagnostics

/// One busy or free-standing stretch that a calendar file holds.
package struct CalendarEntry: Hashable, Sendable {
  package enum Time: Hashable, Sendable {
    /// Whole local days, both included.
    case days(ClosedRange<Day>)
    /// A stretch between two instants, end excluded; never empty.
    case instants(Range<Instant>)
  }

  package var time: Time
  /// The event's SUMMARY as text; empty where it has none.
  package var summary: String
  /// The event's `BEGIN:VEVENT` in the file.
  package var range: SourceRange

  package init(time: Time, summary: String, range: SourceRange) {
    self.time = time
    self.summary = summary
    self.range = range
  }
}

extension CalendarEntry.Time {
  /// The stretch on the clocks of a zone: whole days run from midnight to midnight there.
  func instants(in zone: Zone) -> Range<Instant> {
    switch self {
    case .days(let days): zone.start(of: days.lowerBound)..<zone.start(of: days.upperBound + 1)
    case .instants(let range): range
    }
  }

  /// Whole days are compared as days, instants by the zone's clocks.
  func touches(_ window: ClosedRange<Day>, in zone: Zone) -> Bool {
    switch self {
    case .days(let days): days.overlaps(window)
    case .instants(let range): range.overlaps(CalendarEntry.Time.days(window).instants(in: zone))
    }
  }
}
