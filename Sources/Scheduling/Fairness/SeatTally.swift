import CivilTime
import Roster

/// Gathers what the people of one seat have had.
struct SeatTally {
  let rota: Rota
  let seat: Seat
  private let organisation: Organisation
  private let covered: CoveredTime
  private let holidays: Set<Day>
  private var turns = 0
  private var people: [Person.ID: PersonFairness] = [:]
  private var weekendsSeen: [Person.ID: Set<Day>] = [:]
  private var holidaysSeen: [Person.ID: Set<Day>] = [:]
  /// For each person, how much there was to share among people of a weight together: by that weight.
  private var shared: [Person.ID: [Int: Int]] = [:]

  init(rota: Rota, seat: Seat, organisation: Organisation) {
    self.rota = rota
    self.seat = seat
    self.organisation = organisation
    covered = CoveredTime(rota: rota, all: organisation.rotas)
    let givers = organisation.rotas.filter { $0.holidays?.effect == .handover(to: rota.id) }
    holidays = Set(([rota] + givers).flatMap { $0.holidays?.calendar.days.keys.map { $0 } ?? [] })
  }

  /// A turn still to come.
  mutating func plan(_ turn: Turn, for person: Person.ID?) {
    guard let person, self[person].nextTurn == nil else { return }
    self[person].nextTurn = turn
  }

  /// A turn that has begun, in the window or before it.
  mutating func begin(_ turn: Turn, for person: Person.ID) { self[person].lastTurn = turn }

  mutating func count(_ turn: ScheduledTurn, _ holder: Holder, for person: Person.ID) {
    turns += 1
    self[person].turns += 1
    self[person].days += turn.turn.days
    if let group = holder.reason.neededGroup, let planned = holder.planned {
      self[planned].extraTurns[group, default: 0] += 1
    }
    share(turn, servedBy: person)
  }

  mutating func count(_ shift: Shift, before asOf: Instant) {
    guard
      let served = shift.interval.clamped(toNonEmpty: shift.interval.lowerBound..<max(asOf, shift.interval.lowerBound))
    else { return }
    self[shift.person].minutes += served.seconds / 60
    var day = rota.zone.local(served.lowerBound).day
    let last = rota.zone.local(Instant(seconds: served.upperBound.seconds - 1)).day
    while day <= last {
      if day.weekday >= .saturday { weekendsSeen[shift.person, default: []].insert(day.monday) }
      if holidays.contains(day) { holidaysSeen[shift.person, default: []].insert(day) }
      day = day + 1
    }
  }

  mutating func count(_ change: LateChange) { self[change.person].lateChanges += 1 }

  private subscript(person: Person.ID) -> PersonFairness {
    get { people[person] ?? PersonFairness(person: person, isMember: false) }
    set { people[person] = newValue }
  }
}

// Shares.
extension SeatTally {
  /// Parts a turn among those who were available; where nobody was, it is the share of whoever served.
  private mutating func share(_ turn: ScheduledTurn, servedBy person: Person.ID) {
    let amount = rota.balance == .days ? turn.turn.days : 1
    let available = seat.members.filter { isAvailable($0, turn) }
    guard !available.isEmpty else {
      self[person].share = self[person].share + Fraction(amount, 1)
      return
    }
    let together = available.reduce(0) { $0 + $1.weight.tenThousandths }
    for member in available { shared[member.person, default: [:]][together, default: 0] += amount }
  }

  private func isAvailable(_ member: Member, _ turn: ScheduledTurn) -> Bool {
    guard member.isMember(from: turn.turn.day, through: turn.turn.lastDay),
      !turn.shadows.contains(where: { $0.person == member.person && $0.seat == seat.shadow })
    else { return false }
    guard let person = organisation.person(member.person),
      person.leave.contains(where: { $0.days.lowerBound < turn.turn.endDay && turn.turn.day <= $0.days.upperBound })
    else { return true }
    return !covered.days(of: turn.turn).contains(where: person.isOnLeave)
  }

  func fairness(on today: Day) -> SeatFairness {
    let listed = seat.members.map(\.person)
    let others = people.keys.filter { !listed.contains($0) }.sorted()
    let current = seat.members.filter { $0.isMember(from: today, through: today) }
    let rows = (listed + others).map { person -> PersonFairness in
      let isMember = current.contains { $0.person == person }
      return row(person, isMember: isMember)
    }
    return SeatFairness(
      seat: seat, turns: turns, interval: current.count,
      people: rows.filter { $0.isMember || $0.turns > 0 || $0.minutes > 0 || $0.share > .zero || $0.nextTurn != nil })
  }

  private func row(_ person: Person.ID, isMember: Bool) -> PersonFairness {
    var row = self[person]
    row.isMember = isMember
    let weight = seat.member(person)?.weight.tenThousandths ?? 0
    for (together, amount) in shared[person] ?? [:] { row.share = row.share + Fraction(weight * amount, together) }
    let isInDays = rota.balance == .days
    row.difference = Fraction(isInDays ? row.days : row.turns, 1) - row.share
    let limit = Fraction(isInDays ? rota.commonestLength : 1, 1)
    row.isWithinTarget = row.difference <= limit && Fraction.zero - limit <= row.difference
    row.weekends = weekendsSeen[person]?.count ?? 0
    row.holidays = holidaysSeen[person]?.count ?? 0
    return row
  }
}

extension Seat {
  /// The seat beside it, of those who learn: `engineer/shadow`.
  var shadow: Seat.ID { Seat.ID("\(id)/shadow") }
}
