import CivilTime
import Diagnostics

/// The value of an RRULE, RFC 5545 3.3.10, checked; libical follows it.
struct RecurrenceRule {
  private let value: ContentLine.Piece
  private let rule: LibicalRule
  /// COUNT and UNTIL are ours: libical knows no zones.
  private let count: Int?
  private let until: TimeValue?

  /// `nil` and an error where the value is no rule, or one that libical would get wrong.
  init?(_ value: ContentLine.Piece, _ collector: DiagnosticCollector) {
    let parts = value.split(";").filter { !$0.text.isEmpty }
    let kept = parts.filter { !["COUNT", "UNTIL"].contains($0.key) }
    let named = Dictionary(parts.map { ($0.key, $0) }) { first, _ in first }
    let arguments = kept.map { (name: $0.key, value: $0.argument) }
    let frequency = named["FREQ"]
    self.value = value
    rule = LibicalRule(arguments)
    count = named["COUNT"].flatMap { decimal($0.argument.utf8) }
    until = named["UNTIL"].flatMap { TimeValue($0.argument) }
    let fault: Diagnostic? =
      if let part = named["COUNT"], count ?? 0 < 1 {
        .badPart(part, "a number from 1, such as COUNT=5")
      } else if let part = named["UNTIL"], until == nil {
        .badPart(part, "a date such as UNTIL=20261224 or UNTIL=20261224T090000Z")
      } else if let part = named["COUNT"], until != nil {
        .badPart(part, "allowed beside UNTIL")
      } else if !isRecurrenceRule(kept.map(\.text).joined(separator: ";")) {
        .badRule(value, kept, frequency: frequency)
      } else if let part = kept.first(where: { LibicalRule.isRefused($0.key, $0.argument, in: arguments) }) {
        .badPart(part, "supported in '\(excerpt(value.text))'")
      } else {
        nil
      }
    guard let fault else { return }
    collector.report(fault)
    return nil
  }

  /// The wall times at which the rule repeats, ascending; nothing and a diagnostic where it cannot be followed.
  ///
  /// - Parameters:
  ///   - start: counts as the first of COUNT, whether or not the rule says so (RFC 5545 3.8.5.3).
  ///   - ofDays: whether occurrences are days.
  ///   - last: the last wall time of interest.
  ///   - wall: what the event's clock shows at an instant.
  func occurrences(
    from start: WallTime, ofDays: Bool, through last: WallTime, wall: (Instant) -> WallTime,
    _ collector: DiagnosticCollector
  ) -> [WallTime] {
    let end = min(last, until.map { RecurrenceRule.last($0, ofDays: ofDays, wall) } ?? last)
    guard start <= end else { return [] }
    switch rule.recurrences(from: start, ofDays: ofDays, through: end) {
    case .impossible: collector.report(.impossible(value))
    case .tooMany: collector.report(.tooMany(value))
    case .times(let times):
      if times.isEmpty && isNever(from: start, ofDays: ofDays) { collector.report(.never(value)) }
      guard let count else { return times }
      return Array(times.prefix(times.first == start ? count : count - 1))
    }
    return []
  }

  /// Dates and weekdays come together again within 40 years; what has not come by then never does.
  private func isNever(from start: WallTime, ofDays: Bool) -> Bool {
    guard until == nil, count != 1 else { return false }
    guard case .times(let times) = rule.recurrences(from: start, ofDays: ofDays, through: start.adding(days: 40 * 366))
    else {
      return false
    }
    return times.isEmpty
  }

  /// The last wall time that UNTIL allows: a day counts to its end.
  ///
  /// For all-day events exporters write the last day as `20261224T000000Z`, as `20261224T235959Z` or as its midnight on
  /// their own clocks, in Berlin `20261223T230000Z`.
  private static func last(_ until: TimeValue, ofDays: Bool, _ wall: (Instant) -> WallTime) -> WallTime {
    switch until {
    case .day(let day): return WallTime(day: day, ofDay: 86_399)
    case .wall(let time): return time
    case .utc(let instant):
      let asWritten = WallTime(seconds: instant.seconds)
      return ofDays && [0, 86_399].contains(asWritten.ofDay) ? asWritten : wall(instant)
    }
  }
}

extension ContentLine.Piece {
  /// `COUNT` of `COUNT=5`, in upper case.
  fileprivate var key: String { text.prefix { $0 != "=" }.uppercased() }
  /// `5` of `COUNT=5`, in upper case.
  fileprivate var argument: String { text.drop { $0 != "=" }.dropFirst().uppercased() }
}

extension Diagnostic {
  fileprivate static func badPart(_ part: ContentLine.Piece, _ expected: String) -> Diagnostic {
    .error("ics-rule", "'\(excerpt(part.text))' is not \(expected)", at: part.range)
  }

  /// Points at the part that is no rule even beside a right FREQ, or at all of them.
  fileprivate static func badRule(
    _ value: ContentLine.Piece, _ parts: [ContentLine.Piece], frequency: ContentLine.Piece?
  ) -> Diagnostic {
    guard let frequency else {
      return .error("ics-rule", "'\(excerpt(value.text))' has no FREQ such as FREQ=WEEKLY", at: value.range)
    }
    let names = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "MINUTELY", "SECONDLY"]
    guard names.contains(frequency.argument) else {
      let near = didYouMean(frequency.argument, names)
      return .error(
        "ics-rule", "'\(excerpt(frequency.text))' is not FREQ=DAILY, WEEKLY, MONTHLY or YEARLY\(near)",
        at: frequency.range)
    }
    let bad = parts.first { $0.key != "FREQ" && !isRecurrenceRule("FREQ=\(frequency.argument);\($0.text)") } ?? value
    return .error("ics-rule", "'\(excerpt(bad.text))' is no part of a rule such as FREQ=WEEKLY;BYDAY=MO", at: bad.range)
  }

  fileprivate static func never(_ value: ContentLine.Piece) -> Diagnostic {
    .warning("ics-rule", "'\(excerpt(value.text))' never comes round: only the start counts", at: value.range)
  }

  fileprivate static func impossible(_ value: ContentLine.Piece) -> Diagnostic {
    .error("ics-rule", "'\(excerpt(value.text))' is a rule that no day can match", at: value.range)
  }

  fileprivate static func tooMany(_ value: ContentLine.Piece) -> Diagnostic {
    .error("ics-rule", "'\(excerpt(value.text))' comes round too often to be followed", at: value.range)
  }
}
