import ICalendar
import Testing

@Suite("Texts")
struct TextValueTests {
  @Test(
    "Every character with a meaning is escaped",
    arguments: [
      (#"a\b;c,d:e"f"#, #"a\\b\;c\,d:e"f"#),
      ("one\ntwo\rthree\r\nfour\n\rfive", #"one\ntwo\nthree\nfour\n\nfive"#),
      ("a\tb", "a\tb"),
      ("a\u{0}b\u{1B}[1m\u{7F}\u{85}\u{9F}\u{A0}c", "ab[1m\u{A0}c"),
      ("a\u{2028}b\u{2029}c", "a\u{2028}b\u{2029}c"),
      (" \u{0}\r\n\u{A0}\t a b \u{3000}\n", "a b"),
      (" \n", ""),
      (#"\n is no line end"#, #"\\n is no line end"#),
    ])
  func escapes(text: String, written: String) {
    #expect(eventText { $0.property(.summary, text: text) } == "SUMMARY:\(written)\r\n")
  }

  @Test("A list separates its texts by commas and escapes those within")
  func lists() {
    let texts = ["On call", "a,b;c", "", #"\"#]
    let bytes = eventBytes { $0.property(.categories, texts: texts) }
    #expect(String(decoding: bytes, as: UTF8.self) == "CATEGORIES:On call,a\\,b\\;c,,\\\\\r\n")
    #expect(CalendarReader.texts(CalendarReader.value(bytes)) == texts)
    #expect(eventText { $0.property(.categories, texts: []) } == "")
  }

  @Test("A parameter is quoted where it must be, and carets stand for what no quoting allows")
  func parameters() {
    #expect(
      eventText { $0.property(.summary, text: "a", parameters: [.language("en-GB")]) } == "SUMMARY;LANGUAGE=en-GB:a\r\n"
    )
    #expect(
      eventText { $0.property(.summary, text: "a", parameters: [.language("x;y:z,\"^\r\n\u{1}")]) }
        == "SUMMARY;LANGUAGE=\"x;y:z,^'^^\":a\r\n")
    #expect(
      eventText { $0.property(.summary, text: "a", parameters: [.language("x\r\ny\"")]) }
        == "SUMMARY;LANGUAGE=x^ny^':a\r\n")
    #expect(
      eventText {
        $0.property(.summary, text: "a", parameters: [.language("en"), .alternative(uri: "http://h/\"a\"")])
      }
        == "SUMMARY;LANGUAGE=en;ALTREP=\"http://h/%22a%22\":a\r\n")
  }

  @Test(
    "An address has everything percent-encoded that it may not hold",
    arguments: [
      ("https://h.example/a?b=c;d,e&f#g[1]", "https://h.example/a?b=c;d,e&f#g[1]"),
      (" https://h/Zoë Kühn\n", "https://h/Zo%C3%AB%20K%C3%BChn"),
      ("https://h/100%/%41%4/%zz%", "https://h/100%25/%41%254/%25zz%25"),
      ("https://h/\"<>\\^`{|}\u{7F}\r\nx", "https://h/%22%3C%3E%5C%5E%60%7B%7C%7D%7F%0D%0Ax"),
    ])
  func addresses(uri: String, written: String) {
    #expect(eventBytes { $0.property(.url, uri: uri) }.elementsEqual("URL:\(written)\r\n".utf8))
  }
}
