import CivilTime

/// A rule in words that libical 3.0 follows as RFC 5545 3.3.10 means them.
///
/// libical is wrong about six things. Three are said in another way, and three are refused:
///
///     FREQ=WEEKLY;INTERVAL=2;BYDAY=SU       from a Monday it begins a week late      → begins on the Sunday
///     FREQ=YEARLY;BYMONTHDAY=1              takes the start's month alone            → BYMONTH=1,…,12
///     FREQ=DAILY;BYMONTHDAY=-1              finds nothing                            → all days, ours taken from them
///     FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1    ignores BYSETPOS, but for months, years  → refused
///     …BYMONTHDAY=31,-1;BYSETPOS=-1         counts a day twice that has two names    → refused
///     FREQ=YEARLY;BYWEEKNO=1                forgets the days in the year before      → refused
struct LibicalRule {
  private let text: String
  private let frequency: String
  /// Weekdays from Monday, 0...6, without numbers such as that of `1MO`; empty without BYDAY.
  private let weekdays: [Int]
  private let weekStart: Int
  /// Days of the month that libical is not asked for, negative ones from its end; empty where any day will do.
  private let monthDays: [Int]

  /// - Parameter parts: the rule's parts by name, COUNT and UNTIL not among them; names and values in upper case.
  init(_ parts: [(name: String, value: String)]) {
    let value = { (name: String) in parts.first { $0.name == name }?.value }
    let numbers = { (name: String) in value(name)?.split(separator: ",").map { Int($0) ?? 0 } ?? [] }
    let frequency = value("FREQ") ?? ""
    let isFiltered = !["WEEKLY", "MONTHLY", "YEARLY"].contains(frequency) && numbers("BYMONTHDAY").contains { $0 < 0 }
    let takesAllMonths =
      frequency == "YEARLY" && value("BYMONTHDAY") != nil
      && !parts.contains { ["BYMONTH", "BYWEEKNO", "BYYEARDAY"].contains($0.name) }
    let kept = parts.filter { !isFiltered || $0.name != "BYMONTHDAY" }.map { "\($0.name)=\($0.value)" }
    monthDays = isFiltered ? numbers("BYMONTHDAY") : []
    text = (kept + (takesAllMonths ? ["BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12"] : [])).joined(separator: ";")
    weekdays = value("BYDAY")?.split(separator: ",").compactMap(weekdayNumber) ?? []
    weekStart = value("WKST").flatMap { weekdayNumber($0[...]) } ?? 0
    self.frequency = frequency
  }

  /// Whether libical would get a rule wrong because of one of its parts.
  static func isRefused(_ name: String, _ value: String, in parts: [(name: String, value: String)]) -> Bool {
    switch name {
    case "BYSETPOS":
      let monthDays = parts.first { $0.name == "BYMONTHDAY" }?.value.split(separator: ",") ?? []
      let hasLongPeriod = parts.contains { $0.name == "FREQ" && ["MONTHLY", "YEARLY"].contains($0.value) }
      return !hasLongPeriod || Set(monthDays.map { $0.hasPrefix("-") }).count > 1
    case "BYWEEKNO": return value.split(separator: ",").contains { !(2...51).contains(Int($0) ?? 0) }
    default: return false
    }
  }

  /// The wall times, from the start on, at which the rule repeats.
  func recurrences(from start: WallTime, ofDays: Bool, through last: WallTime) -> Recurrences {
    guard (last.seconds - start.seconds) / stride <= limit else { return .tooMany }
    let found = CalendarReading.recurrences(
      of: text, from: anchor(start), ofDays: ofDays, through: last, limit: limit)
    guard case .times(let times) = found else { return found }
    return .times(times.filter { $0 >= start && isOnMonthDay($0.day) })
  }

  private var limit: Int { 250_000 }

  /// Seconds from one period of the rule to the next, at least.
  private var stride: Int {
    ["SECONDLY": 1, "MINUTELY": 60, "HOURLY": 3600, "DAILY": 86_400, "WEEKLY": 7 * 86_400][frequency] ?? 28 * 86_400
  }

  /// The first weekday that the rule names, in the week of the start.
  private func anchor(_ start: WallTime) -> WallTime {
    let fromWeekStart = { (weekday: Int) in (weekday - weekStart + 7) % 7 }
    guard frequency == "WEEKLY", let first = weekdays.map(fromWeekStart).min() else { return start }
    return start.adding(days: first - fromWeekStart(start.day.weekday.rawValue - 1))
  }

  private func isOnMonthDay(_ day: Day) -> Bool {
    guard !monthDays.isEmpty else { return true }
    let (year, month, ofMonth) = day.components
    let fromEnd = day - Day(year, month, 1)!.adding(months: 1)
    return monthDays.contains(ofMonth) || monthDays.contains(fromEnd)
  }
}

/// `MO` is 0, `-1SU` is 6.
private func weekdayNumber(_ text: Substring) -> Int? {
  ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].firstIndex(of: String(text.suffix(2)))
}
