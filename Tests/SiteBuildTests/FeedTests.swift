import Foundation
import SiteTestSupport
import Testing

@Suite("Feeds")
struct FeedTests {
  @Test("A person's feed, whole")
  func wholeFeed() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let feed = site.text("calendar/people/ben.ics")
    #expect(
      feed.replacing("\r\n", with: "\n") == """
        BEGIN:VCALENDAR
        PRODID:-//sitegen//sitegen//EN
        VERSION:2.0
        CALSCALE:GREGORIAN
        NAME:Turns of Ben Ode
        X-WR-CALNAME:Turns of Ben Ode
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        X-PUBLISHED-TTL:PT1H
        SOURCE;VALUE=URI:https://handbook.example.com/support/calendar/people/ben.i
         cs
        URL:https://handbook.example.com/support/people/ben/
        BEGIN:VEVENT
        UID:delivery.2026-11-23.engineer.1@handbook.example.com
        DTSTAMP:20261120T005003Z
        LAST-MODIFIED:20261120T005003Z
        SEQUENCE:2
        DTSTART:20261123T160000Z
        DTEND:20261125T180000Z
        SUMMARY:Delivery support · Ben Ode (Engineer on call)
        DESCRIPTION:Engineer on call\\, Delivery support\\nMon 23 Nov 2026\\, 10:00 GM
         T-6 to Wed 25 Nov 2026\\, 12:00 GMT-6\\nFor Ben Ode: Mon 23 Nov 2026\\, 16:00
          GMT to Wed 25 Nov 2026\\, 18:00 GMT\\nTakes over from Ana Ruiz\\nHands over 
         to Ana Ruiz\\nWhy: Next in turn\\nPlaybook: https://handbook.example.com/sup
         port/playbook/escalation/
        CATEGORIES:Delivery support
        COLOR:steelblue
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        X-MICROSOFT-CDO-BUSYSTATUS:FREE
        X-SITEGEN-FACTS:3
        URL:https://handbook.example.com/support/rotas/delivery/?seat=engineer#turn
         -2026-11-23
        END:VEVENT
        BEGIN:VEVENT
        UID:delivery.2026-11-23.engineer.1.3@handbook.example.com
        DTSTAMP:20261120T005003Z
        LAST-MODIFIED:20261120T005003Z
        SEQUENCE:2
        DTSTART:20261125T190000Z
        DTEND:20261130T160000Z
        SUMMARY:Delivery support · Ben Ode (Engineer on call)
        DESCRIPTION:Engineer on call\\, Delivery support\\nWed 25 Nov 2026\\, 13:00 GM
         T-6 to Mon 30 Nov 2026\\, 10:00 GMT-6\\nFor Ben Ode: Wed 25 Nov 2026\\, 19:00
          GMT to Mon 30 Nov 2026\\, 16:00 GMT\\nTakes over from Ana Ruiz\\nHands over 
         to Ana Ruiz\\nWhy: Next in turn\\nPlaybook: https://handbook.example.com/sup
         port/playbook/escalation/
        CATEGORIES:Delivery support
        COLOR:steelblue
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        X-MICROSOFT-CDO-BUSYSTATUS:FREE
        X-SITEGEN-FACTS:3
        URL:https://handbook.example.com/support/rotas/delivery/?seat=engineer#turn
         -2026-11-23
        END:VEVENT
        END:VCALENDAR

        """)
    #expect(feed.utf8.filter { $0 == 10 }.count == feed.utf8.filter { $0 == 13 }.count)
  }

  @Test("The people's feeds together are the rota's feed, and the rota's that of its team and of all rotas")
  func together() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let feed = { (name: String) in Set(Feed(site.text("calendar/\(name).ics")).events) }
    let rota = feed("rotas/delivery")
    #expect(rota.count == 5)
    #expect(feed("people/ana").union(feed("people/ben")) == rota)
    #expect(feed("people/ana").isDisjoint(with: feed("people/ben")))
    #expect(feed("teams/delivery") == rota)
    #expect(feed("all") == rota)
  }

  @Test("Every time on the pages of rota, person and calendar is an instant of the feed, in words of the rota's zone")
  func times() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let events = Feed(site.text("calendar/all.ics")).events
    let edges = Set(events.flatMap { [$0["DTSTART"] ?? "", $0["DTEND"] ?? ""] }.map(Feed.iso))
    for page in ["rotas/delivery", "people/ana", "people/ben", "calendar", "now"] {
      let shown = times(on: site.text(page + "/index.html")).filter { $0.iso != "2026-11-23T00:00:00Z" }
      #expect(!shown.isEmpty)
      #expect(shown.filter { !edges.contains($0.iso) }.map(\.iso) == [], "\(page)")
      for time in shown { #expect(time.words.hasPrefix(Self.words(time.iso)), "\(page)") }
    }
  }

  @Test("No feed holds an e-mail address or a phone number")
  func noAddresses() throws {
    let people =
      "ana: {name: Ana Ruiz, team: delivery, timezone: America/Chicago, email: ana@example.com}\n"
      + "ben: {name: Ben Ode, team: delivery, timezone: Europe/London, email: ben@example.com, chat: \"@ben\"}\n"
    let site = try BuiltSite(.northwind.with(["content/roster/people.yml": people]))
    let report = try site.build()
    #expect(site.faults(report) == "")
    for feed in site.published().filter({ $0.hasSuffix(".ics") }) {
      #expect(!site.text(feed).contains("ana@example.com") && !site.text(feed).contains("mailto"))
    }
    #expect(site.text("people/ana/index.html").contains("ana@example.com"))
  }

  /// Every `<time>` of a page that is an instant.
  private func times(on html: String) -> [(iso: String, words: String)] {
    html.split(separator: "<time ").dropFirst().compactMap { part in
      let iso = part.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
      let words = part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
      return iso.contains("T") && !part.hasPrefix("id=") ? (String(iso), String(words)) : nil
    }
  }

  /// The words of an instant in Chicago, made by other means than the site's: `Mon 23 Nov 2026, 10:00`.
  private static func words(_ iso: String) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "America/Chicago")
    formatter.dateFormat = "EEE d MMM yyyy, HH:mm"
    return ISO8601DateFormatter().date(from: iso).map(formatter.string) ?? iso
  }
}
