import ICalendar
import Testing

@Suite("Folding")
struct FoldingTests {
  @Test("A line of 75 octets stays whole, one more octet folds")
  func limit() {
    let whole = String(repeating: "x", count: 67)
    #expect(eventText { $0.property(.summary, text: whole) } == "SUMMARY:\(whole)\r\n")
    #expect(eventText { $0.property(.summary, text: whole + "yz") } == "SUMMARY:\(whole)\r\n yz\r\n")
  }

  @Test("A continued line holds its space and 74 octets")
  func continued() {
    let first = String(repeating: "1", count: 67)
    let second = String(repeating: "2", count: 74)
    #expect(
      eventText { $0.property(.summary, text: first + second + "3") } == "SUMMARY:\(first)\r\n \(second)\r\n 3\r\n")
  }

  @Test("A fold never splits a code point, whatever stands at whatever offset", arguments: ["a", "é", "世", "😀"])
  func everyOffset(character: String) {
    for offset in 0...150 {
      let text = String(repeating: "x", count: offset) + String(repeating: character, count: 60)
      #expect(CalendarReader.value(eventBytes { $0.property(.summary, text: text) }) == text)
    }
  }

  @Test(
    "A fold does not split a character of several code points", arguments: ["e\u{301}", "👩‍👩‍👧‍👦", "🇩🇪", "ᄀ\u{1161}\u{11A8}"])
  func clusters(character: String) {
    for offset in 0...80 {
      let text = String(repeating: "x", count: offset) + String(repeating: character, count: 20)
      let bytes = eventBytes { $0.property(.summary, text: text) }
      #expect(CalendarReader.value(bytes) == text)
      let pieces = CalendarReader.physicalLines(bytes).map { String(decoding: $0, as: UTF8.self) }
      let whole = pieces.reduce(0) { count, piece in count + piece.count { String($0) == character } }
      #expect(whole == 20, "\(pieces)")
    }
  }

  @Test("A character longer than a line is split between its code points")
  func endlessCharacter() {
    let text = "Z" + String(repeating: "\u{301}", count: 200)
    #expect(CalendarReader.value(eventBytes { $0.property(.summary, text: text) }) == text)
  }
}
