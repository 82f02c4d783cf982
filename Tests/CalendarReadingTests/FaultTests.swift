import Testing

@Suite("What cannot be read")
struct FaultTests {
  /// An event with some lines, of which the first is line 3 of the file.
  private func event(_ lines: String) -> String {
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(lines)\nEND:VEVENT\nEND:VCALENDAR\n"
  }

  @Test(
    "A fault of an event is told with its place, its text and what was expected",
    arguments: [
      (
        "DTSTART;VALUE=DATE:20261341",
        "3:20: error: '20261341' of DTSTART is no date such as 20261224 [ics-time]"
      ),
      (
        "DTSTART:2026-12-24",
        "3:9: error: '2026-12-24' of DTSTART is no date or time such as 20261224 or 20261224T090000 [ics-time]"
      ),
      (
        "DTSTART:20261224T250000Z",
        "3:9: error: '20261224T250000Z' of DTSTART is no date or time such as 20261224 or 20261224T090000 [ics-time]"
      ),
      (
        "DTSTART;VALUE=DATE:20261224T000000",
        "3:20: error: '20261224T000000' of DTSTART is no date such as 20261224 [ics-time]"
      ),
      ("SUMMARY:Skiing", "2:1: error: 'BEGIN:VEVENT' without DTSTART [ics-event]"),
      ("DTSTRT:20261224", "2:1: error: 'BEGIN:VEVENT' without DTSTART; is it the line 'DTSTRT'? [ics-event]"),
      (
        "DTSTART:20261224T090000Z\nDTEND:20261223T090000Z",
        "4:7: error: '20261223T090000Z' of DTEND lies before DTSTART [ics-time]"
      ),
      (
        "DTSTART:20261224\nDTEND:20261223",
        "4:7: error: '20261223' of DTEND lies before DTSTART [ics-time]"
      ),
      (
        "DTSTART:20261224\nDTEND:20261225T120000",
        "4:7: error: '20261225T120000' of DTEND is no whole day, but DTSTART is a day [ics-time]"
      ),
      (
        "DTSTART:20261224T090000\nDTEND:20261225",
        "4:7: error: '20261225' of DTEND is a day, but DTSTART is a time [ics-time]"
      ),
      (
        "DTSTART:20261224\nDURATION:1D",
        "4:10: error: '1D' is no length of time such as P2W, P1D or PT4H30M [ics-time]"
      ),
      (
        "DTSTART:20261224\nDURATION:-P1D",
        "4:10: error: '-P1D' is no length of time such as P2W, P1D or PT4H30M [ics-time]"
      ),
      (
        "DTSTART:20261224\nDURATION:PT4H",
        "4:10: error: 'PT4H' of DURATION is no whole day, but DTSTART is a day [ics-time]"
      ),
    ])
  func unreadable(_ lines: String, _ expected: String) {
    #expect(listed(event(lines)).hasPrefix("ana.ics:\(expected)\n"))
  }

  @Test(
    "A fault of a recurrence is told and the start counts",
    arguments: [
      (
        "RRULE:FREQ=WEEKLY;BYDAY=XX",
        "4:19: error: 'BYDAY=XX' is no part of a rule such as FREQ=WEEKLY;BYDAY=MO [ics-rule]"
      ),
      (
        "RRULE:FREQ=WEKLY;COUNT=2",
        "4:7: error: 'FREQ=WEKLY' is not FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; did you mean 'WEEKLY'? [ics-rule]"
      ),
      ("RRULE:COUNT=2", "4:7: error: 'COUNT=2' has no FREQ such as FREQ=WEEKLY [ics-rule]"),
      ("RRULE:FREQ=DAILY;COUNT=0", "4:18: error: 'COUNT=0' is not a number from 1, such as COUNT=5 [ics-rule]"),
      (
        "RRULE:FREQ=DAILY;UNTIL=Friday",
        "4:18: error: 'UNTIL=Friday' is not a date such as UNTIL=20261224 or UNTIL=20261224T090000Z [ics-rule]"
      ),
      (
        "RRULE:FREQ=DAILY;UNTIL=20270101;COUNT=3",
        "4:33: error: 'COUNT=3' is not allowed beside UNTIL [ics-rule]"
      ),
      (
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1",
        "4:31: error: 'BYSETPOS=1' is not supported in 'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1' [ics-rule]"
      ),
      (
        "RRULE:FREQ=YEARLY;BYWEEKNO=53",
        "4:19: error: 'BYWEEKNO=53' is not supported in 'FREQ=YEARLY;BYWEEKNO=53' [ics-rule]"
      ),
      (
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "4:7: error: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' is a rule that no day can match [ics-rule]"
      ),
      (
        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "4:7: warning: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' never comes round: only the start counts [ics-rule]"
      ),
      ("RDATE:soon", "4:7: error: 'soon' of RDATE is no date or time such as 20261224 or 20261224T090000 [ics-time]"),
      (
        "EXDATE:soon",
        "4:8: warning: 'soon' of EXDATE is no date or time such as 20261224 or 20261224T090000 [ics-time]"
      ),
      (
        "EXDATE;TZID=Mars/Olympus:20260105T090000",
        "4:13: error: 'Mars/Olympus' is no time zone such as Europe/London, and the file does not describe it [ics-zone]"
      ),
    ])
  func recurrence(_ line: String, _ expected: String) {
    let text = listed(event("DTSTART;VALUE=DATE:20260105\n\(line)"))
    #expect(text.hasPrefix("2: 2026-01-05 \nana.ics:\(expected)\n"), "\(text)")
  }

  @Test("A rule that comes round every second is not followed")
  func tooMany() {
    #expect(
      listed(event("DTSTART:20260101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY")) == """
        2: 2026-01-01T00:00:00Z..<2026-01-01T00:00:01Z\u{20}
        ana.ics:5:7: error: 'FREQ=SECONDLY' comes round too often to be followed [ics-rule]
            RRULE:FREQ=SECONDLY
                  ^~~~~~~~~~~~~

        """)
  }

  @Test(
    "A file that is no calendar is one error",
    arguments: [("<!DOCTYPE html>\n<title>Sign in</title>\n<p>\n", "<!DOCTYPE html>")])
  func noCalendar(_ text: String, _ first: String) {
    #expect(
      listed(text) == """
        ana.ics:1:1: error: '\(first)' begins no calendar: expected BEGIN:VCALENDAR, as calendars are exported [ics-file]
            \(first)
            ^~~~~~~~~~~~~~~

        """)
  }

  @Test("An empty file is one error", arguments: ["", "\n\n", "  \n"])
  func empty(_ text: String) {
    let summaries = read(Array(text.utf8)).diagnostics.map { "\($0.id) \($0.range!.start.line)" }
    #expect(summaries == ["ics-file 1"])
  }

  @Test("A calendar without an event holds nothing, and that is no fault")
  func nothing() { #expect(listed("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n").isEmpty) }

  @Test("A file that breaks off is an error for each component that has no end; what was read is there")
  func brokenOff() {
    #expect(
      listed("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\nSUMMARY:Skii") == """
        2: 2026-12-24 Skii
        ana.ics:1:1: error: 'BEGIN:VCALENDAR' has no END:VCALENDAR: is the file whole? [ics-component]
            BEGIN:VCALENDAR
            ^~~~~~~~~~~~~~~
        ana.ics:2:1: error: 'BEGIN:VEVENT' has no END:VEVENT: is the file whole? [ics-component]
            BEGIN:VEVENT
            ^~~~~~~~~~~~

        """)
  }

  @Test("An event without its END does not swallow the next")
  func missingEnd() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART:20261224
      SUMMARY:One
      BEGIN:VEVENT
      DTSTART:20261231
      SUMMARY:Two
      END:VEVNT
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(leave) == """
        2: 2026-12-24 One
        5: 2026-12-31 Two
        ana.ics:2:1: error: 'BEGIN:VEVENT' has no END:VEVENT: is the file whole? [ics-component]
            BEGIN:VEVENT
            ^~~~~~~~~~~~
        ana.ics:8:1: error: 'VEVNT' ends here, but never began; END:VEVENT is expected [ics-component]
            END:VEVNT
            ^~~~~~~~~

        """)
  }

  @Test("A line without a colon is an error in an event, a warning beside it, and nothing in a task")
  func noColon() {
    let leave = """
      BEGIN:VCALENDAR
      Exported on Monday
      BEGIN:VEVENT
      DTSTART:20261224
      RRULE FREQ=WEEKLY
      END:VEVENT
      BEGIN:VTODO
      Buy wax
      END:VTODO
      END:VCALENDAR
      """
    #expect(
      listed(leave) == """
        3: 2026-12-24\u{20}
        ana.ics:2:1: warning: 'Exported on Monday' is no property such as DTSTART;VALUE=DATE:20261224 [ics-line]
            Exported on Monday
            ^~~~~~~~~~~~~~~~~~
        ana.ics:5:1: error: 'RRULE FREQ=WEEKLY' is no property such as DTSTART;VALUE=DATE:20261224 [ics-line]
            RRULE FREQ=WEEKLY
            ^~~~~~~~~~~~~~~~~

        """)
  }
}
