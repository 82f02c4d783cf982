import ICalendar
import Testing

@Suite("Calendars")
struct CalendarWriterTests {
  @Test("A whole calendar has exactly these bytes")
  func wholeCalendar() {
    var writer = CalendarWriter()
    writer.component(.calendar) { calendar in
      calendar.property(.version, text: "2.0")
      calendar.property(.productID, text: "-//sitegen//Rota calendars//EN")
      calendar.property(.scale, token: .gregorian)
      calendar.property(.name, text: "Delivery support")
      calendar.property(.calendarName, text: "Delivery support")
      calendar.property(.color, text: "steelblue")
      calendar.property(.refreshInterval, duration: .seconds(3600))
      calendar.property(.publishedTTL, duration: .seconds(3600))
      calendar.property(.source, uri: "https://support.example.com/calendar/all.ics")
      calendar.component(.event) { event in
        event.property(.uid, text: "delivery-2026-11-23-engineer-1@support.example.com")
        event.property(.stamp, instant: 1_794_000_000)
        event.property(.lastModified, instant: 1_794_000_000)
        event.property(.sequence, integer: 2)
        event.property(.start, instant: 1_795_449_600)
        event.property(.end, instant: 1_796_054_400)
        event.property(.summary, text: "Delivery support · Ana Ruiz (Engineer on call)")
        event.property(
          .description, text: "Seat: Engineer on call\nHands over: Ben Ode; takes over: Zoë Kühn, from Monday")
        event.property(.url, uri: "https://support.example.com/rotas/delivery/#2026-11-23")
        event.property(.categories, texts: ["Delivery", "On call"])
        event.property(.status, token: .confirmed)
        event.property(.transparency, token: .transparent)
        event.property(.busyStatus, token: .free)
      }
    }
    let expected = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//sitegen//Rota calendars//EN
      CALSCALE:GREGORIAN
      NAME:Delivery support
      X-WR-CALNAME:Delivery support
      COLOR:steelblue
      REFRESH-INTERVAL;VALUE=DURATION:PT1H
      X-PUBLISHED-TTL:PT1H
      SOURCE;VALUE=URI:https://support.example.com/calendar/all.ics
      BEGIN:VEVENT
      UID:delivery-2026-11-23-engineer-1@support.example.com
      DTSTAMP:20261106T212000Z
      LAST-MODIFIED:20261106T212000Z
      SEQUENCE:2
      DTSTART:20261123T160000Z
      DTEND:20261130T160000Z
      SUMMARY:Delivery support · Ana Ruiz (Engineer on call)
      DESCRIPTION:Seat: Engineer on call\\nHands over: Ben Ode\\; takes over: Zoë 
       Kühn\\, from Monday
      URL:https://support.example.com/rotas/delivery/#2026-11-23
      CATEGORIES:Delivery,On call
      STATUS:CONFIRMED
      TRANSP:TRANSPARENT
      X-MICROSOFT-CDO-BUSYSTATUS:FREE
      END:VEVENT
      END:VCALENDAR

      """
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == expected.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
  }

  @Test("A component at the wrong place and a property after a component are our fault")
  func misplaced() async {
    await #expect(processExitsWith: .failure) {
      var writer = CalendarWriter()
      writer.component(.event) { _ in }
    }
    await #expect(processExitsWith: .failure) {
      var writer = CalendarWriter()
      writer.property(.version, text: "2.0")
    }
    await #expect(processExitsWith: .failure) {
      var writer = CalendarWriter()
      writer.component(.calendar) { calendar in
        calendar.component(.event) { _ in }
        calendar.property(.version, text: "2.0")
      }
    }
  }

  @Test("Random texts give only valid lines, from which they are read again", arguments: 0..<8)
  func random(seed: UInt64) {
    var generator = SplitMix(state: seed)
    for _ in 0..<150 {
      let text = randomText(&generator)
      let expected = plain(text)
      let bytes = eventBytes { $0.property(.description, text: text) }
      #expect(CalendarReader.texts(CalendarReader.value(bytes)) == [expected])

      let listed = eventBytes { $0.property(.categories, texts: [text, "b", text]) }
      #expect(CalendarReader.texts(CalendarReader.value(listed)) == [expected, "b", expected])

      let address = CalendarReader.value(eventBytes { $0.property(.url, uri: text) })
      #expect(address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })

      let lines = CalendarReader.contentLines(
        eventBytes { $0.property(.summary, text: "a", parameters: [.language(text), .alternative(uri: text)]) })
      #expect(lines.count == 1)
      #expect(lines[0].unicodeScalars.count { $0 == "\"" } % 2 == 0)
    }
  }
}

/// What a text means once it has passed through a calendar, said in the slow and obvious way.
private func plain(_ text: String) -> String {
  var scalars: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars {
    if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
    scalars.append(scalar)
  }
  scalars = scalars.map { $0 == "\r" ? "\n" : $0 }
  let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
  let isOuter = { (scalar: Unicode.Scalar) in isControl(scalar) || scalar.properties.isWhitespace }
  while let last = scalars.last, isOuter(last) { scalars.removeLast() }
  while let first = scalars.first, isOuter(first) { scalars.removeFirst() }
  scalars.removeAll { isControl($0) && $0 != "\t" && $0 != "\n" }
  return String(String.UnicodeScalarView(scalars))
}

private func randomText(_ generator: inout SplitMix) -> String {
  let special = Array("\\;,:\"^%\n\r\t\u{0}\u{7F}\u{85}\u{A0}\u{2028}\u{301}\u{200D}👩🇩\u{FEFF} ".unicodeScalars)
  var text = ""
  for _ in 0..<Int.random(in: 0...200, using: &generator) {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: text.unicodeScalars.append(special.randomElement(using: &generator) ?? " ")
    case 1: text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0...255, using: &generator)))
    case 2: text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) ?? "x")
    default: text.append("word")
    }
  }
  return text
}

/// The same numbers on every machine (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
