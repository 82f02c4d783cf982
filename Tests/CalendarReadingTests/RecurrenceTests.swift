import Testing

@Suite("Events that come again")
struct RecurrenceTests {
  /// An hour at nine in London, or a whole day, from a Monday of January 2026.
  private func weekly(_ start: String, _ more: String) -> String {
    """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    DTSTART\(start)
    \(start.contains("VALUE=DATE") ? "DURATION:P1D" : "DURATION:PT1H")
    \(more)
    END:VEVENT
    END:VCALENDAR
    """
  }

  private func days(_ more: String, start: String = "20260105", window: String = "2026-01-01...2026-12-31") -> String {
    listed(weekly(";VALUE=DATE:\(start)", more), window: window)
      .replacing("2: ", with: "").replacing(" \n", with: "\n").replacing("2026-", with: "")
  }

  @Test("Nine every Monday is nine on both sides of a clock change")
  func clockChange() {
    let rule = weekly(";TZID=Europe/London:20261012T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=4")
    #expect(
      listed(rule) == """
        2: 2026-10-12T08:00:00Z..<2026-10-12T09:00:00Z\u{20}
        2: 2026-10-19T08:00:00Z..<2026-10-19T09:00:00Z\u{20}
        2: 2026-10-26T09:00:00Z..<2026-10-26T10:00:00Z\u{20}
        2: 2026-11-02T09:00:00Z..<2026-11-02T10:00:00Z\u{20}

        """)
  }

  @Test(
    "Rules as RFC 5545 means them",
    arguments: [
      ("FREQ=WEEKLY;COUNT=3", "01-05 01-12 01-19"),
      ("FREQ=DAILY;INTERVAL=10;COUNT=4", "01-05 01-15 01-25 02-04"),
      ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,FR;COUNT=5", "01-05 01-09 01-19 01-23 02-02"),
      ("FREQ=MONTHLY;BYDAY=1MO;COUNT=4", "01-05 02-02 03-02 04-06"),
      ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260401", "01-05 01-30 02-27 03-27"),
      ("FREQ=MONTHLY;BYMONTHDAY=31", "01-05 01-31 03-31 05-31 07-31 08-31 10-31 12-31"),
      ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20260430", "01-05 01-30 02-27 03-31 04-30"),
      ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "01-05 11-26"),
      ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=3", "01-05 01-11 01-25"),
      ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;COUNT=4", "01-05 01-06 01-11 01-20"),
      ("FREQ=DAILY;BYMONTHDAY=-1,1;UNTIL=20260401", "01-05 01-31 02-01 02-28 03-01 03-31 04-01"),
      ("FREQ=YEARLY;BYMONTHDAY=1;COUNT=4", "01-05 02-01 03-01 04-01"),
      ("FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13", "01-05 02-13 03-13 11-13"),
      ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "01-05 05-11"),
      ("FREQ=YEARLY;BYYEARDAY=1,100,200", "01-05 04-10 07-19"),
      ("freq=weekly;count=2", "01-05 01-12"),
      ("FREQ=WEEKLY;COUNT=2;", "01-05 01-12"),
    ])
  func rules(_ rule: String, _ expected: String) {
    #expect(days("RRULE:\(rule)").split(separator: "\n").joined(separator: " ") == expected)
  }

  @Test("The start counts although the rule does not say so, and as the first of COUNT")
  func startOutsideRule() {
    #expect(days("RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=3") == "01-05\n01-07\n01-14\n")
  }

  @Test("UNTIL is included, be it a day, a time of the zone or UTC")
  func until() {
    for until in ["20260119", "20260119T090000", "20260119T090000Z"] {
      let rule = weekly(";TZID=Europe/London:20260105T090000", "RRULE:FREQ=WEEKLY;UNTIL=\(until)")
      #expect(
        listed(rule) == """
          2: 2026-01-05T09:00:00Z..<2026-01-05T10:00:00Z\u{20}
          2: 2026-01-12T09:00:00Z..<2026-01-12T10:00:00Z\u{20}
          2: 2026-01-19T09:00:00Z..<2026-01-19T10:00:00Z\u{20}

          """)
    }
    let before = weekly(";TZID=Europe/London:20260706T090000", "RRULE:FREQ=WEEKLY;UNTIL=20260713T075959Z")
    #expect(listed(before) == "2: 2026-07-06T08:00:00Z..<2026-07-06T09:00:00Z \n")
  }

  @Test("UNTIL of an all-day event is a day, however the exporter writes it")
  func untilOfDays() {
    for until in ["20260119", "20260119T000000Z", "20260119T235959Z", "20260119T120000"] {
      #expect(days("RRULE:FREQ=WEEKLY;UNTIL=\(until)") == "01-05\n01-12\n01-19\n")
    }
    let berlin = weekly(";VALUE=DATE:20260105", "RRULE:FREQ=WEEKLY;UNTIL=20260111T230000Z")
    #expect(listed(berlin, zone: "Europe/Berlin") == "2: 2026-01-05 \n2: 2026-01-12 \n")
  }

  @Test("A rule without an end stops at the window's, and one of long ago reaches into it")
  func unbounded() {
    #expect(
      days("RRULE:FREQ=WEEKLY", start: "19991227", window: "2026-06-01...2026-06-16") == "06-01\n06-08\n06-15\n")
  }

  @Test("The window may begin in the middle of an occurrence")
  func longOccurrence() {
    let leave = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20200720
      DTEND;VALUE=DATE:20200803
      RRULE:FREQ=YEARLY
      SUMMARY:Works holiday
      END:VEVENT
      END:VCALENDAR
      """
    #expect(listed(leave, window: "2026-08-02...2026-09-01") == "2: 2026-07-20...2026-08-02 Works holiday\n")
  }

  @Test("A length by DTEND is the same number of hours each time, one by DURATION goes by the wall clock")
  func lengths() {
    let night = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;TZID=Europe/London:20261023T220000
      DTEND;TZID=Europe/London:20261024T220000
      RRULE:FREQ=DAILY;COUNT=2
      SUMMARY:By end
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;TZID=Europe/London:20261023T220000
      DURATION:P1D
      RRULE:FREQ=DAILY;COUNT=2
      SUMMARY:By duration
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      listed(night) == """
        2: 2026-10-23T21:00:00Z..<2026-10-24T21:00:00Z By end
        8: 2026-10-23T21:00:00Z..<2026-10-24T21:00:00Z By duration
        2: 2026-10-24T21:00:00Z..<2026-10-25T21:00:00Z By end
        8: 2026-10-24T21:00:00Z..<2026-10-25T22:00:00Z By duration

        """)
  }

  @Test("RDATE adds days, times and periods")
  func added() {
    #expect(days("RDATE;VALUE=DATE:20260301,20260105\nRDATE;VALUE=DATE:20260401") == "01-05\n03-01\n04-01\n")
    let times = weekly(
      ";TZID=Europe/London:20260706T090000",
      """
      RDATE;TZID=Europe/London:20260707T150000
      RDATE:20260708T150000Z,20260709T150000
      RDATE;VALUE=PERIOD:20260710T150000Z/20260710T180000Z,20260711T150000Z/PT2H
      RDATE;VALUE=DATE:20260712
      """)
    #expect(
      listed(times) == """
        2: 2026-07-06T08:00:00Z..<2026-07-06T09:00:00Z\u{20}
        2: 2026-07-07T14:00:00Z..<2026-07-07T15:00:00Z\u{20}
        2: 2026-07-08T15:00:00Z..<2026-07-08T16:00:00Z\u{20}
        2: 2026-07-09T14:00:00Z..<2026-07-09T15:00:00Z\u{20}
        2: 2026-07-10T15:00:00Z..<2026-07-10T18:00:00Z\u{20}
        2: 2026-07-11T15:00:00Z..<2026-07-11T17:00:00Z\u{20}
        2: 2026-07-12T08:00:00Z..<2026-07-12T09:00:00Z\u{20}

        """)
  }

  @Test("EXDATE takes out days and times, many on a line, whatever their form")
  func removed() {
    #expect(
      days("RRULE:FREQ=WEEKLY;COUNT=6\nEXDATE;VALUE=DATE:20260112,20260119\nEXDATE:20260202T000000")
        == "01-05\n01-26\n02-09\n")
    #expect(days("RRULE:FREQ=WEEKLY;COUNT=2\nEXDATE;VALUE=DATE:20260105") == "01-12\n")
    let times = weekly(
      ";TZID=Europe/London:20260706T090000",
      """
      RRULE:FREQ=WEEKLY;COUNT=6
      EXDATE;TZID=Europe/London:20260713T090000
      EXDATE:20260720T080000Z,20260727T090000
      EXDATE;VALUE=DATE:20260803
      EXDATE;TZID=Europe/London:20260810T100000
      """)
    #expect(
      listed(times) == """
        2: 2026-07-06T08:00:00Z..<2026-07-06T09:00:00Z\u{20}
        2: 2026-08-10T08:00:00Z..<2026-08-10T09:00:00Z\u{20}

        """)
  }

  @Test("Two occurrences that a clock change brings together are one")
  func hourly() {
    let hourly = weekly(";TZID=Europe/London:20260329T003000", "RRULE:FREQ=HOURLY;COUNT=4")
    #expect(
      listed(hourly) == """
        2: 2026-03-29T00:30:00Z..<2026-03-29T01:30:00Z\u{20}
        2: 2026-03-29T01:30:00Z..<2026-03-29T02:30:00Z\u{20}
        2: 2026-03-29T02:30:00Z..<2026-03-29T03:30:00Z\u{20}

        """)
  }

  @Test("EXRULE, which older programs write, takes out what it says")
  func exceptionRules() {
    #expect(days("RRULE:FREQ=WEEKLY;COUNT=4\nEXRULE:FREQ=WEEKLY;INTERVAL=2") == "01-12\n01-26\n")
  }

  @Test("Of two rules either may say so")
  func twoRules() {
    #expect(days("RRULE:FREQ=MONTHLY;COUNT=3\nRRULE:FREQ=WEEKLY;COUNT=3") == "01-05\n01-12\n01-19\n02-05\n03-05\n")
  }
}
