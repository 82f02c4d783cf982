/// A point in time, the same all over the world, to the second.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package var seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// The instant written `2026-11-23T16:00:00Z`, `2026-11-23T16:00Z` or with an offset such as `-06:00`, or `nil`.
  package init?(iso text: some StringProtocol) {
    guard let separator = text.firstIndex(where: { $0 == "T" || $0 == " " }), let day = Day(iso: text[..<separator])
    else { return nil }
    let rest = text[text.index(after: separator)...]
    guard let zone = rest.firstIndex(where: { "Z+-".contains($0) }), let offset = Instant.offset(rest[zone...]) else {
      return nil
    }
    let clock = rest[..<zone].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2 || clock.count == 3, let time = TimeOfDay(clock[0] + ":" + clock[1]) else { return nil }
    guard let second = clock.count == 3 ? decimal(clock[2].utf8) : 0, second < 60 else { return nil }
    self.init(seconds: day.number * 86_400 + time.minutes * 60 + second - offset)
  }

  private static func offset(_ text: Substring.SubSequence) -> Int? {
    if text == "Z" { return 0 }
    guard let time = TimeOfDay(text.dropFirst()) else { return nil }
    return (text.first == "-" ? -60 : 60) * time.minutes
  }

  private static func offset(_ text: some StringProtocol) -> Int? { offset(Substring(text)) }

  package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}

extension Instant: CustomStringConvertible {
  /// `2026-11-23T16:00:00Z`.
  package var description: String {
    let day = Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    let ofDay = seconds - day.number * 86_400
    return "\(day)T\(padded(ofDay / 3600, 2)):\(padded(ofDay / 60 % 60, 2)):\(padded(ofDay % 60, 2))Z"
  }
}
