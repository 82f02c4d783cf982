import CivilTime
import Roster
import Scheduling
import Testing

private let weekly = "handover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\n"

@Suite("Leave against a published turn")
struct LeaveClashTests {
  private static func plan(_ people: String) -> String {
    people.split(separator: " ").enumerated().map {
      "\(Day(iso: "2026-01-05")! + 7 * $0),s,\($1),next,2025-12-01\n"
    }.joined()
  }

  /// People by name, some of them with leave.
  private static func people(_ leave: [String: String]) -> String {
    ["ana", "ben", "cat", "dan", "eve"].map { "\($0): {name: \($0), leave: [\(leave[$0] ?? "")]}\n" }.joined()
  }

  @Test("It names the turn, the three whom it burdens least, and the commands that settle it")
  func helpers() {
    var roster = RosterLiteral(
      rota: weekly + "min_gap: 1\nseats: {s: {members: [ana, ben, cat, dan, eve]}}\n",
      plan: Self.plan("ana ben cat dan ana ben cat"))
    roster.files["people.yml"] = Self.people(["ben": "2026-01-14", "eve": "{from: 2026-01-17, to: 2026-01-30}"])
    // eve is away at the end of the turn; dan has least, and cat and ana would have turns that touch.
    #expect(
      roster.printed(asOf: "2026-01-01", through: "2026-02-16") == """
        content/roster/plan/r.csv:3:1: error: 'ben' has the published turn of 2026-01-12 as s and is on leave on 2026-01-14 [plan-leave]
            2026-01-12,s,ben,next,2025-12-01
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            note: a swap or a cover in changes.yml gives the turn to somebody else
            note: dan could take it: sitegen cover r s --from 2026-01-12T09:00 --to 2026-01-19T09:00 --person dan
            note: dan could exchange it: sitegen swap r s 2026-01-12 2026-01-26
            note: ana could take it, sooner than min_gap 1 allows: sitegen cover r s --from 2026-01-12T09:00 --to 2026-01-19T09:00 --person ana
            note: ana could exchange it: sitegen swap r s 2026-01-12 2026-01-05
            note: cat could take it, sooner than min_gap 1 allows: sitegen cover r s --from 2026-01-12T09:00 --to 2026-01-19T09:00 --person cat
            note: cat could exchange it: sitegen swap r s 2026-01-12 2026-01-19

        """)
  }

  @Test("Each command that it gives settles it, and makes no other fault")
  func commandsWork() {
    for seed in 0..<UInt64(60) {
      var generator = SeededGenerator(seed: seed)
      let random = RandomRoster(&generator, weights: true, leave: false, seats: 1)
      let before = random.literal().schedule(random.literal().read().organisation, "2026-01-05", "2026-07-01").schedule
      let plan = RosterPlan.text(before.rotas[0])
      let turn = before.rotas[0].turns[Int.random(in: 2...4, using: &generator)]
      var away = random
      away.leave[turn.holders[0].person!.description] = [(turn.turn.day, turn.turn.day)]
      let literal = away.literal(plan: plan)
      let told = literal.schedule(literal.read().organisation, "2026-01-05", "2026-07-01").diagnostics
      #expect(told.map(\.id) == ["plan-leave"], "seed \(seed)")
      for note in told.flatMap(\.notes) {
        guard let change = Self.change(note.text) else { continue }
        let settled = away.literal(plan: plan, changes: change)
        let (organisation, reading) = settled.read()
        let left = reading + settled.schedule(organisation, "2026-01-05", "2026-07-01").diagnostics
        #expect(left.isEmpty, "seed \(seed): \(change) \(left)")
      }
    }
  }

  /// The line of changes.yml that a command would write.
  private static func change(_ note: String) -> String? {
    guard let command = note.firstRange(of: "sitegen ") else { return nil }
    let words = note[command.upperBound...].split(separator: " ").map(String.init)
    if words[0] == "swap" { return "- {swap: [\(words[3]), \(words[4])], rota: r, seat: s0, made: 2026-01-01}\n" }
    return
      "- {cover: {from: \(words[4]), to: \(words[6])}, rota: r, seat: s0, person: \(words[8]), made: 2026-01-01}\n"
  }

  @Test("Nobody is named who serves elsewhere then; of a turn that has begun only the rest is given away")
  func begun() {
    var roster = RosterLiteral(
      rota: weekly + "exclude: [q]\nseats: {s: {members: [ana, ben, cat]}}\n", plan: Self.plan("ana ben"))
    roster.files["people.yml"] = Self.people(["ana": "{from: 2026-01-08, to: 2026-01-09}"])
    roster.files["rotas/q.yml"] = "owner: ana\ntimezone: Europe/London\n" + weekly + "seats: {s: {members: [cat]}}\n"
    #expect(
      roster.printed(asOf: "2026-01-07", through: "2026-01-08") == """
        content/roster/plan/r.csv:2:1: error: 'ana' has the published turn of 2026-01-05 as s and is on leave on 2026-01-08 [plan-leave]
            2026-01-05,s,ana,next,2025-12-01
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            note: a swap or a cover in changes.yml gives the turn to somebody else
            note: ben could take it: sitegen cover r s --from 2026-01-08T00:00 --to 2026-01-12T09:00 --person ben

        """)
    #expect(roster.printed(asOf: "2026-01-10", through: "2026-01-11") == "")
  }

  @Test("A cover of part of the leave is not enough, one of all of it is; without anybody free it says so")
  func partly() {
    let cover = { (to: String) in
      "- {cover: {from: 2026-01-06, to: \(to)}, rota: r, person: ben, made: 2026-01-01}\n"
    }
    var roster = RosterLiteral(
      rota: weekly + "seats: {s: {members: [ana, ben]}}\n", plan: Self.plan("ana"), changes: cover("2026-01-06"))
    roster.files["people.yml"] = Self.people(["ana": "{from: 2026-01-06, to: 2026-01-07}", "ben": "2026-01-10"])
    #expect(
      roster.printed(asOf: "2026-01-01", through: "2026-01-06") == """
        content/roster/plan/r.csv:2:1: error: 'ana' has the published turn of 2026-01-05 as s and is on leave on 2026-01-07 [plan-leave]
            2026-01-05,s,ana,next,2025-12-01
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            note: a swap or a cover in changes.yml gives the turn to somebody else, but nobody of the seat is free

        """)
    roster.files["changes.yml"] = cover("2026-01-07")
    #expect(roster.printed(asOf: "2026-01-01", through: "2026-01-06") == "")
    roster.files["changes.yml"] = cover("2026-01-07").replacing("}\n", with: ", withdrawn: 2026-01-02}\n")
    #expect(roster.printed(asOf: "2026-01-01", through: "2026-01-06").contains("[plan-leave]"))
  }
}
