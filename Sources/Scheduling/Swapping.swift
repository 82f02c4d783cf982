import CivilTime
import Diagnostics
import Roster

// Whole turns exchanged, in the order of changes.yml.
extension Desk {
  mutating func applySwaps(asOf: Instant, _ collector: DiagnosticCollector) {
    for change in organisation.changes {
      guard case .swap(let first, let second) = change.action else { continue }
      guard let rota = rotas.firstIndex(where: { $0.rota.id == change.rota }),
        let seat = rotas[rota].rota.seats.firstIndex(where: { $0.id == change.seat }),
        let early = turn(first, rota, change.range, "swap-turn", collector),
        let late = turn(second, rota, change.range, "swap-turn", collector)
      else { continue }
      if let withdrawn = change.withdrawn {
        for turn in [early, late] { rotas[rota].slots[turn][seat].holder.past += [change.made, withdrawn] }
        continue
      }
      exchange(early, late, rota: rota, seat: seat, made: change.made)
      guard rotas[rota].turns[late].end > asOf else { continue }
      check(change, at: early, rota: rota, seat: seat, collector)
      check(change, at: late, rota: rota, seat: seat, collector)
    }
  }

  private mutating func exchange(_ early: Int, _ late: Int, rota: Int, seat: Int, made: Day) {
    let (first, second) = (rotas[rota].slots[early][seat].holder.person, rotas[rota].slots[late][seat].holder.person)
    rotas[rota].slots[early][seat].holder.person = second
    rotas[rota].slots[late][seat].holder.person = first
    rotas[rota].slots[early][seat].holder.swaps.append(made)
    rotas[rota].slots[late][seat].holder.swaps.append(made)
  }

  /// The person who has a swapped turn must be a member for all of it and not on leave.
  private func check(_ change: Change, at turn: Int, rota: Int, seat: Int, _ collector: DiagnosticCollector) {
    guard let person = rotas[rota].slots[turn][seat].holder.person else { return }
    let facts = rotas[rota].turns[turn]
    let member = rotas[rota].rota.seats[seat].member(person)
    if !(member?.isMember(from: facts.day, through: facts.lastDay) ?? false) {
      collector.report(.swapOfNoMember(change, person, facts))
    } else if let day = leaveDay(person, rota, turn) {
      collector.report(.swapIntoLeave(change, person, facts, day))
    }
  }
}

extension Diagnostic {
  fileprivate static func swapOfNoMember(_ change: Change, _ person: Person.ID, _ turn: Turn) -> Diagnostic {
    .error(
      "swap-member", "'\(person)' gets the turn of \(turn.day) by this swap and is not a member of \(change.seat) then",
      at: change.range)
  }

  fileprivate static func swapIntoLeave(_ change: Change, _ person: Person.ID, _ turn: Turn, _ day: Day) -> Diagnostic {
    .error(
      "swap-leave", "'\(person)' gets the turn of \(turn.day) by this swap and is on leave on \(day)", at: change.range)
  }
}
