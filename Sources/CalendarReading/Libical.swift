private import CLibical
import CivilTime
private import Glibc
private import Synchronization

/// libical keeps its errors and settings in globals: one caller at a time.
private let libical = Mutex<Void>(())

/// Whether libical can read the value of an RRULE.
func isRecurrenceRule(_ text: String) -> Bool {
  libical.withLock { _ in
    guard let rule = parsedRule(text) else { return false }
    free(rule.rscale)
    return true
  }
}

/// What following a rule comes to.
enum Recurrences {
  /// Ascending, each once.
  case times([WallTime])
  /// More than the limit.
  case tooMany
  /// libical sees that nothing can match, for instance 30 February.
  case impossible
}

/// The wall times at which a rule repeats.
///
/// - Parameters:
///   - rule: an RRULE's value without COUNT and UNTIL.
///   - start: where the rule begins to count; it is not an occurrence unless the rule says so.
///   - ofDays: whether occurrences are days, so that the time of day counts for nothing.
///   - last: the last wall time that may be an occurrence.
///   - limit: the most occurrences.
func recurrences(
  of rule: String, from start: WallTime, ofDays: Bool, through last: WallTime, limit: Int
) -> Recurrences {
  libical.withLock { _ in
    // The last time is libical's own UNTIL, so that a rule which never matches is not tried for six centuries.
    guard var parsed = parsedRule(rule) else { return .impossible }
    defer { free(parsed.rscale) }
    parsed.until = icaltimetype(last, isDay: ofDays)
    guard let iterator = icalrecur_iterator_new(parsed, icaltimetype(start, isDay: ofDays)) else {
      return .impossible
    }
    defer { icalrecur_iterator_free(iterator) }
    var times: Set<WallTime> = []
    for _ in 0...limit {
      let next = icalrecur_iterator_next(iterator)
      guard icaltime_is_null_time(next) == 0 else { return .times(times.sorted()) }
      if let time = WallTime(next), (start...max(start, last)).contains(time) { times.insert(time) }
    }
    return .tooMany
  }
}

/// The caller frees `rscale`.
private func parsedRule(_ text: String) -> icalrecurrencetype? {
  icalerror_set_errors_are_fatal(0)
  let rule = icalrecurrencetype_from_string(text)
  guard rule.freq != ICAL_NO_RECURRENCE else {
    free(rule.rscale)
    return nil
  }
  return rule
}

extension icaltimetype {
  fileprivate init(_ time: WallTime, isDay: Bool) {
    self = icaltime_null_time()
    let (year, month, day) = time.day.components
    (self.year, self.month, self.day) = (Int32(year), Int32(month), Int32(day))
    is_date = isDay ? 1 : 0
    guard !isDay else { return }
    let ofDay = Int32(time.ofDay)
    (hour, minute, second) = (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
  }
}

extension WallTime {
  fileprivate init?(_ time: icaltimetype) {
    guard let day = Day(Int(time.year), Int(time.month), Int(time.day)) else { return nil }
    guard time.is_date == 0 else {
      self.init(day: day)
      return
    }
    self.init(day: day, ofDay: Int(time.hour) * 3600 + Int(time.minute) * 60 + Int(time.second))
  }
}
