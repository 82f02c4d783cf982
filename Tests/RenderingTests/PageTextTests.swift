import Rendering
import Testing

@Suite("The words of a page")
struct PageTextTests {
  @Test("Tags go, blocks leave a space, pictures, anchors and labels are left out, references are read")
  func words() {
    let html = """
      <h2 id="a">On <em>call</em> <a class="anchor" href="#a" aria-label="Link">#</a></h2>
      <p>Tele<strong>phone</strong> &amp; <code>a &lt; b</code></p><ul><li>One</li><li>Two</li></ul>\
      <svg role="img"><text>10 min</text></svg><p class="code-label">Shell</p><pre><code>ls &quot;x&quot;</code></pre>
      """
    let text = String(decoding: PageText.of(Array(html.utf8)), as: UTF8.self)
    #expect(
      text.split(whereSeparator: \.isWhitespace) == [
        "On", "call", "Telephone", "&", "a", "<", "b", "One", "Two", "ls", "\"x\"",
      ])
  }

  @Test("Broken HTML does no harm", arguments: ["<", "<svg", "a &", "</", "<a class=\"anchor\"", "&amp"])
  func broken(html: String) {
    #expect(PageText.of(Array(html.utf8)).count <= html.utf8.count)
  }
}
