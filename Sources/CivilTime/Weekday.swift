/// A day of the week, in ISO 8601's order: Monday is 1.
package enum Weekday: Int, Hashable, Comparable, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// `Monday`.
  package var name: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
  }

  /// `Mon`.
  package var shortName: String { String(name.prefix(3)) }

  /// A weekday from its English name or its first three letters, in any case.
  package init?(name text: some StringProtocol) {
    let wanted = text.lowercased()
    guard let found = Weekday.allCases.first(where: { [$0.name, $0.shortName].contains { $0.lowercased() == wanted } })
    else { return nil }
    self = found
  }

  package static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

extension Day {
  /// `January`, for a month of 1...12.
  package static func monthName(_ month: Int) -> String {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ][month - 1]
  }

  /// `Mon 23 Nov 2026`.
  package var words: String {
    let (year, month, day) = components
    return "\(weekday.shortName) \(day) \(Day.monthName(month).prefix(3)) \(year)"
  }
}
