import CivilTime
import Roster
import Testing

@Suite("Turns")
struct TurnTests {
  private func instants(_ rota: String, through: String, calendars: [String: String] = [:]) throws -> [String] {
    var literal = RosterLiteral(rota: rota + "\nseats: {s: {members: [ana]}}\n")
    literal.files.merge(calendars) { $1 }
    let (organisation, diagnostics) = literal.read()
    try #require(diagnostics.isEmpty, "\(diagnostics)")
    return organisation.rotas[0].turns(through: Zone.utc.start(of: Day(iso: through)!)).map {
      "\($0.day) \($0.start)…\($0.end)"
    }
  }

  @Test("A week across a clock change ends where the next begins, an hour longer")
  func weeks() throws {
    let turns = try instants(
      "timezone: America/Chicago\nhandover: Monday 10:00\nturn: 1 week\nstarts: 2026-10-26", through: "2026-11-10")
    #expect(
      turns == [
        "2026-10-26 2026-10-26T15:00:00Z…2026-11-02T16:00:00Z", "2026-11-02 2026-11-02T16:00:00Z…2026-11-09T16:00:00Z",
        "2026-11-09 2026-11-09T16:00:00Z…2026-11-16T16:00:00Z",
      ])
  }

  @Test("Months count from the first turn and clamp")
  func months() throws {
    let turns = try instants("handover: 09:00\nturn: 1 month\nstarts: 2026-01-31", through: "2026-05-01")
    #expect(turns.map { $0.prefix(10) } == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"])
    #expect(turns[1].hasSuffix("2026-02-28T09:00:00Z…2026-03-31T08:00:00Z"))
  }

  @Test("A calendar's turns are uneven, and a stated end leaves a gap")
  func calendar() throws {
    let sprints = """
      title: Sprints
      turns:
        - {name: One, starts: 2026-01-05}
        - {name: Two, starts: 2026-01-19, ends: 2026-02-02}
        - {name: Three, starts: 2026-02-09}
      ends: 2026-03-02
      """
    let turns = try instants(
      "handover: 09:00\nturn: calendar sprints\nstarts: 2026-01-05", through: "2026-12-01",
      calendars: ["calendars/sprints.yml": sprints])
    #expect(
      turns == [
        "2026-01-05 2026-01-05T09:00:00Z…2026-01-19T09:00:00Z", "2026-01-19 2026-01-19T09:00:00Z…2026-02-02T09:00:00Z",
        "2026-02-09 2026-02-09T09:00:00Z…2026-03-02T09:00:00Z",
      ])
  }
}
