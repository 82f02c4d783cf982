import Foundation
import SiteTestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Badges")
struct BadgeTests {
  private func badge(_ source: SourceFolder = .northwind, asOf: String) throws -> String {
    let site = try BuiltSite(source)
    try site.build(asOf: asOf)
    let svg = site.text("api/badges/delivery.svg")
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    return svg
  }

  private func texts(_ svg: String) -> [String] {
    svg.matches(of: /<(?:title|text)[^>]*>([^<]*)</).map { String($0.1) }
  }

  @Test("A badge says whose rota it is, who is on, and until when that holds by the rota's clock")
  func words() throws {
    #expect(
      texts(try badge(asOf: "2026-11-24T12:00:00Z")) == [
        "Delivery support: Ben Ode, until Wed 25 Nov 12:00 GMT-6",
        "Delivery support", "Ben Ode", "until Wed 25 Nov 12:00 GMT-6",
      ])
    #expect(
      texts(try badge(asOf: "2026-11-25T18:30:00Z"))[0]
        == "Delivery support: Ana Ruiz, until Wed 25 Nov 13:00 GMT-6")
  }

  @Test("Outside its hours a rota is off duty, and the badge says until when; several seats stand beside each other")
  func seats() throws {
    let office = SourceFolder.northwind.files["content/roster/rotas/delivery.yml"]!
    let hours = SourceFolder.northwind.with([
      "content/roster/rotas/delivery.yml": office + "hours: [\"Mon-Fri 09:00-17:00\"]\n"
    ])
    #expect(
      texts(try badge(hours, asOf: "2026-11-28T12:00:00Z"))
        == [
          "Delivery support: off duty, until Mon 30 Nov 09:00 GMT-6", "Delivery support", "off duty",
          "until Mon 30 Nov 09:00 GMT-6",
        ])
    let two = SourceFolder.northwind.with([
      "content/roster/rotas/delivery.yml": office.replacing(
        "members: [ana, ben]}",
        with: "members: [ana, ben]}\n  manager: {title: Manager, members: [cat, dan]}"),
      "content/roster/people.yml": SourceFolder.northwind.files["content/roster/people.yml"]! + """
        cat: {name: Cat Lund, team: delivery, timezone: UTC}
        dan: {name: Dan <Poe> & Co, team: delivery, timezone: UTC}

        """,
    ])
    #expect(
      Array(texts(try badge(two, asOf: "2026-11-24T12:00:00Z")).prefix(3)) == [
        "Delivery support: Ben Ode (Engineer on call), Dan &lt;Poe&gt; &amp; Co (Manager), until Wed 25 Nov 12:00 GMT-6",
        "Delivery support", "Ben Ode, Dan &lt;Poe&gt; &amp; Co",
      ])
  }

  @Test("It asks nothing of a page around it, and the rota's page shows it with its address")
  func onThePage() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let svg = site.text("api/badges/delivery.svg")
    for outside in ["class=", "style=", "href", "<script", "var("] { #expect(!svg.contains(outside)) }
    let page = site.text("rotas/delivery/index.html")
    #expect(page.contains("<img src=\"../../api/badges/delivery.svg\" alt=\"Delivery support: "))
    #expect(page.contains("href=\"https://handbook.example.com/support/api/badges/delivery.svg\" data-copy"))
  }
}
