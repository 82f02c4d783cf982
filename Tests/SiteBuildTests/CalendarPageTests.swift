import DiskTestSupport
import SiteTestSupport
import Testing

@Suite("The calendar's page")
struct CalendarPageTests {
  /// The rows of the page, week by week, tags left out and spaces made one.
  private func weeks(_ source: SourceFolder) throws -> [String] {
    let site = try BuiltSite(source)
    let report = try site.build()
    #expect(report.publication != nil, "\(site.faults(report))")
    return site.text("calendar/index.html").matches(of: /<ul class="rows" data-columns>([\s\S]*?)<\/ul>/).map { week in
      week.1.replacing(/<li class="([^"]*)">/) { "[\($0.1)] " }.replacing(/<[^>]*>/, with: "")
        .split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "\n")
    }
  }

  @Test("A week shows its turns, covers with whom they are for and why, and what is only projected")
  func covers() throws {
    let site = SourceFolder.northwind.with([
      "content/site.yml": SourceFolder.northwind.files["content/site.yml"]!.replacing("ahead: 1", with: "ahead: 2")
    ])
    #expect(
      try weeks(site) == [
        """
        [hue-0] BO Ben Ode Delivery support Mon 23 Nov 2026, 10:00 GMT-6 to Mon 30 Nov 2026, 10:00 GMT-6
        [hue-0 cover changed d3 t3] AR Ana Ruiz for Ben Ode Delivery support cover dentist \
        Wed 25 Nov 2026, 12:00 GMT-6 to Wed 25 Nov 2026, 13:00 GMT-6
        """,
        """
        [hue-0 projected] AR Ana Ruiz Delivery support projected \
        Mon 30 Nov 2026, 10:00 GMT-6 to Mon 7 Dec 2026, 10:00 GMT-6
        """,
      ])
  }

  @Test("A swap says in whose place somebody serves, and why; a turn of two weeks goes on in the second")
  func swaps() throws {
    let rota = SourceFolder.northwind.files["content/roster/rotas/delivery.yml"]!
      .replacing("turn: 1 week", with: "turn: 2 weeks").replacing("2026-11-02", with: "2026-11-23")
    let site = SourceFolder.northwind.with([
      "content/site.yml": SourceFolder.northwind.files["content/site.yml"]!.replacing("ahead: 1", with: "ahead: 4"),
      "content/roster/rotas/delivery.yml": rota,
      "content/roster/plan/delivery.csv": """
      turn,seat,person,reason,decided
      2026-11-23,engineer,ben,next,2026-10-02
      2026-12-07,engineer,ana,next,2026-10-02

      """,
      "content/roster/changes.yml": """
      - {swap: [2026-11-23, 2026-12-07], rota: delivery, seat: engineer, made: 2026-11-01, by: ben, reason: a wedding}

      """,
    ])
    #expect(
      try weeks(site) == [
        """
        [hue-0 changed] AR Ana Ruiz Delivery support swapped instead of Ben Ode: a wedding \
        Mon 23 Nov 2026, 10:00 GMT-6 to Mon 7 Dec 2026, 10:00 GMT-6
        """,
        "[hue-0 changed on] AR Ana Ruiz Delivery support swapped instead of Ben Ode: a wedding",
        """
        [hue-0 changed] BO Ben Ode Delivery support swapped instead of Ana Ruiz: a wedding \
        Mon 7 Dec 2026, 10:00 GMT-6 to Mon 21 Dec 2026, 10:00 GMT-6
        """,
        "[hue-0 changed on] BO Ben Ode Delivery support swapped instead of Ana Ruiz: a wedding",
      ])
  }

  @Test("Time between turns stands as a gap up to the day of the next turn; somebody's leave explains another's turn")
  func gaps() throws {
    let site = SourceFolder.northwind.with([
      "content/site.yml": SourceFolder.northwind.files["content/site.yml"]!.replacing("ahead: 1", with: "ahead: 2"),
      "content/roster/people.yml": """
      ana: {name: Ana Ruiz, team: delivery, timezone: Europe/London}
      ben: {name: Ben Ode, team: delivery, timezone: Europe/London, leave: [{from: 2026-12-02, to: 2026-12-03}]}
      cat: {name: Cat Lund, team: delivery, timezone: Europe/London}

      """,
      "content/roster/calendars/sprints.yml": """
      title: Sprints
      turns:
        - {name: One, starts: 2026-11-16, ends: 2026-11-27}
        - {name: Two, starts: 2026-11-30}
      ends: 2026-12-14

      """,
      "content/roster/rotas/delivery.yml": """
      title: Delivery support
      kind: support
      team: delivery
      owner: ana
      timezone: Europe/London
      handover: "10:00"
      turn: calendar sprints
      starts: 2026-11-16
      hours: ["Mon-Fri 09:00-17:00"]
      seats:
        engineer: {title: Engineer on call, members: [ana, ben, cat]}

      """,
      "content/roster/plan/delivery.csv": "turn,seat,person,reason,decided\n2026-11-16,engineer,ana,next,2026-10-02\n",
      "content/roster/changes.yml": "[]\n",
    ])
    #expect(
      try weeks(site) == [
        """
        [hue-0 t4] AR Ana Ruiz Delivery support Mon 16 Nov 2026, 10:00 GMT to Fri 27 Nov 2026, 10:00 GMT
        [hue-0 off changed d5] Nobody Delivery support not covered no turn between 2026-11-27 and 2026-11-30 \
        Fri 27 Nov 2026, 10:00 GMT to Mon 30 Nov 2026, 10:00 GMT
        """,
        """
        [hue-0 changed projected] CL Cat Lund Delivery support projected Ben Ode on leave 2–3 Dec \
        Mon 30 Nov 2026, 10:00 GMT to Mon 14 Dec 2026, 10:00 GMT
        """,
      ])
  }
}
