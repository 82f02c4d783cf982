import CivilTime
import Diagnostics

extension OwnZone {
  /// Reads the STANDARD and DAYLIGHT parts of a VTIMEZONE, RFC 5545 3.6.5, up to a wall time.
  ///
  /// `nil` where a part lacks its start or an offset: half a zone is a wrong one.
  init?(_ observances: [Component], through last: WallTime, _ collector: DiagnosticCollector) {
    var changes: [Change] = []
    for observance in observances {
      guard let more = OwnZone.changes(observance, through: last, collector) else { return nil }
      changes += more
    }
    self.init(changes)
  }

  private static func changes(
    _ observance: Component, through last: WallTime, _ collector: DiagnosticCollector
  ) -> [Change]? {
    guard case .wall(let start)? = observance.first("DTSTART").flatMap({ TimeValue($0.value.text) }),
      let before = observance.first("TZOFFSETFROM").flatMap({ offset($0.value.text) }),
      let after = observance.first("TZOFFSETTO").flatMap({ offset($0.value.text) })
    else { return nil }
    let wall: (Instant) -> WallTime = { WallTime(seconds: $0.seconds + before) }
    var onsets: Set<WallTime> = [start]
    for rule in observance.all("RRULE").compactMap({ RecurrenceRule($0.value, collector) }) {
      onsets.formUnion(rule.occurrences(from: start, ofDays: false, through: last, wall: wall, collector))
    }
    for piece in observance.all("RDATE").flatMap({ $0.value.split(",") }) {
      guard case .wall(let onset)? = TimeValue(piece.text) else { return nil }
      onsets.insert(onset)
    }
    return onsets.map { Change(instant: Instant(seconds: $0.seconds - before), before: before, after: after) }
  }

  /// The seconds of a UTC-OFFSET, RFC 5545 3.3.14: `+0530`, `-081500`.
  private static func offset(_ text: String) -> Int? {
    let digits = Array(text.utf8.dropFirst())
    guard text.first == "+" || text.first == "-", digits.count == 4 || digits.count == 6 else { return nil }
    guard let hours = decimal(digits[0..<2]), let minutes = decimal(digits[2..<4]), hours < 24, minutes < 60,
      let seconds = digits.count == 6 ? decimal(digits[4..<6]) : 0, seconds < 60
    else { return nil }
    return (text.first == "-" ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds)
  }
}
