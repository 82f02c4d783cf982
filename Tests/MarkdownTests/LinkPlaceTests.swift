import Diagnostics
import Markdown
import Testing

@Suite("Where links and faults stand")
struct LinkPlaceTests {
  @Test(
    "A link is found at its destination",
    arguments: [
      "See [the log](⟦log.md⟧).",
      "First line\nsecond with [one](⟦a.md⟧) and [two](⟦b.md#x⟧)",
      "Grüße – [größe](⟦größe.md⟧) ✓ [x](⟦y.md⟧)",
      "- item\n  - deep [x](⟦a.md⟧)\n    goes on [y](⟦b.md⟧)",
      "> quote [x](⟦a.md⟧)\n> more [y](⟦b.md⟧)\nlazy [z](⟦c.md⟧)",
      "1. > - all [x](⟦a.md⟧)",
      "| a | b |\n|---|---|\n| [x](⟦a.md⟧) | [x](⟦a.md⟧) |\n| é \\| | [y](⟦b.md⟧) |",
      "> | a |\n> |---|\n> | [x](⟦a.md⟧) |",
      "[a.md](⟦a.md⟧) twice [a.md](⟦a.md⟧)",
      "![alt](⟦i.png⟧ \"title\") and <⟦https://example.com⟧>",
      "[x]( <⟦a b.md⟧> )",
      "*em [x](⟦a.md⟧)* **[y](⟦b.md⟧)**",
      "Setext [x](⟦a.md⟧)\n======",
      "Text[^1]\n\n[^1]: note [x](⟦a.md⟧)\n    more [y](⟦b.md⟧)",
      "bare ⟦https://example.com/x⟧.",
      "mail ⟦ana@example.com⟧",
      "[multi\nline](⟦a.md⟧)",
    ])
  func destinations(_ marked: String) {
    let expected = MarkedText(marked)
    #expect(Rendering(expected.text).links.map(\.range) == expected.ranges)
  }

  @Test("A reference leads to its definition")
  func references() {
    let expected = MarkedText("[x][ref] text\n\n[ref]: ⟦a.md⟧\n")
    #expect(Rendering(expected.text).links.map(\.range) == expected.ranges)
  }

  @Test("Lines are counted in the file, behind the front matter")
  func firstLine() {
    #expect(Rendering("a\n[x](b.md)\n", firstLine: 9).links.map(\.range.start) == [SourceLocation(line: 10, column: 5)])
  }

  @Test("A resolver's answer is encoded as an address")
  func encoding() {
    #expect(html("[x](<a \"b\".md?x=1&y=2>)\n") == "<p><a href=\"a%20%22b%22.md?x=1&amp;y=2\">x</a></p>\n")
  }

  @Test(
    "Slips of the pen are reported at their place",
    arguments: [
      ("heading-skip", "## One\n\n⟦#### Three⟧\n"),
      ("heading-repeated-h1", "# One\n\n⟦# Two⟧\n"),
      ("image-alt", "text ![](⟦a.png⟧)\n"),
      ("link-spaced", "see [the log⟦] ⟧(log.md)\n"),
      ("link-scheme", "[x](⟦javascript:y⟧)\n"),
    ])
  func slips(_ id: String, _ marked: String) {
    let expected = MarkedText(marked)
    let diagnostics = Rendering(expected.text).document.diagnostics
    #expect(diagnostics.map(\.id) == [id])
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.map(\.range) == expected.ranges)
  }

  @Test(
    "What is well written is not reported",
    arguments: [
      "# One\n\n## Two\n\n### Three\n\n## Four\n", "[1] (see below)", "`[x] (y.md)`", "[x](y.md) (a.md)", "![a](b.png)",
    ])
  func fine(_ markdown: String) {
    #expect(Rendering(markdown).document.diagnostics == [])
  }
}
