import Diagnostics
import Testing

@Suite("How a file is written")
struct FileFormTests {
  private static let leave = """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    DTSTART;VALUE=DA
     TE:20261224
    SUMMARY:Skiing in the Alps\\, with Ü
     berraschungen\\; back in
      January\\nCall my deputy
    END:VEVENT
    begin:vevent
    dtstart;value=date:20261231
    summary:In lower case
    end:vevent
    END:VCALENDAR

    """

  @Test("Lines may end in CR LF, LF or CR, and be folded", arguments: ["\r\n", "\n", "\r"])
  func lineEnds(_ lineEnd: String) {
    #expect(
      listed(Self.leave, lineEnd: lineEnd) == """
        2: 2026-12-24 Skiing in the Alps, with Überraschungen; back in January
        Call my deputy
        9: 2026-12-31 In lower case

        """)
  }

  @Test("A line end that was doubled on the way changes nothing but the line numbers")
  func doubledLineEnds() {
    let (entries, diagnostics) = read(Array(Self.leave.replacing("\n", with: "\r\r\n").utf8))
    #expect(
      entries == [
        "3: 2026-12-24 Skiing in the Alps, with Überraschungen; back in January\nCall my deputy",
        "17: 2026-12-31 In lower case",
      ])
    #expect(diagnostics.isEmpty)
  }

  @Test("A byte order mark, blank lines and two calendars in one file are no fault")
  func harmless() {
    let two = "\u{FEFF}" + Self.leave + "\n\n" + Self.leave.replacing("2026", with: "2027")
    let (entries, diagnostics) = read(Array(two.utf8), window: "2026-12-25...2027-12-25")
    #expect(entries.map { $0.prefix(14) } == ["9: 2026-12-31 ", "17: 2027-12-24"])
    #expect(diagnostics.isEmpty)
  }

  @Test("A character may lie across a fold")
  func foldedCharacter() {
    let bytes = Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\nSUMMARY:Caf".utf8) + [0xC3, 0x0A, 0x20, 0xA9]
    let (entries, diagnostics) = read(bytes + Array("\nEND:VEVENT\nEND:VCALENDAR\n".utf8))
    #expect(entries == ["2: 2026-12-24 Café"])
    #expect(diagnostics.isEmpty)
  }

  @Test("Latin-1 is one error at its first byte that is not UTF-8")
  func latin1() {
    let bytes = Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\nSUMMARY:M".utf8) + [0xE4, 0x72, 0x7A, 0xFC]
    let (_, diagnostics) = read(bytes + Array("\nEND:VEVENT\nEND:VCALENDAR\n".utf8))
    #expect(diagnostics.map(\.summary) == ["Byte 0xE4 is not UTF-8: export it as UTF-8"])
    #expect(diagnostics[0].range!.start == .init(line: 4, column: 10))
    #expect(diagnostics[0].severity == .error)
  }

  @Test("A place in a folded line is where the text stands in the file")
  func foldedPlace() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE\n :2026\n 1341\nEND:VEVENT\nEND:VCALENDAR\n"
    let (_, diagnostics) = read(Array(text.utf8))
    #expect(diagnostics.map { $0.range!.start } == [.init(line: 4, column: 3)])
    #expect(diagnostics.map { $0.range!.end } == [.init(line: 5, column: 6)])
  }
}
