package import CivilTime
package import Diagnostics

/// Somebody who serves, or who is named on the site.
package struct Person: Sendable {
  /// The key under which the person stands in people.yml: `ana`.
  package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String
    package init(_ text: String) { description = text }
    package static func < (a: ID, b: ID) -> Bool { a.description < b.description }
  }

  package var id: ID
  package var name: String
  package var team: Team.ID?
  package var zone: Zone
  /// For colleagues who read the site; never in feeds.
  package var email: String?
  package var chat: String?
  package var skills: [String] = []
  /// The groups that composition rules speak of.
  package var groups: [String] = []
  /// The share of a full turn load, above 0 and at most 1.
  package var weight = Weight.full
  package var pageableChecked: Day?
  /// Why this person is on no rota.
  package var exempt: String?
  package var joined: Day?
  /// The last day in the company.
  package var left: Day?
  package var leave: [Leave] = []
  package var range: SourceRange
}

extension Person {
  /// `AR` for Ana Ruiz: the first letters of the first and the last word.
  package var initials: String {
    let words = name.split(separator: " ")
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first.map(String.init) }
    return letters.joined().uppercased()
  }

  package func isOnLeave(_ day: Day) -> Bool { leave.contains { $0.days.contains(day) } }
}

/// Days off, both ends included.
package struct Leave: Sendable {
  package var days: ClosedRange<Day>
  /// Whether turns missed are made up; `nil` leaves it to the length: yes up to 28 days.
  package var makeup: Bool?
  package var note: String?
  package var range: SourceRange
}

/// A part of a full load, as an exact fraction.
package struct Weight: Hashable, Sendable {
  package var numerator: Int
  package var denominator: Int

  package static let full = Weight(numerator: 1, denominator: 1)

  package init(numerator: Int, denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A weight above 0 and at most 1 written as a decimal of at most four places, or `nil`.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0].isEmpty ? "0" : parts[0]), whole >= 0 else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.count <= 4, fraction.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    let denominator = fraction.reduce(1) { scale, _ in scale * 10 }
    let numerator = whole * denominator + (Int(fraction) ?? 0)
    guard numerator > 0, numerator <= denominator else { return nil }
    let divisor = Weight.greatestCommonDivisor(numerator, denominator)
    self.init(numerator: numerator / divisor, denominator: denominator / divisor)
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }
}

extension Weight: CustomStringConvertible {
  /// `0.5`, `1`.
  package var description: String {
    guard denominator > 1 else { return "1" }
    let decimals = String(10_000 + numerator * 10_000 / denominator).dropFirst()
    return "0." + decimals.reversed().drop { $0 == "0" }.reversed()
  }
}
