import CivilTime
import Roster
import SiteBuild
import SiteTestSupport
import Testing

/// What subscribers see when a roster changes under their calendars.
@Suite("Feeds over time")
struct FeedHistoryTests {
  /// Northwind with a published plan of four weeks, two weeks beyond it projected, and no changes.
  private static let roster = SourceFolder.northwind.with([
    "content/site.yml": """
    title: Northwind
    base_url: https://handbook.example.com/support/
    timezone: Europe/London
    calendar: {ahead: 5 weeks, history: 1 week}
    checks: {rota: off, promise: off}

    """,
    "content/roster/people.yml": """
    ana: {name: Ana Ruiz, team: delivery, timezone: America/Chicago}
    ben: {name: Ben Ode, team: delivery, timezone: Europe/London}
    cat: {name: Cat Lim, team: delivery, timezone: Europe/London}

    """,
    "content/roster/rotas/delivery.yml": SourceFolder.delivery(
      kind: "support",
      """
      seats:
        engineer: {title: Engineer on call, members: [ana, ben, cat]}
      playbook: playbook/escalation.md
      ceremonies: [{title: Handover, at: start, with: [incoming, outgoing]}]

      """),
    "content/roster/plan/delivery.csv": SourceFolder.plan(
      "2026-11-16,engineer,ana", "2026-11-23,engineer,ben", "2026-11-30,engineer,cat", "2026-12-07,engineer,ana"),
    "content/roster/changes.yml": "[]\n",
  ])

  private static let changes = "content/roster/changes.yml"
  private static let swap = "- {swap: [2026-11-30, 2026-12-07], rota: delivery, made: 2026-11-20}\n"
  private static let cover =
    "- {cover: {from: 2026-11-25 12:00, to: 2026-11-25 13:00}, rota: delivery, person: ana, made: 2026-11-20}\n"

  private static func taken(_ change: String, back day: String) -> String {
    change.replacing("}\n", with: ", withdrawn: \(day)}\n")
  }

  /// The feeds as subscribers see them, one after the other, each after some files were written.
  private func feeds(_ states: [SourceFolder], asOf: [String] = []) throws -> [[String: Feed.Event]] {
    let site = try BuiltSite(Self.roster)
    return try states.enumerated().map { index, state in
      try state.write(to: site.folder)
      let report = try site.build(asOf: asOf.isEmpty ? "2026-11-23" : asOf[index])
      #expect(site.faults(report.diagnostics.filter { $0.severity == .error }) == "")
      let events = Feed(site.text("calendar/all.ics")).events
      for event in Feed(site.text("calendar/rotas/delivery.ics")).events { #expect(events.contains(event)) }
      return Dictionary(events.map { ($0["UID"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// What RFC 5546 asks of an event that changed, and what caches ask of one that did not.
  private func expectOrderly(_ before: [String: Feed.Event], _ after: [String: Feed.Event]) {
    for (uid, old) in before {
      guard let new = after[uid] else { continue }
      let stamps = ["DTSTAMP", "LAST-MODIFIED", "SEQUENCE"]
      let number = { (event: Feed.Event) in event["SEQUENCE"].flatMap { Int($0) } ?? -1 }
      if old.filter({ !stamps.contains($0.key) }) == new.filter({ !stamps.contains($0.key) }) {
        #expect(old == new, "\(uid)")
        continue
      }
      #expect(new["DTSTAMP"] ?? "" > old["DTSTAMP"] ?? "", "\(uid)")
      #expect(new["LAST-MODIFIED"] == new["DTSTAMP"])
      let isMoved = ["DTSTART", "DTEND", "STATUS"].contains { old[$0] != new[$0] }
      #expect(number(new) >= number(old) + (isMoved ? 1 : 0), "\(uid)")
    }
  }

  @Test(
    "Whatever is decided, a shift keeps its identifier, its number never falls and its stamp moves with what it says",
    arguments: [
      [[changes: swap]], [[changes: cover]], [[changes: swap + cover]],
      [[changes: swap], [changes: taken(swap, back: "2026-11-22")]],
      [[changes: cover], [changes: taken(cover, back: "2026-11-22")]],
      [[changes: swap + cover], [changes: taken(swap, back: "2026-11-22") + taken(cover, back: "2026-11-22")]],
      // Somebody joins, and is then planned.
      [
        [
          "content/roster/rotas/delivery.yml": roster.files["content/roster/rotas/delivery.yml"]!
            .replacing("[ana, ben, cat]", with: "[ana, ben, cat, {person: dan, from: 2026-12-14}]"),
          "content/roster/people.yml": roster.files["content/roster/people.yml"]!
            + "dan: {name: Dan Fox, team: delivery}\n",
        ],
        [
          "content/roster/plan/delivery.csv": roster.files["content/roster/plan/delivery.csv"]!
            + "2026-12-14,engineer,ben,next,2026-11-22\n"
        ],
      ],
      // Leave moves a projected turn.
      [
        [
          "content/roster/people.yml": roster.files["content/roster/people.yml"]!
            .replacing("Ben Ode,", with: "Ben Ode, leave: [2026-12-15],")
        ]
      ],
      // A member goes: the published turn is decided again, then published once more, then another goes.
      [
        [
          "content/roster/rotas/delivery.yml": roster.files["content/roster/rotas/delivery.yml"]!
            .replacing("ben, cat]", with: "ben, {person: cat, to: 2026-11-29}]")
        ],
        [
          "content/roster/plan/delivery.csv": roster.files["content/roster/plan/delivery.csv"]!
            .replacing("cat,next,2026-10-02", with: "ben,repaired,2026-11-22"),
          "content/roster/plan/changes.lock": "2026-10-02,delivery,engineer,line,2026-11-30,,cat\n",
        ],
        [
          "content/roster/plan/delivery.csv": roster.files["content/roster/plan/delivery.csv"]!
            .replacing("cat,next,2026-10-02", with: "ana,repaired,2026-11-23"),
          "content/roster/plan/changes.lock": "2026-10-02,delivery,engineer,line,2026-11-30,,cat\n"
            + "2026-11-22,delivery,engineer,line,2026-11-30,,ben\n",
        ],
      ],
    ] as [[SourceFolder]])
  func orderly(states: [SourceFolder]) throws {
    let seen = try feeds([[:]] + states)
    for (before, after) in zip(seen, seen.dropFirst()) {
      #expect(before != after)
      expectOrderly(before, after)
    }
  }

  @Test("What a cover cut and its withdrawal joined again stays as cancelled for two weeks, then goes")
  func cancelled() throws {
    let back: SourceFolder = [Self.changes: Self.taken(Self.cover, back: "2026-11-22")]
    let seen = try feeds(
      [[:], [Self.changes: Self.cover], back, back],
      asOf: ["2026-11-21", "2026-11-21", "2026-11-22", "2026-12-07"])
    let uid = { (piece: String) in "delivery.2026-11-23.engineer.\(piece)@handbook.example.com" }
    #expect(seen[0][uid("1.2")] == nil)
    #expect(seen[1][uid("1.2")]?["SUMMARY"] == "Delivery support · Ana Ruiz (Engineer on call) for Ben Ode")
    #expect(seen[1][uid("1.3")]?["STATUS"] == "CONFIRMED")
    for piece in ["1.2", "1.3"] {
      #expect(seen[2][uid(piece)]?["STATUS"] == "CANCELLED")
      #expect(seen[2][uid(piece)]?["TRANSP"] == "TRANSPARENT")
      #expect(seen[2][uid(piece)]?["DTSTART"] == seen[1][uid(piece)]?["DTSTART"])
      #expect(seen[3][uid(piece)] == nil)
    }
    #expect(
      seen[2][uid("1.2")]?["SUMMARY"] == "Withdrawn: Delivery support · Ana Ruiz (Engineer on call) for Ben Ode")
    #expect(seen[2][uid("1")]?["DTEND"] == seen[0][uid("1")]?["DTEND"])
    #expect(seen[3][uid("1")] == seen[2][uid("1")])
  }

  @Test("A change that calendars were told of cannot be deleted: the build names it, and how to take it back")
  func deleted() throws {
    let site = try BuiltSite(Self.roster)
    let request = BuildRequest(source: site.folder.path, output: nil, asOf: .day(Day(iso: "2026-11-20")!), jobs: 1)
    let line = ChangeLine(
      .swap(Day(iso: "2026-11-30")!, Day(iso: "2026-12-07")!), rota: Rota.ID("delivery"), seat: Seat.ID("engineer"),
      made: Day(iso: "2026-11-20")!)
    #expect(try ChangeRecord.run(request, line, writes: true).isSound)
    #expect(try site.build().diagnostics.hasErrors == false)
    let published = site.bytes()

    try site.folder.write("[]\n", to: Self.changes)
    try site.folder.remove("public")
    let report = try site.build()
    #expect(
      site.faults(report.diagnostics.filter { $0.severity == .error }) == """
        content/roster/plan/changes.lock:2:1: error: The swap of the turns of 2026-11-30 and 2026-12-07 on delivery (engineer) is gone from changes.yml, and calendars show it [plan-forgets]
            2026-11-20,delivery,engineer,swap,2026-11-30,2026-12-07,
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            note: a change that calendars know is withdrawn, not deleted; this line in changes.yml does it:
            note: - {swap: [2026-11-30, 2026-12-07], rota: delivery, seat: engineer, made: 2026-11-20, withdrawn: 2026-11-23}

        """)

    try site.folder.write(
      "- {swap: [2026-11-30, 2026-12-07], rota: delivery, seat: engineer, made: 2026-11-20, withdrawn: 2026-11-23}\n",
      to: Self.changes)
    #expect(try site.build().diagnostics.hasErrors == false)
    #expect(site.bytes()["calendar/all.ics"] != published["calendar/all.ics"])
    #expect(site.text("calendar/people/cat.ics").contains("UID:delivery.2026-11-30"))
  }

  @Test("Where nobody noted it, the published calendar still tells that a change is gone, and stays as it was")
  func deletedByHand() throws {
    let site = try BuiltSite(Self.roster.with([Self.changes: Self.swap]))
    #expect(try site.build().diagnostics.hasErrors == false)
    let published = site.bytes()
    try site.folder.write("[]\n", to: Self.changes)
    let report = try site.build()
    #expect(
      site.faults(report.diagnostics.filter { $0.severity == .error }) == """
        content/roster/changes.yml:1:1: error: Calendars that are subscribed know of more changes than the roster: delivery.2026-11-30.engineer.1 (2 → 1), delivery.2026-11-30.meeting.handover.2026-11-30 (3 → 2), delivery.2026-12-07.engineer.1 (2 → 1) and 2 more [calendar-sequence]
            []
            ^
            note: a change was deleted, or a line of a plan: put it back, they would not take the update
            note: a change is taken back by `withdrawn: DATE` on its line; a turn by another line of `sitegen plan`
            note: a published site of another branch or of another roster: remove it, or build into another folder

        """)
    #expect(site.bytes() == published)
  }

  @Test("Planning notes the changes that people wrote by hand, and the lines that it replaces, once")
  func noted() throws {
    let site = try BuiltSite(Self.roster.with([Self.changes: Self.swap]))
    let request = BuildRequest(source: site.folder.path, output: nil, asOf: .day(Day(iso: "2026-11-22")!), jobs: 1)
    for _ in 0..<2 {
      _ = try Planning.run(request, only: nil, until: Day(iso: "2026-12-14")!, repairsLeave: false, writes: true)
      #expect(
        site.folder.text("content/roster/plan/changes.lock") == """
          # What calendars were told beside the plans. Written by sitegen: commit it, and leave it as it is.
          2026-11-20,delivery,engineer,swap,2026-11-30,2026-12-07,

          """)
    }
    try site.folder.write(
      Self.roster.files["content/roster/rotas/delivery.yml"]!
        .replacing("ben, cat]", with: "ben, {person: cat, to: 2026-11-29}]"),
      to: "content/roster/rotas/delivery.yml")
    try site.folder.write("[]\n", to: Self.changes)
    try site.folder.write("", to: "content/roster/plan/changes.lock")
    _ = try Planning.run(request, only: nil, until: Day(iso: "2026-12-14")!, repairsLeave: false, writes: true)
    #expect(
      site.folder.text("content/roster/plan/changes.lock")?.split(separator: "\n").last
        == "2026-10-02,delivery,engineer,line,2026-11-30,,cat")
  }
}
