import CivilTime
import Roster

// What a page tells of a turn: how much somebody had, and who else would have been before him.
extension Desk {
  /// What a member has of a seat's turns, and what his part of them would be with the turn to be decided.
  func standing(of person: Person.ID, rota: Int, turn: Int, seat: Int) -> Holder.Standing? {
    let state = rotas[rota]
    let facts = state.turns[turn]
    let members = state.rota.seats[seat].members.filter { $0.isMember(from: facts.day, through: facts.lastDay) }
    guard let own = members.first(where: { $0.person == person }) else { return nil }
    let weights = members.reduce(0) { $0 + $1.weight.tenThousandths }
    let (loads, credits) = (state.loads[seat], state.credits[seat])
    let had = members.reduce(state.rota.balance == .days ? facts.days : 1) { $0 + (loads[$1.person] ?? 0) }
    var load = Fraction(loads[person] ?? 0, 1)
    var share = Fraction(own.weight.tenThousandths * had, weights)
    for member in members {
      guard let credit = credits[member.person].map({ $0 * member.weight.fraction }) else { continue }
      share = share + credit * Fraction(own.weight.tenThousandths, weights)
      if member.person == person { load = load + credit }
    }
    return Holder.Standing(load: load, share: share, unit: state.rota.balance)
  }

  /// Somebody who stood before the holder, with what kept him; `nil` for a member of other times, whom nobody expects.
  func passedOver(_ person: Person.ID, _ why: Ineligibility, rota: Int, turn: Int, seat: Int) -> Holder.PassedOver? {
    let facts = rotas[rota].turns[turn]
    if why == .notMember {
      guard let member = rotas[rota].rota.seats[seat].member(person),
        member.from.map({ $0 <= facts.lastDay }) ?? true, member.to.map({ facts.day <= $0 }) ?? true
      else { return nil }
    }
    return Holder.PassedOver(person: person, why: why)
  }
}

// A plan's line says who, and a word of why. Who else there was is worked out again from the lines written before it.
extension Desk {
  /// Gives published turns their standing and those passed over, as they were on the day on which the line was written.
  /// Where somebody stood before the holder and would be free by what the roster says now, a turn gets neither.
  mutating func explainPublishedTurns() {
    for rota in rotas.indices where rotas[rota].slots.contains(where: { $0.contains { $0.holder.decided != nil } }) {
      for seat in rotas[rota].rota.seats.indices { explain(rota: rota, seat: seat) }
    }
  }

  private mutating func explain(rota: Int, seat: Int) {
    var past = self
    past.forget(rota: rota, seat: seat)
    for (byHand, turns) in linesAsWritten(rota: rota, seat: seat) {
      for turn in byHand { past.recall(rota: rota, turn: turn, seat: seat) }
      for turn in turns {
        past.settleCredits(rota: rota, turn: turn, seat: seat)
        past.account(for: &rotas[rota].slots[turn][seat].holder, rota: rota, turn: turn, seat: seat)
        past.recall(rota: rota, turn: turn, seat: seat)
      }
    }
  }

  /// The published turns of a seat by the day on which their lines were written: those given by hand, and the others.
  private func linesAsWritten(rota: Int, seat: Int) -> [(byHand: [Int], turns: [Int])] {
    let slots = rotas[rota].slots
    let published = slots.indices.filter { slots[$0][seat].holder.decided != nil }
    let byDay = Dictionary(grouping: published) { slots[$0][seat].holder.decided! }
    return byDay.sorted { $0.key < $1.key }.map { _, turns in
      (turns.filter { slots[$0][seat].holder.isByHand }, turns.filter { !slots[$0][seat].holder.isByHand })
    }
  }

  private mutating func forget(rota: Int, seat: Int) {
    rotas[rota].loads[seat] = [:]
    rotas[rota].credits[seat] = [:]
    let members = rotas[rota].rota.seats[seat].members
    for member in members {
      let leave = organisation.person(member.person)?.leave ?? []
      rotas[rota].settlements[seat][member.person] = Desk.settlements(
        of: member, leave: leave, first: rotas[rota].turns.first)
    }
  }

  private mutating func recall(rota: Int, turn: Int, seat: Int) {
    guard let person = rotas[rota].slots[turn][seat].holder.planned else { return }
    rotas[rota].loads[seat][person, default: 0] += rotas[rota].rota.balance == .days ? rotas[rota].turns[turn].days : 1
  }

  private func account(for holder: inout Holder, rota: Int, turn: Int, seat: Int) {
    guard let person = holder.planned, holder.reason.neededGroup == nil else { return }
    var passed: [Holder.PassedOver] = []
    for candidate in candidates(rota: rota, seat: seat).prefix(while: { $0.person != person }) {
      guard let why = whyNot(candidate.person, rota: rota, turn: turn, seat: seat) else { return }
      if let one = passedOver(candidate.person, why, rota: rota, turn: turn, seat: seat) { passed.append(one) }
    }
    holder.standing = standing(of: person, rota: rota, turn: turn, seat: seat)
    holder.passedOver = passed
  }

  private func whyNot(_ person: Person.ID, rota: Int, turn: Int, seat: Int) -> Ineligibility? {
    let shadow = rotas[rota].rota.seats[seat].shadow
    if rotas[rota].shadows[turn].contains(where: { $0.person == person && $0.seat == shadow }) { return .shadows }
    return ineligibility(person, rota: rota, turn: turn, seat: seat)
  }
}

extension Holder {
  /// Whether somebody was named outside the order.
  fileprivate var isByHand: Bool { reason == .pinned || reason == .volunteer }
}
