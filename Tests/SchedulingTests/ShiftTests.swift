import CivilTime
import Roster
import Testing

private let weekly =
  "handover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\nseats: {s: {members: [ana, ben, cat]}}\n"
private let office = "hours: [\"Mon-Fri 09:00-17:00\"]\n"

@Suite("From turns to shifts")
struct ShiftTests {
  @Test("A swap exchanges two whole turns")
  func swap() {
    let roster = RosterLiteral(rota: weekly, changes: "- {swap: [2026-01-05, 2026-01-19], rota: r, made: 2025-12-20}\n")
    #expect(
      roster.shifts() == [
        "2026-01-05 09:00 – 2026-01-12 09:00 cat swap #1", "2026-01-12 09:00 – 2026-01-19 09:00 ben #1",
        "2026-01-19 09:00 – 2026-01-26 09:00 ana swap #1",
      ])
  }

  @Test("A cover is cut at handovers and may cross them")
  func cover() {
    let roster = RosterLiteral(
      rota: weekly,
      changes: "- {cover: {from: 2026-01-11 12:00, to: 2026-01-12 12:00}, rota: r, person: cat, made: 2026-01-02}\n")
    #expect(
      roster.shifts(through: "2026-01-19") == [
        "2026-01-05 09:00 – 2026-01-11 12:00 ana #1", "2026-01-11 12:00 – 2026-01-12 09:00 cat cover for ana #1.2",
        "2026-01-12 09:00 – 2026-01-12 12:00 cat cover for ben #1", "2026-01-12 12:00 – 2026-01-19 09:00 ben #1.3",
      ])
  }

  @Test("Two covers at once are an error, unless the later says that it replaces the other")
  func overlappingCovers() {
    let two =
      "- {cover: {from: 2026-01-06 10:00, to: 2026-01-06 12:00}, rota: r, person: cat, made: 2026-01-02}\n- {cover: {from: 2026-01-06 11:00, to: 2026-01-06 13:00}, rota: r, person: ben, made: 2026-01-03}\n"
    #expect(
      RosterLiteral(rota: weekly, changes: two).printed(through: "2026-01-10").contains(
        "changes.yml:2:3: error: 'ben' covers at the same time as cat on one seat [cover-overlap]"))
    let over = RosterLiteral(rota: weekly, changes: two.replacing("person: ben,", with: "person: ben, over: true,"))
    #expect(over.printed(through: "2026-01-10") == "")
    #expect(
      over.shifts(through: "2026-01-12").map { $0.dropFirst(11) } == [
        "09:00 – 2026-01-06 10:00 ana #1", "10:00 – 2026-01-06 11:00 cat cover for ana #1.2",
        "11:00 – 2026-01-06 13:00 ben cover for ana #1.4", "13:00 – 2026-01-12 09:00 ana #1.5",
      ])
  }

  @Test("A cover keeps the name of its part whatever other covers are made or taken back")
  func namesOfParts() {
    let cover = { (day: Int, person: String, more: String) in
      "- {cover: {from: 2026-01-0\(day) 10:00, to: 2026-01-0\(day) 12:00}, rota: r, person: \(person), made: 2026-01-02\(more)}\n"
    }
    let parts = { (changes: String) in
      RosterLiteral(rota: weekly, changes: changes).shifts(through: "2026-01-12")
        .filter { $0.contains("cover") }.map { $0.split(separator: "#").last! }
    }
    #expect(parts(cover(8, "cat", "")) == ["1.2"])
    // The second in the file is the first in time.
    #expect(parts(cover(8, "cat", "") + cover(6, "ben", "")) == ["1.4", "1.2"])
    #expect(parts(cover(8, "cat", ", withdrawn: 2026-01-03") + cover(6, "ben", "")) == ["1.4"])
  }

  @Test(
    "Changes that break leave or membership are refused",
    arguments: [
      (
        "- {swap: [2026-01-12, 2026-01-26], rota: r, made: 2026-01-02}",
        "'ben' gets the turn of 2026-01-26 by this swap and is on leave on 2026-01-27"
      ),
      (
        "- {cover: {from: 2026-01-27, to: 2026-01-27}, rota: r, person: ben, made: 2026-01-02}",
        "'ben' covers and is on leave on 2026-01-27"
      ),
      (
        "- {cover: {from: 2026-01-06 10:00, to: 2026-01-06 12:00}, rota: r, person: dan, made: 2026-01-02}",
        "'dan' covers s of r and is not a member of it then"
      ),
      (
        "- {swap: [2026-01-12, 2026-01-20], rota: r, made: 2026-01-02}",
        "'2026-01-20' is no day on which a turn of r starts; the nearest starts on 2026-01-19"
      ),
      (
        "- {cover: {from: 2026-01-06 10:00, to: 2026-01-06 12:00}, rota: r, person: ana, made: 2026-01-02}",
        "'ana' has the turn that this covers"
      ),
    ])
  func refused(_ change: String, _ headline: String) {
    var roster = RosterLiteral(rota: weekly, changes: change + "\n")
    roster.files["people.yml"] =
      "ana: {name: ana}\nben: {name: ben, leave: [2026-01-27]}\ncat: {name: cat}\ndan: {name: dan}\n"
    #expect(roster.printed(through: "2026-02-20").contains(headline), "\(roster.printed(through: "2026-02-20"))")
  }

  @Test("Hours cut a turn into days, over midnight too; a piece keeps its number when a holiday comes")
  func hours() {
    let roster = RosterLiteral(rota: weekly + office)
    #expect(
      roster.shifts(through: "2026-01-12") == [
        "2026-01-05 09:00 – 2026-01-05 17:00 ana #1", "2026-01-06 09:00 – 2026-01-06 17:00 ana #101",
        "2026-01-07 09:00 – 2026-01-07 17:00 ana #201", "2026-01-08 09:00 – 2026-01-08 17:00 ana #301",
        "2026-01-09 09:00 – 2026-01-09 17:00 ana #401",
      ])
    var holiday = RosterLiteral(rota: weekly + office + "holidays: {calendar: h, then: skip}\n")
    holiday.files["holidays/h.yml"] = "2026-01-06: Epiphany\n"
    #expect(holiday.shifts(through: "2026-01-12").map { $0.split(separator: "#").last! } == ["1", "201", "301", "401"])
    let night = RosterLiteral(rota: weekly + "hours: [\"Fri-Mon 22:00-06:00\"]\n")
    #expect(
      night.shifts(through: "2026-01-12") == [
        "2026-01-05 22:00 – 2026-01-06 06:00 ana #1", "2026-01-09 22:00 – 2026-01-10 06:00 ana #401",
        "2026-01-10 22:00 – 2026-01-11 06:00 ana #501", "2026-01-11 22:00 – 2026-01-12 06:00 ana #601",
      ])
  }

  @Test("A rota hands its holidays over, and the other takes the day in its own turns")
  func handover() {
    var roster = RosterLiteral(rota: weekly + office + "holidays: {calendar: h, then: handover-to q}\n")
    roster.files["holidays/h.yml"] = "2026-01-06: Epiphany\n"
    roster.files["rotas/q.yml"] =
      "owner: ana\ntimezone: Europe/London\nhandover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\nhours: [\"Sat 10:00-12:00\"]\nseats: {s: {members: [dan]}}\n"
    #expect(!roster.shifts(through: "2026-01-12").contains { $0.hasPrefix("2026-01-06") })
    #expect(
      roster.shifts("q", through: "2026-01-12") == [
        "2026-01-06 09:00 – 2026-01-06 17:00 dan #101", "2026-01-10 10:00 – 2026-01-10 12:00 dan #501",
      ])
  }

  @Test("A shift counts the decisions that it has seen, and names the day of the last")
  func revisions() {
    let changes =
      "- {swap: [2026-01-05, 2026-01-19], rota: r, made: 2025-12-20}\n- {cover: {from: 2026-01-06 10:00, to: 2026-01-06 12:00}, rota: r, person: ben, made: 2026-01-02}\n"
    let roster = RosterLiteral(
      rota: weekly, plan: "2026-01-05,s,ana,next,2025-11-01\n2026-01-12,s,ben,next,2025-11-01\n", changes: changes)
    let shifts = roster.schedule(roster.read().organisation, "2026-01-01", "2026-01-30").schedule.rotas[0].shifts
    let seen = shifts.map { "\($0.turn) \($0.piece) \($0.revision) \($0.decided.map { "\($0)" } ?? "-")" }
    #expect(
      seen.prefix(5) == [
        "2026-01-05 1 3 2026-01-02", "2026-01-05 1.2 3 2026-01-02", "2026-01-05 1.3 3 2026-01-02",
        "2026-01-12 1 1 2025-11-01",
        "2026-01-19 1 1 2025-12-20",
      ])
  }
}
