import CivilTime
import Diagnostics
import Foundation
import Roster
import Scheduling
import Testing

@Suite("What always holds, over random rosters")
struct InvariantTests {
  private static let through = "2026-12-31"
  /// How many times the usual number of rosters are tried: `ROSTER_TIMES=20 swift test --filter InvariantTests`.
  private static let times = ProcessInfo.processInfo.environment["ROSTER_TIMES"].flatMap(Int.init) ?? 1

  private func schedule(_ literal: RosterLiteral, through: String = InvariantTests.through) -> RotaSchedule {
    let (organisation, diagnostics) = literal.read()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    var schedule = literal.schedule(organisation, "2026-01-05", through).schedule.rotas[0]
    // Changes and plans may carry a schedule a turn further; what is compared ends at one day.
    schedule.turns.removeAll { $0.turn.day >= Day(iso: through)! }
    schedule.shifts.removeAll { $0.turn >= Day(iso: through)! }
    return schedule
  }

  private func people(_ schedule: RotaSchedule) -> [[String?]] {
    schedule.turns.map { $0.holders.map { $0.person?.description } }
  }

  private func forEach(
    _ count: Int, weights: Bool = false, leave: Bool = false, seats: ClosedRange<Int> = 1...1,
    _ body: (RandomRoster, inout SeededGenerator, UInt64) -> Void
  ) {
    for seed in 0..<UInt64(count * InvariantTests.times) {
      var generator = SeededGenerator(seed: seed)
      let roster = RandomRoster(
        &generator, weights: weights, leave: leave, seats: Int.random(in: seats, using: &generator))
      body(roster, &generator, seed)
    }
  }

  @Test("The obvious planner agrees on every turn")
  func reference() {
    forEach(300, weights: true, leave: true, seats: 1...2) { roster, _, seed in
      let schedule = schedule(roster.literal())
      #expect(
        people(schedule) == ObviousPlanner(roster: roster, turns: schedule.turns.map(\.turn)).plan(), "seed \(seed)")
    }
  }

  @Test("I1: a rota round the clock is covered without gap or overlap")
  func tiling() {
    forEach(80, weights: true) { roster, _, seed in
      let schedule = schedule(roster.literal())
      for (before, after) in zip(schedule.shifts, schedule.shifts.dropFirst()) {
        #expect(before.interval.upperBound == after.interval.lowerBound, "seed \(seed)")
      }
      #expect(schedule.shifts.first?.interval.lowerBound == schedule.turns.first?.turn.start, "seed \(seed)")
      #expect(schedule.shifts.last?.interval.upperBound == schedule.turns.last?.turn.end, "seed \(seed)")
    }
  }

  @Test("I2: with equal weights and no exceptions turn i goes to list[i mod n]")
  func roundRobin() {
    forEach(80) { roster, _, seed in
      let order = people(schedule(roster.literal())).map { $0[0] }
      let list = roster.seats[0].map(\.person)
      #expect(order == order.indices.map { list[$0 % list.count] }, "seed \(seed)")
    }
  }

  @Test("I3: planning further changes nothing before; I4: planning over one's own output changes nothing")
  func prefixAndFixpoint() {
    forEach(80, weights: true, leave: true, seats: 1...2) { roster, _, seed in
      let long = schedule(roster.literal())
      let short = schedule(roster.literal(), through: "2026-05-31")
      #expect(people(long).starts(with: people(short)), "seed \(seed)")
      let plan = RosterPlan.text(short)
      let again = schedule(roster.literal(plan: plan))
      #expect(people(again).starts(with: people(short)), "seed \(seed)")
      #expect(people(again) == people(long), "seed \(seed)")
    }
  }

  @Test("I5: at every moment nobody is more than a turn off his share")
  func fairness() {
    forEach(80, weights: true) { roster, _, seed in
      var counts: [String: Int] = [:]
      let weight = Dictionary(uniqueKeysWithValues: roster.seats[0].map { ($0.person, Double($0.weight)!) })
      for row in people(schedule(roster.literal())) {
        counts[row[0]!, default: 0] += 1
        let most = weight.map { (Double(counts[$0.key] ?? 0) - 0.5) / $0.value }.max()!
        let least = weight.map { (Double(counts[$0.key] ?? 0) + 0.5) / $0.value }.min()!
        #expect(most <= least + 1e-9, "seed \(seed)")
      }
    }
  }

  @Test("I6: nobody is on during leave, the day of the handover at its end apart")
  func leave() {
    forEach(80, leave: true, seats: 1...2) { roster, _, seed in
      for turn in schedule(roster.literal()).turns {
        for holder in turn.holders {
          let away = roster.leave[holder.person?.description ?? ""] ?? []
          #expect(!away.contains { $0.from <= turn.turn.lastDay && turn.turn.day <= $0.to }, "seed \(seed)")
        }
      }
    }
  }

  @Test("I7: a new member changes no published turn; I8: one who goes changes only his own")
  func membership() {
    forEach(80, leave: true) { roster, generator, seed in
      let before = schedule(roster.literal())
      let plan = RosterPlan.text(before)
      var more = roster
      more.people.append("new")
      more.seats[0].insert(.init(person: "new"), at: 0)
      for (old, new) in zip(people(before), people(schedule(more.literal(plan: plan)))) where old[0] != nil {
        #expect(old == new, "seed \(seed)")
      }
      var fewer = roster
      let gone = fewer.seats[0].remove(at: Int.random(in: fewer.seats[0].indices, using: &generator)).person
      guard !fewer.seats[0].isEmpty else { return }
      for (old, new) in zip(people(before), people(schedule(fewer.literal(plan: plan)))) where old[0] != gone {
        #expect(old == new, "seed \(seed)")
      }
    }
  }

  @Test("I9: nobody serves two seats at once; I12: a name is only a name")
  func seatsAndNames() {
    forEach(80, weights: true, leave: true, seats: 2...3) { roster, _, seed in
      let schedule = schedule(roster.literal())
      for row in people(schedule) {
        let named = row.compactMap { $0 }
        #expect(Set(named).count == named.count, "seed \(seed)")
      }
      var renamed = roster.literal()
      renamed.files["people.yml"] = renamed.files["people.yml"]!.replacing("name: p", with: "name: Somebody ")
      #expect(people(self.schedule(renamed)) == people(schedule), "seed \(seed)")
    }
  }

  @Test("I10: swaps and covers keep the time covered; I11: a swap changes two turns and no count")
  func changes() {
    forEach(80) { roster, generator, seed in
      let before = schedule(roster.literal())
      let days = before.turns.map(\.turn.day).shuffled(using: &generator).prefix(2).sorted()
      let swap = "- {swap: [\(days[0]), \(days[1])], rota: r, seat: s0, made: 2026-01-01}\n"
      let from = RandomRoster.start + Int.random(in: 1...60, using: &generator)
      let cover =
        "- {cover: {from: \(from) 01:45, to: \(from + 2) 02:15}, rota: r, seat: s0, person: p0, made: 2026-01-01}\n"
      let swapped = schedule(roster.literal(changes: swap))
      let differing = zip(people(before), people(swapped)).count { $0 != $1 }
      #expect(differing <= 2, "seed \(seed)")
      #expect(people(before).map { $0[0]! }.sorted() == people(swapped).map { $0[0]! }.sorted(), "seed \(seed)")
      for changed in [swapped, schedule(roster.literal(changes: cover))] {
        #expect(covered(changed) == covered(before), "seed \(seed)")
        for (one, next) in zip(changed.shifts, changed.shifts.dropFirst()) {
          #expect(one.interval.upperBound == next.interval.lowerBound, "seed \(seed)")
        }
      }
    }
  }

  private func covered(_ schedule: RotaSchedule) -> Int {
    schedule.shifts.reduce(0) { $0 + $1.interval.upperBound.seconds - $1.interval.lowerBound.seconds }
  }
}

/// A schedule as the plan file that publishes it.
enum RosterPlan {
  static func text(_ schedule: RotaSchedule) -> String {
    schedule.turns.flatMap { turn in
      turn.holders.compactMap { holder in
        holder.person.map { "\(turn.turn.day),\(holder.seat),\($0),\(holder.reason.word),2025-12-01\n" }
      }
    }.joined()
  }
}
