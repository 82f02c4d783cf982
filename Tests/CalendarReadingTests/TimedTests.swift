import Testing

@Suite("Events with a time")
struct TimedTests {
  @Test("UTC, a named zone and no zone at all are three clocks; without a zone the person's counts")
  func clocks() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART:20260701T090000Z
      DTEND:20260701T100000Z
      SUMMARY:In UTC
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;TZID=Europe/London:20260701T090000
      DTEND;TZID=America/New_York:20260701T070000
      SUMMARY:London to New York
      END:VEVENT
      BEGIN:VEVENT
      DTSTART:20260701T090000
      DTEND:20260701T100000
      SUMMARY:At nine wherever I am
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(leave, zone: "America/Chicago") == """
        7: 2026-07-01T08:00:00Z..<2026-07-01T11:00:00Z London to New York
        2: 2026-07-01T09:00:00Z..<2026-07-01T10:00:00Z In UTC
        12: 2026-07-01T14:00:00Z..<2026-07-01T15:00:00Z At nine wherever I am

        """)
  }

  @Test("Days of a duration go by the wall clock, hours are counted out: the clocks go forward on 29 March")
  func durations() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;TZID=Europe/London:20260328T120000
      DURATION:P1D
      SUMMARY:A day
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;TZID=Europe/London:20260328T120000
      DURATION:PT24H
      SUMMARY:24 hours
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;TZID=Europe/London:20260328T120000
      DURATION:P1DT1H30M15S
      SUMMARY:A day and a bit
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(leave) == """
        2: 2026-03-28T12:00:00Z..<2026-03-29T11:00:00Z A day
        7: 2026-03-28T12:00:00Z..<2026-03-29T12:00:00Z 24 hours
        12: 2026-03-28T12:00:00Z..<2026-03-29T12:30:15Z A day and a bit

        """)
  }

  @Test("A time that the clocks skip counts with the offset before, one that comes twice is the first")
  func clockChanges() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;TZID=America/Chicago:20260308T023000
      DTEND;TZID=America/Chicago:20260308T050000
      SUMMARY:Skipped
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;TZID=America/Chicago:20261101T013000
      DTEND;TZID=America/Chicago:20261101T050000
      SUMMARY:Twice
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(leave) == """
        2: 2026-03-08T08:30:00Z..<2026-03-08T10:00:00Z Skipped
        7: 2026-11-01T06:30:00Z..<2026-11-01T11:00:00Z Twice

        """)
  }

  @Test("An event that takes no time is left out with a warning")
  func noTime() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART:20260701T090000Z
      SUMMARY:A reminder
      END:VEVENT
      BEGIN:VEVENT
      DTSTART:20260702T090000Z
      DTEND:20260702T090000Z
      SUMMARY:Another
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(leave) == """
        ana.ics:3:9: warning: '20260701T090000Z' of DTSTART makes an event without any time: it is left out [ics-time]
            DTSTART:20260701T090000Z
                    ^~~~~~~~~~~~~~~~
        ana.ics:8:7: warning: '20260702T090000Z' of DTEND makes an event without any time: it is left out [ics-time]
            DTEND:20260702T090000Z
                  ^~~~~~~~~~~~~~~~

        """)
  }

  @Test("The window runs between midnights of the person's zone")
  func window() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART:20260310T040000Z
      DTEND:20260310T050000Z
      SUMMARY:Until midnight in Chicago
      END:VEVENT
      BEGIN:VEVENT
      DTSTART:20260310T043000Z
      DTEND:20260310T053000Z
      SUMMARY:Over midnight in Chicago
      END:VEVENT
      BEGIN:VEVENT
      DTSTART:20260311T045900Z
      DTEND:20260312T000000Z
      SUMMARY:A minute before midnight
      END:VEVENT
      BEGIN:VEVENT
      DTSTART:20260311T050000Z
      DTEND:20260311T060000Z
      SUMMARY:From midnight
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(leave, zone: "America/Chicago", window: "2026-03-10...2026-03-10") == """
        7: 2026-03-10T04:30:00Z..<2026-03-10T05:30:00Z Over midnight in Chicago
        12: 2026-03-11T04:59:00Z..<2026-03-12T00:00:00Z A minute before midnight

        """)
  }
}
