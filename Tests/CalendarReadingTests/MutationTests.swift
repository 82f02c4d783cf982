import CalendarReading
import CivilTime
import Diagnostics
import SiteTestSupport
import Testing

@Suite("Files that were damaged on the way")
struct MutationTests {
  private static let leave = """
    BEGIN:VCALENDAR
    VERSION:2.0
    BEGIN:VTIMEZONE
    TZID:Head Office
    BEGIN:STANDARD
    DTSTART:19701025T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0000
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:1
    DTSTART;TZID=Head Office:20260703T090000
    DTEND;TZID=Head Office:20260703T170000
    RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SU;COUNT=30
    EXDATE;TZID=Head Office:20260717T090000
    RDATE;VALUE=PERIOD:20260801T090000Z/PT2H,20260802T090000Z/20260802T100000Z
    SUMMARY:Fridays\\, and
      more
    END:VEVENT
    BEGIN:VEVENT
    UID:1
    RECURRENCE-ID;TZID=Europe/London:20260731T090000
    DTSTART;TZID=GMT Standard Time:20260730T090000
    DURATION:PT8H
    END:VEVENT
    BEGIN:VEVENT
    UID:2
    DTSTART;VALUE=DATE:20261224
    DTEND;VALUE=DATE:20270102
    RRULE:FREQ=MONTHLY;BYMONTHDAY=24,-1;UNTIL=20271224
    END:VEVENT
    END:VCALENDAR

    """

  /// A few bytes changed, taken out or doubled, or a line moved.
  private func damaged(_ dice: inout Dice) -> [UInt8] {
    var bytes = Array(Self.leave.utf8)
    for _ in 0...Int(dice.next() % 4) {
      let place = Int(dice.next() % UInt64(bytes.count))
      let length = min(Int(dice.next() % 12), bytes.count - place)
      switch dice.next() % 5 {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: dice.next())
      case 1: bytes[place] = dice.pick(Array("0123456789;:,=-+TZ\n\r \"/".utf8))
      case 2: bytes.removeSubrange(place..<place + length)
      case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      default:
        var lines = bytes.split(separator: 0x0A)
        lines.swapAt(Int(dice.next() % UInt64(lines.count)), Int(dice.next() % UInt64(lines.count)))
        bytes = Array(lines.joined(separator: [0x0A]))
      }
      if bytes.isEmpty { bytes = [0x0A] }
    }
    return bytes
  }

  @Test("No damage stops the program; what comes is entries in order, inside the window, or a fault with its place")
  func survives() {
    var dice = Dice(seed: 2026)
    let window = Day(2026, 1, 1)!...Day(2027, 12, 31)!
    for _ in 0..<400 {
      let bytes = damaged(&dice)
      var diagnostics: [Diagnostic] = []
      let entries = readCalendar(bytes, file: "ana.ics", zone: .utc, window: window, diagnostics: &diagnostics)
      #expect(!entries.isEmpty || !diagnostics.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(diagnostics.allSatisfy { $0.id.hasPrefix("ics-") && $0.range != nil })
      let starts = entries.map { start($0) }
      #expect(starts == starts.sorted())
      var again: [Diagnostic] = []
      #expect(readCalendar(bytes, file: "ana.ics", zone: .utc, window: window, diagnostics: &again) == entries)
      #expect(again == diagnostics)
    }
  }

  @Test("Many files are read at once as one after the other")
  func concurrently() async {
    let bytes = Array(Self.leave.utf8)
    let alone = read(bytes, window: "2026-01-01...2027-12-31").entries
    #expect(!alone.isEmpty)
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<64 { group.addTask { read(bytes, window: "2026-01-01...2027-12-31").entries } }
      for await entries in group { #expect(entries == alone) }
    }
  }

  private func start(_ entry: CalendarEntry) -> Instant {
    switch entry.time {
    case .days(let days): Zone.utc.start(of: days.lowerBound)
    case .instants(let range): range.lowerBound
    }
  }
}
