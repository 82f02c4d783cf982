import CivilTime
import Diagnostics
import Roster

/// A member who can take a turn, as the order sees him.
struct Candidate {
  var person: Person.ID
  /// The smallest is next: credit + (2·load + 1) / (2·weight), by Webster's (Sainte-Laguë) method. With equal weights it
  /// gives exactly the listed order; someone with half the weight falls in the middle of a round.
  var key: Fraction
  /// The place in the seat's list, which decides among equals.
  var place: Int
}

// The rules fill what nobody fixed.
extension Desk {
  /// Decides every open turn, in order of start, then rota, then seat.
  mutating func decideOpenTurns(asOf: Instant, _ collector: DiagnosticCollector) {
    var relaxed: [RelaxedSeat: [Turn]] = [:]
    for (rota, turn, seats) in openTurns() {
      for seat in seats { settleCredits(rota: rota, turn: turn, seat: seat) }
      let facts = rotas[rota].turns[turn]
      let choices = choose(rota: rota, turn: turn, seats: seats, asOf: asOf, collector)
      for (seat, choice) in choices {
        if choice.reason == .gapRelaxed, facts.end > asOf, rotas[rota].isAsked(turn) {
          relaxed[RelaxedSeat(rota: rota, seat: seat), default: []].append(facts)
        }
        assign(choice, rota: rota, turn: turn, seat: seat, range: rotas[rota].slots[turn][seat].range)
      }
      for seat in seats {
        placeShadows(rota: rota, turn: turn, seat: seat)
        guard rotas[rota].slots[turn][seat].isOpen, facts.end > asOf, rotas[rota].isAsked(turn) else { continue }
        collector.report(unfilled(rota: rota, turn: turn, seat: seat))
      }
    }
    for (place, turns) in relaxed {
      let rota = rotas[place.rota].rota
      collector.report(.gapRelaxed(rota, rota.seats[place.seat], turns))
    }
  }

  private struct RelaxedSeat: Hashable {
    var rota: Int
    var seat: Int
  }

  /// The seats that are open, in the order in which they are decided; those of a turn together.
  private func openTurns() -> [(rota: Int, turn: Int, seats: [Int])] {
    var open: [(rota: Int, turn: Int, seats: [Int])] = []
    for (rota, state) in rotas.enumerated() {
      for turn in state.slots.indices {
        let seats = state.slots[turn].indices.filter { state.slots[turn][$0].isOpen }
        if !seats.isEmpty { open.append((rota, turn, seats)) }
      }
    }
    return open.sorted { a, b in
      (rotas[a.rota].turns[a.turn].start, a.rota) < (rotas[b.rota].turns[b.turn].start, b.rota)
    }
  }

  /// Who gets the open seats of one turn; a seat that nobody can take is left out.
  private mutating func choose(
    rota: Int, turn: Int, seats: [Int], asOf: Instant, _ collector: DiagnosticCollector
  ) -> [(seat: Int, holder: Holder)] {
    if !rotas[rota].rota.compose.isEmpty {
      return compose(rota: rota, turn: turn, seats: seats, asOf: asOf, collector)
    }
    var chosen: [(seat: Int, holder: Holder)] = []
    for seat in seats {
      let taken = Set(chosen.compactMap(\.holder.person))
      guard let holder = choose(rota: rota, turn: turn, seat: seat, taken: taken) else { continue }
      chosen.append((seat, holder))
    }
    return chosen
  }

  /// The member whose turn it is, or `nil` where nobody can take it, not even without the gap between turns.
  ///
  /// - Parameter taken: who has another seat of this turn already.
  func choose(rota: Int, turn: Int, seat: Int, taken: Set<Person.ID>) -> Holder? {
    var passedOver: [Holder.PassedOver] = []
    var spare: Person.ID?
    for candidate in candidates(rota: rota, seat: seat) {
      let person = candidate.person
      guard let why = ineligibility(person, rota: rota, turn: turn, seat: seat, taken: taken) else {
        return holder(person, rota, turn, seat, passedOver: passedOver)
      }
      if case .tooSoon = why { spare = spare ?? person }
      if let one = self.passedOver(person, why, rota: rota, turn: turn, seat: seat) { passedOver.append(one) }
    }
    guard let spare else { return nil }
    var holder = holder(spare, rota, turn, seat, passedOver: Array(passedOver.prefix { $0.person != spare }))
    holder.reason = .gapRelaxed
    return holder
  }

  func holder(_ person: Person.ID, _ rota: Int, _ turn: Int, _ seat: Int, passedOver: [Holder.PassedOver]) -> Holder {
    Holder(
      seat: rotas[rota].rota.seats[seat].id, person: person, status: .projected,
      reason: rotas[rota].slots[turn][seat].isRepair ? .repaired : .next,
      standing: standing(of: person, rota: rota, turn: turn, seat: seat), passedOver: passedOver)
  }

  /// The members of a seat, the one to serve next first; among equals the list's order counts.
  func candidates(rota: Int, seat: Int) -> [Candidate] {
    let state = rotas[rota]
    let unit = state.rota.balance == .days ? state.rota.commonestLength : 1
    let candidates = state.rota.seats[seat].members.enumerated().map { place, member in
      let load = state.loads[seat][member.person] ?? 0
      let share = Fraction((2 * load + unit) * member.weight.denominator, 2 * member.weight.numerator)
      let credit = state.credits[seat][member.person]
      return Candidate(person: member.person, key: credit.map { $0 + share } ?? share, place: place)
    }
    return candidates.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
  }

  /// What keeps a member from a turn, or `nil` where nothing does. Nearness of other turns is looked at last, since it
  /// alone may be waived.
  func ineligibility(_ person: Person.ID, rota: Int, turn: Int, seat: Int, taken: Set<Person.ID> = [])
    -> Ineligibility?
  {
    let state = rotas[rota]
    let facts = state.turns[turn]
    guard let member = state.rota.seats[seat].member(person), member.isMember(from: facts.day, through: facts.lastDay)
    else { return .notMember }
    if let day = leaveDay(person, rota, turn),
      let leave = organisation.person(person)?.leave.first(where: { $0.days.contains(day) })
    {
      return .leave(leave.days)
    }
    if let other = clash(person, facts.interval, rota: rota) {
      return .serves(rotas[other.rota].rota.id, rotas[other.rota].rota.seats[other.seat].id)
    }
    if taken.contains(person) { return .serves(state.rota.id, state.rota.seats[seat].id) }
    if state.shadowsLeft[seat][person] ?? 0 > 0 { return .shadows }
    let near = state.own[person]?.filter { abs($0 - turn) <= state.rota.minGap }.min {
      (abs($0 - turn), $0) < (abs($1 - turn), $1)
    }
    return near.map { .tooSoon(after: state.turns[$0].day) }
  }

  /// A turn at the same time on another seat of the rota, or on one that it excludes.
  private func clash(_ person: Person.ID, _ interval: Range<Instant>, rota: Int) -> Occupation? {
    occupations[person]?.first { other in
      let counts = other.rota == rota || rotas[rota].excluded.contains(other.rota)
      return counts && other.interval.overlaps(interval)
    }
  }

  private func unfilled(rota: Int, turn: Int, seat: Int) -> Diagnostic {
    let facts = rotas[rota].rota.seats[seat]
    let reasons = facts.members.map { member in
      let why = ineligibility(member.person, rota: rota, turn: turn, seat: seat)
      return Diagnostic.Note("\(member.person): \(why?.words ?? "free")")
    }
    return .error(
      "turn-unfilled",
      "Nobody can take the turn of \(rotas[rota].turns[turn].day) as \(facts.id) on \(rotas[rota].rota.id)",
      at: facts.range, notes: reasons)
  }
}

extension Diagnostic {
  fileprivate static func gapRelaxed(_ rota: Rota, _ seat: Seat, _ turns: [Turn]) -> Diagnostic {
    let days = turns.map(\.day.description)
    let list = days.prefix(3).joined(separator: ", ") + (days.count > 3 ? " and \(days.count - 3) more" : "")
    return .warning(
      "gap-relaxed", "min_gap \(rota.minGap) of \(rota.id) (\(seat.id)) cannot be kept for the turn of \(list)",
      at: seat.range)
  }
}
