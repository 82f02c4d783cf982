import CivilTime
import Roster

/// What a rota costs its team.
package struct Capacity: Hashable, Sendable {
  package var seats: Int
  /// The people of the rota's team on the as-of day; where it names no team, its members.
  package var people: Int
  /// Seats for each of the people: the part of the team's time that the rota takes. A team of five with one seat gives a
  /// fifth.
  package var cost: Fraction
  /// The quarter of the as-of day: `2026 Q4`.
  package var quarter: String
  /// Working days, Monday to Friday without the rota's public holidays, in that quarter, times the seats.
  package var engineerDays: Int

  /// How many people it takes for the rota to cost a tenth of their time: with fewer it is worth asking whether faults
  /// are what holds the team up.
  package var peopleForATenth: Int { seats * 10 }
  /// Whether the rota takes more than a tenth of the team's time.
  package var isAboveATenth: Bool { people < peopleForATenth }
}

extension Capacity {
  init(of rota: Rota, _ organisation: Organisation, on today: Day) {
    seats = rota.seats.count
    people = rota.team.map { team in organisation.people.count { $0.team == team && $0.isHere(on: today) } } ?? 0
    if people == 0 {
      let members = rota.seats.flatMap { $0.members.filter { $0.isMember(from: today, through: today) } }
      people = max(1, Set(members.map(\.person)).count)
    }
    cost = Fraction(seats, people)
    quarter = today.quarter
    engineerDays = seats * Capacity.workingDays(of: rota, inQuarterOf: today)
  }

  private static func workingDays(of rota: Rota, inQuarterOf today: Day) -> Int {
    let (year, month, _) = today.components
    guard let first = Day(year, (month - 1) / 3 * 3 + 1, 1) else { return 0 }
    let holidays = rota.holidays?.calendar.days ?? [:]
    return (0..<(first.adding(months: 3) - first)).count {
      (first + $0).weekday < .saturday && holidays[first + $0] == nil
    }
  }
}

extension Person {
  /// Whether the person is in the company on a day.
  func isHere(on day: Day) -> Bool { (joined.map { $0 <= day } ?? true) && (left.map { day <= $0 } ?? true) }
}
