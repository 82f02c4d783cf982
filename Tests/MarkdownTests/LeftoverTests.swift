import Diagnostics
import Markdown
import Testing

@Suite("Traps for writers")
struct LeftoverTests {
  @Test(
    "What another generator would read is reported at its place",
    arguments: [
      "⟦{%⟧ include x.html %}", "Text ⟦{%⟧ raw %}", "A paragraph\n⟦{:⟧ .note}", "[x](#a)⟦{:⟧target=\"_blank\"}",
      "⟦!!!⟧ note \"Careful\"", "⟦???⟧ question", "⟦:::⟧ tip", "Text\n⟦:::⟧", "Dear ⟦<%⟧= name %>",
      "⟦{{< figure src=\"a.png\" >}}⟧",
      "⟦{{% notice %}}⟧",
    ])
  func dialects(marked: String) {
    let text = MarkedText(marked.replacing("{:⟧target", with: "{:⟧ target") + "\n\n## a\n")
    let diagnostics = Rendering(text.text).document.diagnostics
    #expect(diagnostics.filter { $0.id == "page-dialect" }.map(\.range) == text.ranges)
  }

  @Test("A heading's id in another dialect is reported")
  func headingID() {
    #expect(Rendering("## Setup {#setup}\n").document.diagnostics.map(\.id) == ["page-dialect"])
  }

  @Test(
    "Marks that only look alike are text",
    arguments: [
      "What???", "Stop!!! Now", "!!!", "a {% b", "`{% raw %}`", "{: ", "std::vector :::", "50 %>", "a {#1", "f(x) {: y",
    ])
  func harmless(text: String) {
    let found = Rendering("Text " + text + "\n").document.diagnostics.filter { $0.id == "page-dialect" }
    #expect(found.count == (text.hasPrefix("a {%") || text.contains("{: y") ? 1 : 0), "\(found)")
  }

  @Test(
    "Text saved in a wrong encoding is reported once a line",
    arguments: [
      "Donâ€™t", "Don‚Äôt", "CafÃ©", "Â£5", "ðŸ”¥ fire", "na√Øve na√©", "x â€“ y", "a\u{FFFD}b",
    ])
  func mojibake(text: String) {
    #expect(Rendering(text + " and " + text + "\n").document.diagnostics.map(\.id) == ["page-mojibake"])
  }

  @Test(
    "Words of any language are not taken for that",
    arguments: [
      "Château, Ângela, São Paulo, naïve, über, Œuvre", "Größe – „so“ … €5 • ‚a‘", "日本語 ελληνικά русский", "🔥 √2 ∂x",
      "ÃO, Ð, Übung",
      "Pâté à l’ail", "ÂME",
    ])
  func languages(text: String) {
    #expect(Rendering(text + "\n").document.diagnostics.isEmpty)
  }

  @Test("An empty item of a list is reported")
  func emptyItems() {
    let text = MarkedText("1. One\n⟦2.⟧\n3. Three\n")
    let diagnostics = Rendering(text.text).document.diagnostics
    #expect(diagnostics.map(\.id) == ["list-empty-item"])
    #expect(diagnostics.map(\.range) == text.ranges)
  }
}
