import Diagnostics
import SiteTestSupport
import Testing

@Suite("Diagnostics as people read them")
struct DiagnosticTextTests {
  @Test("Of a long line only what stands around the place is shown, the caret below it")
  func longLine() {
    let line = String(repeating: "ä", count: 500) + "{{ x }}" + String(repeating: "b", count: 1_000)
    let range = SourceRange(file: "a.md", line: 1, column: 1_001, length: 7)
    let text = printed([.error("x", "Wrong", at: range)], ["a.md": line])
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      lines[1] == "    …" + String(repeating: "ä", count: 60) + "{{ x }}" + String(repeating: "b", count: 120) + "…")
    #expect(lines[2] == "    " + String(repeating: " ", count: 61) + "^~~~~~~")
  }

  @Test("A line of usual length is shown whole")
  func usualLine() {
    let line = String(repeating: "word ", count: 60)
    let range = SourceRange(file: "a.md", line: 1, column: 6, length: 4)
    #expect(
      printed([.error("x", "Wrong", at: range)], ["a.md": line])
        == "a.md:1:6: error: Wrong [x]\n    \(line)\n         ^~~~\n")
  }

  @Test("However many are found at one place, and in whatever order, they are read in one order, each once")
  func order() {
    let word = SourceRange(file: "a.md", line: 2, column: 3, length: 4)
    let line = SourceRange(file: "a.md", line: 2, column: 3, length: 9)
    let (hint, place) = (Diagnostic.Note("Did you?"), Diagnostic.Note("Did you?", range: word))
    let expected: [Diagnostic] = [
      .error("z", "First by its line", at: SourceRange(file: "a.md", line: 1, column: 9)),
      .error("x", "Longer, but its id comes first", at: line),
      .error("y", "Byte", at: word),
      .error("y", "Word", at: word),
      .error("y", "Word", at: word, notes: [hint]),
      .error("y", "Word", at: word, notes: [hint, hint]),
      .error("y", "Word", at: word, notes: [place]),
      .warning("y", "Word", at: word),
      .error("y", "Word", at: line),
      .error("a", "Of another file", at: SourceRange(file: "b.md", line: 1, column: 1)),
      .error("a", "Of no file", at: nil),
      .warning("a", "Of no file", at: nil),
    ]
    var dice = Dice(seed: 7)
    let found = (0..<64).map { _ in (expected + expected).shuffled(using: &dice).inReadingOrder() }
    #expect(found.allSatisfy { $0 == expected })
  }
}
