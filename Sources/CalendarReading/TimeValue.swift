import CivilTime

/// A DATE or DATE-TIME as it is written, RFC 5545 3.3.4 and 3.3.5.
enum TimeValue: Hashable {
  /// `20261224`
  case day(Day)
  /// `20261224T090000`: on a clock that a TZID names, or on nobody's.
  case wall(WallTime)
  /// `20261224T090000Z`
  case utc(Instant)

  /// A leap second counts as the second before it.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, let day = Day(basic: bytes[..<8]) else { return nil }
    if bytes.count == 8 {
      self = .day(day)
      return
    }
    guard bytes.count == 15 || (bytes.count == 16 && bytes[15] == UInt8(ascii: "Z")), bytes[8] == UInt8(ascii: "T"),
      let hour = decimal(bytes[9..<11]), let minute = decimal(bytes[11..<13]), let second = decimal(bytes[13..<15]),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    let wall = WallTime(day: day, ofDay: hour * 3600 + minute * 60 + min(second, 59))
    self = bytes.count == 16 ? .utc(Instant(seconds: wall.seconds)) : .wall(wall)
  }

  var isDay: Bool {
    if case .day = self { return true }
    return false
  }
}

extension Day {
  /// The day written `20261224`.
  fileprivate init?(basic bytes: ArraySlice<UInt8>) {
    let first = bytes.startIndex
    guard let year = decimal(bytes[first..<first + 4]), let month = decimal(bytes[first + 4..<first + 6]),
      let day = decimal(bytes[first + 6..<first + 8])
    else { return nil }
    self.init(year, month, day)
  }
}

/// A number of one to nine ASCII digits, or `nil`.
func decimal(_ bytes: some Collection<UInt8>) -> Int? {
  guard (1...9).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
}
