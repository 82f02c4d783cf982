import CivilTime
import Roster
import Scheduling
import Testing

private let weekly = "handover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\n"

extension RosterLiteral {
  /// `01-05 ana 0 of 0.5; ben: on leave …` for each turn of rota r.
  fileprivate func reasons(asOf: String = "2026-01-01", through: String) -> [String] {
    schedule(read().organisation, asOf, through).schedule.rotas[0].turns.filter { $0.turn.day < Day(iso: through)! }.map
    { turn in
      let holder = turn.holders[0]
      let standing = holder.standing.map { "\($0.load.tenths) of \($0.share.tenths)" } ?? "-"
      let passed = holder.passedOver.map { "; \($0.person): \($0.why.words)" }.joined()
      return "\(turn.turn.day.description.dropFirst(5)) \(holder.person?.description ?? "-") \(standing)\(passed)"
    }
  }
}

@Suite("How somebody stood when a turn was decided")
struct StandingTests {
  @Test("A turn knows what its holder had and should have, and who stood before him and why he could not")
  func projected() {
    var roster = RosterLiteral(rota: weekly + "seats: {s: {members: [ana, {person: ben, weight: 0.5}, cat]}}\n")
    roster.files["people.yml"] = "ana: {name: ana, leave: [2026-01-07]}\nben: {name: ben}\ncat: {name: cat}\n"
    #expect(
      roster.reasons(through: "2026-01-27") == [
        "01-05 cat 0 of 0.4; ana: on leave Wed 7 Jan 2026", "01-12 ana 0 of 0.8", "01-19 ben 0 of 0.6",
        "01-26 ana 1 of 1.6",
      ])
  }

  @Test("A published turn is told as it was when its line was written, from the lines before it")
  func published() {
    let lines = ["01-05,s,ana", "01-12,s,ben", "01-19,s,ana", "01-26,s,ben"]
    var roster = RosterLiteral(
      rota: weekly + "seats: {s: {members: [ana, ben, cat]}}\n",
      plan: lines.map { "2026-\($0),next,2025-12-01\n" }.joined() + "2026-02-02,s,cat,volunteer,2026-01-20\n"
        + "2026-02-09,s,cat,next,2026-01-20\n")
    roster.files["people.yml"] =
      "ana: {name: ana}\nben: {name: ben}\ncat: {name: cat, leave: [{from: 2026-01-19, to: 2026-01-30}]}\n"
    #expect(
      roster.reasons(through: "2026-02-10") == [
        "01-05 ana 0 of 0.3", "01-12 ben 0 of 0.7",
        "01-19 ana 1 of 1; cat: on leave Mon 19 Jan 2026 to Fri 30 Jan 2026",
        "01-26 ben 1 of 1.3; cat: on leave Mon 19 Jan 2026 to Fri 30 Jan 2026", "02-02 cat -", "02-09 cat 1 of 2",
      ])
  }

  @Test("Where somebody would have been free before the holder, nothing is said that would not be true")
  func changedSince() {
    let roster = RosterLiteral(
      rota: weekly + "seats: {s: {members: [ana, ben]}}\n", plan: "2026-01-05,s,ben,next,2025-12-01\n")
    #expect(roster.reasons(through: "2026-01-06") == ["01-05 ben -"])
  }

  @Test("What is said of a turn is the same before and after it is published, joiners and long leave counted in")
  func samePublished() {
    for seed in 0..<UInt64(40) {
      var generator = SeededGenerator(seed: seed)
      var random = RandomRoster(&generator, weights: true, leave: true)
      random.minGap = 0
      let projected = random.literal().reasons(through: "2026-06-30")
      let first = random.literal()
      let plan = RosterPlan.text(
        first.schedule(first.read().organisation, "2026-01-01", "2026-06-30").schedule.rotas[0])
      #expect(random.literal(plan: plan).reasons(through: "2026-06-30") == projected, "seed \(seed)")
    }
  }
}
