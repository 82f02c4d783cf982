import CivilTime

/// Gaps told week by week, so that one that comes again every week is told once, and a week in which clocks change on
/// its own. Weeks begin on Monday, 00:00 UTC.
struct WeeklyGaps {
  /// Weeks that follow each other and have the same gaps.
  struct Run {
    /// In order of time.
    var gaps: [Range<Instant>]
    var weeks: Int
    /// A week before the first gap, where that week has other gaps than this one, or none.
    var weeksBefore: Instant?
    var start: Instant { gaps[0].lowerBound }
  }

  private(set) var runs: [Run] = []

  /// - Parameter span: the time that was looked at; weeks cut off by its ends may have fewer gaps than their neighbours.
  init(_ gaps: [Range<Instant>], in span: Range<Instant>) {
    let byWeek = Dictionary(grouping: gaps) { Zone.utc.local($0.lowerBound).day.monday }
    var previous: Day?
    for week in byWeek.keys.sorted() {
      let found = byWeek[week] ?? []
      if let previous, previous + 7 == week, let last = runs.last, WeeklyGaps.agree(last.gaps, found, span) {
        runs[runs.count - 1].gaps += found
        runs[runs.count - 1].weeks += 1
      } else {
        let before = Instant(seconds: found[0].lowerBound.seconds - 7 * 86_400)
        runs.append(Run(gaps: found, weeks: 1, weeksBefore: before >= span.lowerBound ? before : nil))
      }
      previous = week
    }
  }

  /// Whether a week's gaps lie at the times of the week before it; what the ends of the span cut off may be missing.
  private static func agree(_ run: [Range<Instant>], _ found: [Range<Instant>], _ span: Range<Instant>) -> Bool {
    let monday = Zone.utc.local(run[run.count - 1].lowerBound).day.monday
    let before = times(run.filter { $0.lowerBound >= Zone.utc.start(of: monday) })
    let after = times(found)
    if before == after { return true }
    let isCutBefore = Zone.utc.start(of: monday) < span.lowerBound
    let isCutAfter = Zone.utc.start(of: monday + 14) > span.upperBound
    return isCutBefore && before.allSatisfy { short in after.contains { $0.contains(short) } }
      || isCutAfter && after.allSatisfy { short in before.contains { $0.contains(short) } }
  }

  /// Seconds since the week began.
  private static func times(_ gaps: [Range<Instant>]) -> [Range<Int>] {
    gaps.map { gap in
      let start = Zone.utc.start(of: Zone.utc.local(gap.lowerBound).day.monday).seconds
      return gap.lowerBound.seconds - start..<gap.upperBound.seconds - start
    }
  }
}

extension WeeklyGaps.Run {
  /// `every week from 2026-11-23 to 2027-02-21, Mon-Fri 23:00 to 00:00 UTC`, or the gaps of a single week with their days.
  var words: String {
    guard weeks > 1 else { return Set(gaps).sorted { $0.lowerBound < $1.lowerBound }.map(words).joined(separator: ", ") }
    let days = "\(Zone.utc.local(start).day) to \(Zone.utc.local(gaps[gaps.count - 1].lowerBound).day)"
    return "every week from \(days), " + weekly.joined(separator: ", ")
  }

  private func words(_ gap: Range<Instant>) -> String {
    let (start, end) = (Zone.utc.local(gap.lowerBound), Zone.utc.local(gap.upperBound))
    let isShort = gap.seconds <= 86_400
    return "\(start.day.words), \(start.time) to \(isShort ? "\(end.time)" : "\(end.day.words), \(end.time)") UTC"
  }

  private struct Time: Hashable {
    var start: TimeOfDay
    var seconds: Int
  }

  /// `Mon-Fri 23:00 to 00:00 UTC` for the gaps of one time of day.
  private var weekly: [String] {
    let byTime = Dictionary(grouping: gaps) { gap in
      Time(start: Zone.utc.local(gap.lowerBound).time, seconds: gap.seconds)
    }
    return byTime.sorted { ($0.key.start, $0.key.seconds) < ($1.key.start, $1.key.seconds) }.map { time, gaps in
      let days = Set(gaps.map { Zone.utc.local($0.lowerBound).day.weekday }).sorted()
      let end = Zone.utc.local(gaps[0].upperBound)
      let until = time.seconds <= 86_400 ? "\(end.time)" : "\(end.day.weekday.shortName) \(end.time)"
      return "\(Weekday.words(days)) \(time.start) to \(until) UTC"
    }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

extension Weekday {
  /// `Mon-Fri`, or `Mon, Thu`.
  fileprivate static func words(_ days: [Weekday]) -> String {
    guard days.count > 2, let first = days.first, let last = days.last, last.rawValue - first.rawValue == days.count - 1
    else { return days.map(\.shortName).joined(separator: ", ") }
    return "\(first.shortName)-\(last.shortName)"
  }
}
