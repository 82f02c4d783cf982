/// How long an event lasts, RFC 5545 3.3.6: days go by the wall clock, seconds are counted out.
///
///     Europe/London  2026-03-28 12:00 + P1D    →  2026-03-29 12:00 (23 hours later)
///     Europe/London  2026-03-28 12:00 + PT24H  →  2026-03-29 13:00
struct Length: Hashable {
  var days = 0
  var seconds = 0

  init(days: Int = 0, seconds: Int = 0) {
    self.days = days
    self.seconds = seconds
  }

  /// The length written `P2W`, `P1DT2H`, `PT45M` or with a sign, or `nil`.
  init?(_ text: some StringProtocol) {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    guard rest.first == "P" else { return nil }
    let halves = rest.dropFirst().split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = Length.sum(halves[0], ["W": 7, "D": 1]) else { return nil }
    guard let time = halves.count == 1 ? 0 : Length.sum(halves[1], ["H": 3600, "M": 60, "S": 1]) else { return nil }
    guard !halves.last!.isEmpty else { return nil }
    self.init(days: isNegative ? -date : date, seconds: isNegative ? -time : time)
  }

  var isPositive: Bool { days >= 0 && seconds >= 0 && (days, seconds) != (0, 0) }

  /// The number of whole days, or `nil` where the length is none.
  var wholeDays: Int? { seconds % 86_400 == 0 ? days + seconds / 86_400 : nil }

  /// The sum of numbers, each followed by one of the units.
  private static func sum(_ text: Substring, _ units: [Character: Int]) -> Int? {
    var (total, digits) = (0, "")
    for character in text {
      if let unit = units[character] {
        guard let count = decimal(digits.utf8) else { return nil }
        (total, digits) = (total + count * unit, "")
      } else {
        digits.append(character)
      }
    }
    return digits.isEmpty ? total : nil
  }

  private static func sum(_ text: some StringProtocol, _ units: [Character: Int]) -> Int? {
    sum(Substring(text), units)
  }
}
