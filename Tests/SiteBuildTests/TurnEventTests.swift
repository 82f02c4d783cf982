import Diagnostics
import SiteBuild
import SiteTestSupport
import Testing

@Suite("Meetings, hand-off notes and days off in feeds")
struct TurnEventTests {
  private static let rota = SourceFolder.delivery(
    """
    holidays: {calendar: us, then: skip}
    seats:
      engineer: {title: Engineer on call, members: [ana, ben]}
      manager: {title: Manager, members: [kim]}
    ceremonies:
      - {title: Support handover, at: start, lasts: 30 min, with: [incoming, outgoing]}
      - {title: Office hours, on: "Wed-Fri 09:30", lasts: 15 min, with: [QA]}
      - {title: Review, at: end, lasts: 1 h}
      - {title: Sprint planning, skip: true, why: QA plans}
    recovery: 2 days

    """)

  private func site(_ more: SourceFolder = [:]) throws -> BuiltSite {
    let source = SourceFolder.northwind.with([
      "content/roster/rotas/delivery.yml": Self.rota, "content/roster/changes.yml": "",
      "content/roster/people.yml": """
      ana: {name: Ana Ruiz, team: delivery, timezone: America/Chicago}
      ben: {name: Ben Ode, team: delivery, timezone: Europe/London}
      kim: {name: Kim Lee, team: delivery}
      eve: {name: Eve Kay, team: delivery, left: 2026-10-30}

      """, "content/roster/holidays/us.yml": "2026-11-26: Thanksgiving\nuntil: 2027-12-31\n",
      "content/handoffs/delivery/2026-11-16.md": "# Week of 16 November\n",
    ])
    let site = try BuiltSite(source.with(more))
    let report = try site.build()
    #expect(!report.diagnostics.hasErrors, "\(site.faults(report))")
    return site
  }

  /// Start, end and summary of the events of a feed that are of some kind, by their UID.
  private func events(_ feed: String, _ kind: String, _ site: BuiltSite) -> [String] {
    let unfolded = site.text(feed).replacing("\r\n ", with: "")
    return unfolded.split(separator: "BEGIN:VEVENT").dropFirst().compactMap { event in
      let lines = event.split(separator: "\r\n").map(String.init)
      let value = { (name: String) in
        lines.first { $0.hasPrefix(name) }.map { String($0.drop { $0 != ":" }.dropFirst()) } ?? ""
      }
      return value("UID").contains(kind) ? "\(value("DTSTART")) \(value("DTEND")) \(value("SUMMARY"))" : nil
    }
  }

  @Test("A meeting at the start, one at the end, one on days of the week; not on the rota's holidays, nor one to skip")
  func meetings() throws {
    let site = try site()
    let found = events("calendar/rotas/delivery.ics", "2026-11-23.meeting", site)
    #expect(
      found == [
        "20261123T160000Z 20261123T163000Z Support handover · Delivery support",
        "20261125T153000Z 20261125T154500Z Office hours · Delivery support",
        "20261127T153000Z 20261127T154500Z Office hours · Delivery support",
        "20261130T150000Z 20261130T160000Z Review · Delivery support",
      ])
    #expect(events("calendar/all.ics", "2026-11-23.meeting", site) == found)
    #expect(!site.text("calendar/all.ics").contains("planning"))
  }

  @Test("A handover is in the calendars of both; other meetings in those of who serves")
  func people() throws {
    let site = try site()
    let handover = "20261123T160000Z 20261123T163000Z Support handover · Delivery support"
    for person in ["ana", "ben", "kim"] {
      #expect(events("calendar/people/\(person).ics", "2026-11-23.meeting.support", site) == [handover])
    }
    #expect(events("calendar/people/ana.ics", "2026-11-23.meeting.office", site) == [])
    #expect(events("calendar/people/ben.ics", "2026-11-23.meeting.office", site).count == 2)
    #expect(site.text("calendar/people/ben.ics").replacing("\r\n ", with: "").contains("With Ben Ode\\, Kim Lee\\, QA"))
  }

  @Test("The note's due time, and the days off after a turn for whoever does not go on")
  func endOfTurn() throws {
    let site = try site()
    #expect(
      events("calendar/people/ana.ics", "2026-11-16.handoff-note", site) == [
        "20261123T154500Z 20261123T160000Z Hand-off note due · Delivery support"
      ])
    #expect(
      events("calendar/people/ana.ics", "2026-11-16.engineer.recovery", site) == [
        "20261124 20261126 Recovery · Ana Ruiz (Delivery support)"
      ])
    #expect(events("calendar/people/kim.ics", "recovery", site) == [])
  }

  @Test("A seat has a feed of its own; what nobody covers has one too")
  func seatsAndGaps() throws {
    let site = try site([
      "content/roster/rotas/delivery.yml": Self.rota.replacing(
        "members: [kim]", with: "members: [{person: kim, to: 2026-12-31}]")
    ])
    #expect(events("calendar/rotas/delivery-manager.ics", ".manager.", site).count > 1)
    #expect(events("calendar/rotas/delivery-manager.ics", ".engineer.", site) == [])
    #expect(site.text("calendar/gaps.ics").contains("X-WR-CALNAME:Not covered"))
  }

  @Test("A leaver's feed stays and says so")
  func leaver() throws {
    #expect(events("calendar/people/eve.ics", "left", try site()) == ["20261030 20261031 Eve Kay has left"])
  }

  @Test("A seat whose feed would have the name of another rota's is an error")
  func sharedFeed() throws {
    let site = try BuiltSite(
      .northwind.with([
        "content/roster/rotas/delivery-engineer.yml": SourceFolder.northwind.files["content/roster/rotas/delivery.yml"]
          ?? ""
      ]))
    let report = try site.build()
    #expect(report.diagnostics.map(\.id).contains("address-taken"))
  }
}
