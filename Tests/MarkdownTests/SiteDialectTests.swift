import Markdown
import Testing

@Suite("A page of the site")
struct SiteDialectTests {
  @Test("Headings get GitHub's ids and a link to themselves")
  func headings() {
    #expect(
      html("## On-call & you: *what* to do?\n### Größe des Teams\n### Größe des Teams\n## 🎉\n") == """
        <h2 id="on-call--you-what-to-do">On-call &amp; you: <em>what</em> to do? \
        <a class="anchor" href="#on-call--you-what-to-do" aria-label="Link to this section: On-call &amp; you: what to do?">\
        #</a></h2>
        <h3 id="größe-des-teams">Größe des Teams \
        <a class="anchor" href="#größe-des-teams" aria-label="Link to this section: Größe des Teams">#</a></h3>
        <h3 id="größe-des-teams-1">Größe des Teams \
        <a class="anchor" href="#größe-des-teams-1" aria-label="Link to this section: Größe des Teams">#</a></h3>
        <h2 id="section">🎉 <a class="anchor" href="#section" aria-label="Link to this section: 🎉">#</a></h2>

        """)
  }

  @Test("An id is unique, even where a heading is named like a numbered one")
  func uniqueIDs() {
    let document = Rendering("## a\n## a-1\n## a\n## A\n").document
    #expect(document.headings.map(\.id) == ["a", "a-1", "a-2", "a-3"])
  }

  @Test("The heading that opens a page is its title and is not written")
  func title() {
    let options = MarkdownOptions(separatesTitle: true)
    let rendering = Rendering("# The *duty* [manager](x.md)\n\nText\n\n## One\n", options, firstLine: 7)
    #expect(rendering.document.title?.text == "The duty manager")
    #expect(rendering.document.title?.html == "The <em>duty</em> manager")
    #expect(rendering.document.title?.id == "the-duty-manager")
    #expect(rendering.document.title?.line == 7)
    #expect(rendering.document.headings.map(\.line) == [11])
    #expect(rendering.html.hasPrefix("<p>Text</p>\n<h2 id=\"one\">"))
  }

  @Test("A heading further down is no title")
  func laterHeading() {
    let document = Rendering("Text\n\n# Late\n", MarkdownOptions(separatesTitle: true)).document
    #expect(document.title == nil)
    #expect(document.headings.map(\.text) == ["Late"])
  }

  @Test("A table scrolls by keyboard, its cells are aligned by class, a column without a name has no header")
  func tables() {
    #expect(
      html("| Rota | | Days |\n|:--|:-:|--:|\n| `a \\| b` | x |\n") == """
        <div class="table" role="group" tabindex="0" aria-label="Table">
        <table>
        <thead>
        <tr>
        <th scope="col" class="left">Rota</th>
        <td class="center"></td>
        <th scope="col" class="right">Days</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="left"><code>a | b</code></td>
        <td class="center">x</td>
        <td class="right"></td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test("Tables are named by the heading above, and numbered where it has several")
  func tableNames() {
    let page = html("## Tiers\n\n|a|\n|-|\n\n|b|\n|-|\n")
    #expect(page.contains("aria-label=\"Table: Tiers\""))
    #expect(page.contains("aria-label=\"Table 2: Tiers\""))
  }

  @Test("A table stands in a quote, in an item and below text, and ends where another block begins")
  func nestedTables() {
    let gfm = MarkdownOptions(dialect: .gfm)
    let table =
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n"
    #expect(html("> |a|\n> |-|\n> |1|\nnext\n", gfm) == "<blockquote>\n\(table)</blockquote>\n<p>next</p>\n")
    #expect(html("- |a|\n  |-|\n  |1|\n- two\n", gfm) == "<ul>\n<li>\n\(table)</li>\n<li>two</li>\n</ul>\n")
    #expect(html("Text\n|a|\n|-|\n|1|\n# H\n", gfm) == "<p>Text</p>\n\(table)<h1>H</h1>\n")
    #expect(html("|a|\n|-|\n|1|\n---\n", gfm) == "\(table)<hr />\n")
  }

  @Test("What looks like a table in code or in raw HTML is none")
  func noTables() {
    let gfm = MarkdownOptions(dialect: .gfm)
    #expect(html("```\n\n|a|\n|-|\n```\n", gfm) == "<pre><code>\n|a|\n|-|\n</code></pre>\n")
    #expect(html("<pre>\n\n|a|\n|-|\n</pre>\n", gfm) == "<pre>\n\n|a|\n|-|\n</pre>\n")
    #expect(html("<!--\n\n|a|\n|-|\n-->\n\n|a|\n|-|\n", gfm).hasSuffix("<th>a</th>\n</tr>\n</thead>\n</table>\n"))
  }

  @Test("A quote that opens with a mark is an alert")
  func alerts() {
    #expect(
      html("> [!WARNING]\n> Do **not** restart.\n>\n> Ask first.\n") == """
        <div class="alert alert-warning" role="note">
        <p class="alert-title">Warning</p>
        <p>Do <strong>not</strong> restart.</p>
        <p>Ask first.</p>
        </div>

        """)
    #expect(
      html("> [!note]\n>\n> - one\n") == """
        <div class="alert alert-note" role="note">
        <p class="alert-title">Note</p>
        <ul>
        <li>one</li>
        </ul>
        </div>

        """)
    #expect(html("> [!NOTE] not alone\n") == "<blockquote>\n<p>[!NOTE] not alone</p>\n</blockquote>\n")
    #expect(html("> [!FUN]\n> x\n") == "<blockquote>\n<p>[!FUN]\nx</p>\n</blockquote>\n")
  }

  @Test("Tasks are boxes with a name")
  func tasks() {
    #expect(
      html("- [x] read the log\n- [ ] tell the owner\n- [y] no task\n") == """
        <ul class="tasks">
        <li><input type="checkbox" disabled checked aria-label="done"> read the log</li>
        <li><input type="checkbox" disabled aria-label="to do"> tell the owner</li>
        <li>[y] no task</li>
        </ul>

        """)
  }

  @Test("Two tildes strike through, escaped ones do not")
  func strikethrough() {
    #expect(html("~~old *plan*~~ new\n") == "<p><del>old <em>plan</em></del> new</p>\n")
    #expect(html("\\~~kept~~ and ~~~ and ~~open\n") == "<p>~~kept~~ and ~~~ and ~~open</p>\n")
    #expect(html("*a ~~b* c~~\n") == "<p><em>a ~~b</em> c~~</p>\n")
  }

  @Test("Code can be scrolled by keyboard and names its language")
  func code() {
    #expect(
      html("```sh extra\necho \"<a>\"\n```\n") == """
        <div class="code">
        <p class="code-label">Shell</p>
        <pre tabindex="0"><code class="language-sh"><span class="hl-f">echo</span> \
        <span class="hl-s">&quot;&lt;a&gt;&quot;</span>
        </code></pre>
        </div>

        """)
    #expect(html("```\na < b\n```\n") == "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n")
  }

  @Test("Code may have a title of its own; a language that nobody knows stays plain")
  func codeLabels() {
    #expect(
      html("```yaml title=\"content/site.yml\"\na: b\n```\n").contains("<p class=\"code-label\">content/site.yml</p>"))
    #expect(
      html("```brain<f\n+-<\n```\n") == """
        <div class="code">
        <p class="code-label">brain&lt;f</p>
        <pre tabindex="0"><code class="language-brain&lt;f">+-&lt;
        </code></pre>
        </div>

        """)
  }

  @Test("Footnotes are numbered by their first mention and lead back")
  func footnotes() {
    #expect(
      html("One[^b], two[^a], one more[^b].\n\n[^a]: Alpha\n[^b]:\n    Beta\n\n    - item\n\n[^c]: Unused\n") == """
        <p>One<sup class="footnote-ref"><a href="#fn:1" id="fnref:1" aria-label="Footnote 1">1</a></sup>, \
        two<sup class="footnote-ref"><a href="#fn:2" id="fnref:2" aria-label="Footnote 2">2</a></sup>, \
        one more<sup class="footnote-ref"><a href="#fn:1" id="fnref:1:2" aria-label="Footnote 1">1</a></sup>.</p>
        <section class="footnotes" aria-label="Footnotes">
        <ol>
        <li id="fn:1">
        <p>Beta</p>
        <ul>
        <li>item</li>
        </ul>
        <a href="#fnref:1" class="footnote-backref" aria-label="Back to mention 1 of footnote 1">↩</a> \
        <a href="#fnref:1:2" class="footnote-backref" aria-label="Back to mention 2 of footnote 1">↩</a>
        </li>
        <li id="fn:2">
        <p>Alpha <a href="#fnref:2" class="footnote-backref" aria-label="Back to mention 1 of footnote 2">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test("A footnote in code, or one that nobody wrote, stays as it is")
  func noFootnotes() {
    #expect(html("`[^a]` and [^b]\n\n[^a]: x\n") == "<p><code>[^a]</code> and [^b]</p>\n")
    #expect(html("```\n[^a]: x\n```\n") == "<pre tabindex=\"0\"><code>[^a]: x\n</code></pre>\n")
  }

  @Test("Bare addresses are links")
  func autolinks() {
    let rendering = Rendering("See https://example.com/a?b=1&c=2, www.example.com. and ana@example.com\n")
    #expect(
      rendering.html == """
        <p>See <a href="https://example.com/a?b=1&amp;c=2">https://example.com/a?b=1&amp;c=2</a>, \
        <a href="http://www.example.com">www.example.com</a>. \
        and <a href="mailto:ana@example.com">ana@example.com</a></p>

        """)
    #expect(rendering.links.map(\.kind) == [.autolink, .autolink, .autolink])
  }

  @Test("The other dialects give no ids, ask for no links and let raw HTML pass")
  func otherDialects() {
    let page = "# A <b>b</b>\n\n[x](javascript:y)\n"
    for dialect in [MarkdownDialect.gfm, .commonmark] {
      let rendering = Rendering(page, MarkdownOptions(dialect: dialect))
      #expect(rendering.html == "<h1>A <b>b</b></h1>\n<p><a href=\"javascript:y\">x</a></p>\n")
      #expect(rendering.links.isEmpty)
    }
  }

  @Test("The first heading names a page")
  func firstHeadings() {
    func first(_ text: String) -> String? { Array(text.utf8).withUnsafeBufferPointer { firstHeading(of: $0) } }
    #expect(first("\n# The `log`\n\ntext") == "The log")
    #expect(first("Text\n\nTitle\n=====\n") == "Title")
    #expect(first("# [Title][1]\n\n[1]: x.md\n") == "Title")
    #expect(first("#hashtag\n\n## Below\n") == "Below")
    #expect(first("") == nil)
  }
}
