import CivilTime
import Diagnostics
import Markdown
import SiteBuild
import SiteTestSupport
import Testing

extension SourceFolder {
  /// Northwind with a rota that states everything that pages can take from it.
  static let practised = SourceFolder.northwind.with([
    "content/roster/people.yml": """
    ana: {name: Ana Ruiz, team: delivery, timezone: America/Chicago, chat: "@ana", skills: [kubernetes, go]}
    ben: {name: Ben Ode, team: delivery, timezone: Europe/London, skills: [go]}

    """,
    "content/roster/rotas/delivery.yml": """
    title: Delivery support
    team: delivery
    owner: ana
    timezone: America/Chicago
    handover: Monday 10:00
    turn: 1 week
    starts: 2026-11-02
    seats:
      engineer: {title: Engineer on call, members: [ana, ben]}
      manager: {title: Manager, members: [ben, ana]}
    escalation:
      promise: 20 min
      steps: [{seat: engineer, within: 10 min}, {seat: manager, within: 5 min, when: still down}]
    responses: [{request: Question, within: 24 h}]
    channels: [{name: "#delivery", about: Questions, look_for: Requests, key: true}]
    duties: [Answer <pages>, Keep notes]
    ceremonies: [{title: Handover, at: start, lasts: 30 min, with: [incoming]}, {title: Planning, skip: true, why: QA plans}]
    checklists: {start: [Read the notes], end: [Write the notes]}
    handle: "@delivery-support"
    playbook: playbook/escalation.md
    recovery: 1 day

    """,
    "content/roster/plan/delivery.csv": """
    turn,seat,person,reason,decided
    2026-11-16,engineer,ana,next,2026-10-02
    2026-11-16,manager,ben,next,2026-10-02
    2026-11-23,engineer,ben,next,2026-10-02
    2026-11-23,manager,ana,next,2026-10-02

    """,
    "content/roster/changes.yml": "",
    "content/data/tiers.csv": "Tier,Who,Share\n1,@ana,60%\n2,\"Support, \"\"all\"\"\",5%\n",
    "content/data/docs.yml": "- {product: Fares, docs: https://fares.example/docs}\n- {product: Dues, lead: kim}\n",
    "content/snippets/call.md": "Call **first**, see [whom](../playbook/escalation.md#whom).\n",
  ])
}

@Suite("Facts from the roster in pages")
struct DirectiveTests {
  /// A page of the practised site below playbook/, as it is shown, and what is wrong with it.
  private func render(_ markdown: String, _ more: SourceFolder = [:]) throws -> (html: String, faults: String) {
    let page = "playbook/page.md"
    let site = try BuiltSite(.practised.with(["content/" + page: markdown]).with(more))
    let day = try #require(Day(iso: "2026-11-23"))
    let request = BuildRequest(source: site.folder.path, output: nil, asOf: .day(day), jobs: 1)
    let rendering = try #require(try TextRendering.page(page, of: request))
    return (String(decoding: rendering.html, as: UTF8.self), site.faults(rendering.diagnostics))
  }

  private static let ana = "<a href=\"../../people/ana/\">Ana Ruiz</a>"
  private static let ben = "<a href=\"../../people/ben/\">Ben Ode</a>"

  @Test(
    "In a line of text",
    arguments: [
      ("person ana", ana),
      ("now delivery engineer", "<span data-seat=\"delivery/engineer\" data-part=\"now\">\(ana)</span>"),
      ("next delivery engineer", "<span data-seat=\"delivery/engineer\" data-part=\"next\">\(ben)</span>"),
      ("rota delivery", "<a href=\"../../rotas/delivery/\">Delivery support</a>"),
      ("rota delivery title", "<a href=\"../../rotas/delivery/\">Delivery support</a>"),
      ("rota delivery turn", "1 week"),
      ("rota delivery handover", "Monday 10:00"), ("rota delivery timezone", "America/Chicago"),
      ("rota delivery hours", "round the clock"), ("rota delivery owner", ana), ("rota delivery promise", "20 min"),
      ("rota delivery team", "<a href=\"../../teams/delivery/\">Delivery</a>"), ("rota delivery kind", "Support"),
      ("rota delivery handle", "@delivery-support"), ("rota delivery recovery", "1 day"),
      ("rota delivery members", "2"),
      ("rota delivery starts", "Mon 2 Nov 2026"),
      ("rota delivery playbook", "<a href=\"../escalation/\">Escalation</a>"),
      ("schedule delivery 1 week", "Mon 16 Nov 2026: Ana Ruiz, Ben Ode; Mon 23 Nov 2026: Ben Ode, Ana Ruiz"),
      ("escalation delivery", "Engineer on call within 10 min, then Manager within 5 min"),
      ("responses delivery", "Question within 24 h"), ("channels delivery", "#delivery"),
      ("duties delivery", "Answer &lt;pages&gt;, Keep notes"), ("checklist delivery end", "Write the notes"),
      ("members delivery engineer", "\(ana), \(ben)"), ("ceremonies delivery", "Handover"),
      ("team delivery", "<a href=\"../../teams/delivery/\">Delivery</a>"),
      ("experts", "go: \(ana), \(ben); kubernetes: \(ana)"),
      ("experts kubernetes", ana), ("capacity delivery", "100 %"),
      ("subscribe delivery", "<a href=\"../../calendar/rotas/delivery.ics\">Calendar of Delivery support</a>"),
      ("include snippets/call.md", "Call <strong>first</strong>, see <a href=\"../escalation/#whom\">whom</a>."),
    ])
  func inline(directive: String, html: String) throws {
    let page = try render("Here: {{ \(directive) }} it is.\n")
    #expect(page.html == "<p>Here: \(html) it is.</p>\n")
    #expect(page.faults == "")
  }

  @Test(
    "Alone in a paragraph, a block with the same facts",
    arguments: [
      (
        "person ana",
        ["<p class=\"face card\">", "Ana Ruiz", "of <a href=\"../../teams/delivery/\">Delivery</a>", "@ana"]
      ),
      ("now delivery", ["<ul class=\"board\">", "data-seat=\"delivery/engineer\"", "data-seat=\"delivery/manager\""]),
      ("next delivery engineer", ["<p><span data-seat=\"delivery/engineer\" data-part=\"next\">"]),
      ("rota delivery turn", ["<p>1 week</p>"]),
      (
        "schedule delivery",
        [
          "aria-label=\"Turns of Delivery support\"",
          "<tr class=\"scheduled current\" data-from=\"2026-11-16T16:00:00Z\"",
        ]
      ),
      (
        "escalation delivery",
        [
          "<svg class=\"escalation\"", "role=\"img\"", "promise 20 min", "<td class=\"right\">15 min</td>",
          "<td>still down</td>",
        ]
      ),
      ("responses delivery", ["<td>Question</td>\n<td>24 h</td>"]),
      (
        "channels delivery",
        ["<td>#delivery <span class=\"tag\">key</span></td>\n<td>Questions</td>\n<td>Requests</td>"]
      ),
      ("duties delivery", ["<ol class=\"duties\">\n<li>Answer &lt;pages&gt;</li>"]),
      ("checklist delivery start", ["<ul class=\"checklist\">\n<li>Read the notes</li>"]),
      ("members delivery", ["<th scope=\"col\">Engineer on call</th>", "<th scope=\"col\">Manager</th>"]),
      (
        "ceremonies delivery",
        ["<td>Handover</td>\n<td>at the start of the turn</td>\n<td>30 min</td>", "<s>Planning</s>"]
      ),
      ("team delivery", ["<td>Lead</td>"]), ("experts", ["<td>kubernetes</td>"]),
      ("capacity delivery", ["<strong>100 %</strong>", "132 engineer-days in 2026 Q4"]),
      ("subscribe delivery", ["href=\"webcal://handbook.example.com/support/calendar/rotas/delivery.ics\""]),
      ("include snippets/call.md", ["<p>Call <strong>first</strong>"]),
    ])
  func block(directive: String, parts: [String]) throws {
    let page = try render("{{ \(directive) }}\n")
    for part in parts { #expect(page.html.contains(part), "\(page.html)") }
    #expect(page.faults == "")
  }

  @Test("Tables from CSV and YAML: numbers to the right, addresses and people as links, rows of unequal keys filled up")
  func tables() throws {
    #expect(
      try render("{{ table data/tiers.csv }}\n").html == """
        <div class="table" role="group" tabindex="0" aria-label="Tiers">
        <table>
        <thead>
        <tr>
        <th scope="col" class="right">Tier</th>
        <th scope="col">Who</th>
        <th scope="col" class="right">Share</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="right">1</td>
        <td>\(Self.ana)</td>
        <td class="right">60%</td>
        </tr>
        <tr>
        <td class="right">2</td>
        <td>Support, &quot;all&quot;</td>
        <td class="right">5%</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
    let rows = try render("{{ table data/docs.yml }}\n").html
    #expect(
      rows.contains(
        "<td>Fares</td>\n<td><a href=\"https://fares.example/docs\">https://fares.example/docs</a></td>\n<td></td>"))
    #expect(rows.contains("<td>Dues</td>\n<td></td>\n<td>kim</td>"))
  }

  @Test("@name links a person of people.yml, and nobody else")
  func mentions() throws {
    #expect(try render("Ask @ana, not @carl.\n").html == "<p>Ask \(Self.ana), not @carl.</p>\n")
  }

  @Test("In a link a directive brings no other one")
  func inLink() throws {
    #expect(
      try render("[on now: {{ now delivery engineer }}](../index.md)\n").html == """
        <p><a href="../../">on now: <span data-seat="delivery/engineer" data-part="now" data-plain>Ana Ruiz</span></a></p>

        """)
  }

  @Test("A page that says who serves gives the browser the shifts, any other page none")
  func shifts() throws {
    let site = try BuiltSite(
      .practised.with(["content/a.md": "{{ now delivery engineer }}\n", "content/b.md": "{{ duties delivery }}\n"]))
    let faults = site.faults(try site.build())
    #expect(faults == "")
    #expect(
      site.text("a/index.html").contains(
        "<script type=\"application/json\" id=\"shifts\">{\"seats\":{\"delivery/engineer\":[{"))
    #expect(!site.text("b/index.html").contains("id=\"shifts\""))
  }

  @Test("Every name and argument is checked at its place")
  func faults() throws {
    let page = """
      Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
      Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
      Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.

      {{ table data/tier.csv }}

      {{ include snippets/cal.md }}

      """
    #expect(
      try render(page).faults == """
        content/playbook/page.md:1:8: error: 'persn' is no directive; did you mean 'person'? [directive-unknown]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                   ^~~~~
            note: for the braces themselves, write \\{{
        content/playbook/page.md:1:32: error: 'anna' is nobody in people.yml; did you mean 'ana'? [directive-person]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                                           ^~~~
        content/playbook/page.md:1:48: error: 'deliver' is no rota; did you mean 'delivery'? [directive-rota]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                                                           ^~~~~~~
        content/playbook/page.md:1:60: error: 'delivery' has several seats: name one of engineer, manager [directive-seat]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                                                                       ^~~~~~~~~~~~~~~~~~
        content/playbook/page.md:1:96: error: 'manger' is no seat of delivery; did you mean 'manager'? [directive-seat]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                                                                                                           ^~~~~~
        content/playbook/page.md:2:21: error: 'trun' is no fact of a rota; did you mean 'turn'? [directive-fact]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                ^~~~
        content/playbook/page.md:2:47: error: 'delivery' states no gap in its file [directive-nothing]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                                          ^~~
        content/playbook/page.md:2:55: error: 'team' is written {{ team TEAM }}, such as {{ team delivery }} [directive-arguments]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                                                  ^~~~~~~~~~
        content/playbook/page.md:2:78: error: 'rust' is no skill of anybody [directive-skill]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                                                                         ^~~~
        content/playbook/page.md:2:109: error: A checklist is that of the 'start' or of the 'end' of a turn [directive-arguments]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                                                                                                        ^~~~
        content/playbook/page.md:3:25: error: '6 moons' is no length of time such as '6 weeks' [directive-span]
            Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.
                                    ^
        content/playbook/page.md:3:58: error: '9 weeks' reaches past the turns that are worked out: the site's 'calendar: ahead' is 1 week [directive-span]
            Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.
                                                                     ^
        content/playbook/page.md:3:89: error: 'now' is one word too many for 'duties' [directive-arguments]
            Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.
                                                                                                    ^~~
        content/playbook/page.md:3:97: error: A table stands in a paragraph of its own [directive-place]
            Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.
                                                                                                            ^~~~~~~~~~~~~~~~~~~~~~~~~~
        content/playbook/page.md:5:10: error: 'data/tier.csv' is no .csv or .yml file below content/data/; did you mean 'data/tiers.csv'? [directive-file]
            {{ table data/tier.csv }}
                     ^~~~~~~~~~~~~
        content/playbook/page.md:7:12: error: 'snippets/cal.md' is no Markdown file below content/snippets/; did you mean 'snippets/call.md'? [directive-file]
            {{ include snippets/cal.md }}
                       ^~~~~~~~~~~~~~~

        """)
  }

  @Test("A mistake in a table is told in the table's file")
  func tableFaults() throws {
    let found = try render(
      "{{ table data/a.csv }}\n\n{{ table data/b.csv }}\n\n{{ table data/c.yml }}\n\n{{ table data/d.csv }}\n",
      [
        "content/data/a.csv": "A,B\n1,2\n3\n", "content/data/b.csv": "A\n\"open\nmore\n",
        "content/data/c.yml": "- one\n",
        "content/data/d.csv": "\n",
      ]
    ).faults
    #expect(
      found
        == """
        content/data/a.csv:3:1: error: A row has 1 values, the header 2 [table-csv]
            3
            ^
        content/data/b.csv:2:1: error: This quote is never closed [table-csv]
            "open
            ^
        content/data/c.yml:1:3: error: A row is a mapping of columns, not 'one' [table-yaml]
            - one
              ^~~
        content/data/d.csv:1:1: error: The file holds no table [table-empty]

        """.replacing("[table-empty]\n", with: "[table-empty]\n    \n    ^\n"))
  }

  @Test("Included texts may include others, but not themselves")
  func loops() throws {
    let nested = try render(
      "{{ include snippets/a.md }}\n",
      [
        "content/snippets/a.md": "A\n\n{{ include snippets/call.md }}\n"
      ])
    #expect(nested.html.hasPrefix("<p>A</p>\n<p>Call <strong>first</strong>"))
    let loop = try render(
      "{{ include snippets/a.md }}\n",
      [
        "content/snippets/a.md": "{{ include snippets/b.md }}\n",
        "content/snippets/b.md": "Text\n\n{{ include snippets/a.md }}\n",
      ])
    #expect(loop.html == "<p>Text</p>\n")
    #expect(
      loop.faults == """
        content/snippets/b.md:3:12: error: 'snippets/a.md' includes itself: snippets/a.md → snippets/b.md → snippets/a.md [directive-loop]
            {{ include snippets/a.md }}
                       ^~~~~~~~~~~~~

        """)
  }

  @Test("A site without a roster has no facts to take")
  func withoutRoster() throws {
    let site = try BuiltSite(["content/index.md": "# Home\n\nAsk {{ person ana }}, @ana.\n"])
    #expect(
      site.faults(try site.build()) == """
        content/index.md:3:8: error: 'person' takes facts from content/roster/, which this site lacks [directive-roster]
            Ask {{ person ana }}, @ana.
                   ^~~~~~

        """)
  }
}
