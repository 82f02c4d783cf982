import CalendarReading
import CivilTime
import Diagnostics
import SiteTestSupport

/// The entries of a calendar file, a line each, then its diagnostics as the command line prints them.
///
///     3: 2026-12-24...2026-12-31 Skiing
///     9: 2026-11-23T09:00:00Z..<2026-11-23T13:00:00Z Dentist
///
/// A line begins with the line of the event's BEGIN:VEVENT. The window is the year 2026 unless the test says otherwise.
func listed(
  _ ics: String, zone: String = "Europe/London", window: String = "2026-01-01...2026-12-31", lineEnd: String = "\r\n"
) -> String {
  let bytes = Array(ics.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd).utf8)
  let (entries, diagnostics) = read(bytes, zone: zone, window: window)
  let faults = printed(diagnostics, ["ana.ics": ics])
  return entries.map { "\($0)\n" }.joined() + faults
}

/// The same from the bytes of a file.
func read(
  _ bytes: [UInt8], zone: String = "Europe/London", window: String = "2026-01-01...2026-12-31"
) -> (entries: [String], diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let days = (Day(iso: window.prefix(10))!, Day(iso: window.suffix(10))!)
  let entries = readCalendar(
    bytes, file: "ana.ics", zone: Zone(zone)!, window: days.0...days.1, diagnostics: &diagnostics)
  return (entries.map(\.words), diagnostics)
}

extension CalendarEntry {
  fileprivate var words: String {
    switch time {
    case .days(let days) where days.lowerBound == days.upperBound: "\(range.start.line): \(days.lowerBound) \(summary)"
    case .days(let days): "\(range.start.line): \(days) \(summary)"
    case .instants(let range): "\(self.range.start.line): \(range) \(summary)"
    }
  }
}
