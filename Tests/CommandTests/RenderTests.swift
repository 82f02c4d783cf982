import DiskTestSupport
import SiteTestSupport
import Testing

@Suite("sitegen render")
struct RenderTests {
  private let folder = TemporaryFolder()

  private func render(_ arguments: String..., input: String = "") throws -> Sitegen.Outcome {
    try Sitegen.run(["render"] + arguments, in: folder.path, input: input)
  }

  @Test("A text from standard input, in each dialect")
  func dialects() throws {
    let text = "# A & b\n\n<b>x</b> ~~y~~ http://a.example\n"
    #expect(
      try render("-", "--dialect", "commonmark", input: text).output == """
        <h1>A &amp; b</h1>
        <p><b>x</b> ~~y~~ http://a.example</p>

        """)
    #expect(
      try render("-", "--dialect", "gfm", input: text).output == """
        <h1>A &amp; b</h1>
        <p><b>x</b> <del>y</del> <a href="http://a.example">http://a.example</a></p>

        """)
    let site = try render("-", input: "---\ntitle: T\n---\n" + text)
    #expect(site.status == 0)
    #expect(
      site.output == """
        <h1 id="a--b">A &amp; b <a class="anchor" href="#a--b" aria-label="Link to this section: A &amp; b">#</a></h1>
        <p>&lt;b&gt;x&lt;/b&gt; <del>y</del> <a href="http://a.example">http://a.example</a></p>

        """)
  }

  @Test(
    "A page of a site is printed as the site shows it, a draft too; what is wrong with it is told on standard error")
  func page() throws {
    try SourceFolder.northwind.with([
      "content/playbook/new.md": "---\ndraft: true\n---\nAsk @ana, see [it](escalation.md) or [that](nothing.md).\n"
    ]).write(to: folder)
    let outcome = try render("content/playbook/new.md", "--as-of", "2026-11-23")
    #expect(
      outcome.output == """
        <p>Ask <a href="../../people/ana/">Ana Ruiz</a>, see <a href="../escalation/">it</a> or <a href="nothing.md">that</a>.</p>

        """)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == """
        content/playbook/new.md:4:45: error: 'nothing.md' leads to nothing; did you mean 'new.md'? [link-broken]
            Ask @ana, see [it](escalation.md) or [that](nothing.md).
                                                        ^~~~~~~~~~

        """)
    #expect(!folder.files("").contains { $0.hasPrefix("public") })
  }

  @Test("A file beside a site keeps its links, and has no facts to take")
  func otherFile() throws {
    try folder.write("[a](b.md) {{ person ana }}\n", to: "notes.md")
    let outcome = try render("notes.md")
    #expect(outcome.output == "<p><a href=\"b.md\">a</a> </p>\n")
    #expect(
      outcome.errors == """
        notes.md:1:11: error: 'person' takes facts from a site: this text stands in none [directive-alone]
            [a](b.md) {{ person ana }}
                      ^~~~~~~~~~~~~~~~

        """)
  }

  @Test("A file that is not there ends with 74")
  func missing() throws {
    #expect(try render("nowhere.md").status == 74)
  }
}
