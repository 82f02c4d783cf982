import CivilTime
import Diagnostics
import Roster

// Nobody is more than two turns off his share of a year. One turn is what the order itself and a leave that is made up
// may bring about; the page of fairness marks it.
extension PromiseChecks {
  var shares: [Diagnostic] {
    Fairness(schedule, organisation: organisation, asOf: asOf, today: today).rotas.flatMap { rota in
      rota.seats.flatMap { seat in
        seat.people.filter { $0.isMember && isFarOff($0, rota.rota) }.map { .offShare($0, seat.seat, rota.rota) }
      }
    }
  }

  private func isFarOff(_ row: PersonFairness, _ rota: Rota) -> Bool {
    let limit = Fraction(rota.balance == .days ? 2 * rota.commonestLength : 2, 1)
    return limit < row.difference || row.difference < .zero - limit
  }
}

extension Diagnostic {
  fileprivate static func offShare(_ row: PersonFairness, _ seat: Seat, _ rota: Rota) -> Diagnostic {
    let had = rota.balance == .days ? row.days.of("day") : row.turns.of("turn")
    return .warning(
      "rota-share",
      "'\(row.person)' had \(had) as \(seat.id) on \(rota.id) in a year, of a share of \(row.share.tenths)",
      at: seat.member(row.person)?.range ?? seat.range,
      notes: [Note("more than two turns off is worth asking why: swaps, covers, or turns set by hand")])
  }
}
