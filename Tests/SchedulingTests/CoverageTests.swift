import CivilTime
import Roster
import Scheduling
import Testing

private let four = "seats: {s: {members: [ana, ben, cat, dan]}}\n"

@Suite("Round-the-clock cover")
struct CoverageTests {
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
}
