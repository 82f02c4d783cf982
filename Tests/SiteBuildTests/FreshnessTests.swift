import DiskTestSupport
import Files
import SiteBuild
import SiteTestSupport
import Testing

@Suite("When pages changed and when they are due")
struct FreshnessTests {
  private static let northwind = SourceFolder.northwind.with([
    "content/ropes.md": "---\ntitle: Ropes\nowner: ana\nreviewed: 2026-01-10\nreview_every: 6 months\n---\n",
    "content/sails.md": "---\ntitle: Sails\nowner: ben\nreviewed: 2026-11-02\nreview_every: 1 month\n---\n",
    "content/tides.md": "---\ntitle: Tides\nreviewed: 2026-11-01\nreview_every: 1 year\n---\n",
    "content/secret.md": "---\ntitle: Secret\nreviewed: 2020-01-01\nreview_every: 1 day\nunlisted: true\n---\n",
    "content/site.yml":
      "base_url: https://x.example/\ntimezone: America/Chicago\nchecks: {rota: off, review: off, page: off, plan: off}\n",
  ])

  /// Commits everything in a folder at a time; the machine's own settings of git have no say.
  private func commit(_ folder: TemporaryFolder, at time: String, _ more: [String] = []) {
    let settings = [
      "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@b",
      "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@b", "GIT_AUTHOR_DATE=\(time)", "GIT_COMMITTER_DATE=\(time)",
    ]
    for step in [["init", "-q"], ["add", "-A", "content"], ["commit", "-q", "--allow-empty", "-m", "x"]] + [more] {
      guard !step.isEmpty else { continue }
      let git = RunningProgram.start(["git", "-C", folder.path] + step, settings: settings)
      #expect(git?.finish() != nil, "git \(step)")
    }
  }

  @Test("Review dates: what is due next, by owner, and what nobody ever reviewed; nothing unlisted")
  func page() throws {
    let site = try BuiltSite(Self.northwind)
    #expect(site.faults(try site.build()) == "")
    let page = site.text("freshness/index.html")
    let rows = page.split(separator: "<tr>\n<td>").dropFirst().map { row in
      (row.split(separator: "</tr>").first ?? "").replacing(#/<[^>]*>/#, with: "").split(separator: "\n").joined(
        separator: "|")
    }
    #expect(
      rows == [
        "Ropes|Fri 10 Jul 2026 overdue|Sat 10 Jan 2026|Ana Ruiz", "Sails|Wed 2 Dec 2026 overdue|Mon 2 Nov 2026|Ben Ode",
        "Tides|Mon 1 Nov 2027 overdue|Sun 1 Nov 2026|nobody",
        "Ropes|Fri 10 Jul 2026 overdue|Sat 10 Jan 2026", "Sails|Wed 2 Dec 2026 overdue|Mon 2 Nov 2026",
        "Tides|Mon 1 Nov 2027 overdue|Sun 1 Nov 2026",
      ])
    #expect(page.contains("data-review-due=\"2026-07-10\">") && page.contains("data-review-due=\"2026-12-02\" hidden>"))
    #expect(page.contains("<a href=\"../playbook/escalation/\">Escalation</a> <span class=\"hint\">Playbook</span>"))
    #expect(!page.contains("Secret"))
    #expect(site.text("ropes/index.html").contains("data-review-due=\"2026-07-10\"><strong>Review overdue."))
  }

  @Test("A page whose owner has left is an error")
  func ownerLeft() throws {
    let site = try BuiltSite([
      "content/ropes.md": "---\nowner: ana\n---\n# Ropes\n",
      "content/roster/people.yml": "ana: {name: Ana Ruiz, left: 2026-10-31}\n",
    ])
    #expect(
      site.faults(try site.build()) == """
        content/ropes.md:2:8: error: 'ana' owns 'Ropes' and left on 2026-10-31 [owner-left]
            owner: ana
                   ^~~

        """)
  }

  @Test("An owner who is nearly somebody of the roster is a warning; a name of another kind is free")
  func ownerUnknown() throws {
    let site = try BuiltSite([
      "content/ropes.md": "---\nowner: renne\n---\n# Ropes\n", "content/sails.md": "---\nowner: renee\n---\n# Sails\n",
      "content/tar.md": "---\nowner: The caulkers' guild\n---\n# Tar\n",
      "content/roster/people.yml": "renee: {name: Renée Dubois}\n",
    ])
    #expect(
      site.faults(try site.build()) == """
        content/ropes.md:2:8: warning: 'renne' is no person or team; did you mean 'renee'? [owner-unknown]
            owner: renne
                   ^~~~~

        """)
  }

  @Test("In a clone pages say when they changed last, by the day in the site's zone; lists name the newest first")
  func changes() throws {
    let site = try BuiltSite(Self.northwind.with(["content/old.md": "---\nupdated: 2025-05-05\n---\n# Old\n"]))
    commit(site.folder, at: "2026-11-01T12:00:00Z")
    try site.folder.write("# Sheets\n", to: "content/sails.md")
    commit(site.folder, at: "2026-11-20T02:00:00Z")
    try site.folder.write("# Tides of today\n", to: "content/tides.md")
    try site.folder.write("# New\n", to: "content/new.md")
    #expect(site.faults(try site.build()) == "")
    let changed = { (page: String) in
      site.text(page).split(separator: "<dt>Last changed</dt><dd><time datetime=\"").dropFirst().first?.prefix(10)
    }
    #expect(changed("sails/index.html") == "2026-11-19")
    #expect(changed("tides/index.html") == "2026-11-01")
    #expect(changed("old/index.html") == "2025-05-05")
    #expect(changed("new/index.html") == nil)
    #expect(changed("playbook/index.html") == nil)
    let days = site.text("changes/index.html").split(separator: "<h2 id=\"changed-").dropFirst().map { $0.prefix(10) }
    #expect(days == ["2026-11-19", "2026-11-01", "2025-05-05"])
    #expect(!site.text("changes/index.html").contains("Secret"))
    #expect(site.text("index.html").contains("<li><a href=\"sails/\">Sheets</a> <time datetime=\"2026-11-19\">"))
    let before = site.bytes()
    try site.build(jobs: 2)
    #expect(site.bytes() == before)
  }

  @Test("A shallow clone says nothing of what changed before it; without a clone nobody says anything")
  func shallow() throws {
    let site = try BuiltSite(Self.northwind)
    commit(site.folder, at: "2026-11-01T12:00:00Z")
    try site.folder.write("# Sheets\n", to: "content/sails.md")
    commit(site.folder, at: "2026-11-20T12:00:00Z")
    let shallow = try BuiltSite([:])
    let clone = ["clone", "-q", "--depth", "1", "file://\(site.folder.path)", shallow.folder("clone")]
    #expect(RunningProgram.start(["git"] + clone)?.finish() != nil)
    _ = try Build.run(
      BuildRequest(
        source: shallow.folder("clone"), output: shallow.folder("public"), asOf: .day(.init(2026, 11, 23)!), jobs: 1))
    #expect(!shallow.text("sails/index.html").contains("Last changed"))
    #expect(!shallow.published().contains("changes/index.html"))
    let bare = try BuiltSite(Self.northwind)
    try bare.build()
    #expect(!bare.text("sails/index.html").contains("Last changed"))
    #expect(!bare.published().contains("changes/index.html"))
  }

  @Test("A note that a commit brought after its turn is late; what came with the first commit of notes is not judged")
  func lateByCommit() throws {
    let site = try BuiltSite(
      .northwind.with(["content/handoffs/delivery/2026-11-09.md": "# One\n"]).with([
        "content/roster/plan/delivery.csv": """
        turn,seat,person,reason,decided
        2026-11-09,engineer,ben,next,2026-10-02
        2026-11-16,engineer,ana,next,2026-10-02
        2026-11-23,engineer,ben,next,2026-10-02

        """
      ]))
    commit(site.folder, at: "2026-11-20T12:00:00Z")
    try site.folder.write("# Two\n", to: "content/handoffs/delivery/2026-11-16.md")
    commit(site.folder, at: "2026-11-23T16:00:01Z")
    try site.build(asOf: "2026-11-25")
    let late = "<span class=\"tag\">late</span>"
    #expect(!site.text("handoffs/delivery/2026-11-09/index.html").contains(late))
    #expect(site.text("handoffs/delivery/2026-11-16/index.html").contains(late))
  }
}
