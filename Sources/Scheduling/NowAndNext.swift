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
}
