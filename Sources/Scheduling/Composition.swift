import CivilTime
import Diagnostics
import Roster

/// The best way to fill the open seats of one turn together.
///
/// Hard rules come first; among the combinations that keep them, the least total of keys above each seat's best, then
/// the fewest missed wishes, then the places in the lists.
private struct Combination {
  var candidates: [Candidate]
  var cost: Fraction
  var missedWishes: Int

  func precedes(_ other: Combination) -> Bool {
    if cost != other.cost { return cost < other.cost }
    if missedWishes != other.missedWishes { return missedWishes < other.missedWishes }
    return candidates.map(\.place).lexicographicallyPrecedes(other.candidates.map(\.place))
  }
}

extension Desk {
  /// Fills the open seats of a turn of a rota that has rules of composition.
  func compose(rota: Int, turn: Int, seats: [Int], asOf: Instant, _ collector: DiagnosticCollector)
    -> [(seat: Int, holder: Holder)]
  {
    let free = alone(rota: rota, turn: turn, seats: seats)
    let fixed = rotas[rota].slots[turn].compactMap(\.holder.person)
    let fillable = seats.filter { seat in free.contains { $0.seat == seat } }
    let rules = rotas[rota].rota.compose
    for waivesGap in [false, true] {
      let lists = fillable.map { eligible(rota: rota, turn: turn, seat: $0, waivesGap: waivesGap) }
      if let best = Search(lists: lists, fixed: fixed, rules: rules, groups: groups).best() {
        return zip(fillable, best.candidates).map { seat, candidate in
          (seat, composed(candidate, rota, turn, seat, alone: free, waivesGap: waivesGap))
        }
      }
    }
    if rotas[rota].turns[turn].end > asOf {
      report(rules, rota, turn, fixed + free.compactMap(\.holder.person), collector)
    }
    return free
  }

  /// Who would get the seats if there were no rules, each seat in its order.
  private func alone(rota: Int, turn: Int, seats: [Int]) -> [(seat: Int, holder: Holder)] {
    var chosen: [(seat: Int, holder: Holder)] = []
    for seat in seats {
      let taken = Set(chosen.compactMap(\.holder.person))
      if let holder = choose(rota: rota, turn: turn, seat: seat, taken: taken) { chosen.append((seat, holder)) }
    }
    return chosen
  }

  private func eligible(rota: Int, turn: Int, seat: Int, waivesGap: Bool) -> [Candidate] {
    candidates(rota: rota, seat: seat).filter { candidate in
      switch ineligibility(candidate.person, rota: rota, turn: turn, seat: seat) {
      case nil: true
      case .tooSoon: waivesGap
      default: false
      }
    }
  }

  private func groups(_ person: Person.ID) -> [String] { organisation.person(person)?.groups ?? [] }

  /// The holder with the reason that fits: a group's need, where without it somebody else would have been chosen.
  private func composed(
    _ candidate: Candidate, _ rota: Int, _ turn: Int, _ seat: Int, alone: [(seat: Int, holder: Holder)], waivesGap: Bool
  ) -> Holder {
    let own = alone.first { $0.seat == seat }?.holder
    if let own, own.person == candidate.person { return own }
    var holder = holder(candidate.person, rota, turn, seat, passedOver: [])
    let needs = rotas[rota].rota.compose.compactMap(\.need).map(\.group)
    if let group = needs.first(where: { groups(candidate.person).contains($0) }) {
      holder.reason = .needed(for: group)
      holder.insteadOf = own?.person
    } else if waivesGap, case .tooSoon = ineligibility(candidate.person, rota: rota, turn: turn, seat: seat) {
      holder.reason = .gapRelaxed
    }
    return holder
  }

  private func report(
    _ rules: [CompositionRule], _ rota: Int, _ turn: Int, _ people: [Person.ID], _ collector: DiagnosticCollector
  ) {
    guard rotas[rota].isAsked(turn) else { return }
    for rule in rules where !rule.isKept(by: people, groups: groups) {
      collector.report(.unkept(rule, rotas[rota].rota, rotas[rota].turns[turn]))
    }
  }

  /// Reports hard rules that published or pinned turns break, and rules whose day of review has come.
  func checkCompositions(asOf: Instant, _ collector: DiagnosticCollector) {
    for state in rotas where !state.rota.compose.isEmpty {
      for rule in state.rota.compose {
        if let day = rule.reviewOn, day <= state.rota.zone.local(asOf).day {
          collector.report(.reviewDue(rule, day, state.rota))
        }
      }
      for (turn, slots) in zip(state.turns, state.slots) where turn.end > asOf {
        guard slots.allSatisfy({ $0.holder.status == .published }) else { continue }
        let people = slots.compactMap(\.holder.person)
        for rule in state.rota.compose where !rule.isKept(by: people, groups: groups) {
          collector.report(.unkept(rule, state.rota, turn))
        }
      }
    }
  }
}

extension CompositionRule {
  /// Whether people keep a hard rule; a soft one is always kept.
  fileprivate func isKept(by people: [Person.ID], groups: (Person.ID) -> [String]) -> Bool {
    guard let need else { return true }
    return people.count { groups($0).contains(need.group) } >= need.count
  }

  /// How many of the wished groups nobody is of.
  fileprivate func missedWishes(of people: [Person.ID], groups: (Person.ID) -> [String]) -> Int {
    guard case .prefer(let wished) = wish else { return 0 }
    return wished.count { group in !people.contains { groups($0).contains(group) } }
  }
}

/// Goes through combinations in order of cost and gives up those that can no longer be the best.
private struct Search {
  let lists: [[Candidate]]
  let fixed: [Person.ID]
  let rules: [CompositionRule]
  let groups: (Person.ID) -> [String]
  private var found: Combination?

  init(lists: [[Candidate]], fixed: [Person.ID], rules: [CompositionRule], groups: @escaping (Person.ID) -> [String]) {
    self.lists = lists
    self.fixed = fixed
    self.rules = rules
    self.groups = groups
  }

  func best() -> Combination? {
    var search = self
    search.extend([], cost: .zero)
    return search.found
  }

  private mutating func extend(_ chosen: [Candidate], cost: Fraction) {
    if let found, found.cost < cost { return }
    guard chosen.count < lists.count else {
      consider(chosen, cost)
      return
    }
    let list = lists[chosen.count]
    guard let best = list.first else { return }
    for candidate in list where !chosen.contains(where: { $0.person == candidate.person }) {
      extend(chosen + [candidate], cost: cost + candidate.key - best.key)
    }
  }

  private mutating func consider(_ chosen: [Candidate], _ cost: Fraction) {
    let people = fixed + chosen.map(\.person)
    guard rules.allSatisfy({ $0.isKept(by: people, groups: groups) }) else { return }
    let missed = rules.reduce(0) { $0 + $1.missedWishes(of: people, groups: groups) }
    let combination = Combination(candidates: chosen, cost: cost, missedWishes: missed)
    if found.map({ combination.precedes($0) }) ?? true { found = combination }
  }
}

extension Diagnostic {
  fileprivate static func unkept(_ rule: CompositionRule, _ rota: Rota, _ turn: Turn) -> Diagnostic {
    let need = rule.need.map { "\($0.count) of \($0.group)" } ?? ""
    return .error(
      "compose-unkept", "The turn of \(turn.day) on \(rota.id) has not \(need)", at: rule.range,
      notes: rule.why.map { [Note("the rule stands because \($0)")] } ?? [])
  }

  fileprivate static func reviewDue(_ rule: CompositionRule, _ day: Day, _ rota: Rota) -> Diagnostic {
    .warning("compose-review", "A composition rule of \(rota.id) was to be looked at again on \(day)", at: rule.range)
  }
}
