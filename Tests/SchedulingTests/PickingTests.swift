import CivilTime
import Roster
import Testing

private let weekly = "handover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\n"

@Suite("Whose turn it is")
struct PickingTests {
  @Test("With equal weights turns go round in the listed order")
  func listedOrder() {
    let roster = RosterLiteral(rota: weekly + "seats: {s: {members: [ana, ben, cat]}}")
    #expect(
      roster.turns(through: "2026-02-09") == [
        "01-05 ana next", "01-12 ben next", "01-19 cat next", "01-26 ana next", "02-02 ben next",
      ])
  }

  @Test("Somebody with half the weight serves half as often, in the middle of a round")
  func partTime() {
    let roster = RosterLiteral(rota: weekly + "seats: {s: {members: [ana, {person: cat, weight: 0.5}, ben]}}")
    #expect(
      roster.turns(through: "2026-03-10").map { $0.split(separator: " ")[1] } == [
        "ana", "ben", "cat", "ana", "ben", "ana", "ben", "cat", "ana", "ben",
      ])
  }

  @Test("Where days are balanced, a long turn counts for more")
  func days() {
    var roster = RosterLiteral(
      rota: "handover: 09:00\nturn: calendar c\nstarts: 2026-01-05\nbalance: days\nseats: {s: {members: [ana, ben]}}")
    roster.files["calendars/c.yml"] = """
      turns: [{name: a, starts: 2026-01-05}, {name: b, starts: 2026-01-26}, {name: c, starts: 2026-02-02}, {name: d, starts: 2026-02-09}, {name: e, starts: 2026-02-16}]
      ends: 2026-02-23
      """
    #expect(roster.turns().map { $0.split(separator: " ")[1] } == ["ana", "ben", "ben", "ben", "ana"])
  }

  @Test("Leave passes a turn on and it is made up; leave outside covered days counts for nothing")
  func leave() {
    var roster = RosterLiteral(
      rota: weekly + "hours: [\"Mon-Fri 09:00-17:00\"]\nseats: {s: {members: [ana, ben, cat]}}")
    roster.files["people.yml"] =
      "ana: {name: ana, leave: [2026-01-10, {from: 2026-01-26, to: 2026-01-30}]}\nben: {name: ben}\ncat: {name: cat}\n"
    #expect(
      roster.turns(through: "2026-02-16") == [
        "01-05 ana next", "01-12 ben next", "01-19 cat next", "01-26 ben next", "02-02 ana next", "02-09 cat next",
      ])
  }

  @Test("A long leave is forgiven: whoever returns starts level with the others")
  func longLeave() {
    var roster = RosterLiteral(rota: weekly + "seats: {s: {members: [ana, ben, cat]}}")
    roster.files["people.yml"] =
      "ana: {name: ana, leave: [{from: 2026-01-12, to: 2026-02-20}]}\nben: {name: ben}\ncat: {name: cat}\n"
    let order = roster.turns(through: "2026-04-06").map { String($0.split(separator: " ")[1]) }
    #expect(order == ["ana", "ben", "cat", "ben", "cat", "ben", "cat", "ana", "ben", "cat", "ana", "ben", "cat"])
  }

  @Test("A joiner starts level too, and stands beside the holder first where he shadows")
  func joiner() {
    let roster = RosterLiteral(
      rota: weekly + "seats: {s: {members: [ana, ben, {person: cat, from: 2026-02-02, shadow: 1}]}}")
    let order = roster.turns(through: "2026-03-16").map { String($0.split(separator: " ")[1]) }
    #expect(order == ["ana", "ben", "ana", "ben", "ana", "ben", "cat", "ana", "ben", "cat"])
    let turns = roster.schedule(roster.read().organisation, "2026-01-01", "2026-03-16").schedule.rotas[0].turns
    #expect(
      turns.flatMap { turn in turn.shadows.map { "\(turn.turn.day) \($0.seat) \($0.person)" } } == [
        "2026-02-02 s/shadow cat"
      ])
  }

  @Test("The plan says who, later lines count, and the rules fill the rest")
  func plan() {
    let roster = RosterLiteral(
      rota: weekly
        + "seats: {s: {members: [ana, ben, cat]}}\npins: [{turn: 2026-02-02, seat: s, person: ben, by: volunteer}]",
      plan: "2026-01-12,s,cat,next,2025-12-01\n2026-01-19,s,cat,,2025-12-01\n")
    #expect(
      roster.turns(through: "2026-02-23") == [
        "01-12 cat next", "01-19 cat published", "01-26 ana next", "02-02 ben volunteer", "02-09 ana next",
        "02-16 ben next",
      ])
    let turns = roster.schedule(roster.read().organisation, "2026-01-01", "2026-02-23").schedule.rotas[0].turns
    #expect(turns.prefix(3).map { $0.holders[0].status } == [.published, .published, .projected])
  }

  @Test("A gap between turns is kept, and given up with a warning where nobody else can serve")
  func minGap() {
    var roster = RosterLiteral(
      rota: weekly + "min_gap: 1\nseats:\n  s: {members: [ana, {person: ben, weight: 0.25}]}\n")
    #expect(
      roster.turns(through: "2026-02-02") == ["01-05 ana next", "01-12 ben next", "01-19 ana next", "01-26 ben next"])
    roster.files["people.yml"] = "ana: {name: ana}\nben: {name: ben, leave: [2026-01-13]}\n"
    #expect(roster.turns(through: "2026-01-26") == ["01-05 ana next", "01-12 ana gap-relaxed", "01-19 ben next"])
    #expect(
      roster.printed(through: "2026-01-20") == """
        content/roster/rotas/r.yml:8:3: warning: min_gap 1 of r (s) cannot be kept for the turn of 2026-01-12 [gap-relaxed]
              s: {members: [ana, {person: ben, weight: 0.25}]}
              ^

        """)
  }

  @Test("A turn that nobody can take stays open and says why of each member")
  func unfilled() {
    var roster = RosterLiteral(rota: weekly + "seats:\n  s: {members: [ana, {person: ben, to: 2026-01-11}]}\n")
    roster.files["people.yml"] = "ana: {name: ana, leave: [{from: 2026-01-12, to: 2026-01-14}]}\nben: {name: ben}\n"
    #expect(roster.turns(through: "2026-01-19") == ["01-05 ana next", "01-12 - unfilled"])
    #expect(
      roster.printed(through: "2026-01-15") == """
        content/roster/rotas/r.yml:7:3: error: Nobody can take the turn of 2026-01-12 as s on r [turn-unfilled]
              s: {members: [ana, {person: ben, to: 2026-01-11}]}
              ^
            note: ana: on leave Mon 12 Jan 2026 to Wed 14 Jan 2026
            note: ben: not a member for the whole turn

        """)
  }

  @Test("Nobody serves on two seats, or on rotas that exclude each other, at the same time")
  func exclusion() {
    var roster = RosterLiteral(
      rota: weekly + "exclude: [q]\nseats: {s: {members: [ana, ben, cat]}, t: {members: [ana, ben, cat]}}")
    roster.files["rotas/q.yml"] = "owner: ana\n" + weekly + "seats: {s: {members: [ana, ben, cat]}}"
    #expect(roster.turns("q", through: "2026-01-19") == ["01-05 ana next", "01-12 ben next"])
    #expect(
      roster.turns(through: "2026-01-19") == [
        "01-05/s ben next", "01-05/t cat next", "01-12/s ana next", "01-12/t cat next",
      ])
  }

  @Test("A hard rule of composition is kept, at the least cost, and named as the reason")
  func composition() {
    var roster = RosterLiteral(
      rota: weekly + "compose: [{at_least: 1, of: apps}]\nseats: {s: {members: [ana, ben]}, t: {members: [cat, dan]}}")
    roster.files["people.yml"] = "ana: {name: a}\nben: {name: b}\ncat: {name: c, groups: [apps]}\ndan: {name: d}\n"
    #expect(
      roster.turns(through: "2026-01-26") == [
        "01-05/s ana next", "01-05/t cat next", "01-12/s ben next", "01-12/t cat needed-for-apps", "01-19/s ana next",
        "01-19/t cat needed-for-apps",
      ])
  }

  @Test("When a member goes, only his published turns are decided again")
  func removal() {
    let plan =
      "2026-01-05,s,ana,next,2025-12-01\n2026-01-12,s,ben,next,2025-12-01\n2026-01-19,s,cat,next,2025-12-01\n2026-01-26,s,ana,next,2025-12-01\n2026-02-02,s,ben,next,2025-12-01\n"
    let roster = RosterLiteral(rota: weekly + "seats: {s: {members: [ana, cat]}}", plan: plan)
    #expect(
      roster.turns(through: "2026-02-09") == [
        "01-05 ana next", "01-12 cat repaired", "01-19 cat next", "01-26 ana next", "02-02 ana repaired",
      ])
    #expect(roster.turns(asOf: "2026-01-20", through: "2026-02-09")[1] == "01-12 ben next")
  }
}
