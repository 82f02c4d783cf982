import ICalendar
import Testing

@Suite("Times")
struct TimeValueTests {
  @Test(
    "An instant is written in UTC",
    arguments: [
      (0, "19700101T000000Z"), (-1, "19691231T235959Z"), (1_795_449_600, "20261123T160000Z"),
      (1_709_164_800, "20240229T000000Z"), (-62_167_219_200, "00000101T000000Z"),
      (253_402_300_799, "99991231T235959Z"),
    ])
  func instants(instant: Int, written: String) {
    #expect(eventText { $0.property(.stamp, instant: instant) } == "DTSTAMP:\(written)\r\n")
    #expect(eventText { $0.property(.start, instant: instant) } == "DTSTART:\(written)\r\n")
  }

  @Test("Every day from 1896 to 2104 has the date that counting days gives")
  func everyDay() {
    var expected: [String] = []
    for year in 1896...2104 {
      let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      for (index, days) in [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...days { expected.append("DTSTAMP:\(year * 10_000 + (index + 1) * 100 + day)T235959Z") }
      }
    }
    let first = -27_028  // 1896-01-01
    let written = eventBytes { event in
      for day in expected.indices { event.property(.stamp, instant: (first + day) * 86_400 + 86_399) }
    }
    #expect(CalendarReader.contentLines(written) == expected)
  }

  @Test("A date says that it is one")
  func dates() {
    #expect(eventText { $0.property(.end, date: (2024, 2, 29)) } == "DTEND;VALUE=DATE:20240229\r\n")
  }

  @Test(
    "A duration has hours, minutes and seconds, and minutes between hours and seconds",
    arguments: [
      (0, "PT0S"), (3600, "PT1H"), (90, "PT1M30S"), (3605, "PT1H0M5S"), (86_400, "PT24H"), (-900, "-PT15M"),
      (5400, "PT1H30M"),
    ])
  func durations(seconds: Int, written: String) {
    #expect(eventText { $0.property(.duration, duration: .seconds(seconds)) } == "DURATION:\(written)\r\n")
  }

  @Test("Days that are none and years that four digits cannot say are our fault")
  func impossible() async {
    await #expect(processExitsWith: .failure) { _ = eventText { $0.property(.start, date: (2026, 2, 29)) } }
    await #expect(processExitsWith: .failure) { _ = eventText { $0.property(.start, date: (2026, 13, 1)) } }
    await #expect(processExitsWith: .failure) { _ = eventText { $0.property(.stamp, instant: 253_402_300_800) } }
    await #expect(processExitsWith: .failure) { _ = eventText { $0.property(.stamp, instant: -62_167_219_201) } }
  }
}
