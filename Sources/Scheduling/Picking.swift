import CivilTime
import Diagnostics
import Roster

/// How far a person is from the next turn: the smallest is picked. An exact fraction.
///
/// Webster's (Sainte-Laguë) method: `(2·load + 1) / (2·weight)`. With equal weights it gives exactly the listed order;
/// someone with half the weight falls in the middle of a round.
struct Priority: Comparable {
  private let numerator: Int
  private let denominator: Int

  /// - Parameter unit: what one turn counts: 1, or the commonest turn's days.
  init(load: Int, unit: Int, weight: Weight) {
    numerator = (2 * load + unit) * weight.denominator
    denominator = 2 * weight.numerator
  }

  static func < (a: Priority, b: Priority) -> Bool { a.numerator * b.denominator < b.numerator * a.denominator }
  static func == (a: Priority, b: Priority) -> Bool { a.numerator * b.denominator == b.numerator * a.denominator }
}

// The rules fill what nobody fixed.
extension Desk {
  /// Decides every open turn, in order of start, then rota, then seat.
  mutating func decideOpenTurns(asOf: Instant, _ collector: DiagnosticCollector) {
    var relaxed: [RelaxedSeat: [Turn]] = [:]
    for (rota, turn, seat) in openTurns() {
      let choice = choose(rota: rota, turn: turn, seat: seat)
      let facts = rotas[rota].turns[turn]
      guard let choice else {
        if facts.end > asOf { collector.report(unfilled(rota: rota, turn: turn, seat: seat)) }
        continue
      }
      if choice.reason == .gapRelaxed, facts.end > asOf {
        relaxed[RelaxedSeat(rota: rota, seat: seat), default: []].append(facts)
      }
      assign(choice, rota: rota, turn: turn, seat: seat, range: rotas[rota].slots[turn][seat].range)
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

  private func openTurns() -> [(rota: Int, turn: Int, seat: Int)] {
    var open: [(rota: Int, turn: Int, seat: Int)] = []
    for (rota, state) in rotas.enumerated() {
      for turn in state.slots.indices {
        for seat in state.slots[turn].indices where state.slots[turn][seat].isOpen { open.append((rota, turn, seat)) }
      }
    }
    return open.sorted { a, b in
      let (first, second) = (rotas[a.rota].turns[a.turn].start, rotas[b.rota].turns[b.turn].start)
      return (first, a.rota, a.seat) < (second, b.rota, b.seat)
    }
  }

  /// The member whose turn it is, or `nil` where nobody can take it, not even without the gap between turns.
  private func choose(rota: Int, turn: Int, seat: Int) -> Holder? {
    let ranked = membersByPriority(rota: rota, seat: seat)
    var passedOver: [Holder.PassedOver] = []
    var spare: Person.ID?
    for person in ranked {
      guard let why = ineligibility(person, rota: rota, turn: turn, seat: seat) else {
        let reason: Reason = rotas[rota].slots[turn][seat].isRepair ? .repaired : .next
        return holder(person, rota, seat, reason, passedOver)
      }
      if case .tooSoon = why { spare = spare ?? person }
      passedOver.append(Holder.PassedOver(person: person, why: why))
    }
    guard let spare else { return nil }
    let before = passedOver.prefix { $0.person != spare }
    return holder(spare, rota, seat, .gapRelaxed, Array(before))
  }

  private func holder(_ person: Person.ID, _ rota: Int, _ seat: Int, _ reason: Reason, _ over: [Holder.PassedOver])
    -> Holder
  {
    Holder(seat: rotas[rota].rota.seats[seat].id, person: person, status: .projected, reason: reason, passedOver: over)
  }

  /// The members of a seat, the one to serve next first; among equals the list's order counts.
  private func membersByPriority(rota: Int, seat: Int) -> [Person.ID] {
    let state = rotas[rota]
    let unit = state.rota.balance == .days ? state.rota.commonestLength : 1
    let ranked = state.rota.seats[seat].members.enumerated().map { place, member in
      let load = state.loads[seat][member.person] ?? 0
      return (priority: Priority(load: load, unit: unit, weight: member.weight), place: place, person: member.person)
    }
    return ranked.sorted { ($0.priority, $0.place) < ($1.priority, $1.place) }.map(\.person)
  }

  /// What keeps a member from a turn, or `nil` where nothing does. Nearness of other turns is looked at last, since it
  /// alone may be waived.
  func ineligibility(_ person: Person.ID, rota: Int, turn: Int, seat: Int) -> Ineligibility? {
    let state = rotas[rota]
    let facts = state.turns[turn]
    guard let member = state.rota.seats[seat].member(person), member.isMember(from: facts.day, through: facts.lastDay)
    else { return .notMember }
    if let day = leaveDay(person, rota, turn),
      let leave = organisation.person(person)?.leave.first(where: { $0.days.contains(day) })
    {
      return .leave(leave.days)
    }
    if let other = clash(person, facts.interval, rota: rota, seat: seat) {
      return .serves(rotas[other.rota].rota.id, rotas[other.rota].rota.seats[other.seat].id)
    }
    let near = state.own[person]?.filter { abs($0 - turn) <= state.rota.minGap }.min { abs($0 - turn) < abs($1 - turn) }
    return near.map { .tooSoon(after: state.turns[$0].day) }
  }

  /// A turn at the same time on another seat of the rota, or on one that it excludes.
  private func clash(_ person: Person.ID, _ interval: Range<Instant>, rota: Int, seat: Int) -> Occupation? {
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
      at: facts.range,
      notes: reasons)
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
