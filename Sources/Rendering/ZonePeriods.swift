import CivilTime

extension Zone {
  /// What the browser needs to tell times on the zone's clocks: the offsets that hold at instants in ascending order, each
  /// by the minute since 1970 from which it holds, in minutes, and with its name in the words of a time.
  ///
  ///     [[29832240, -360, "GMT-6"], [30083520, -300, "GMT-5"]]
  func periods(at instants: some Sequence<Instant>) -> JSONValue {
    var periods: [JSONValue] = []
    var offset: Int?
    for instant in instants {
      let minutes = self.offset(at: instant) / 60
      guard minutes != offset else { continue }
      offset = minutes
      periods.append(.array([.integer(instant.minute), .integer(minutes), .string(abbreviation(at: instant))]))
    }
    return .array(periods)
  }
}

extension Instant {
  /// Whole minutes since 1970-01-01T00:00Z.
  var minute: Int { seconds / 60 }
}
