import CivilTime
import Diagnostics
import Roster

// From turns to shifts: hours and holidays cut the time, covers the people.
extension Desk {
  func schedule(rota: Int, asOf: Instant, _ collector: DiagnosticCollector) -> RotaSchedule {
    let state = rotas[rota]
    let covers = state.rota.seats.indices.map { self.covers(rota: rota, seat: $0, asOf: asOf, collector) }
    var shifts: [(seat: Int, shift: Shift)] = []
    var gaps: [(seat: Int, gap: Gap)] = []
    for (turn, slots) in zip(state.turns, state.slots) {
      let pieces = state.covered.pieces(of: turn)
      for (seat, slot) in slots.enumerated() {
        if let person = slot.holder.person {
          shifts += pieces.flatMap { self.shifts(turn, slot.holder, person, $0, covers[seat]) }.map { (seat, $0) }
        } else {
          let why = "nobody can take the turn of \(turn.day)"
          gaps += pieces.map { (seat, Gap(seat: slot.holder.seat, interval: $0.interval, why: why)) }
        }
      }
    }
    gaps += declaredGaps(rota).map { (-1, $0) }
    return RotaSchedule(
      rota: state.rota,
      turns: state.turns.indices.map { turn in
        ScheduledTurn(
          turn: state.turns[turn], holders: state.slots[turn].map(\.holder), shadows: state.shadows[turn])
      },
      shifts: shifts.sorted { ($0.shift.interval.lowerBound, $0.seat) < ($1.shift.interval.lowerBound, $1.seat) }.map(
        \.shift),
      gaps: gaps.sorted { ($0.gap.interval.lowerBound, $0.seat) < ($1.gap.interval.lowerBound, $1.seat) }.map(\.gap),
      plannedUntil: state.turns.indices.last(where: { isPublished(rota, $0) }).map { state.turns[$0] })
  }

  private func isPublished(_ rota: Int, _ turn: Int) -> Bool {
    rotas[rota].slots[turn].allSatisfy { $0.holder.status == .published }
  }

  private func shifts(_ turn: Turn, _ holder: Holder, _ person: Person.ID, _ piece: CoveredPiece, _ covers: [Cover])
    -> [Shift]
  {
    let touching = covers.filter { $0.interval.overlaps(piece.interval) }
    let decisions = holder.decided.map { [$0] } ?? []
    let repaired = holder.status == .published && holder.reason == .repaired ? 1 : 0
    let decided = (decisions + holder.swaps + touching.map(\.change.made)).max()
    return piece.stints(holder: person, covers: touching).enumerated().map { place, stint in
      Shift(
        seat: holder.seat, person: stint.person, interval: stint.interval, turn: turn.day,
        piece: place == 0 ? "\(piece.number)" : "\(piece.number).\(place + 1)", status: holder.status,
        change: stint.isCover ? .cover : holder.swaps.isEmpty ? nil : .swap, coveredFor: stint.isCover ? person : nil,
        revision: decisions.count + repaired + holder.swaps.count + touching.count, decided: decided)
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
