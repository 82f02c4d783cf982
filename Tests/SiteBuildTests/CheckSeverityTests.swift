import SiteTestSupport
import Testing

@Suite("How severe a check is")
struct CheckSeverityTests {
  @Test("A page past its review is a warning, which a strict build takes for an error")
  func overdue() throws {
    let page = "---\ntitle: Old\nreviewed: 2026-01-10\nreview_every: 6 months\n---\n"
    let expected = """
      content/old.md:3:11: warning: 'Old' was due for review on 2026-07-10 [review-overdue]
          reviewed: 2026-01-10
                    ^~~~~~~~~~

      """
    #expect(try northwindFaults(["content/old.md": page], strict: true) == expected)
    let site = try BuiltSite(.northwind.with(["content/old.md": page]))
    let report = try site.build()
    #expect(site.faults(report) == expected)
    #expect(report.isClean && report.publication != nil)
  }

  @Test("A site gives its checks the severity that it wants")
  func severities() throws {
    let settings = (SourceFolder.northwind.files["content/site.yml"] ?? "").replacing(
      "rota: off", with: "rota: off, link: warning, review: off")
    let site = try BuiltSite(
      .northwind.with([
        "content/site.yml": settings, "content/guide.md": "[a](nothing.md)\n",
        "content/old.md": "---\nreviewed: 2020-01-10\nreview_every: 1 year\n---\n",
      ]))
    let report = try site.build()
    #expect(
      site.faults(report) == """
        content/guide.md:1:5: warning: 'nothing.md' leads to nothing [link-broken]
            [a](nothing.md)
                ^~~~~~~~~~

        """)
    #expect(report.isClean && site.published().contains("guide/index.html"))
  }

  @Test("What the roster promises is held against its turns, and a site may switch each check")
  func promises() throws {
    let settings = SourceFolder.northwind.files["content/site.yml"] ?? ""
    let late = SourceFolder.northwind.with([
      "content/site.yml": settings.replacing("1 week, history", with: "2 weeks, history").replacing(
        "rota: off", with: "plan: error")
    ])
    #expect(
      try northwindFaults(late) == """
        content/roster/plan/delivery.csv:3:1: error: 'delivery' is published up to 2026-11-29 only, less than 2 weeks ahead [plan-notice]
            2026-11-23,engineer,ben,next,2026-10-02
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            note: sitegen plan --rota delivery publishes more
        content/roster/rotas/delivery.yml:10:3: warning: 'engineer' of delivery has fewer than four members: 2 [rota-members]
              engineer: {title: Engineer on call, members: [ana, ben]}
              ^~~~~~~~
            note: with three, everybody serves every third turn, and one leave makes that every second

        """)
  }

  @Test("Feeds need the site's own address: without it, a rota is a warning")
  func noBase() throws {
    let site = try BuiltSite(
      .northwind.with(["content/site.yml": "title: Northwind\ncalendar: {ahead: 1 week}\nchecks: {rota: off}\n"]))
    #expect(
      site.faults(try site.build()) == """
        content/site.yml:1:1: warning: 'base_url' is missing: feeds need the site's own address [base-url]
            title: Northwind
            ^

        """)
  }
}
