import CivilTime
import Diagnostics
import Roster

// Whoever is new stands beside the holder first.
extension Desk {
  /// Takes the shadows that a plan names.
  mutating func takeShadow(_ line: PublishedPlan.Line, rota: Int, turn: Int, seat: Int) {
    let shadow = ScheduledTurn.Shadow(seat: line.seat, person: line.person, status: .published)
    rotas[rota].shadows[turn].append(shadow)
    rotas[rota].shadowsLeft[seat][line.person, default: 0] -= 1
  }

  /// Names the members who still have to stand beside a holder before they have a turn of their own.
  mutating func placeShadows(rota: Int, turn: Int, seat: Int) {
    let facts = rotas[rota].rota.seats[seat]
    for member in facts.members where rotas[rota].shadowsLeft[seat][member.person] ?? 0 > 0 {
      guard case .shadows = ineligibility(member.person, rota: rota, turn: turn, seat: seat) else { continue }
      let seatName = Seat.ID("\(facts.id)/shadow")
      rotas[rota].shadows[turn].append(.init(seat: seatName, person: member.person, status: .projected))
      rotas[rota].shadowsLeft[seat][member.person]! -= 1
    }
  }
}
