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
  /// When the gaps are: `every week from 2026-11-23 to 2027-02-21`, `in the week of 2027-03-08`.
  var words: String {
    let (first, last) = (Zone.utc.local(start).day, Zone.utc.local(gaps[gaps.count - 1].lowerBound).day)
    return weeks > 1 ? "every week from \(first) to \(last)" : "in the week of \(first.monday)"
  }

  /// The gaps of one time of day together, each with the first of them: `Mon-Fri 23:00 to 00:00 UTC`. A gap that comes
  /// once has its day.
  var times: [(words: String, gap: Range<Instant>)] {
    let byTime = Dictionary(grouping: gaps) { gap in
      Time(start: Zone.utc.local(gap.lowerBound).time, seconds: gap.seconds)
    }
    return byTime.values.sorted { $0[0].lowerBound < $1[0].lowerBound }.map { same in
      let days = Set(same.map { Zone.utc.local($0.lowerBound).day.weekday }).sorted()
      let (start, end) = (Zone.utc.local(same[0].lowerBound), Zone.utc.local(same[0].upperBound))
      let isSingle = same.count == 1
      let isLong = same[0].seconds > 86_400
      let from = isSingle ? "\(start.day.words), \(start.time)" : "\(Weekday.words(days)) \(start.time)"
      let to = isSingle ? "\(end.day.words), \(end.time)" : "\(end.day.weekday.shortName) \(end.time)"
      return ("\(from) to \(isLong ? to : "\(end.time)") UTC", same[0])
    }
  }

  private struct Time: Hashable {
    var start: TimeOfDay
    var seconds: Int
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
