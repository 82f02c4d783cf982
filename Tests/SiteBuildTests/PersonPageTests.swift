import SiteTestSupport
import Testing

@Suite("The page of a person")
struct PersonPageTests {
  /// The words of the turns in a list of services: from when, to when, what.
  private func lines(_ page: String, _ opening: String) -> [String] {
    page.split(separator: opening).dropFirst().map { part in
      let item = part.split(separator: opening == "<li class=\"turn" ? "</li>" : "</section>").first ?? ""
      let text = item.drop { $0 != ">" }.dropFirst().replacing(/<[^>]*>/, with: "")
      return text.split { $0.isNewline || $0 == " " }.joined(separator: " ")
    }
  }

  @Test("A turn that somebody else covers for a while stands in its parts, and each part says who follows")
  func covered() throws {
    let site = try BuiltSite(.northwind)
    #expect(site.faults(try site.build()) == "")
    let ben = site.text("people/ben/index.html")
    let parts = [
      "Mon 23 Nov 2026, 10:00 GMT-6 to Wed 25 Nov 2026, 12:00 GMT-6, then Ana Ruiz Delivery support Engineer on call now",
      "Wed 25 Nov 2026, 13:00 GMT-6 to Mon 30 Nov 2026, 10:00 GMT-6 Delivery support Engineer on call now",
    ]
    #expect(lines(ben, "<li class=\"turn").prefix(2) == parts[...])
    #expect(lines(ben, "<section class=\"block first").first?.contains("Wed 25 Nov 2026, 12:00") == true)
    let ana = site.text("people/ana/index.html")
    let cover =
      "Wed 25 Nov 2026, 12:00 GMT-6 to Wed 25 Nov 2026, 13:00 GMT-6, then Ben Ode Delivery support Engineer on call now "
      + "covering for Ben Ode"
    #expect(lines(ana, "<li class=\"turn").contains(cover))
  }

  @Test("In a rota of working hours a turn is one line, from its handover to the next; a covered day is left out of it")
  func workingHours() throws {
    let rota = "content/roster/rotas/delivery.yml"
    let inLondon = SourceFolder.northwind.files[rota]!.replacing("America/Chicago", with: "Europe/London")
    let site = try BuiltSite(
      SourceFolder.northwind.with([
        rota: inLondon.replacing("Monday 10:00", with: "Monday 09:00") + "hours: [\"Mon-Fri 09:00-17:00\"]\n",
        "content/roster/changes.yml": """
        - {cover: {from: 2026-11-24 00:00, to: 2026-11-26 00:00}, rota: delivery, seat: engineer, person: ana,
           made: 2026-11-20, by: ana}

        """,
      ]))
    #expect(site.faults(try site.build()) == "")
    #expect(
      lines(site.text("people/ben/index.html"), "<li class=\"turn").prefix(2) == [
        "Mon 23 Nov 2026, 09:00 GMT to Mon 23 Nov 2026, 17:00 GMT, then Ana Ruiz Delivery support Engineer on call now",
        "Thu 26 Nov 2026, 09:00 GMT to Mon 30 Nov 2026, 09:00 GMT Delivery support Engineer on call now",
      ])
    #expect(
      lines(site.text("people/ana/index.html"), "<li class=\"turn").prefix(2) == [
        "Mon 16 Nov 2026, 09:00 GMT to Mon 23 Nov 2026, 09:00 GMT Delivery support Engineer on call now",
        "Tue 24 Nov 2026, 09:00 GMT to Wed 25 Nov 2026, 17:00 GMT, then Ben Ode Delivery support Engineer on call now "
          + "covering for Ben Ode",
      ])
  }
}
