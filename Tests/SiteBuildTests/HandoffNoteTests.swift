import SiteBuild
import SiteTestSupport
import Testing

@Suite("Hand-off notes")
struct HandoffNoteTests {
  /// Northwind with the notes of two turns; Ana had the one of 16 November, Ben has that of the 23rd.
  private static let notes = SourceFolder.northwind.with([
    "content/site.yml": "title: Northwind\nbase_url: https://x.example/\nchecks: {rota: off, plan: off}\n",
    "content/roster/plan/delivery.csv": SourceFolder.plan(
      "2026-11-02,engineer,ana", "2026-11-09,engineer,ben", "2026-11-16,engineer,ana", "2026-11-23,engineer,ben"),
    "content/handoffs/index.md": "---\ntitle: Notes\n---\nRead them.\n",
    "content/handoffs/delivery/2026-11-02.md": "---\ntitle: First week\ndate: 2026-11-12\n---\n## Seen\n\nRain.\n",
    "content/handoffs/delivery/2026-11-16.md": """
    ---
    title: Third week
    description: One page.
    date: 2026-11-23
    ---
    ## Seen

    Fog.

    ## Priorities

    1. [Escalate](../../playbook/escalation.md#whom) sooner.
    2. Look at [the fog](#seen).

    ### Later

    ![The chain](/assets/chain.svg)

    ## Changed

    Nothing.

    """,
  ])

  /// The text of a page between two marks, tags left out, a line for each line that says something.
  private func words(_ page: String, from start: String, to end: String) -> [String] {
    let part = page.split(separator: start, maxSplits: 1).last?.split(separator: end).first.map(String.init) ?? ""
    return part.split(separator: "\n").map { line in
      line.replacing(#/<[^>]*>/#, with: "").split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  @Test(
    "The overview lists notes by rota, the newest first, with who left and who came; late ones and missing ones say so")
  func overview() throws {
    let site = try BuiltSite(Self.notes)
    let report = try site.build(asOf: "2026-11-25")
    #expect(
      site.faults(report) == """
        content/roster/rotas/delivery.yml:1:1: warning: 'delivery' has no hand-off note for the turn of 2026-11-09 [handoff-missing]
            title: Delivery support
            ^
            note: write content/handoffs/delivery/2026-11-09.md

        """)
    #expect(
      words(site.text("handoffs/index.html"), from: "<h2 id=\"page.missing-notes\">", to: "<nav class=\"turning\"") == [
        "Missing notes", "Delivery support, Mon 9 Nov 2026 to Sun 15 Nov 2026: Ben Ode", "Priorities for planning",
        "Delivery support",
        "Mon 23 Nov 2026 to Sun 29 Nov 2026", "Note due Mon 30 Nov 2026, 10:00 GMT-6", "Ben Ode to Ana Ruiz",
        "Mon 16 Nov 2026 to Sun 22 Nov 2026", "Third week", "One page.", "Ana Ruiz to Ben Ode",
        "Mon 9 Nov 2026 to Sun 15 Nov 2026", "No note", "Ben Ode to Ana Ruiz",
        "Mon 2 Nov 2026 to Sun 8 Nov 2026", "First week late", "Ana Ruiz to Ben Ode",
      ])
    #expect(site.text("handoffs/delivery/2026-11-02/index.html").contains("<span class=\"tag\">late</span>"))
    #expect(site.text("rotas/delivery/index.html").contains("<a href=\"../../handoffs/delivery/\">All hand-off notes"))
    let section = site.text("handoffs/delivery/index.html")
    #expect(section.contains(">Delivery support: hand-off notes<"))
    #expect(section.contains("<span aria-current=\"page\">Delivery support</span>"))
    #expect(site.text("handoffs/delivery/2026-11-02/index.html").contains("<a href=\"../\">Delivery support</a>"))
  }

  @Test("Nobody misses a note before the first one, nor in a rota that keeps none")
  func noneMissed() throws {
    var source = Self.notes
    source.files["content/handoffs/delivery/2026-11-02.md"] = nil
    let site = try BuiltSite(source)
    #expect(site.faults(try site.build(asOf: "2026-11-25", strict: true)) == "")
    let other = try BuiltSite(.northwind)
    #expect(!site.faults(try other.build(asOf: "2026-11-25")).contains("handoff"))
    #expect(!other.published().contains { $0.hasPrefix("handoffs") })
  }

  @Test("A note named by a day on which no turn starts is told, with the turn that was meant")
  func stray() throws {
    let site = try BuiltSite(Self.notes.with(["content/handoffs/delivery/2026-11-10.md": "# A week\n"]))
    #expect(
      site.faults(try site.build(asOf: "2026-11-15")) == """
        content/handoffs/delivery/2026-11-10.md:1:1: warning: No turn of 'delivery' starts on the day that names this note [handoff-turn]
            # A week
            ^
            note: the turn around it starts on 2026-11-09

        """)
  }

  @Test("What notes ask of planning stands on one page, with its links and pictures right")
  func priorities() throws {
    let site = try BuiltSite(Self.notes)
    try site.build(asOf: "2026-11-25")
    let page = site.text("handoffs/priorities/index.html")
    let article = page.split(separator: "<div class=\"prose\">").last?.split(separator: "</div>").first.map(String.init)
    #expect(
      article == """


        <ol>
        <li><a href="../../playbook/escalation/#whom">Escalate</a> sooner.</li>
        <li>Look at <a href="../delivery/2026-11-16/#seen">the fog</a>.</li>
        </ol>
        <h4 id="delivery-2026-11-16-later">Later</h4>
        <p><img src="../../assets/chain.svg" alt="The chain"></p>


        """)
    #expect(page.contains("<h3><a href=\"../delivery/2026-11-16/\">Third week</a></h3>"))
  }

  @Test("A page of the handbook at the address of one that the build would make takes its place")
  func ownPage() throws {
    let site = try BuiltSite(Self.notes.with(["content/handoffs/priorities.md": "# Ours\n"]))
    let report = try site.build(asOf: "2026-11-22")
    #expect(!report.diagnostics.contains { $0.id == "address-taken" })
    #expect(site.text("handoffs/priorities/index.html").contains("Ours"))
  }
}
