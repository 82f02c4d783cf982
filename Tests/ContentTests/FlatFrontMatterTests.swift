import Diagnostics
import SiteTestSupport
import Testing
import YAML

@testable import Content

@Suite("Flat front matter")
struct FlatFrontMatterTests {
  @Test("It reads what pages usually hold, without the YAML parser", arguments: ["\n", "\r\n"])
  func usual(lineEnd: String) {
    let text = [
      "title: Before you page", "order: 3", "owner: \"Ana Ruiz\"", "tags: [paging, 'on call', \"x\"]", "draft:",
      "reviewed: 2026-11-02", "edit: https://git.example.com/a#b", "aliases: []", "",
    ].joined(separator: lineEnd)
    #expect(outline(fast(text)) == outline(slow(text)))
    #expect(fast("title: Before you page\norder: 3\n") != nil)
  }

  @Test("What it is not sure about it leaves to the YAML parser")
  func unsure() {
    let texts = [
      "title: a: b", "title: a #b", "title: |", "title: >-", "title: \"a\\tb\"", "title: 'it''s'", "title: &a b",
      "title: *a", "title: !!str a", "title: {a: b}", "title: [a, [b]]", "title: [a", "title: [a,]", "title: \"a\" b",
      "title: -", "title:\n  - a", "title:\n- a", "title: a\n  b", "a: 1\na: 2", "null: 1", "title:a", "? a", "- a",
      " title: a", "title: a\u{B}b", "title: é", "title:\ta", "# note\ntitle: a", "", "title: \"\"", "title: a:",
    ]
    #expect(texts.filter { fast($0) != nil } == [])
  }

  @Test("Wherever it answers, it gives what the YAML parser gives: keys, texts, nulls and places")
  func property() {
    var dice = Dice(seed: 2026)
    var (answered, unlike) = (0, [String]())
    for _ in 0..<40_000 {
      let text = frontMatter(&dice)
      guard let node = fast(text) else { continue }
      answered += 1
      if outline(node) != outline(slow(text)) { unlike.append("\(text.debugDescription): \(outline(node))") }
    }
    #expect(unlike.prefix(5) == [])
    #expect(answered > 3_000)
  }
}

extension FlatFrontMatterTests {
  private func fast(_ text: String) -> YAMLNode? {
    var text = text
    return text.withUTF8 { FlatFrontMatter($0, file: "page.md", firstLine: 2).node }
  }

  private func slow(_ text: String) -> YAMLNode? {
    var diagnostics: [Diagnostic] = []
    let node = YAMLNode.parse(text, file: "page.md", firstLine: 2, diagnostics: &diagnostics)
    return diagnostics.isEmpty ? node : nil
  }

  /// Everything that a node holds, places included.
  private func outline(_ node: YAMLNode?) -> String {
    guard let node else { return "no YAML" }
    let range = outline(node.range)
    switch node.value {
    case .null: return "null \(range)"
    case .scalar(let text): return "\(text.debugDescription) \(range)"
    case .sequence(let nodes): return "[\(nodes.map(outline).joined(separator: ", "))] \(range)"
    case .mapping(let entries):
      return "{\(entries.map { "\($0.key) \(outline($0.keyRange)): \(outline($0.value))" }.joined(separator: ", "))}"
        + " \(range)"
    }
  }

  private func outline(_ range: SourceRange) -> String {
    "@\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  /// A front matter of up to six lines: mostly harmless, with every trap that YAML sets now and then.
  private func frontMatter(_ dice: inout Dice) -> String {
    let lineEnd = dice.oneIn(5) ? "\r\n" : "\n"
    let lines = (0...Int(dice.next() % 6)).map { _ in line(&dice) }
    return lines.joined(separator: lineEnd) + (dice.oneIn(4) ? "" : lineEnd)
  }

  private func line(_ dice: inout Dice) -> String {
    if dice.oneIn(12) { return dice.pick(["", " ", "# note", "- a", "  more", "...", "---", "\t", "? a", "%x"]) }
    let keys = ["title", "order", "a-b", "a_b", "Tags", "k9", "true", "n", "url-slug"]
    let oddKeys = ["null", "Null", "~", "9k", "-a", "a b", "\"a\"", "é", "a.b", "<<", "=", "_a", "a#b", "a "]
    let gap = dice.oneIn(8) ? dice.pick(["", "  ", "\t", " \t", "    "]) : " "
    return (dice.oneIn(10) ? dice.pick(oddKeys) : dice.pick(keys)) + ":" + gap + value(&dice)
      + (dice.oneIn(6) ? dice.pick([" ", "  ", "\t", " # note", "#"]) : "")
  }

  private func value(_ dice: inout Dice) -> String {
    guard dice.oneIn(3) else { return scalar(&dice) }
    let parts = (0..<Int(dice.next() % 4)).map { _ in scalar(&dice) }
    return dice.pick(["[", "[ ", "[", "[["]) + parts.joined(separator: dice.pick([", ", ",", " ,", ",\t", ", ,"]))
      + dice.pick(["]", " ]", "]", ",]", "", "] x"])
  }

  private func scalar(_ dice: inout Dice) -> String {
    if dice.oneIn(2) { return dice.pick(["Before you page", "3", "'on call'", "\"x y\"", "a#b", "2026-11-23", "~"]) }
    if dice.oneIn(3) { return (0...Int(dice.next() % 6)).map { _ in dice.pick(Self.letters) }.joined() }
    return dice.pick(Self.scalars)
  }

  private static let letters = "ab19 :#,[]{}\"'-?!&*|>%@`~\t\\/.=é".map(String.init) + ["\u{A0}", "\u{85}", "\u{7F}"]

  private static let scalars = [
    "Before you page", "3", "-1", "0x1F", "1e3", "true", "no", "~", "null", "NULL", "nUll", "2026-11-23", "10:00",
    "2026-11-23T16:00:00Z", "https://x.example/y?a=b#c", "a: b", "a:b", "a:", "a #b", "a#b", "a, b", "a?", "a? b",
    "a - b", "a&b", "a*b", "a!b", "a|b", "a>b", "a%b", "a@b", "a'b", "a\"b", "a\\b", "a[b]", "a{b}", "a]", "a}",
    "\"x\"",
    "'x'", "\"\"", "''", "'it''s'", "\"a\\nb\"", "\"a, b\"", "'a: b'", "\"a #b\"", "\"a\" b", "\"a", "'a", "\"'\"",
    "\"a\tb\"", "\" a \"", "\"é\"", "\"null\"", "é", "- a", "? a", "|", ">", "&a", "&a b", "*a", "!t a", "@x", "`x`",
    "{a: b}", "[]", "",
  ]
}
