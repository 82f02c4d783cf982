import CivilTime
import Diagnostics
import Roster
import Scheduling
import Testing

extension RosterLiteral {
  /// What the checks of promises say, as the build prints it; of those whose ids begin so.
  fileprivate func promises(
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

@Suite("What a roster promises, and keeps")
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
        note: sitegen plan r publishes them

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

  /// Two rotas that share the day between them: Sydney by day, Chicago by its own.
  private static func sun(_ sydney: String, _ chicago: String) -> RosterLiteral {
    func rota(_ zone: String, _ hours: String) -> String {
      "owner: ana\nresponses: [{request: Page, within: 10 h}]\ntimezone: \(zone)\nhandover: \"00:00\"\nturn: 1 week\nstarts: 2026-02-02\nhours: [\"\(hours)\"]\n"
        + four
    }
    return RosterLiteral([
      "people.yml": "ana: {name: a}\nben: {name: b}\ncat: {name: c}\ndan: {name: d}\n",
      "teams.yml": "t:\n  coverage: [{title: The sun, rotas: [amer, apac], promise: 24x7}]\n",
      "rotas/apac.yml": rota("Australia/Sydney", sydney), "rotas/amer.yml": rota("America/Chicago", chicago),
    ])
  }

  @Test("Round-the-clock cover is checked through clock changes, and the weeks between them are named on their own")
  func coverage() {
    // In UTC, Sydney is there 22:00-10:00 and, from 5 April, 23:00-11:00; Chicago 10:00-22:00 and, from 8 March, 09:00-21:00.
    let roster = Self.sun("Mon-Sun 09:00-21:00", "Mon-Sun 04:00-16:00")
    #expect(
      roster.promises("coverage", asOf: "2026-02-09", through: "2026-05-11") == """
        content/roster/teams.yml:2:14: error: 'The sun' promises 24x7 and nobody is there for 101 h before 2026-05-11 [coverage-gap]
              coverage: [{title: The sun, rotas: [amer, apac], promise: 24x7}]
                         ^
            note: in the week of 2026-03-02, after the clocks of America/Chicago have changed: Sun 8 Mar 2026, 21:00 to 22:00 UTC (16:00 to 17:00 in America/Chicago, 08:00 to 09:00 in Australia/Sydney)
            note: every week from 2026-03-09 to 2026-03-29, after the clocks of America/Chicago have changed: Mon-Sun 21:00 to 22:00 UTC (16:00 to 17:00 in America/Chicago, 08:00 to 09:00 in Australia/Sydney)
            note: in the week of 2026-03-30, after the clocks of Australia/Sydney have changed: Mon-Fri 21:00 to 22:00 UTC (16:00 to 17:00 in America/Chicago, 08:00 to 09:00 in Australia/Sydney); Sat, Sun 21:00 to 23:00 UTC (16:00 to 18:00 in America/Chicago, 07:00 to 09:00 in Australia/Sydney)
            note: every week from 2026-04-06 to 2026-05-10, after the clocks of Australia/Sydney have changed: Mon-Sun 21:00 to 23:00 UTC (16:00 to 18:00 in America/Chicago, 07:00 to 09:00 in Australia/Sydney)

        """)
  }

  @Test("A group keeps the promise of each of its rotas, and hours that leave something out every week are told once")
  func weeklyGap() {
    let roster = Self.sun("Mon-Sun 09:00-21:00", "Mon-Fri 02:00-18:00")
    #expect(
      roster.promises("promise", asOf: "2026-02-09", through: "2026-03-02") == """
        content/roster/rotas/amer.yml:2:13: error: 'Page' within 10 h cannot be kept: nobody is on amer for 12 h [promise-reply]
            responses: [{request: Page, within: 10 h}]
                        ^
            note: the longest such time is from Sat 14 Feb 2026, 04:00 GMT-6 to Sat 14 Feb 2026, 16:00 GMT-6
            note: `hours: covered` beside `within` or `promise` says that only hours that the rota covers count
        content/roster/rotas/apac.yml:2:13: error: 'Page' within 10 h cannot be kept: nobody is on apac for 12 h [promise-reply]
            responses: [{request: Page, within: 10 h}]
                        ^
            note: the longest such time is from Sat 14 Feb 2026, 21:00 GMT+11 to Sun 15 Feb 2026, 09:00 GMT+11
            note: `hours: covered` beside `within` or `promise` says that only hours that the rota covers count

        """)
    #expect(
      roster.promises("coverage", asOf: "2026-02-09", through: "2026-03-02") == """
        content/roster/teams.yml:2:14: error: 'The sun' promises 24x7 and nobody is there for 72 h before 2026-03-02 [coverage-gap]
              coverage: [{title: The sun, rotas: [amer, apac], promise: 24x7}]
                         ^
            note: every week from 2026-02-14 to 2026-03-01: Sat, Sun 10:00 to 22:00 UTC (04:00 to 16:00 in America/Chicago, 21:00 to 09:00 in Australia/Sydney)

        """)
  }

  @Test(
    "Looking at the clocks of every rota each quarter of an hour finds as much uncovered time, through clock changes")
  func obviousCoverage() {
    for seed in 0..<UInt64(12) {
      var generator = SeededGenerator(seed: seed)
      let rotas = (0..<3).map { _ in ClockRota(&generator) }
      var roster = RosterLiteral([
        "people.yml": "ana: {name: a}\n",
        "teams.yml": "t:\n  coverage: [{title: All, rotas: [r0, r1, r2], promise: 24x7}]\n",
      ])
      for (place, rota) in rotas.enumerated() { roster.files["rotas/r\(place).yml"] = rota.text }
      let schedule = roster.schedule(roster.read().organisation, "2026-02-11", "2026-04-20").schedule
      let start = max(
        schedule.rotas.map { $0.turns[0].turn.start }.max()!, Zone.utc.start(of: Day(iso: "2026-02-11")!))
      let end = schedule.rotas.map { $0.turns.last!.turn.end }.min()!
      let missed = stride(from: start.seconds, to: end.seconds, by: 900).count { second in
        !rotas.contains { $0.isOn(Instant(seconds: second)) }
      }
      let said = roster.promises("coverage", asOf: "2026-02-11", through: "2026-04-20")
      let expected =
        missed == 0 ? "" : " for \(missed / 4) h\(missed % 4 == 0 ? "" : " \(missed % 4 * 15) min") before "
      #expect(missed == 0 ? said.isEmpty : said.contains(expected), "seed \(seed): \(missed) \(said)")
    }
  }

  /// A rota that serves the same hours of some days, far from the hours at which clocks change.
  private struct ClockRota {
    var zone: String
    var days: String
    var from: Int
    var to: Int

    init(_ generator: inout SeededGenerator) {
      zone = RandomRoster.zones.randomElement(using: &generator)!
      days = ["Mon-Sun", "Mon-Sun", "Mon-Fri"].randomElement(using: &generator)!
      from = Int.random(in: 5...9, using: &generator)
      to = from + Int.random(in: 7...14, using: &generator)
    }

    var text: String {
      "owner: ana\ntimezone: \(zone)\nhandover: \"00:00\"\nturn: 1 week\nstarts: 2026-02-02\nhours: [\"\(days) \(from):00-\(to):00\"]\nseats: {s: {members: [ana]}}\n"
    }

    func isOn(_ instant: Instant) -> Bool {
      let local = Zone(zone)!.local(instant)
      return (from * 60..<to * 60).contains(local.time.minutes)
        && (days == "Mon-Sun" || local.day.weekday <= .friday)
    }
  }

  @Test("Turns are published as far ahead as the site looks, or as far as the turn calendar goes")
  func notice() {
    let roster = RosterLiteral(
      rota: weekly + four, plan: "2026-01-05,s,ana,next,2025-12-01\n2026-01-12,s,ben,next,2025-12-01\n")
    #expect(
      roster.promises("plan", notice: Span(3, .weeks)) == """
        content/roster/plan/r.csv:3:1: warning: 'r' is published up to 2026-01-18 only, less than 3 weeks ahead [plan-notice]
            2026-01-12,s,ben,next,2025-12-01
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            note: sitegen plan r publishes more

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
        content/roster/rotas/r.yml:7:3: warning: 's' of r has 3.5 members, fewer than four [rota-members]
              s: {members: [ana, ben, cat, dan, eve]}
              ^
            note: with three, everybody serves every third turn, and one leave makes that every second
        content/roster/rotas/r.yml:8:3: warning: 't' of r has 1.5 members, fewer than four [rota-members]
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
        content/roster/rotas/r.yml:1:1: warning: 'r' has a turn of 14 days from 2026-01-05; the limits are 4 to 7 days, and 6 more turns are outside them [rota-turn]
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

  @Test("Whoever keeps a rota or leads a team is still in the company")
  func departures() {
    var roster = RosterLiteral(rota: weekly + "seats: {s: {members: [ben]}}\n")
    roster.files["people.yml"] = "ana: {name: Ana, left: 2026-01-04}\nben: {name: Ben}\n"
    roster.files["teams.yml"] = "t: {name: T, lead: ben, scrum_master: ana}\n"
    #expect(
      roster.promises("owner") + roster.promises("team") == """
        content/roster/rotas/r.yml:1:8: error: 'ana' owns r and left on 2026-01-04 [owner-left]
            owner: ana
                   ^~~
            note: somebody has to keep the rota: its people, its plan and its pages
        content/roster/teams.yml:1:39: error: 'ana' is the scrum master of t and left on 2026-01-04 [team-left]
            t: {name: T, lead: ben, scrum_master: ana}
                                                  ^~~

        """)
    #expect(roster.promises("owner", asOf: "2026-01-04") == "")
  }

  @Test("Nobody has support and on-call at once")
  func doubleDuty() {
    var roster = RosterLiteral(rota: weekly + office + four)
    roster.files["rotas/q.yml"] = "owner: ana\ntimezone: Europe/London\nkind: on-call\n" + weekly + four
    #expect(
      roster.promises("rota-both", through: "2026-02-10").split(separator: "\n").prefix(4).joined(separator: "\n")
        == """
        content/roster/rotas/r.yml:1:1: warning: 'ana' is on r (turn of 2026-01-05) and on call for q (turn of 2026-01-05) at once, and 1 more times [rota-both]
            owner: ana
            ^
            note: `exclude: [q]` keeps the two apart
        """)
    roster.files["rotas/r.yml"]! += "exclude: [q]\n"
    #expect(roster.promises("rota-both") == "")
  }

  @Test("Everybody of a team is on a rota or says why not, and a team has a rota")
  func idle() {
    var roster = RosterLiteral(rota: weekly + "team: t\nseats: {s: {members: [ana, {person: ben, to: 2026-01-04}]}}\n")
    roster.files["teams.yml"] = "t: {name: T}\nu: {name: U}\n"
    roster.files["people.yml"] =
      "ana: {name: Ana, team: t}\nben: {name: Ben, team: t}\ncat: {name: Cat, team: t, exempt: on leave}\ndan: {name: Dan, team: u}\neve: {name: Eve, team: t, left: 2025-12-31}\n"
    #expect(
      roster.promises("person") + roster.promises("team") == """
        content/roster/people.yml:2:1: warning: 'ben' is of t and on no rota [person-idle]
            ben: {name: Ben, team: t}
            ^~~
            note: a list of members takes ben in, or `exempt: why` says why none does
        content/roster/teams.yml:2:1: warning: 'u' has no rota, and 1 of its people are on none and not exempt [team-rota]
            u: {name: U}
            ^

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

  @Test("Whoever is to be called at any hour within two weeks has tried it within 90 days")
  func paging() {
    var roster = RosterLiteral(rota: weekly + "kind: on-call\n" + four)
    roster.files["people.yml"] =
      "ana: {name: Ana}\nben: {name: Ben}\ncat: {name: Cat, pageable_checked: 2025-10-01}\ndan: {name: Dan}\n"
    #expect(
      roster.promises("person-paging", asOf: "2026-01-06") == """
        content/roster/people.yml:2:1: warning: 'ben' has the turn of 2026-01-12 on r, and paging was never checked [person-paging]
            ben: {name: Ben}
            ^~~
            note: a test page, acknowledged on the telephone, and its day as `pageable_checked`
        content/roster/people.yml:3:1: warning: 'cat' has the turn of 2026-01-19 on r, and paging was last checked on 2025-10-01 [person-paging]
            cat: {name: Cat, pageable_checked: 2025-10-01}
            ^~~
            note: a test page, acknowledged on the telephone, and its day as `pageable_checked`

        """)
    roster.files["rotas/r.yml"]! += office
    #expect(roster.promises("person-paging", asOf: "2026-01-06") == "")
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
