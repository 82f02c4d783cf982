import CivilTime
import Roster
import Scheduling

/// What one person does in a seat without anybody in between: a turn, what covers leave of it, or a cover.
///
/// The hours of a turn that its rota does not cover belong to it, so that a week of working days is one service.
struct Service {
  var rota: RotaSchedule
  var seat: Seat
  var person: Person.ID
  var turn: Day
  var interval: Range<Instant>
  /// What it is made of, in order of time: between them the rota is not covered.
  var shifts: [Shift]
  var isProjected: Bool
  var isSwapped: Bool
  /// Whom a cover is for.
  var coveredFor: Person.ID?
  /// Who takes over within the turn.
  var followedBy: Person.ID?

  /// Every service of a schedule, by who does it, in order of time.
  static func all(_ schedule: Schedule) -> [Person.ID: [Service]] {
    let services = schedule.rotas.flatMap { rota in rota.rota.seats.flatMap { all(rota, $0) } }
    let sorted = services.sorted {
      ($0.interval.lowerBound, $0.rota.rota.id, $0.seat.id) < ($1.interval.lowerBound, $1.rota.rota.id, $1.seat.id)
    }
    return Dictionary(grouping: sorted, by: \.person)
  }

  /// Every service in one seat, in order of time.
  private static func all(_ rota: RotaSchedule, _ seat: Seat) -> [Service] {
    var services: [Service] = []
    for shift in rota.shifts where shift.seat == seat.id {
      let last = services.count - 1
      if last >= 0, services[last].goesOn(with: shift) {
        services[last].interval = services[last].interval.lowerBound..<shift.interval.upperBound
        services[last].shifts.append(shift)
        continue
      }
      if last >= 0, services[last].turn == shift.turn { services[last].followedBy = shift.person }
      services.append(Service(shift, rota, seat))
    }
    return lastingAsTurnsDo(services, rota)
  }

  private init(_ shift: Shift, _ rota: RotaSchedule, _ seat: Seat) {
    self.rota = rota
    self.seat = seat
    person = shift.person
    turn = shift.turn
    interval = shift.interval
    shifts = [shift]
    isProjected = shift.status == .projected
    isSwapped = shift.change == .swap
    coveredFor = shift.coveredFor
  }

  /// Whether the person is on duty at an instant: not in the hours of a turn that its rota does not cover.
  func isOnDuty(at instant: Instant) -> Bool { shifts.contains { $0.interval.contains(instant) } }

  private func goesOn(with shift: Shift) -> Bool {
    turn == shift.turn && person == shift.person && coveredFor == shift.coveredFor
  }

  /// The first service of a turn begins with it, and the last one ends with it, whatever hours are covered; a cover has
  /// the hours that were asked for.
  private static func lastingAsTurnsDo(_ services: [Service], _ rota: RotaSchedule) -> [Service] {
    let turns = Dictionary(rota.turns.map { ($0.turn.day, $0.turn.interval) }, uniquingKeysWith: { first, _ in first })
    return services.indices.map { index in
      var service = services[index]
      guard service.coveredFor == nil, let turn = turns[service.turn] else { return service }
      let isFirst = index == 0 || services[index - 1].turn != service.turn
      let isLast = index == services.count - 1 || services[index + 1].turn != service.turn
      let start = isFirst ? turn.lowerBound : service.interval.lowerBound
      service.interval = start..<(isLast ? turn.upperBound : service.interval.upperBound)
      return service
    }
  }
}
