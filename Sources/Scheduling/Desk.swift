import CivilTime
import Diagnostics
import Roster

/// The table on which turns are laid out while they are decided: what is fixed, what is open, who has how much.
struct Desk {
  struct Slot {
    var holder: Holder
    /// The plan's line or the pin that fixed it.
    var range: SourceRange?
    var isOpen: Bool { holder.person == nil }
    /// Whether the plan named somebody who can no longer serve.
    var isRepair = false
    /// See `Holder.past`.
    var past: [Day] = []
  }

  struct RotaState {
    let rota: Rota
    /// With one more than was asked for, where the rota goes on: whom the last hands over to.
    let turns: [Turn]
    let hasFollowing: Bool
    /// The days of turns before the plan's first line: history that nobody decides.
    let earlier: Set<Day>
    let covered: CoveredTime
    /// The rotas, by place, on which nobody serves at the same time as on this one.
    let excluded: [Int]
    /// By turn, then by seat.
    var slots: [[Slot]]
    /// For each seat, the load of each person: turns, or days where the rota balances days.
    var loads: [[Person.ID: Int]]
    /// For each seat, what members that came later start with.
    var credits: [[Person.ID: Fraction]]
    /// For each seat, the days from which members' credits are still to be set.
    var settlements: [[Person.ID: [Day]]]
    /// For each seat, how many turns members still stand beside the holder.
    var shadowsLeft: [[Person.ID: Int]]
    /// By turn.
    var shadows: [[ScheduledTurn.Shadow]]
    /// The turns of each person on any seat, by index.
    var own: [Person.ID: Set<Int>] = [:]

    /// Whether somebody asked for a turn: its faults are not told else.
    func isAsked(_ turn: Int) -> Bool { !hasFollowing || turn < turns.count - 1 }

    func scheduled(_ turn: Int) -> ScheduledTurn {
      ScheduledTurn(turn: turns[turn], holders: slots[turn].map(\.holder), shadows: shadows[turn])
    }

    func turnPosition(_ day: Day) -> Int? {
      let position = turns.partitioningIndex { $0.day >= day }
      return position < turns.count && turns[position].day == day ? position : nil
    }
  }

  /// A turn that somebody has.
  struct Occupation {
    var rota: Int
    var seat: Int
    var interval: Range<Instant>
  }

  let organisation: Organisation
  var rotas: [RotaState]
  private(set) var occupations: [Person.ID: [Occupation]] = [:]
  /// Published turns whose holder is on leave.
  var leaveClashes: [LeaveClash] = []

  init(organisation: Organisation, through last: Instant) {
    self.organisation = organisation
    let everyRota = organisation.rotas
    rotas = everyRota.enumerated().map { position, rota in
      let first = organisation.plans[rota.id]?.lines.first?.turn
      let asked = rota.turns(through: last)
      let all = rota.turns(through: asked.last?.end ?? last)
      let hasFollowing = all.count > asked.count
      let turns = all.filter { $0.day >= first ?? $0.day }
      let excluded = everyRota.indices.filter { $0 != position && rota.excludes(everyRota[$0]) }
      let blank = rota.seats.map {
        Slot(holder: Holder(seat: $0.id, person: nil, status: .projected, reason: .unfilled))
      }
      return RotaState(
        rota: rota, turns: turns, hasFollowing: hasFollowing && !turns.isEmpty,
        earlier: Set(all.prefix(all.count - turns.count).map(\.day)),
        covered: CoveredTime(rota: rota, all: everyRota), excluded: excluded,
        slots: Array(repeating: blank, count: turns.count), loads: Array(repeating: [:], count: rota.seats.count),
        credits: Array(repeating: [:], count: rota.seats.count),
        settlements: rota.seats.map { seat in
          seat.members.table { member in
            let leave = organisation.person(member.person)?.leave ?? []
            return Desk.settlements(of: member, leave: leave, first: turns.first)
          }
        }, shadowsLeft: rota.seats.map { $0.members.table(\.shadow) },
        shadows: Array(repeating: [], count: turns.count))
    }
  }

  /// Gives a turn to somebody and counts it.
  mutating func assign(_ holder: Holder, rota: Int, turn: Int, seat: Int, range: SourceRange? = nil) {
    guard let person = holder.person else { return }
    let facts = rotas[rota].turns[turn]
    rotas[rota].slots[turn][seat].holder = holder
    rotas[rota].slots[turn][seat].holder.planned = person
    rotas[rota].slots[turn][seat].holder.past = rotas[rota].slots[turn][seat].past
    rotas[rota].slots[turn][seat].range = range
    rotas[rota].loads[seat][person, default: 0] += rotas[rota].rota.balance == .days ? facts.days : 1
    rotas[rota].own[person, default: []].insert(turn)
    occupations[person, default: []].append(Occupation(rota: rota, seat: seat, interval: facts.interval))
  }
}

extension Rota {
  /// Whether nobody may serve on both at the same time: either of them says so.
  func excludes(_ other: Rota) -> Bool { exclude.contains(other.id) || other.exclude.contains(id) }
}

extension [Member] {
  /// A value for each person; where somebody stands twice, the first place counts.
  fileprivate func table<Value>(_ value: (Member) -> Value) -> [Person.ID: Value] {
    Dictionary(map { ($0.person, value($0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Array {
  /// The first position at which `predicate` holds, given that it holds for all positions after that.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
