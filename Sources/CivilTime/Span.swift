/// A length of calendar time as people write it: `1 week`, `6 months`, `20 min`, `24 h`.
package struct Span: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case minutes, hours, days, weeks, months, years

    fileprivate var spellings: [String] {
      switch self {
      case .minutes: ["min", "mins", "minute", "minutes"]
      case .hours: ["h", "hour", "hours"]
      case .days: ["d", "day", "days"]
      case .weeks: ["w", "week", "weeks"]
      case .months: ["month", "months"]
      case .years: ["y", "year", "years"]
      }
    }
  }

  package var count: Int
  package var unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// A span of at least one unit, or `nil` where the text is none: `6 months`, `20min`.
  package init?(_ text: some StringProtocol) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let word = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    guard let count = decimal(digits.utf8), count > 0 else { return nil }
    guard let unit = Unit.allCases.first(where: { $0.spellings.contains(word) }) else { return nil }
    self.init(count, unit)
  }

  /// The length in minutes, or `nil` for months and years, which have none.
  package var minutes: Int? {
    switch unit {
    case .minutes: count
    case .hours: count * 60
    case .days: count * 1440
    case .weeks: count * 10_080
    case .months, .years: nil
    }
  }
}

extension Span: CustomStringConvertible {
  /// `1 week`, `20 min`, `24 h`.
  package var description: String {
    switch unit {
    case .minutes: "\(count) min"
    case .hours: "\(count) h"
    default: "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
    }
  }
}

extension Day {
  /// The day that lies a span later; hours and minutes count only as whole days.
  package func adding(_ span: Span, times: Int = 1) -> Day {
    switch span.unit {
    case .months: adding(months: span.count * times)
    case .years: adding(months: span.count * 12 * times)
    default: self + (span.minutes ?? 0) / 1440 * times
    }
  }
}
