import CivilTime
import Roster
import Scheduling
import Testing

private let weekly = "handover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\n"
private let office = "hours: [\"Mon-Fri 09:00-17:00\"]\n"
private let four = "seats: {s: {members: [ana, ben, cat, dan]}}\n"

@Suite("Turns that people can live with")
struct RotaCheckTests {
  @Test("Turns are published as far ahead as the site looks, or as far as the turn calendar goes")
  func notice() {
    let roster = RosterLiteral(
      rota: weekly + four, plan: "2026-01-05,s,ana,next,2025-12-01\n2026-01-12,s,ben,next,2025-12-01\n")
    #expect(
      roster.promises("plan", notice: Span(3, .weeks)) == """
        content/roster/plan/r.csv:3:1: warning: 'r' is published up to 2026-01-18 only, less than 3 weeks ahead [plan-notice]
            2026-01-12,s,ben,next,2025-12-01
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            note: sitegen plan --rota r publishes more

        """)
    #expect(roster.promises("plan", notice: Span(2, .weeks)) == "")
    var used = roster
    used.files["rotas/r.yml"] = roster.files["rotas/r.yml"]!.replacing("1 week", with: "calendar c")
    used.files["calendars/c.yml"] =
      "turns: [{name: One, starts: 2026-01-05}, {name: Two, starts: 2026-01-12}]\nends: 2026-01-19\n"
    #expect(used.promises("plan") == "")
  }

  @Test("A seat has four members; one who shares his time between two seats is half of one")
  func members() {
    let roster = RosterLiteral(
      people: "ana ben cat dan eve",
      rota: weekly + "seats:\n  s: {members: [ana, ben, cat, dan, eve]}\n  t: {members: [dan, eve, ana]}\n")
    #expect(
      roster.promises("rota-members") == """
        content/roster/rotas/r.yml:7:3: warning: 's' of r has fewer than four members: 3.5 [rota-members]
              s: {members: [ana, ben, cat, dan, eve]}
              ^
            note: with three, everybody serves every third turn, and one leave makes that every second
        content/roster/rotas/r.yml:8:3: warning: 't' of r has fewer than four members: 1.5 [rota-members]
              t: {members: [dan, eve, ana]}
              ^
            note: with three, everybody serves every third turn, and one leave makes that every second

        """)
  }

  @Test("A support turn lasts 4 to 7 days, or as long as the rota says")
  func turnLength() {
    let roster = RosterLiteral(rota: weekly.replacing("1 week", with: "2 weeks") + four)
    #expect(
      roster.promises("rota-turn") == """
        content/roster/rotas/r.yml:1:1: warning: 'r' has turns outside 4 to 7 days: 14 days from 2026-01-05 and 6 more [rota-turn]
            owner: ana
            ^
            note: whoever is away from other work for longer loses touch with it
            note: `turn_limits: [4 days, 3 weeks]` sets the rota's own limits

        """)
    for more in ["kind: on-call\n", "turn_limits: [1 week, 2 weeks]\n"] {
      #expect(
        RosterLiteral(rota: weekly.replacing("1 week", with: "2 weeks") + four + more).promises("rota-turn") == "")
    }
    #expect(
      RosterLiteral(rota: weekly.replacing("Monday ", with: "").replacing("1 week", with: "3 days") + four)
        .promises("rota-turn").contains("note: in less time nobody gets to the bottom of a request"))
  }

  @Test("Nobody has support and on-call at once")
  func doubleDuty() {
    var roster = RosterLiteral(rota: weekly + office + four)
    roster.files["rotas/q.yml"] = "owner: ana\ntimezone: Europe/London\nkind: on-call\n" + weekly + four
    #expect(
      roster.promises("rota-both", through: "2026-02-10").split(separator: "\n").prefix(4).joined(separator: "\n")
        == """
        content/roster/rotas/r.yml:1:1: warning: 'ana' is on r (turn of 2026-01-05) and on call for q (turn of 2026-01-05) at once, and 1 more time [rota-both]
            owner: ana
            ^
            note: `exclude: [q]` keeps the two apart
        """)
    roster.files["rotas/r.yml"]! += "exclude: [q]\n"
    #expect(roster.promises("rota-both") == "")
  }

  @Test("A day of recovery is free of other turns, on whatever rota")
  func recovery() {
    var roster = RosterLiteral(rota: weekly + four + "recovery: 1 day\n")
    roster.files["rotas/q.yml"] =
      "owner: ana\ntimezone: Europe/London\n" + weekly + "seats: {s: {members: [dan, ana, ben, cat]}}\n"
    #expect(
      roster.promises("rota-recovery", through: "2026-01-25").split(separator: "\n").first.map(String.init)
        == "content/roster/rotas/r.yml:1:1: warning: 'ana' has no 1 day of rest after the turn of 2026-01-05 on r: the turn of 2026-01-12 on q follows [rota-recovery]"
    )
  }

  @Test("Nobody is more than two turns off his share of a year")
  func shares() {
    let plan = (0..<6).map { "\(Day(iso: "2026-01-05")! + 7 * $0),s,ana,volunteer,2025-12-01\n" }.joined()
    let roster = RosterLiteral(rota: weekly + "seats: {s: {members: [ana, ben]}}\n", plan: plan)
    #expect(
      roster.promises("rota-share", asOf: "2026-02-15") == """
        content/roster/rotas/r.yml:6:23: warning: 'ana' had 6 turns as s on r in a year, of a share of 3 [rota-share]
            seats: {s: {members: [ana, ben]}}
                                  ^~~
            note: more than two turns off is worth asking why: swaps, covers, or turns set by hand
        content/roster/rotas/r.yml:6:28: warning: 'ben' had 0 turns as s on r in a year, of a share of 3 [rota-share]
            seats: {s: {members: [ana, ben]}}
                                       ^~~
            note: more than two turns off is worth asking why: swaps, covers, or turns set by hand

        """)
  }
}
