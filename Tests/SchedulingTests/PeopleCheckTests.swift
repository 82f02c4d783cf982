import CivilTime
import Roster
import Scheduling
import Testing

private let weekly = "handover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\n"
private let office = "hours: [\"Mon-Fri 09:00-17:00\"]\n"
private let four = "seats: {s: {members: [ana, ben, cat, dan]}}\n"

@Suite("People whom a roster counts on")
struct PeopleCheckTests {
  @Test("Whoever keeps a rota or leads a team is still in the company")
  func departures() {
    var roster = RosterLiteral(rota: weekly + "seats: {s: {members: [ben]}}\n")
    roster.files["people.yml"] = "ana: {name: Ana, left: 2026-01-04}\nben: {name: Ben}\n"
    roster.files["teams.yml"] = "t: {name: T, lead: ben, scrum_master: ana}\n"
    #expect(
      roster.promises("owner") + roster.promises("team") == """
        content/roster/rotas/r.yml:1:8: error: 'ana' owns r and left on 2026-01-04 [owner-left]
            owner: ana
                   ^~~
            note: somebody has to keep the rota: its people, its plan and its pages
        content/roster/teams.yml:1:39: error: 'ana' is the scrum master of t and left on 2026-01-04 [team-left]
            t: {name: T, lead: ben, scrum_master: ana}
                                                  ^~~

        """)
    #expect(roster.promises("owner", asOf: "2026-01-04") == "")
  }

  @Test("Everybody of a team is on a rota or says why not, and a team has a rota")
  func idle() {
    var roster = RosterLiteral(rota: weekly + "team: t\nseats: {s: {members: [ana, {person: ben, to: 2026-01-04}]}}\n")
    roster.files["teams.yml"] = "t: {name: T}\nu: {name: U}\n"
    roster.files["people.yml"] =
      "ana: {name: Ana, team: t}\nben: {name: Ben, team: t}\ncat: {name: Cat, team: t, exempt: on leave}\ndan: {name: Dan, team: u}\neve: {name: Eve, team: t, left: 2025-12-31}\n"
    #expect(
      roster.promises("person") + roster.promises("team") == """
        content/roster/people.yml:2:1: warning: 'ben' is of t and on no rota [person-idle]
            ben: {name: Ben, team: t}
            ^~~
            note: a list of members takes ben in, or `exempt: why` says why none does
        content/roster/teams.yml:2:1: warning: 'u' has no rota, and 1 of its people are on none and not exempt [team-rota]
            u: {name: U}
            ^

        """)
  }

  @Test("Whoever is to be called at any hour within two weeks has tried it within 90 days")
  func paging() {
    var roster = RosterLiteral(rota: weekly + "kind: on-call\n" + four)
    roster.files["people.yml"] =
      "ana: {name: Ana}\nben: {name: Ben}\ncat: {name: Cat, pageable_checked: 2025-10-01}\ndan: {name: Dan}\n"
    #expect(
      roster.promises("person-paging", asOf: "2026-01-06") == """
        content/roster/people.yml:2:1: warning: 'ben' has the turn of 2026-01-12 on r, and paging was never checked [person-paging]
            ben: {name: Ben}
            ^~~
            note: a test page, acknowledged on the telephone, and its day as `pageable_checked`
        content/roster/people.yml:3:1: warning: 'cat' has the turn of 2026-01-19 on r, and paging was last checked on 2025-10-01 [person-paging]
            cat: {name: Cat, pageable_checked: 2025-10-01}
            ^~~
            note: a test page, acknowledged on the telephone, and its day as `pageable_checked`

        """)
    roster.files["rotas/r.yml"]! += office
    #expect(roster.promises("person-paging", asOf: "2026-01-06") == "")
  }
}
