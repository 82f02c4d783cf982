import CivilTime
import Foundation
import Testing

@Suite("Days")
struct DayTests {
  @Test("Every day of two centuries has Foundation's date, weekday and week")
  func againstFoundation() {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(identifier: "UTC")!
    for number in stride(from: -25_567, through: 47_481, by: 1) {
      let day = Day(number: number)
      let date = Date(timeIntervalSince1970: TimeInterval(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
      let (year, month, dayOfMonth) = day.components
      #expect((year, month, dayOfMonth) == (parts.year!, parts.month!, parts.day!))
      #expect(day.weekday.rawValue == (parts.weekday! + 5) % 7 + 1)
      #expect(day.isoWeek == (parts.yearForWeekOfYear!, parts.weekOfYear!))
      #expect(Day(iso: day.description) == day)
    }
  }

  @Test("Months are counted from the first day and clamp to the month's end")
  func months() {
    let first = Day(iso: "2027-01-31")!
    #expect((0...3).map { "\(first.adding(months: $0))" } == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"])
    #expect("\(Day(iso: "2028-02-29")!.adding(months: -12))" == "2027-02-28")
  }

  @Test(
    "Text that is no day is refused",
    arguments: ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "2026-01-01x", ""])
  func refused(_ text: String) { #expect(Day(iso: text) == nil) }

  @Test("Times, spans and instants are read as people write them")
  func reading() {
    #expect(TimeOfDay("9:30")?.description == "09:30")
    #expect(TimeOfDay("24:00")?.minutes == 1440)
    #expect(TimeOfDay("24:01") == nil && TimeOfDay("9:3") == nil)
    #expect(Span("1 week")?.minutes == 10_080 && Span("20min")?.description == "20 min")
    #expect(Span("0 days") == nil && Span("soon") == nil && Span("6 months")?.minutes == nil)
    #expect(Instant(iso: "2026-11-23T10:00:00-06:00")?.description == "2026-11-23T16:00:00Z")
    #expect(Instant(iso: "2026-11-23T16:00Z")?.description == "2026-11-23T16:00:00Z")
    #expect(Instant(iso: "2026-11-23T16:00") == nil)
  }
}
