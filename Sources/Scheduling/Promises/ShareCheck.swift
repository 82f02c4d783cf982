import CivilTime
import Diagnostics
import Roster

// Nobody is more than a turn off his share of a year.
extension PromiseChecks {
  var shares: [Diagnostic] {
    Fairness(schedule, organisation: organisation, asOf: asOf, today: today).rotas.flatMap { rota in
      rota.seats.flatMap { seat in
        seat.people.filter { $0.isMember && !$0.isWithinTarget }.map { .offShare($0, seat.seat, rota.rota) }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func offShare(_ row: PersonFairness, _ seat: Seat, _ rota: Rota) -> Diagnostic {
    let had = rota.balance == .days ? "\(row.days) days" : "\(row.turns) turns"
    return .warning(
      "rota-share", "'\(row.person)' had \(had) as \(seat.id) on \(rota.id) in a year, of a share of \(row.share.tenths)",
      at: seat.member(row.person)?.range ?? seat.range,
      notes: [Note("more than one turn off is worth asking why: swaps, covers, or turns set by hand")])
  }
}
