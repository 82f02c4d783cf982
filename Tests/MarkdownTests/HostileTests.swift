import Markdown
import SiteTestSupport
import Testing

private let hostileTexts: [(name: String, text: String)] = [
  ("nested brackets", String(repeating: "[", count: 20_000) + String(repeating: "](a)", count: 20_000)),
  ("backticks", String(repeating: "`", count: 100_000)),
  ("backticks of every length", (1...600).map { String(repeating: "`", count: $0) }.joined(separator: " ")),
  ("deep quotes", String(repeating: ">", count: 20_000) + " x"),
  ("deep lists", String(repeating: "- ", count: 5_000) + "x"),
  ("deep emphasis", String(repeating: "*a _b ", count: 10_000)),
  ("deep emphasis that closes", String(repeating: "**a ", count: 5_000) + String(repeating: "a** ", count: 5_000)),
  ("tildes", String(repeating: "~~a ~b ", count: 20_000)),
  ("strikes", String(repeating: "~~a~~ ", count: 5_000)),
  ("addresses", String(repeating: "www.", count: 20_000)),
  ("at signs", String(repeating: "a@", count: 20_000)),
  ("colons", String(repeating: "http://", count: 10_000)),
  ("parentheses behind an address", "http://a.b/" + String(repeating: ")", count: 5_000)),
  (
    "a wide table",
    String(repeating: "|a", count: 5_000) + "\n" + String(repeating: "|-", count: 5_000) + "\n"
      + String(repeating: "|x\n", count: 1_000)
  ),
  ("many tables", String(repeating: "|a|\n|-|\n\n", count: 5_000)),
  ("tables in quotes", String(repeating: "> |a|\n> |-|\n\n", count: 1_000)),
  ("delimiter rows", String(repeating: "|-|\n", count: 5_000)),
  ("delimiter rows in a paragraph", String(repeating: "x\n|-|-|\n", count: 2_000)),
  ("footnotes", (0..<1_000).map { "[^\($0)] [^\($0)]: x\n\n[^\($0)]: y [^\($0 + 1)]\n\n" }.joined()),
  ("a footnote that mentions itself", "[^a]\n\n[^a]: [^a] [^a]\n"),
  ("alerts", String(repeating: "> [!NOTE]\n", count: 5_000)),
  ("one long line", String(repeating: "word ", count: 400_000)),
  ("entities", String(repeating: "&#0;&lt", count: 20_000)),
  ("open tags", String(repeating: "<a ", count: 20_000)),
  ("headings alike", String(repeating: "# a\n", count: 5_000)),
  ("spaced links", String(repeating: "[a] (b.md) ", count: 500)),
  ("nul and returns", "a\u{0}b\r\r\n| a |\r|---|\r\n|\u{0}|\r"),
]

@Suite("Hostile text")
struct HostileTests {
  @Test("Neither fails nor hangs nor fills the stack", arguments: hostileTexts.map(\.name))
  func survives(_ name: String) throws {
    let text = try #require(hostileTexts.first { $0.name == name }).text
    for options in [MarkdownOptions(rawHTML: true), MarkdownOptions(dialect: .gfm)] {
      let time = threadTime { #expect(!html(text, options).isEmpty) }
      #expect(time < .seconds(10), "\(name)")
    }
  }

  @Test("Random bytes come out as some HTML")
  func randomBytes() {
    var random = SplitMix(seed: 7)
    let marks = Array("|-:>*_`~[]()!<>&#\\ \n\n\r\t1.+=\"'^{}@w/\u{0}é".utf8) + [0xFF, 0xC3, 0x80]
    for round in 0..<1_500 {
      let bytes = (0..<Int.random(in: 1...160, using: &random)).map { _ in marks.randomElement(using: &random) ?? 0 }
      let dialect = MarkdownDialect.allCases[round % 3]
      _ = Rendering(bytes: bytes, MarkdownOptions(dialect: dialect, rawHTML: round % 2 == 0, separatesTitle: true))
    }
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var seed: UInt64

  mutating func next() -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var mixed = seed
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
