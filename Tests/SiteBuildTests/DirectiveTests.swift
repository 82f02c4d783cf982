import SiteTestSupport
import Testing

@Suite("Facts from the roster in pages")
struct DirectiveTests {
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
    let page = try renderPractised("Here: {{ \(directive) }} it is.\n")
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
      (
        "now delivery",
        ["<ul class=\"board\" data-columns>", "data-seat=\"delivery/engineer\"", "data-seat=\"delivery/manager\""]
      ),
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
    let page = try renderPractised("{{ \(directive) }}\n")
    for part in parts { #expect(page.html.contains(part), "\(page.html)") }
    #expect(page.faults == "")
  }

  @Test("Tables from CSV and YAML: numbers to the right, addresses and people as links, rows of unequal keys filled up")
  func tables() throws {
    #expect(
      try renderPractised("{{ table data/tiers.csv }}\n").html == """
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
    let rows = try renderPractised("{{ table data/docs.yml }}\n").html
    #expect(
      rows.contains(
        "<td>Fares</td>\n<td><a href=\"https://fares.example/docs\">https://fares.example/docs</a></td>\n<td></td>"))
    #expect(rows.contains("<td>Dues</td>\n<td></td>\n<td>kim</td>"))
  }

  @Test("@name links a person of people.yml, and nobody else")
  func mentions() throws {
    #expect(try renderPractised("Ask @ana, not @carl.\n").html == "<p>Ask \(Self.ana), not @carl.</p>\n")
  }

  @Test("In a link a directive brings no other one")
  func inLink() throws {
    #expect(
      try renderPractised("[on now: {{ now delivery engineer }}](../index.md)\n").html == """
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
        "<script type=\"application/json\" id=\"page.shifts\">{\"people\":[[\"../people/ana/\",\"Ana Ruiz\",\"AR\","))
    #expect(!site.text("b/index.html").contains("id=\"page.shifts\""))
  }

  @Test("Included texts may include others, but not themselves")
  func loops() throws {
    let nested = try renderPractised(
      "{{ include snippets/a.md }}\n",
      [
        "content/snippets/a.md": "A\n\n{{ include snippets/call.md }}\n"
      ])
    #expect(nested.html.hasPrefix("<p>A</p>\n<p>Call <strong>first</strong>"))
    let loop = try renderPractised(
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
