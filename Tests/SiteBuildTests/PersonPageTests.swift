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
    let site = try BuiltSite(
      SourceFolder.officeHours.with([
        "content/roster/changes.yml": """
        - {cover: {from: 2026-11-24 00:00, to: 2026-11-26 00:00}, rota: delivery, seat: engineer, person: ana,
           made: 2026-11-20, by: ana}

        """
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

  @Test("Outside its rota's hours somebody is off duty, and the page says until when, if that is within the turn")
  func offDuty() throws {
    let site = try BuiltSite(.officeHours)
    let times = "Delivery support Engineer on call"
    let turn = "Mon 23 Nov 2026, 09:00 GMT to Mon 30 Nov 2026, 09:00 GMT"
    for (asOf, classes, said) in [
      ("2026-11-24T12:00:00Z", " current", "Off duty"),
      ("2026-11-24T20:00:00Z", " current off-duty", "Off duty until Wed 25 Nov 2026, 09:00 GMT"),
      ("2026-11-28T12:00:00Z", " current off-duty", "Off duty"),
      ("2026-11-20T12:00:00Z", " off-duty", "Off duty until Mon 23 Nov 2026, 09:00 GMT"),
    ] {
      #expect(!(try site.build(asOf: asOf)).diagnostics.hasErrors)
      let page = site.text("people/ben/index.html")
      #expect(page.contains("<section class=\"block first\(classes)\""), "\(asOf)")
      let words = "On nowThis turnNext turn \(times) \(said) \(turn)"
      #expect(lines(page, "<section class=\"block first").first == words, "\(asOf)")
    }
  }

  @Test("The next turn is told however far off it is, as in the list of people; the list of turns ends with the window")
  func farTurn() throws {
    let site = try BuiltSite(
      SourceFolder.northwind.with([
        "content/roster/plan/delivery.csv": SourceFolder.plan(
          "2026-11-23,engineer,ana", "2026-11-30,engineer,ana", "2026-12-07,engineer,ana", "2026-12-14,engineer,ben"),
        "content/roster/changes.yml": "[]\n",
      ]))
    #expect(!(try site.build(asOf: "2026-11-24")).diagnostics.hasErrors)
    let far = "Mon 14 Dec 2026, 10:00 GMT-6"
    #expect(lines(site.text("people/ben/index.html"), "<section class=\"block first").first?.contains(far) == true)
    #expect(lines(site.text("people/ben/index.html"), "<li class=\"turn") == [])
    #expect(site.text("people/index.html").contains("next turn <time datetime=\"2026-12-14T16:00:00Z\">\(far)</time>"))
  }
}
