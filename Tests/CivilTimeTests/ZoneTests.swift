import CivilTime
import Foundation
import Testing

@Suite("Wall clocks and instants")
struct ZoneTests {
  private func instant(_ zone: String, _ local: String) -> String {
    Zone(zone)!.instant(LocalTime(local)!).description
  }

  @Test("A time that a clock change skips counts with the offset before it")
  func skipped() {
    #expect(instant("America/Chicago", "2026-03-08 02:30") == "2026-03-08T08:30:00Z")
    #expect(instant("Australia/Lord_Howe", "2026-10-04 02:15") == "2026-10-03T15:45:00Z")
  }

  @Test("A time that happens twice is the first")
  func twice() {
    #expect(instant("America/Chicago", "2026-11-01 01:30") == "2026-11-01T06:30:00Z")
    #expect(instant("Australia/Lord_Howe", "2026-04-05 01:45") == "2026-04-04T14:45:00Z")
  }

  @Test(
    "Around every clock change of sixteen years our instants are Foundation's",
    arguments: [
      "Europe/London", "America/Chicago", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia", "Africa/Casablanca",
      "America/St_Johns", "Asia/Tehran", "Pacific/Chatham", "America/Santiago", "Europe/Dublin", "UTC",
    ])
  func againstFoundation(_ name: String) throws {
    let zone = try #require(Zone(name))
    let foundation = try #require(TimeZone(identifier: name))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = foundation
    var moment = Date(timeIntervalSince1970: 1_577_836_800)
    let end = Date(timeIntervalSince1970: 2_082_758_400)
    while let change = foundation.nextDaylightSavingTimeTransition(after: moment), change < end {
      moment = change
      for minutes in stride(from: -180, through: 180, by: 15) {
        let around = Instant(seconds: Int(change.timeIntervalSince1970) + minutes * 60)
        let local = zone.local(around)
        let (year, month, day) = local.day.components
        let parts = DateComponents(
          year: year, month: month, day: day, hour: local.time.minutes / 60, minute: local.time.minutes % 60)
        let theirs = try #require(calendar.date(from: parts))
        #expect(zone.instant(local).seconds == Int(theirs.timeIntervalSince1970), "\(name) \(local)")
      }
    }
  }

  @Test("Abbreviations and unknown names are no zones")
  func refused() {
    #expect(Zone("CST") == nil)
    #expect(Zone("Europe/Londn") == nil)
    #expect(Zone("Europe/London") != nil)
  }

  @Test("A time in words names its offset, the same on every machine")
  func words() {
    let instant = Instant(iso: "2026-11-23T16:00:00Z")!
    #expect(Zone("America/Chicago")!.words(instant) == "Mon 23 Nov 2026, 10:00 GMT-6")
    #expect(Zone("Asia/Kolkata")!.words(instant) == "Mon 23 Nov 2026, 21:30 GMT+5:30")
    #expect(Zone("Europe/London")!.words(instant) == "Mon 23 Nov 2026, 16:00 GMT")
  }

  @Test("The next change of a zone's clocks, and none where they stay")
  func changes() {
    let (before, change) = (Instant(iso: "2026-11-23T16:00:00Z")!, Instant(iso: "2027-03-14T08:00:00Z")!)
    let chicago = Zone("America/Chicago")!
    #expect(chicago.change(after: before) == change)
    #expect(chicago.offset(at: Instant(seconds: change.seconds - 1)) == -21_600)
    #expect(chicago.offset(at: change) == -18_000)
    #expect(Zone("Asia/Kolkata")!.change(after: before) == nil)
  }
}
