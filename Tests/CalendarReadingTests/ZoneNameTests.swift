import CivilTime
import Diagnostics
import Testing

@testable import CalendarReading

@Suite("The names of zones")
struct ZoneNameTests {
  private func event(_ tzid: String, zones: String = "") -> String {
    """
    BEGIN:VCALENDAR
    \(zones)BEGIN:VEVENT
    DTSTART;TZID=\(tzid):20260701T090000
    DURATION:PT1H
    SUMMARY:Nine o'clock
    END:VEVENT
    END:VCALENDAR
    """
  }

  @Test(
    "Names of the database, alone or behind a vendor's path, and names of Windows mean their zone",
    arguments: [
      ("Europe/London", "08"), ("\"Europe/London\"", "08"), ("/citadel.org/20190914_1/Europe/London", "08"),
      ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "12"), ("US/Eastern", "13"),
      ("Etc/UTC", "09"), ("UTC", "09"), ("GMT Standard Time", "08"), ("W. Europe Standard Time", "07"),
      ("Central Standard Time", "14"), ("India Standard Time", "03:30"), ("Tokyo Standard Time", "00"),
      ("EST5EDT", "13"), ("CET", "07"),
    ])
  func known(_ tzid: String, _ start: String) {
    let time = start.contains(":") ? start : start + ":00"
    #expect(listed(event(tzid)).hasPrefix("2: 2026-07-01T\(time):00Z..<"), "\(tzid)")
  }

  @Test("Every name of the tables leads to a zone")
  func tables() {
    for (name, zone) in windowsZones.merging(shortZones, uniquingKeysWith: { first, _ in first }) {
      #expect(Zone(zone) != nil, "\(name)")
    }
    #expect(windowsZones.count == 140)
  }

  @Test("An unknown name is an error and its event is not read as if the zone did not matter")
  func unknown() {
    #expect(
      listed(event("Europe/Londn")) == """
        ana.ics:3:14: error: 'Europe/Londn' is no time zone such as Europe/London, and the file does not describe it; \
        did you mean 'Europe/London'? [ics-zone]
            DTSTART;TZID=Europe/Londn:20260701T090000
                         ^~~~~~~~~~~~

        """)
  }

  private static let headOffice = """
    BEGIN:VTIMEZONE
    TZID:Head Office
    BEGIN:STANDARD
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0000
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T010000
    TZOFFSETFROM:+0000
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE

    """

  @Test("A zone of the file's own is as good as London where its rules are London's, hour by hour round both changes")
  func ownZone() {
    let lines = Self.headOffice.split(separator: "\n").map { LogicalLine.lines(of: Array($0.utf8))[0] }
    let collector = DiagnosticCollector()
    var reader = ComponentReader(file: "ana.ics", collector: collector)
    let lookup = ClockLookup(reader.read(lines), through: WallTime(day: Day(2027, 1, 1)!), collector)
    let line = LogicalLine.lines(of: Array("DTSTART;TZID=Head Office:20260701T090000".utf8))[0]
    let own = lookup.clock(ContentLine(line, file: "ana.ics")!.parameters["TZID"]!)!
    let london = Clock.zone(Zone("Europe/London")!)
    for minute in stride(
      from: WallTime(day: Day(2025, 1, 1)!).seconds, to: WallTime(day: Day(2027, 1, 1)!).seconds, by: 900)
    {
      let wall = WallTime(seconds: minute)
      #expect(own.instant(wall) == london.instant(wall))
      #expect(own.wall(Instant(seconds: minute)) == london.wall(Instant(seconds: minute)))
    }
    #expect(collector.diagnostics.isEmpty)
  }

  @Test("A zone of the file's own is followed up to where its rule ends")
  func ownZoneUntil() {
    let zones = """
      BEGIN:VTIMEZONE
      TZID:Lab
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0200
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20200701T000000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0330
      RDATE:20260601T000000
      END:DAYLIGHT
      BEGIN:STANDARD
      DTSTART:20201001T000000
      TZOFFSETFROM:+0330
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;UNTIL=20250930T203000Z
      END:STANDARD
      END:VTIMEZONE

      """
    #expect(listed(event("Lab", zones: zones)) == "22: 2026-07-01T05:30:00Z..<2026-07-01T06:30:00Z Nine o'clock\n")
  }

  @Test("A name of the world goes before the file's own description, which exporters cut short")
  func worldFirst() {
    let zones = """
      BEGIN:VTIMEZONE
      TZID:Europe/London
      BEGIN:STANDARD
      DTSTART:20251026T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0000
      END:STANDARD
      END:VTIMEZONE

      """
    #expect(
      listed(event("Europe/London", zones: zones)) == "10: 2026-07-01T08:00:00Z..<2026-07-01T09:00:00Z Nine o'clock\n")
  }

  @Test("A description without offsets is an error at its place")
  func badDescription() {
    let zones = """
      BEGIN:VTIMEZONE
      TZID:Lab
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETTO:+02
      END:STANDARD
      END:VTIMEZONE

      """
    #expect(
      listed(event("Lab", zones: zones)) == """
        ana.ics:2:1: error: 'Lab' is described without a start and two offsets: expected DTSTART, TZOFFSETFROM, \
        TZOFFSETTO [ics-zone]
            BEGIN:VTIMEZONE
            ^~~~~~~~~~~~~~~

        """)
  }
}
