import DiskTestSupport
import SiteTestSupport
import Testing

@Suite("What pages say of the present moment", .serialized, .inBrowser)
struct PresentMomentTests {
  let folder = TemporaryFolder()

  private func build(_ source: SourceFolder = .northwind, asOf: String = "2026-11-23T12:00:00Z") throws {
    try source.write(to: folder)
    let outcome = try Sitegen.run(["build", "--as-of", asOf], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("A person's page tells the time there, before and after a change of the clocks")
  func timeThere() throws {
    try build()
    for (instant, told) in [
      ("2026-11-20T12:00:00Z", "Fri 12:00"), ("2027-03-28T00:59:00Z", "Sun 00:59"),
      ("2027-03-28T01:00:00Z", "Sun 02:00"),
      ("2027-12-01T23:30:00Z", "Wed 23:30"),
    ] {
      let page = try BrowserPage(folder("public/people/ben/index.html"), .init(instant: instant))
      try page.wait(until: "document.querySelector('[data-clock]').textContent === '\(told) there now'")
    }
  }

  @Test("Outside its rota's hours somebody's turn goes on, and nobody is on: in the page of people and in his own")
  func offDuty() throws {
    try build(.officeHours)
    for (person, instant, heading, off) in [
      ("ben", "2026-11-24T12:00:00Z", "On now", ""),
      ("ben", "2026-11-24T17:00:00Z", "This turn", "Off duty until Wed 25 Nov 2026, 09:00 GMT"),
      ("ben", "2026-11-28T12:00:00Z", "This turn", "Off duty"),
      ("ana", "2026-11-28T12:00:00Z", "Next turn", ""),
      ("ana", "2026-11-30T09:00:00Z", "On now", ""),
    ] {
      let own = try BrowserPage(folder("public/people/\(person)/index.html"), .init(instant: instant))
      let first = "document.querySelector('.next-turns > section:not([hidden])')"
      try own.wait(until: "\(first)?.querySelector('h2').innerText === '\(heading)'")
      let shown = "[\(first).querySelector('p.if-off')].map(line => line.checkVisibility() ? line.innerText : '')[0]"
      #expect(try own.value(of: shown) == off, "\(instant)")
      let all = try BrowserPage(folder("public/people/index.html"), .init(instant: instant))
      try all.wait(until: "document.querySelector('#\(person) .tag-now').checkVisibility() === \(heading == "On now")")
    }
  }

  /// What the pages of the built site say of the present at an instant, each after its address.
  private func said(at instant: String) throws -> [String] {
    let parts = "[data-seat], .chain-who, [data-person], .next-turns > *, .turn.current"
    let words = """
      [...document.querySelectorAll('\(parts)')].filter(part => part.checkVisibility()).map(part => part.innerText).join('\\n')
      """
    let page = try BrowserPage(folder("public/index.html"), .init(instant: instant))
    let people = ["people/", "people/ana/", "people/ben/", "teams/delivery/"]
    return try (["", "now/", "rotas/", "rotas/delivery/", "who/", "print/", "handoffs/priorities/"] + people).map {
      address in
      try page.go(to: folder("public/\(address)index.html"))
      try page.wait(until: "sitegenPictured.then(() => true)")
      return "\(address): \(try page.value(of: words))"
    }
  }

  @Test("Whenever a page was built, it says of the present what a page says that is built now")
  func whenever() throws {
    let rota = "content/roster/rotas/delivery.yml"
    let source = SourceFolder.officeHours.with([
      rota: SourceFolder.officeHours.files[rota]! + "escalation: {steps: [{seat: engineer, within: 10 min}]}\n",
      "content/site.yml": SourceFolder.northwind.files["content/site.yml"]!.replacing("1 week", with: "4 weeks"),
      "content/who.md":
        "Ask {{ now delivery engineer }}, then {{ next delivery engineer }}.\n\n{{ escalation delivery }}\n",
      "content/handoffs/delivery/2026-11-16.md": "# Last week\n\n## Priorities\n\nAsk {{ now delivery engineer }}.\n",
      "content/roster/changes.yml": """
      - {cover: {from: 2026-11-24 10:00, to: 2026-11-24 15:00}, rota: delivery, seat: engineer, person: ana,
         made: 2026-11-20, by: ana}

      """,
    ])
    let instants = [
      "2026-11-23T12:00:00Z", "2026-11-24T12:00:00Z", "2026-11-24T20:00:00Z", "2026-11-28T12:00:00Z",
      "2026-11-30T09:30:00Z",
    ]
    try build(source, asOf: "2026-11-23T06:00:00Z")
    let early = try instants.map(said)
    #expect(early[1][0].contains("Ana Ruiz for Ben Ode") && early[2][0].contains("Off duty"))
    for (instant, early) in zip(instants, early) {
      try build(source, asOf: instant)
      #expect(try said(at: instant) == early, "\(instant)")
    }
  }
}
