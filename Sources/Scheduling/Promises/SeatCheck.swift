import CivilTime
import Diagnostics
import Roster

// Enough people, and turns of a length that people can live with.
extension PromiseChecks {
  /// A seat with fewer than four members; somebody who sits on two seats of a rota is half of a member of each.
  var seats: [Diagnostic] {
    schedule.rotas.flatMap { rota -> [Diagnostic] in
      let day = max(today, rota.turns.first?.turn.day ?? today)
      let current = rota.rota.seats.map { $0.members.filter { $0.isMember(from: day, through: day) }.map(\.person) }
      let places = Dictionary(current.joined().map { ($0, 1) }, uniquingKeysWith: +)
      return zip(rota.rota.seats, current).compactMap { seat, people in
        let size = people.reduce(Fraction.zero) { $0 + Fraction(1, places[$1] ?? 1) }
        return size < Fraction(4, 1) ? .fewMembers(seat, size, rota.rota) : nil
      }
    }
  }

  /// Turns shorter or longer than the rota's limits; on a support rota without limits of its own, than 4 to 7 days.
  var turnLengths: [Diagnostic] {
    schedule.rotas.compactMap { rota in
      guard let limits = rota.rota.turnLimits ?? (rota.rota.kind == .support ? 4...7 : nil) else { return nil }
      let odd = rota.turns.map(\.turn).filter { $0.end > asOf && !limits.contains($0.days) }
      return odd.isEmpty ? nil : .oddLength(odd, limits, rota.rota)
    }
  }
}

extension Diagnostic {
  fileprivate static func fewMembers(_ seat: Seat, _ size: Fraction, _ rota: Rota) -> Diagnostic {
    .warning(
      "rota-members", "'\(seat.id)' of \(rota.id) has fewer than four members: \(size.tenths)", at: seat.range,
      notes: [Note("with three, everybody serves every third turn, and one leave makes that every second")])
  }

  fileprivate static func oddLength(_ turns: [Turn], _ limits: ClosedRange<Int>, _ rota: Rota) -> Diagnostic {
    let first = turns[0]
    let more = turns.count > 1 ? " and \(turns.count - 1) more" : ""
    let reason =
      first.days > limits.upperBound
      ? "whoever is away from other work for longer loses touch with it"
      : "in less time nobody gets to the bottom of a request before handing it over"
    return .warning(
      "rota-turn",
      "'\(rota.id)' has turns outside \(limits.lowerBound) to \(limits.upperBound) days: \(first.days.of("day")) from \(first.day)\(more)",
      at: rota.range, notes: [Note(reason), Note("`turn_limits: [4 days, 3 weeks]` sets the rota's own limits")])
  }
}
