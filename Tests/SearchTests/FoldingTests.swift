import Testing

@testable import Search

@Suite("Words as they are searched")
struct FoldingTests {
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    WordReader.read(text) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }

  @Test(
    "Case and marks do not matter",
    arguments: [
      ("Escalation", "escalation"), ("Réglage", "reglage"), ("Straße", "strasse"), ("STRAẞE", "strasse"),
      ("Øresund", "oresund"), ("Łódź", "lodz"), ("İstanbul", "istanbul"), ("ıslak", "islak"), ("Ærø", "aero"),
      ("Thið", "thid"), ("Þór", "thor"), ("cafe\u{301}", "cafe"), ("Việt", "viet"), ("Ǻ", "a"),
    ])
  func folded(_ text: String, _ word: String) { #expect(words(text) == [word]) }

  @Test("Other scripts stay, in lower case")
  func otherScripts() {
    #expect(words("Йога ΣΊΣΥΦΟΣ σίσυφος 서울") == ["йога", "σίσυφοσ", "σίσυφοσ", "서울"])
  }

  @Test("What is neither letter nor digit ends a word")
  func boundaries() {
    #expect(
      words("on-call: don't max_connections=3.14×2") == [
        "on", "call", "don", "t", "max", "connections", "3", "14", "2",
      ])
  }

  @Test("Scripts without spaces give each letter with its follower")
  func runs() {
    #expect(words("支持工 a支b") == ["支持", "持工", "工", "a", "支", "b"])
    #expect(words("ไทย") == ["ไท", "ทย", "ย"])
  }

  @Test("Longer than 40 bytes is no word")
  func long() { #expect(words(String(repeating: "a", count: 41) + " b") == ["b"]) }

  @Test("Bytes that are no UTF-8 end a word")
  func invalid() {
    var found: [String] = []
    ([0x61, 0xFF, 0x62, 0xC3] as [UInt8]).withUnsafeBufferPointer { bytes in
      WordReader.read(bytes) { found.append(String(decoding: $0, as: UTF8.self)) }
    }
    #expect(found == ["a", "b"])
  }

  @Test(
    "A title stands under its first letter, a Latin one without its mark; under none where it begins with a digit",
    arguments: [
      ("Escalation", "E"), ("état des lieux", "E"), ("Łódź", "L"), ("Ærø", "A"), ("ß", "S"), ("“Quoted”", "Q"),
      ("#support-desk", "S"), ("йога", "Й"), ("ϴ", "Θ"), ("θ", "Θ"), ("서울", "서"), ("2026 in review", nil), ("…", nil),
      ("", nil),
    ])
  func initials(_ title: String, _ letter: String?) { #expect(initial(of: title) == letter) }
}
