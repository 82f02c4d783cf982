import CivilTime
import Roster

/// Counts one rota's turns and shifts.
struct RotaTally {
  let schedule: RotaSchedule
  let organisation: Organisation
  let asOf: Instant
  let today: Day

  var rota: Rota { schedule.rota }
  var window: ClosedRange<Day> { today.adding(months: -12) + 1...today }

  var fairness: RotaFairness {
    let late = lateChanges
    let served = Dictionary(grouping: schedule.shifts) { Slot(seat: $0.seat, turn: $0.turn) }
    return RotaFairness(
      rota: rota, window: window, seats: rota.seats.indices.map { seat(at: $0, served, late) }, lateChanges: late,
      capacity: Capacity(of: rota, organisation, on: today))
  }

  private struct Slot: Hashable {
    var seat: Seat.ID
    var turn: Day
  }

  private func seat(at place: Int, _ served: [Slot: [Shift]], _ late: [LateChange]) -> SeatFairness {
    let seat = rota.seats[place]
    var tally = SeatTally(rota: rota, seat: seat, organisation: organisation)
    for turn in schedule.turns {
      let holder = turn.holders[place]
      let shifts = served[Slot(seat: seat.id, turn: turn.turn.day)] ?? []
      guard turn.turn.start <= asOf else {
        tally.plan(turn.turn, for: holder.person)
        continue
      }
      guard let person = RotaTally.credited(holder, shifts) else { continue }
      tally.begin(turn.turn, for: person)
      guard window.contains(turn.turn.day) else { continue }
      tally.count(turn, holder, for: person)
      for shift in shifts { tally.count(shift, before: asOf) }
    }
    for change in late where change.seat == seat.id { tally.count(change) }
    return tally.fairness(on: today)
  }

  /// Whom a turn counts for: whoever serves more than half of its covered time, else its holder.
  private static func credited(_ holder: Holder, _ shifts: [Shift]) -> Person.ID? {
    let times = shifts.map { ($0.person, $0.interval.seconds) }
    let total = times.reduce(0) { $0 + $1.1 }
    let byPerson = Dictionary(times, uniquingKeysWith: +)
    return byPerson.first { 2 * $0.value > total }?.key ?? holder.person
  }
}

extension Range where Bound == Instant {
  var seconds: Int { upperBound.seconds - lowerBound.seconds }
}

extension RotaTally {
  /// A change is late where it is made less than 14 days before the turn that it changes, or the cover, begins. A plan's
  /// line written after its turn only records what was.
  fileprivate var lateChanges: [LateChange] {
    let found = lateLines + organisation.changesInForce.filter { $0.rota == rota.id }.flatMap(late)
    return found.filter { $0.ahead < 14 && window.contains($0.made) }.sorted {
      ($0.made, $0.turn, $0.seat, $0.kind.rawValue) < ($1.made, $1.turn, $1.seat, $1.kind.rawValue)
    }
  }

  private var lateLines: [LateChange] {
    schedule.turns.flatMap { turn in
      turn.holders.compactMap { holder -> LateChange? in
        guard let made = holder.decided, let person = holder.planned, made < turn.turn.endDay else { return nil }
        return LateChange(
          kind: .plan, seat: holder.seat, turn: turn.turn.day, person: person, made: made, ahead: turn.turn.day - made)
      }
    }
  }

  private func late(_ change: Change) -> [LateChange] {
    switch change.action {
    case .swap(let first, let second):
      [first, second].compactMap { day in
        let turn = schedule.turns.first { $0.turn.day == day }
        guard let person = turn?.holders.first(where: { $0.seat == change.seat })?.person else { return nil }
        return LateChange(
          kind: .swap, seat: change.seat, turn: day, person: person, made: change.made, ahead: day - change.made)
      }
    case .cover(let from, _, let person, _):
      schedule.turns.first { $0.turn.interval.contains(rota.zone.instant(from)) }.map { turn in
        [
          LateChange(
            kind: .cover, seat: change.seat, turn: turn.turn.day, person: person, made: change.made,
            ahead: from.day - change.made)
        ]
      } ?? []
    }
  }
}
