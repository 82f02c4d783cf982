package import CivilTime
package import Roster

extension RotaSchedule {
  /// The shifts of a seat that have not ended at an instant.
  package func shifts(of seat: Seat.ID, notEndedAt instant: Instant) -> [Shift] {
    shifts.filter { $0.seat == seat && $0.interval.upperBound > instant }
  }

  /// Who serves a seat at an instant, and who serves it next: somebody else, or, where nobody is on, whoever begins first.
  package func nowAndNext(_ seat: Seat.ID, at instant: Instant) -> (now: Shift?, next: Shift?) {
    let coming = shifts(of: seat, notEndedAt: instant)
    guard let first = coming.first, first.interval.contains(instant) else { return (nil, coming.first) }
    return (first, coming.first { $0.person != first.person })
  }

  /// The gap that an instant lies in: time that somebody was to be there.
  package func gap(of seat: Seat.ID, at instant: Instant) -> Gap? {
    gaps.first { $0.interval.contains(instant) && ($0.seat ?? seat) == seat }
  }

  /// What is said of a seat on which nobody is at an instant: outside its hours a rota promises nobody.
  package func absence(of seat: Seat.ID, at instant: Instant) -> Absence {
    gap(of: seat, at: instant) == nil ? .offDuty : .gap
  }
}

/// Why nobody is on a seat, in the words of everything that has room for one or two.
package enum Absence: String, Sendable {
  case offDuty = "off duty"
  case gap = "nobody"
}
