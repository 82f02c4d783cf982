import SiteTestSupport
import Testing

@Suite("What is to come, what is promised, who has served how much")
struct OutlookTests {
  /// Northwind with a chain, a second seat and a plan that ends soon.
  private static func northwind(chain: String) -> SourceFolder {
    let rota = SourceFolder.northwind.files["content/roster/rotas/delivery.yml"]!
    return SourceFolder.northwind.with([
      "content/site.yml": SourceFolder.northwind.files["content/site.yml"]!
        .replacing("checks: {rota: off}", with: "checks: {rota: off, promise: off}"),
      "content/roster/rotas/delivery.yml": rota + "escalation: {promise: 20 min, steps: [\(chain)]}\n",
    ])
  }

  @Test("A handover names both people, and the clocks of those who do not live by the rota's")
  func handovers() throws {
    let site = try BuiltSite(Self.northwind(chain: "{seat: engineer, within: 10 min}"))
    try site.build()
    let page = site.text("rotas/delivery/index.html")
    let first = try #require(page.range(of: "<li data-until=\"2026-11-23T16:00:00Z\">"))
    let item = page[first.lowerBound...].prefix(
      upTo: try #require(page[first.lowerBound...].range(of: "</li>")).lowerBound)
    #expect(
      item == """
        <li data-until="2026-11-23T16:00:00Z">
        <p class="handover-when"><time datetime="2026-11-23T16:00:00Z">Mon 23 Nov 2026, 10:00 GMT-6</time></p>
        <div>
        <p><a href="../../people/ana/">Ana Ruiz</a> <span aria-hidden="true">→</span><span class="unseen"> hands over to </span> <a href="../../people/ben/">Ben Ode</a></p>
        <p class="hint">16:00 for Ben Ode, Europe/London</p>
        </div>

        """)
  }

  @Test("A promise that the chain keeps is kept; one that it cannot keep is shown broken, with the reason")
  func promises() throws {
    let kept = try BuiltSite(Self.northwind(chain: "{seat: engineer, within: 10 min}"))
    try kept.build()
    #expect(
      kept.text("rotas/delivery/index.html").contains(
        "<li class=\"kept\"><span class=\"mark\" aria-hidden=\"true\">✓</span> First response within 20 min"))
    let broken = try BuiltSite(Self.northwind(chain: "{seat: engineer, within: 30 min}"))
    try broken.build()
    #expect(
      broken.text("rotas/delivery/index.html").contains(
        """
        <li class="broken"><span class="mark" aria-hidden="true">✗</span> First response within 20 min\
        <span class="unseen">: not kept</span>\
        <p class="hint">&#39;delivery&#39; promises an answer within 20 min, and its steps take 30 min</p></li>
        """))
  }

  @Test("A person's page shows the turn that runs and the next, and the share of a year beside what was had")
  func person() throws {
    let site = try BuiltSite(.northwind)
    try site.build(asOf: "2026-11-24")
    let page = site.text("people/ben/index.html")
    #expect(
      page.contains(
        "<section class=\"block first current\" data-from=\"2026-11-23T16:00:00Z\" data-to=\"2026-11-25T18:00:00Z\""))
    #expect(
      page.contains(
        """
        <span data-clock="[[29924640,0,&quot;GMT&quot;],[30103260,60,&quot;GMT+1&quot;],[30415740,0,&quot;GMT&quot;]]"></span>
        """))
    #expect(
      page.contains("<tr><th scope=\"row\"><a href=\"../../rotas/delivery/\">Delivery support</a></th><td>1 turn</td>"))
  }

  @Test("The directory ends with who knows what, where anybody says so")
  func knowledge() throws {
    let people = "ana: {name: Ana Ruiz, skills: [queues, mail]}\nben: {name: Ben Ode, skills: [mail]}\n"
    let site = try BuiltSite(
      ["content/index.md": "# Handbook\n", "content/roster/people.yml": people])
    try site.build()
    #expect(
      site.text("people/index.html").contains(
        """
        <div><dt>mail</dt><dd><a href="ana/">Ana Ruiz</a> <a href="ben/">Ben Ode</a> </dd></div>
        <div><dt>queues</dt><dd><a href="ana/">Ana Ruiz</a> </dd></div>
        """))
    #expect(
      !(try peoplePage(["content/index.md": "# Handbook\n", "content/roster/people.yml": "ana: {name: Ana Ruiz}\n"]))
        .contains("Who knows what"))
  }

  @Test("Outside its hours a rota promises nobody: off duty is no gap")
  func offDuty() throws {
    let rota = SourceFolder.northwind.files["content/roster/rotas/delivery.yml"]!
    let site = try BuiltSite(
      .northwind.with(["content/roster/rotas/delivery.yml": rota + "hours: [\"Mon-Fri 09:00-17:00\"]\n"]))
    try site.build(asOf: "2026-11-21T12:00:00Z")
    #expect(site.text("now/index.html").contains("<p class=\"seat-now seat-off\">Off duty</p>"))
    #expect(!site.text("now/index.html").contains("Nobody is on"))
    let topic = "Delivery support | Engineer on call: off duty, then Ana Ruiz\n"
    #expect(site.text("api/topics/delivery.txt") == topic)

    let calendar =
      "title: Sprints\nturns: [{name: One, starts: 2026-11-02, ends: 2026-11-16}, {name: Two, starts: 2026-11-23}]\nends: 2026-12-07\n"
    let gaps = try BuiltSite(
      .northwind.with([
        "content/roster/calendars/sprints.yml": calendar,
        "content/roster/plan/delivery.csv": "turn,seat,person,reason,decided\n",
        "content/roster/changes.yml": "[]\n",
        "content/roster/rotas/delivery.yml": rota.replacing("turn: 1 week", with: "turn: calendar sprints")
          .replacing("handover: Monday 10:00", with: "handover: 10:00"),
      ]))
    try gaps.build(asOf: "2026-11-18T12:00:00Z")
    #expect(gaps.text("now/index.html").contains("<p class=\"seat-now seat-none\">Nobody is on</p>"))
    #expect(gaps.text("api/topics/delivery.txt").hasPrefix("Delivery support | Engineer on call: nobody, then "))
    let badge = gaps.text("api/badges/delivery.svg")
    #expect(badge.contains(">Delivery support: nobody is on, until Mon 23 Nov 10:00 GMT-6<"))
    #expect(
      gaps.text("now/index.html").contains(
        "\"gaps\":{\"delivery/engineer\":[[\"2026-11-16T16:00:00Z\",\"2026-11-23T16:00:00Z\"]]}"))
  }

  private func peoplePage(_ source: SourceFolder) throws -> String {
    let site = try BuiltSite(source)
    try site.build()
    return site.text("people/index.html")
  }
}
