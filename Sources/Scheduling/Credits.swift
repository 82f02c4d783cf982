import CivilTime
import Roster

// Whoever comes later, or comes back from a long leave, starts level with the others: no catching up, no jumping the
// queue.
extension Desk {
  /// The days from which a member's credit has to be set anew, the earliest first: where he joins after the first turn,
  /// and behind each leave that is not made up.
  static func settlements(of member: Member, leave: [Leave], first: Turn?) -> [Day] {
    guard let first else { return [] }
    let joins = [member.from].compactMap { $0 }.filter { $0 > first.day }
    let returns = leave.filter { !$0.isMadeUp && $0.days.upperBound >= first.day }.map { $0.days.upperBound + 1 }
    return (joins + returns).sorted()
  }

  /// Sets the credits that are due before a turn is decided: at the first turn that the person has, or could be given.
  mutating func settleCredits(rota: Int, turn: Int, seat: Int) {
    for member in rotas[rota].rota.seats[seat].members {
      guard let due = rotas[rota].settlements[seat][member.person]?.first, due <= rotas[rota].turns[turn].day,
        let position = settlingTurn(member.person, due, rota: rota, turn: turn, seat: seat)
      else { continue }
      let credit = mean(without: member, at: position, rota: rota, seat: seat)
      rotas[rota].credits[seat][member.person] = credit
      let settled = rotas[rota].turns[position].day
      rotas[rota].settlements[seat][member.person]?.removeAll { $0 <= settled }
    }
  }

  /// The first turn from a day on that somebody already has, else the one to be decided, where he could take it.
  private func settlingTurn(_ person: Person.ID, _ due: Day, rota: Int, turn: Int, seat: Int) -> Int? {
    let own = rotas[rota].own[person] ?? []
    let first = own.filter { position in
      position < turn && rotas[rota].turns[position].day >= due
        && rotas[rota].slots[position][seat].holder.person == person
    }.min()
    if let first { return first }
    switch ineligibility(person, rota: rota, turn: turn, seat: seat) {
    case nil, .tooSoon: return turn
    default: return nil
    }
  }

  /// The credit that makes a member's turns before a position equal to the others' weighted mean of credit and load.
  private func mean(without member: Member, at position: Int, rota: Int, seat: Int) -> Fraction {
    let facts = rotas[rota].turns[position]
    var (sum, weights) = (Fraction.zero, Fraction.zero)
    for other in rotas[rota].rota.seats[seat].members where other.person != member.person {
      let isDue = rotas[rota].settlements[seat][other.person]?.first.map { $0 <= facts.day } ?? false
      guard !isDue, other.isMember(from: facts.day, through: facts.lastDay) else { continue }
      let credit = rotas[rota].credits[seat][other.person] ?? .zero
      sum = sum + other.weight.fraction * credit + Fraction(load(of: other.person, before: position, rota, seat), 1)
      weights = weights + other.weight.fraction
    }
    guard weights > .zero else { return .zero }
    return sum / weights - Fraction(load(of: member.person, before: position, rota, seat), 1) / member.weight.fraction
  }

  /// What somebody has in a seat before a turn.
  private func load(of person: Person.ID, before position: Int, _ rota: Int, _ seat: Int) -> Int {
    let state = rotas[rota]
    return state.slots[..<position].indices.reduce(0) { sum, turn in
      guard state.slots[turn][seat].holder.person == person else { return sum }
      return sum + (state.rota.balance == .days ? state.turns[turn].days : 1)
    }
  }
}

extension Weight {
  var fraction: Fraction { Fraction(numerator, denominator) }

  /// The weight in ten-thousandths; exact, since a weight is written with at most four decimals.
  var tenThousandths: Int { numerator * 10_000 / denominator }
}

extension Leave {
  /// Whether turns missed are made up: as the leave says, else up to 28 days.
  fileprivate var isMadeUp: Bool { makeup ?? (days.upperBound - days.lowerBound < 28) }
}
