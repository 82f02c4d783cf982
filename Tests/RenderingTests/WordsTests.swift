import CivilTime
import Diagnostics
import Rendering
import Roster
import Scheduling
import Testing

@Suite("Why it is somebody's turn, in words")
struct WordsTests {
  /// The reasons of a rota's first turns.
  private func reasons(_ rota: String, people: String, turns: Int) -> [String] {
    let files = [
      SourceFile(path: "people.yml", text: people),
      SourceFile(
        path: "rotas/r.yml", text: "owner: ana\nhandover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\n" + rota),
    ]
    var reader = RosterReader(files: files, folder: "", zone: .utc)
    let (organisation, diagnostics) = reader.read()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let asOf = Zone.utc.start(of: Day(iso: "2026-01-01")!)
    let schedule = Scheduler(organisation, asOf: asOf).schedule(through: Zone.utc.start(of: Day(iso: "2026-03-01")!))
    return schedule.schedule.rotas[0].turns.prefix(turns).flatMap { $0.holders.map(\.reasonWords) }
  }

  @Test("The reason names the load, the share, and who was skipped and why")
  func skipped() {
    let people = """
      ana: {name: Ana}
      ben: {name: Ben, leave: [{from: 2026-01-14, to: 2026-01-16}]}
      cat: {name: Cat, leave: [2026-01-20, {from: 2026-01-30, to: 2026-02-02}]}

      """
    #expect(
      reasons("min_gap: 1\nseats: {s: {members: [ana, ben, cat]}}\n", people: people, turns: 4) == [
        "Next in turn: lowest load, 0 of a share of 0.3",
        "Next in turn: lowest load, 0 of a share of 0.7; ben skipped: leave 14–16 Jan",
        "Next in turn: lowest load, 0 of a share of 1",
        "Next in turn: lowest load, 1 of a share of 1.3",
      ])
  }

  @Test("Leave over the end of a month or a year, days as the unit, and a gap that could not be kept")
  func otherWords() {
    let people =
      "ana: {name: Ana}\nben: {name: Ben, leave: [{from: 2025-12-28, to: 2026-01-05}, {from: 2026-01-30, to: 2026-02-02}]}\n"
    #expect(
      reasons("balance: days\nmin_gap: 1\nseats: {s: {members: [ben, ana]}}\n", people: people, turns: 5) == [
        "Next in turn: lowest load, 0 days of a share of 3.5 days; ben skipped: leave 28 Dec 2025–5 Jan 2026",
        "Next in turn: lowest load, 0 days of a share of 7 days",
        "Next in turn: lowest load, 7 days of a share of 10.5 days; ben skipped: has the turn of Mon 12 Jan 2026, too near",
        "Next in turn, sooner than usual because nobody else could: 14 days of a share of 14 days; ben skipped: leave 30 Jan–2 Feb",
        "Next in turn, sooner than usual because nobody else could: 21 days of a share of 17.5 days; ben skipped: leave 30 Jan–2 Feb",
      ])
  }

  @Test("Somebody needed for a group is named with whom he stands in for")
  func needed() {
    let people = "ana: {name: Ana}\nben: {name: Ben, groups: [apps]}\ncat: {name: Cat}\n"
    #expect(
      reasons("compose: [{at_least: 1, of: apps}]\nseats: {s: {members: [ana, ben]}}\n", people: people, turns: 1) == [
        "Needed for apps, instead of ana"
      ])
  }
}
