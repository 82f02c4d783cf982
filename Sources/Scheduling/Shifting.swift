import CivilTime
import Diagnostics
import Roster

// From turns to shifts: hours and holidays cut the time, covers the people.
extension Desk {
  func schedule(rota: Int, asOf: Instant, _ collector: DiagnosticCollector) -> RotaSchedule {
    let state = rotas[rota]
    let covers = state.rota.seats.indices.map { self.covers(rota: rota, seat: $0, asOf: asOf, collector) }
    var shifts: [(seat: Int, shift: Shift)] = []
    var withdrawn: [WithdrawnShift] = []
    var gaps: [(seat: Int, gap: Gap)] = []
    let today = state.rota.zone.local(asOf).day
    let asked = state.turns.indices.filter(state.isAsked)
    for (turn, slots) in asked.map({ (state.turns[$0], state.slots[$0]) }) {
      let pieces = state.covered.pieces(of: turn)
      for (seat, slot) in slots.enumerated() {
        if let person = slot.holder.person {
          shifts += pieces.flatMap { self.shifts(turn, slot.holder, person, $0, covers[seat]) }.map { (seat, $0) }
          withdrawn += pieces.flatMap {
            self.withdrawn(turn, slot.holder, person, $0, covers[seat], today: today)
          }
        } else {
          let why = "nobody can take the turn of \(turn.day)"
          gaps += pieces.map { (seat, Gap(seat: slot.holder.seat, interval: $0.interval, why: why)) }
        }
      }
    }
    gaps += declaredGaps(rota).map { (-1, $0) }
    return RotaSchedule(
      rota: state.rota,
      turns: asked.map(state.scheduled),
      shifts: shifts.sorted { ($0.shift.interval.lowerBound, $0.seat) < ($1.shift.interval.lowerBound, $1.seat) }.map(
        \.shift),
      gaps: gaps.sorted { ($0.gap.interval.lowerBound, $0.seat) < ($1.gap.interval.lowerBound, $1.seat) }.map(\.gap),
      withdrawn: withdrawn,
      following: state.turns.indices.last.flatMap { state.isAsked($0) ? nil : state.scheduled($0) },
      plannedUntil: asked.last(where: { isPublished(rota, $0) }).map { state.turns[$0] })
  }

  private func isPublished(_ rota: Int, _ turn: Int) -> Bool {
    rotas[rota].slots[turn].allSatisfy { $0.holder.status == .published }
  }

  private func shifts(_ turn: Turn, _ holder: Holder, _ person: Person.ID, _ piece: CoveredPiece, _ covers: [Cover])
    -> [Shift]
  {
    let touching = covers.filter { $0.interval.overlaps(piece.interval) }
    return piece.stints(holder: person, covers: touching) { touching[$0].isInForce }.map { stint in
      shift(turn, holder, person, piece, stint, touching)
    }
  }

  private func shift(
    _ turn: Turn, _ holder: Holder, _ person: Person.ID, _ piece: CoveredPiece, _ stint: Stint, _ touching: [Cover]
  ) -> Shift {
    let decisions = holder.decisions + touching.flatMap(\.decisions)
    return Shift(
      seat: holder.seat, person: stint.person, interval: stint.interval, turn: turn.day,
      piece: stint.part == 1 ? "\(piece.number)" : "\(piece.number).\(stint.part)", status: holder.status,
      change: stint.isCover ? .cover : holder.swaps.isEmpty ? nil : .swap, coveredFor: stint.isCover ? person : nil,
      revision: decisions.count, decided: decisions.max())
  }

  /// The parts of a published piece that covers once cut and that are no more.
  private func withdrawn(
    _ turn: Turn, _ holder: Holder, _ person: Person.ID, _ piece: CoveredPiece, _ covers: [Cover], today: Day
  ) -> [WithdrawnShift] {
    let touching = covers.filter { $0.interval.overlaps(piece.interval) }
    guard !touching.isEmpty, holder.status == .published else { return [] }
    return piece.dissolved(holder: person, covers: touching).filter { today < $0.day + 14 }.map { stint, day in
      WithdrawnShift(shift: shift(turn, holder, person, piece, stint, touching), day: day)
    }
  }

  /// The time between two turns for which a turn calendar says that nobody serves.
  private func declaredGaps(_ rota: Int) -> [Gap] {
    let state = rotas[rota]
    return zip(state.turns, state.turns.dropFirst()).flatMap { before, after -> [Gap] in
      guard before.end < after.start else { return [] }
      return state.covered.pieces(of: before.end..<after.start, from: before.endDay).map {
        Gap(seat: nil, interval: $0.interval, why: "no turn between \(before.endDay) and \(after.day)")
      }
    }
  }
}
