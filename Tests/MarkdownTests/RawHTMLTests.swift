import Markdown
import Testing

@Suite("Raw HTML")
struct RawHTMLTests {
  private let open = MarkdownOptions(rawHTML: true)

  @Test("Raw HTML is text where the site does not ask for it, and comments are nobody's to read")
  func closed() {
    #expect(html("a <b>c</b> <!-- note -->d\n") == "<p>a &lt;b&gt;c&lt;/b&gt; d</p>\n")
    #expect(html("<div class=\"x\">\nhi\n</div>\n") == "<p>&lt;div class=&quot;x&quot;&gt;\nhi\n&lt;/div&gt;</p>\n")
    #expect(html("<!-- hidden -->\n\ntext\n") == "<p>text</p>\n")
  }

  @Test("A site that asks for it gets elements of text with harmless attributes")
  func harmless() {
    #expect(
      html("<details open><summary>More</summary>\n\nText <kbd title='a \"b\"'>Ctrl</kbd>\n\n</details>\n", open) == """
        <details open><summary>More</summary>
        <p>Text <kbd title="a &quot;b&quot;">Ctrl</kbd></p>
        </details>

        """)
  }

  @Test(
    "What would run never passes",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
      ("<ScRiPt src=x>", "&lt;ScRiPt src=x>"),
      ("<b onclick=\"x()\" OnLoad=y>t</b>", "<b>t</b>"),
      ("<a href=\"javascript:x\">t</a>", "<a href=\"\">t</a>"),
      ("<a href=\"java\tscript:x\">t</a>", "<a href=\"\">t</a>"),
      ("<a href='&#106;avascript:x'>t</a>", "<a href=\"&amp;#106;avascript:x\">t</a>"),
      ("<img src=\"data:text/html,x\">", "<img src=\"\">"),
      ("<iframe src=x></iframe>", "&lt;iframe src=x>&lt;/iframe>"),
      ("<svg><use href=x></svg>", "&lt;svg>&lt;use href=x>&lt;/svg>"),
      ("<form action=x><button formaction=y>", "&lt;form action=x>&lt;button formaction=y>"),
      ("<p style=\"color:red\">t</p>", "<p>t</p>"),
    ])
  func unsafe(_ markdown: String, _ expected: String) {
    #expect(html("<div>\n\(markdown)\n</div>\n", open) == "<div>\n\(expected)\n</div>\n")
  }

  @Test(
    "Addresses that run scripts or read the disk lead nowhere",
    arguments: [
      "javascript:x", "JavaScript:x", "vbscript:x", "data:text/html,x", "file:///etc/passwd", "<java\tscript:x>",
      "&#106;avascript:x", "\\javascript:x",
    ])
  func unsafeLinks(_ address: String) {
    let page = html("[t](\(address))\n")
    #expect(page == "<p><a href=\"\">t</a></p>\n" || page == "<p><a href=\"%5Cjavascript:x\">t</a></p>\n")
  }

  @Test("An image may hold its own data")
  func dataImages() {
    #expect(html("![a](data:image/png;base64,AA)\n") == "<p><img src=\"data:image/png;base64,AA\" alt=\"a\"></p>\n")
    #expect(html("![a](data:image/svg+xml,AA)\n") == "<p><img src=\"\" alt=\"a\"></p>\n")
  }
}
