import Diagnostics
import Markdown
import Testing

@Suite("Directives in a page")
struct DirectiveTests {
  @Test("A directive stands in a line, in bold, in a heading, in a cell and in a link")
  func inline() {
    #expect(
      html("Ask {{ now delivery engineer }} or **{{next delivery}}**.\n") == """
        <p>Ask [now|delivery|engineer] or <strong>[next|delivery]</strong>.</p>

        """)
    #expect(html("| Who |\n|---|\n| {{ person ana }} |\n").contains("<td>[person|ana]</td>"))
    let rendering = Rendering("[{{ rota delivery title }}](x.md)\n")
    #expect(rendering.html == "<p><a href=\"x.md\">[rota|delivery|title]</a></p>\n")
    #expect(rendering.directives.map(\.isInLink) == [true])
  }

  @Test("Alone in its paragraph it is a block, in a quote and in an item too")
  func alone() {
    #expect(html("{{ schedule delivery 6 weeks }}\n") == "<div>[schedule|delivery|6|weeks]</div>\n")
    #expect(html("Text\n\n  {{ experts }}  \n\nMore\n") == "<p>Text</p>\n<div>[experts]</div>\n<p>More</p>\n")
    #expect(html("> {{ experts }}\n") == "<blockquote>\n<div>[experts]</div>\n</blockquote>\n")
    #expect(html("- {{ experts }}\n") == "<ul>\n<li>\n<div>[experts]</div>\n</li>\n</ul>\n")
    #expect(html("{{ experts }} {{ experts }}\n") == "<p>[experts] [experts]</p>\n")
    #expect(html("{{ experts }}\nand\n") == "<p>[experts]\nand</p>\n")
  }

  @Test("Names with underscores and quoted words with spaces stay whole")
  func words() {
    #expect(html("{{ table data/on_call_*.csv }}\n") == "<div>[table|data/on_call_*.csv]</div>\n")
    #expect(html("See {{ table \"data/all tiers.csv\" }}.\n") == "<p>See [table|data/all tiers.csv].</p>\n")
  }

  @Test("In code, and behind a backslash, it stays as it is", arguments: ["", "a ", "*a* "])
  func literal(before: String) {
    #expect(html("\(before)`{{ experts }}`\n").contains("<code>{{ experts }}</code>"))
    #expect(html("```\n{{ experts }}\n```\n").contains("{{ experts }}"))
    for written in ["\\{{ experts }}", "{\\{ experts }}", "\\{\\{ experts }}", "&#123;{ experts }}"] {
      #expect(html(before + written + "\n").contains("{{ experts }}</p>"), "\(written)")
    }
  }

  @Test("A directive and each of its words know their place in the file")
  func places() {
    let rendering = Rendering("Text {{ experts }}\n\n> Ask {{  now   delivery }} or {{ experts }}.\n", firstLine: 5)
    let places = rendering.directives.map { "\($0.range.start.line):\($0.range.start.column)-\($0.range.end.column)" }
    #expect(places == ["5:6-19", "7:7-28", "7:32-45"])
    let words = rendering.directives[1]
    #expect(([words.name] + words.arguments).map { $0.range.start.column } == [11, 17])
  }

  @Test("Braces that nobody closes, and those with nothing between, are errors with their place")
  func faults() {
    let text = MarkedText("Use ⟦{{⟧ to open\n\nNothing in ⟦{{ }}⟧ here\n")
    let document = Rendering(text.text).document
    #expect(document.diagnostics.map(\.id) == ["directive-open", "directive-empty"])
    #expect(document.diagnostics.map(\.range) == text.ranges)
  }

  @Test("A heading with a directive has an id that stays when the facts change, and a readable name")
  func headings() {
    let heading = Rendering("## Now: {{ now delivery }} & co\n").document.headings[0]
    #expect(heading.id == "now-now-delivery--co")
    #expect(heading.text == "Now: [now|delivery] & co")
  }

  @Test("The heading that is the page's title takes none")
  func title() {
    let document = Rendering("# On {{ now delivery }}\n", MarkdownOptions(separatesTitle: true)).document
    #expect(document.diagnostics.map(\.id) == ["directive-title"])
  }

  @Test("Another dialect has no directives")
  func otherDialects() {
    for dialect in [MarkdownDialect.gfm, .commonmark] {
      #expect(html("{{ experts }} @ana\n", MarkdownOptions(dialect: dialect)) == "<p>{{ experts }} @ana</p>\n")
    }
  }
}

@Suite("Texts that a page includes")
struct IncludeTests {
  private let snippets = [
    "line.md": "It is *urgent*[^1].\n\n[^1]: Really.\n", "two.md": "One\n\nTwo\n", "word.md": "**urgent**\n",
    "head.md": "## Before\n\n{{ include word.md }}\n", "wrong.md": "Text\n\nUse {{ here\n",
  ]

  @Test("Included alone, a text brings blocks, and its headings are the page's")
  func blocks() {
    let rendering = Rendering("## Before\n\n{{ include head.md }}\n\nEnd\n", snippets: snippets)
    #expect(rendering.document.headings.map(\.id) == ["before", "before-1"])
    #expect(rendering.html.hasSuffix("</h2>\n<p><strong>urgent</strong></p>\n<p>End</p>\n"))
  }

  @Test("In a line it brings the words of its one paragraph")
  func inline() {
    let rendering = Rendering("Call, it is {{ include word.md }}!\n", snippets: snippets)
    #expect(rendering.html == "<p>Call, it is <strong>urgent</strong>!</p>\n")
    let wrong = Rendering("See {{ include two.md }}.\n", snippets: snippets)
    #expect(wrong.document.diagnostics.map(\.id) == ["directive-place"])
    #expect(wrong.html == "<p>See .</p>\n")
  }

  @Test("Footnotes of an included text are its own")
  func footnotes() {
    let rendering = Rendering("Page[^1].\n\n{{ include line.md }}\n\n[^1]: Page's.\n", snippets: snippets)
    #expect(rendering.html.contains("href=\"#fn:1\" id=\"fnref:1\""))
    #expect(rendering.html.contains("href=\"#fn:1-1\" id=\"fnref:1-1\""))
    #expect(rendering.html.contains("<li id=\"fn:1-1\">"))
  }

  @Test("A mistake in an included text is told where it stands")
  func faults() {
    let rendering = Rendering("{{ include wrong.md }}\n", snippets: snippets, firstLine: 9)
    #expect(
      rendering.document.diagnostics.map(\.range) == [SourceRange(file: "wrong.md", line: 3, column: 5, length: 2)])
  }
}

@Suite("Mentions of people")
struct MentionTests {
  @Test("@name becomes the person where the name is known, and stays where it is not")
  func names() {
    #expect(html("Ask @ana, @ana. (@ana) or @bea\n") == "<p>Ask <a>Ana</a>, <a>Ana</a>. (<a>Ana</a>) or @bea</p>\n")
    #expect(html("[ask @ana](x)\n") == "<p><a href=\"x\">ask Ana</a></p>\n")
  }

  @Test(
    "An address of mail, code and an escaped mark are no mentions",
    arguments: [
      "me@ana.example", "`@ana`", "x/@ana", "@ana@example.com", "@ana-maria", "@anabel",
    ])
  func noMention(text: String) {
    #expect(!html(text + "\n").contains("Ana"))
  }

  @Test("A backslash keeps the name as it is")
  func escaped() {
    #expect(html("Ask \\@ana\n") == "<p>Ask @ana</p>\n")
  }
}
