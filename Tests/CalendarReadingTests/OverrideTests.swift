import Testing

@Suite("Single occurrences that are changed")
struct OverrideTests {
  /// Nine to five every Friday of July 2026 in London, with an event of the same UID after it.
  private func fridays(_ override: String) -> String {
    """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    UID:fridays
    DTSTART;TZID=Europe/London:20260703T090000
    DTEND;TZID=Europe/London:20260703T170000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Friday off
    END:VEVENT
    BEGIN:VEVENT
    UID:fridays
    \(override)
    END:VEVENT
    END:VCALENDAR
    """
  }

  @Test("One that is moved or shortened takes the place of the occurrence that it names")
  func moved() {
    let thursday = fridays(
      """
      RECURRENCE-ID;TZID=Europe/London:20260710T090000
      DTSTART;TZID=Europe/London:20260709T090000
      DTEND;TZID=Europe/London:20260709T120000
      SUMMARY:Thursday morning off instead
      """)
    let expected = """
      2: 2026-07-03T08:00:00Z..<2026-07-03T16:00:00Z Friday off
      9: 2026-07-09T08:00:00Z..<2026-07-09T11:00:00Z Thursday morning off instead
      2: 2026-07-17T08:00:00Z..<2026-07-17T16:00:00Z Friday off

      """
    #expect(listed(thursday) == expected)
    for id in [
      ":20260710T080000Z", ":20260710T090000", ";VALUE=DATE:20260710", ";TZID=GMT Standard Time:20260710T090000",
    ] {
      #expect(listed(thursday.replacing(";TZID=Europe/London:20260710T090000", with: id)) == expected, "\(id)")
    }
  }

  @Test("One that is cancelled goes without a replacement")
  func cancelled() {
    let cancelled = fridays(
      """
      RECURRENCE-ID;TZID=Europe/London:20260710T090000
      DTSTART;TZID=Europe/London:20260710T090000
      DTEND;TZID=Europe/London:20260710T170000
      STATUS:CANCELLED
      """)
    #expect(
      listed(cancelled) == """
        2: 2026-07-03T08:00:00Z..<2026-07-03T16:00:00Z Friday off
        2: 2026-07-17T08:00:00Z..<2026-07-17T16:00:00Z Friday off

        """)
  }

  @Test("One that was moved into the window counts, one that was moved out of it does not")
  func movedAcrossTheWindow() {
    let moved = fridays(
      """
      RECURRENCE-ID;TZID=Europe/London:20260710T090000
      DTSTART;TZID=Europe/London:20260810T090000
      DTEND;TZID=Europe/London:20260810T170000
      SUMMARY:Moved to August
      """)
    #expect(
      listed(moved, window: "2026-08-01...2026-08-31")
        == "9: 2026-08-10T08:00:00Z..<2026-08-10T16:00:00Z Moved to August\n")
    #expect(listed(moved, window: "2026-07-10...2026-07-10").isEmpty)
    let early = moved.replacing("20260810T", with: "20260601T")
    #expect(
      listed(early, window: "2026-06-01...2026-06-30")
        == "9: 2026-06-01T08:00:00Z..<2026-06-01T16:00:00Z Moved to August\n")
  }

  @Test("A part of a day takes the place of a whole one")
  func ofDays() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:mondays
      RECURRENCE-ID;VALUE=DATE:20260112
      DTSTART:20260112T120000
      DTEND:20260112T170000
      SUMMARY:Afternoon only
      END:VEVENT
      BEGIN:VEVENT
      UID:mondays
      DTSTART;VALUE=DATE:20260105
      RRULE:FREQ=WEEKLY;COUNT=2
      SUMMARY:Monday off
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(leave) == """
        9: 2026-01-05 Monday off
        2: 2026-01-12T12:00:00Z..<2026-01-12T17:00:00Z Afternoon only

        """)
  }

  @Test("Of two events for one occurrence the higher SEQUENCE counts")
  func newest() {
    let twice = fridays(
      """
      RECURRENCE-ID;TZID=Europe/London:20260710T090000
      SEQUENCE:2
      DTSTART;TZID=Europe/London:20260713T090000
      DTEND;TZID=Europe/London:20260713T170000
      SUMMARY:Monday off instead
      END:VEVENT
      BEGIN:VEVENT
      UID:fridays
      RECURRENCE-ID;TZID=Europe/London:20260710T090000
      SEQUENCE:1
      DTSTART;TZID=Europe/London:20260714T090000
      DTEND;TZID=Europe/London:20260714T170000
      SUMMARY:Tuesday off instead
      """)
    #expect(
      listed(twice) == """
        2: 2026-07-03T08:00:00Z..<2026-07-03T16:00:00Z Friday off
        9: 2026-07-13T08:00:00Z..<2026-07-13T16:00:00Z Monday off instead
        2: 2026-07-17T08:00:00Z..<2026-07-17T16:00:00Z Friday off

        """)
  }

  @Test("A change of this and all that follow is an error; the one occurrence is changed")
  func thisAndFuture() {
    let following = fridays(
      """
      RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260710T090000
      DTSTART;TZID=Europe/London:20260709T090000
      DTEND;TZID=Europe/London:20260709T170000
      SUMMARY:Thursdays from now on
      """)
    #expect(
      listed(following) == """
        2: 2026-07-03T08:00:00Z..<2026-07-03T16:00:00Z Friday off
        9: 2026-07-09T08:00:00Z..<2026-07-09T16:00:00Z Thursdays from now on
        2: 2026-07-17T08:00:00Z..<2026-07-17T16:00:00Z Friday off
        ana.ics:11:21: error: 'THISANDFUTURE' is not supported: a RECURRENCE-ID changes one occurrence only [ics-override]
            RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260710T090000
                                ^~~~~~~~~~~~~

        """)
  }

  @Test("One that names no occurrence is a warning and counts; without its series it simply counts")
  func matchesNothing() {
    let stray = fridays(
      """
      RECURRENCE-ID;TZID=Europe/London:20260711T090000
      DTSTART;TZID=Europe/London:20260714T090000
      DTEND;TZID=Europe/London:20260714T170000
      SUMMARY:Stray
      """)
    #expect(
      listed(stray, window: "2026-07-14...2026-07-16") == """
        9: 2026-07-14T08:00:00Z..<2026-07-14T16:00:00Z Stray
        ana.ics:11:1: warning: 'RECURRENCE-ID' names no occurrence of its event: both count [ics-override]
            RECURRENCE-ID;TZID=Europe/London:20260711T090000
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

        """)
    let alone = stray.replacing("UID:fridays\nRECURRENCE-ID", with: "UID:others\nRECURRENCE-ID")
    #expect(
      listed(alone, window: "2026-07-14...2026-07-16") == "9: 2026-07-14T08:00:00Z..<2026-07-14T16:00:00Z Stray\n")
  }

  @Test("A cancelled event is left out, and tasks, journals and free time are")
  func leftOut() {
    let other = """
      BEGIN:VCALENDAR
      METHOD:PUBLISH
      BEGIN:VEVENT
      UID:1
      DTSTART;VALUE=DATE:20260105
      RRULE:FREQ=WEEKLY
      STATUS:CANCELLED
      SUMMARY:Not any more
      END:VEVENT
      BEGIN:VTODO
      DTSTART;VALUE=DATE:20260105
      SUMMARY:Book the flight
      END:VTODO
      BEGIN:VJOURNAL
      DTSTART;VALUE=DATE:20260105
      END:VJOURNAL
      BEGIN:VFREEBUSY
      FREEBUSY:20260105T090000Z/PT1H
      END:VFREEBUSY
      BEGIN:VEVENT
      UID:2
      DTSTART;VALUE=DATE:20260106
      STATUS:TENTATIVE
      SUMMARY:Perhaps
      BEGIN:VALARM
      TRIGGER:-PT15M
      DURATION:PT5M
      END:VALARM
      END:VEVENT
      END:VCALENDAR
      """
    #expect(listed(other) == "20: 2026-01-06 Perhaps\n")
  }
}
