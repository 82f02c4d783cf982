import CivilTime
import Content
import Testing

@Suite("Pages")
struct PageTests {
  @Test("A page is called as its front matter says, else after its first heading, else after its file")
  func titles() {
    #expect(ReadPage("---\ntitle: Escalation\n---\n# Other\n").page.title == "Escalation")
    #expect(ReadPage("Text first.\n\n# Whom *to* `page` & when\n").page.title == "Whom to page & when")
    #expect(ReadPage("Whom to page\n===\n").page.title == "Whom to page")
    #expect(ReadPage("---\norder: 2\n---\n```\n# no heading\n```\n# Heading\n").page.title == "Heading")
    #expect(ReadPage("Only text.\n", at: "playbook/before-you_page.md").page.title == "Before you page")
    #expect(ReadPage("", at: "playbook/on-call/index.md").page.title == "On call")
    #expect(ReadPage("", at: "playbook/README.md").page.title == "Playbook")
    #expect(ReadPage("---\ntitle:\n---\n", at: "tools.md").page.title == "Tools")
  }

  @Test("The body begins behind the front matter, whatever the line ends and with a byte-order mark")
  func body() {
    func body(_ text: String) -> String {
      let page = ReadPage(text).page
      return "\(page.bodyLine): " + String(decoding: Array(text.utf8)[page.bodyOffset...], as: UTF8.self)
    }
    #expect(body("---\ntitle: a\n---\nBody\n") == "4: Body\n")
    #expect(body("---\r\ntitle: a\r\n--- \r\nBody\r\n") == "4: Body\r\n")
    #expect(body("\u{FEFF}---\ntitle: a\n---\nBody") == "4: Body")
    #expect(body("\u{FEFF}Body") == "1: Body")
    #expect(body("---\n---\nBody") == "3: Body")
    #expect(body("---\ntitle: a\n---") == "4: ")
    #expect(body("") == "1: ")
    #expect(body("\nBody\n---\n") == "1: \nBody\n---\n")
  }

  @Test("Every key of front matter arrives")
  func everyKey() {
    let read = ReadPage(
      """
      ---
      title: Escalation
      description: Whom to page
      order: -2
      owner: ana
      reviewed: 2026-11-02
      review_every: 3 months
      tags: [paging, night]
      draft: true
      unlisted: yes
      aliases: [/old/, /older/]
      slug: whom
      toc: false
      date: 2026-01-05
      updated: 2026-11-02T09:30:00Z
      authors: Ana Ruiz
      ---
      """)
    let page = read.page
    #expect(read.faults == "")
    #expect(page.description == "Whom to page")
    #expect((page.order, page.owner) == (-2, "ana"))
    #expect((page.reviewed, page.reviewEvery) == (Day(iso: "2026-11-02"), Span(3, .months)))
    #expect(page.reviewDue(every: nil) == Day(iso: "2027-02-02"))
    #expect((page.tags, page.authors) == (["paging", "night"], ["Ana Ruiz"]))
    #expect((page.isDraft, page.isUnlisted, page.showsContents) == (true, true, false))
    #expect(page.aliases.map(\.text) == ["/old/", "/older/"])
    #expect(page.slug?.text == "whom")
    #expect((page.date, page.updated) == (Day(iso: "2026-01-05"), Day(iso: "2026-11-02")))
  }

  @Test("The names that other generators use for the same things are read as these")
  func foreignKeys() {
    #expect(
      ["weight", "nav_order", "sidebar_position"].map { ReadPage("---\n\($0): 7\n---\n").page.order } == [7, 7, 7])
    let published = ["true", "false"].map { ReadPage("---\npublished: \($0)\n---\n").page.isDraft }
    #expect(published == [false, true])
    let read = ReadPage(
      """
      ---
      last_reviewed_on: 2026-11-02
      review_in: 6 months
      url-slug: whom
      last-updated-on: 2026-11-03
      first-published-on: 2024-03-01
      meta:
        description: Whom to page
      ---
      """)
    #expect(read.faults == "")
    #expect(read.page.reviewDue(every: nil) == Day(iso: "2027-05-02"))
    #expect((read.page.slug?.text, read.page.description) == ("whom", "Whom to page"))
    #expect((read.page.updated, read.page.date) == (Day(iso: "2026-11-03"), Day(iso: "2024-03-01")))
  }

  @Test("TOML front matter is refused, and front matter without an end too")
  func refused() {
    #expect(
      ReadPage("+++\ntitle = \"Escalation\"\n+++\n").faults == """
        content/guide.md:1:1: error: TOML front matter (+++) is not read: write YAML between two lines of --- [front-matter-toml]
            +++
            ^~~

        """)
    #expect(
      ReadPage("---\ntitle: Escalation\n\nText\n").faults == """
        content/guide.md:1:1: error: The front matter that begins here has no closing line of --- [front-matter-unclosed]
            ---
            ^~~

        """)
  }

  @Test("A key that looks like a slip of the pen is a warning; one that nobody knows is the templates' own")
  func nearMiss() {
    #expect(
      ReadPage("---\ntitle: Escalation\ndescripton: Whom to page\nhero: ferry.jpg\n---\n").faults == """
        content/guide.md:3:1: warning: 'descripton' is no key of front matter; did you mean 'description'? [page-key]
            descripton: Whom to page
            ^~~~~~~~~~

        """)
  }

  @Test("Every mistake of a front matter is told at its place")
  func mistakes() {
    let text = """
      ---
      title: [a, b]
      order: second
      reviewed: 02.11.2026
      review_every: often
      draft: perhaps
      tags: {a: b}
      ---
      """
    #expect(
      ReadPage(text).faults == """
        content/guide.md:2:8: error: a list is not a text [value-kind]
            title: [a, b]
                   ^
        content/guide.md:3:8: error: 'second' is not a whole number [value-kind]
            order: second
                   ^~~~~~
        content/guide.md:4:11: error: '02.11.2026' is not a day such as 2026-11-23 [bad-date]
            reviewed: 02.11.2026
                      ^~~~~~~~~~
        content/guide.md:5:15: error: 'often' is not a length of time such as '6 months' [bad-duration]
            review_every: often
                          ^~~~~
        content/guide.md:6:8: error: 'perhaps' is not true or false [value-kind]
            draft: perhaps
                   ^~~~~~~
        content/guide.md:7:7: error: a mapping is not a list [value-kind]
            tags: {a: b}
                  ^

        """)
  }

  @Test("Lines that end in CR LF have the same places")
  func carriageReturns() {
    #expect(
      ReadPage("---\r\ntitle: a\r\nmeta: {}\r\nreviewed: soon\r\n---\r\n").faults == """
        content/guide.md:4:11: error: 'soon' is not a day such as 2026-11-23 [bad-date]
            reviewed: soon
                      ^~~~

        """)
  }

  @Test("Front matter that is no YAML is told with its place in the file")
  func noYAML() {
    #expect(
      ReadPage("---\ntitle: a\nowner: \"ana\nslug: b\n---\n").faults == """
        content/guide.md:5:1: error: No valid YAML: found unexpected end of stream [yaml-syntax]
            ---
            ^
            content/guide.md:3:8: note: while scanning a quoted scalar

        """)
    #expect(
      ReadPage("---\ntitle: a\nslug: b\ntitle: c\n---\n").faults == """
        content/guide.md:4:1: error: 'title' stands twice [yaml-duplicate-key]
            title: c
            ^~~~~
            content/guide.md:2:1: note: the first is here

        """)
  }
}
