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

  /// Why nobody is on a seat at an instant at which nobody is.
  package func vacancy(of seat: Seat.ID, at instant: Instant) -> Vacancy {
    gap(of: seat, at: instant) == nil ? .offDuty : .gap
  }
}

/// Why nobody is on a seat, with the words where there is room for one or two.
package enum Vacancy: String, Sendable {
  /// Outside its hours a rota promises nobody.
  case offDuty = "off duty"
  /// Somebody was to be there.
  case gap = "nobody"
}
