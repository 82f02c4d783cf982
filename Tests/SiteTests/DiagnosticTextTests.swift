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
}
