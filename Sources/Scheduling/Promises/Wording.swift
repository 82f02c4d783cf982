/// Lengths of time in words.
enum Minutes {
  /// `45 min`, `64 h`, `1 h 30 min`.
  static func words(_ minutes: Int) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return [hours > 0 ? "\(hours) h" : nil, rest > 0 || hours == 0 ? "\(rest) min" : nil].compactMap { $0 }.joined(
      separator: " ")
  }
}

extension Int {
  /// `1 turn`, `3 turns`.
  func of(_ word: String) -> String { "\(self) \(word)\(self == 1 ? "" : "s")" }

  /// What follows the first of so many: nothing, `, and 1 more time`, `, and 3 more times`.
  var furtherTimes: String { self > 1 ? ", and " + (self - 1).of("more time") : "" }
}
