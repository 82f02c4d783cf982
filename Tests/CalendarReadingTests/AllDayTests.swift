import Testing

@Suite("All-day events")
struct AllDayTests {
  @Test("The end of an all-day event is the day after its last")
  func exclusiveEnd() {
    let leave = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Leave//EN
      BEGIN:VEVENT
      UID:4711@leave.example.com
      DTSTAMP:20261001T080000Z
      DTSTART;VALUE=DATE:20261224
      DTEND;VALUE=DATE:20270102
      SUMMARY:Annual leave
      TRANSP:OPAQUE
      END:VEVENT
      BEGIN:VEVENT
      UID:4712@leave.example.com
      DTSTAMP:20261001T080000Z
      DTSTART;VALUE=DATE:20261113
      DTEND;VALUE=DATE:20261114
      SUMMARY:Day off
      TRANSP:TRANSPARENT
      END:VEVENT
      END:VCALENDAR

      """
    #expect(
      listed(leave) == """
        12: 2026-11-13 Day off
        4: 2026-12-24...2027-01-01 Annual leave

        """)
  }

  @Test("Without an end an event is one day, with a duration of days or weeks so many")
  func durations() {
    let holidays = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20261225
      SUMMARY:Christmas Day
      END:VEVENT
      BEGIN:VEVENT
      DTSTART:20260525
      SUMMARY:Spring bank holiday
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260803
      DURATION:P2W
      SUMMARY:Summer
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260402
      DURATION:P5D
      SUMMARY:Easter
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260214
      DURATION:PT48H
      SUMMARY:Weekend
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(holidays) == """
        20: 2026-02-14...2026-02-15 Weekend
        15: 2026-04-02...2026-04-06 Easter
        6: 2026-05-25 Spring bank holiday
        10: 2026-08-03...2026-08-16 Summer
        2: 2026-12-25 Christmas Day

        """)
  }

  @Test("An event that ends on the day of its start is that day, with a warning")
  func inclusiveEnd() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20261225
      DTEND;VALUE=DATE:20261225
      SUMMARY:Christmas Day
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(leave) == """
        2: 2026-12-25 Christmas Day
        ana.ics:4:18: warning: '20261225' of DTEND excludes the only day: it is taken for one day [ics-time]
            DTEND;VALUE=DATE:20261225
                             ^~~~~~~~

        """)
  }

  @Test("What touches the window by a single day is in, what ends the day before it is not")
  func window() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260301
      DTEND;VALUE=DATE:20260310
      SUMMARY:Ends the day before
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260301
      DTEND;VALUE=DATE:20260311
      SUMMARY:Ends on the first day
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260320
      SUMMARY:Starts on the last day
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260321
      SUMMARY:Starts the day after
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(leave, window: "2026-03-10...2026-03-20") == """
        7: 2026-03-01...2026-03-10 Ends on the first day
        12: 2026-03-20 Starts on the last day

        """)
  }
}
