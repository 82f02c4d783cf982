import CivilTime
import Diagnostics
import Roster
import Scheduling
import Testing

extension RosterLiteral {
  /// What the checks of promises say, as the build prints it; of those whose ids begin so.
  func promises(
    _ check: String, asOf: String = "2026-01-05", through: String = "2026-04-06", notice: Span = Span(13, .weeks)
  ) -> String {
    let (organisation, reading) = read()
    #expect(reading.isEmpty, "\(reading)")
    let checks = PromiseChecks(
      schedule(organisation, asOf, through).schedule, organisation: organisation,
      asOf: Zone.utc.start(of: Day(iso: asOf)!), today: Day(iso: asOf)!, notice: notice)
    return printed(checks.diagnostics.filter { $0.id.hasPrefix(check) }.inReadingOrder())
  }
}

private let weekly = "handover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\n"
private let office = "hours: [\"Mon-Fri 09:00-17:00\"]\n"
private let four = "seats: {s: {members: [ana, ben, cat, dan]}}\n"

@Suite("What a rota promises, and keeps")
struct PromiseTests {
  @Test("A roster that keeps its promises has nothing to answer for")
  func kept() {
    var roster = RosterLiteral(
      rota: weekly + four
        + "kind: on-call\nrecovery: 1 day\nescalation: {promise: 10 min, steps: [{seat: s, within: 10 min}]}\n")
    roster.files["people.yml"] = ["ana", "ben", "cat", "dan"].map {
      "\($0): {name: \($0), team: t, pageable_checked: 2026-01-02}\n"
    }.joined()
    roster.files["teams.yml"] = "t: {name: T, lead: ana, coverage: [{title: Always, rotas: [r], promise: 24x7}]}\n"
    roster.files["rotas/r.yml"]! += "team: t\n"
    #expect(roster.promises("", notice: Span(1, .days)) == Self.unpublished)
  }

  private static let unpublished = """
    content/roster/rotas/r.yml:1:1: warning: 'r' has no published turn: people are to know theirs 1 day ahead [plan-notice]
        owner: ana
        ^
        note: sitegen plan --rota r publishes them

    """

  @Test("The steps of an escalation take no longer than it promises")
  func escalation() {
    let chain = "escalation: {promise: 20 min, steps: [{seat: s, within: 10 min}, {seat: m, within: 15 min}]}\n"
    let roster = RosterLiteral(rota: weekly + chain + "seats: {s: {members: [ana, ben]}, m: {members: [cat]}}\n")
    #expect(
      roster.promises("promise") == """
        content/roster/rotas/r.yml:6:23: error: 'r' promises an answer within 20 min, and its steps take 25 min [promise-escalation]
            escalation: {promise: 20 min, steps: [{seat: s, within: 10 min}, {seat: m, within: 15 min}]}
                                  ^~~~~~
            content/roster/rotas/r.yml:6:39: note: s within 10 min: 10 min in all
            content/roster/rotas/r.yml:6:66: note: m within 15 min: 25 min in all

        """)
  }

  @Test("Whoever ends a chain is always there")
  func chain() {
    var roster = RosterLiteral(
      rota: weekly + "escalation: {promise: 20 min, steps: [{seat: s, within: 10 min}]}\nseats: {s: {members: [ana]}}\n"
    )
    roster.files["people.yml"] = "ana: {name: Ana, leave: [2026-01-14, 2026-01-28]}\n"
    #expect(
      roster.promises("promise", through: "2026-02-02") == """
        content/roster/rotas/r.yml:6:39: error: 's' ends the chain of r and is not always filled [promise-chain]
            escalation: {promise: 20 min, steps: [{seat: s, within: 10 min}]}
                                                  ^
            note: nobody is there from Mon 12 Jan 2026, 09:00 GMT to Mon 19 Jan 2026, 09:00 GMT, the first of 2 such times: nobody can take the turn of 2026-01-12

        """)
  }

  @Test("A reply promised by the clock is broken by the longest time at which nobody is there, holidays counted in")
  func replies() {
    let promises = "responses: [{request: Mail, within: 24 h}, {request: Letter, within: 1 week}]\n"
    var roster = RosterLiteral(rota: weekly + office + promises + four + "holidays: {calendar: h, then: skip}\n")
    roster.files["holidays/h.yml"] = "2026-01-19: A Monday\n"
    let expected = """
      content/roster/rotas/r.yml:7:13: error: 'Mail' within 24 h cannot be kept: nobody is on r for 88 h [promise-reply]
          responses: [{request: Mail, within: 24 h}, {request: Letter, within: 1 week}]
                      ^
          note: the longest such time is from Fri 16 Jan 2026, 17:00 GMT to Tue 20 Jan 2026, 09:00 GMT
          note: `hours: covered` beside `within` or `promise` says that only hours that the rota covers count

      """
    #expect(roster.promises("promise") == expected)
    roster.files["rotas/r.yml"] = roster.files["rotas/r.yml"]!.replacing("24 h", with: "24 h, hours: covered")
    #expect(roster.promises("promise") == "")
  }

  @Test("A page promised by the clock needs somebody at every hour")
  func pages() {
    let roster = RosterLiteral(
      rota: weekly + "hours: [\"Mon-Sun 08:00-07:00\"]\n" + four
        + "escalation: {promise: 20 min, steps: [{seat: s, within: 10 min}]}\n")
    #expect(
      roster.promises("promise") == """
        content/roster/rotas/r.yml:8:23: error: 'escalation' within 20 min cannot be kept: nobody is on r for 1 h [promise-hours]
            escalation: {promise: 20 min, steps: [{seat: s, within: 10 min}]}
                                  ^~~~~~
            note: the longest such time is from Tue 6 Jan 2026, 07:00 GMT to Tue 6 Jan 2026, 08:00 GMT
            note: `hours: covered` beside `within` or `promise` says that only hours that the rota covers count

        """)
  }

  @Test("A support rota with customers says how soon it answers")
  func responses() {
    let roster = RosterLiteral(rota: weekly + four + "channels: [{name: \"#help\"}]\n")
    #expect(
      roster.promises("promise") == """
        content/roster/rotas/r.yml:1:1: warning: 'r' has channels on which people ask, and no `responses` that say how soon they hear [promise-missing]
            owner: ana
            ^
            note: responses: [{request: Support request, within: 24 h}]

        """)
  }
}
