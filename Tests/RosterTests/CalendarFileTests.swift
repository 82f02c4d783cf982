import CivilTime
import Diagnostics
import Roster
import SiteTestSupport
import Testing

@Suite("Leave and holidays from calendar files")
struct CalendarFileTests {
  private let people = "ana: {name: Ana, timezone: America/Chicago, leave: [2026-12-24]}\nben: {name: Ben}\n"

  private func read(_ files: [String: String]) -> (organisation: Organisation, faults: String) {
    let sources = files.map { SourceFile(path: "r/" + $0.key, text: $0.value) }
    let horizon = Day(iso: "2028-12-31") ?? Day(number: 0)
    var reader = RosterReader(files: sources, folder: "r/", zone: .utc, horizon: horizon)
    let (organisation, diagnostics) = reader.read()
    let texts = Dictionary(uniqueKeysWithValues: sources.map { ($0.path, $0.text) })
    return (organisation, printed(diagnostics.inReadingOrder(), texts))
  }

  private func calendar(_ events: String...) -> String {
    "BEGIN:VCALENDAR\nVERSION:2.0\n" + events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined() + "END:VCALENDAR\n"
  }

  private func leave(_ files: [String: String], of person: String = "ana") -> [String] {
    let (organisation, faults) = read(files)
    #expect(faults == "")
    return organisation.person(Person.ID(person))?.leave.map {
      "\($0.days.lowerBound)…\($0.days.upperBound) \($0.note ?? "")"
    } ?? []
  }

  @Test("A person's file stands beside people.yml; days that follow each other are one leave")
  func days() {
    let file = calendar(
      "DTSTART;VALUE=DATE:20270104\nDTEND;VALUE=DATE:20270106\nSUMMARY:Skiing",
      "DTSTART;VALUE=DATE:20270106\nSUMMARY:Skiing", "DTSTART;VALUE=DATE:20270201\nSUMMARY:Moving")
    #expect(
      leave(["people.yml": people, "leave/ana.ics": file]) == [
        "2026-12-24…2026-12-24 ", "2027-01-04…2027-01-06 Skiing", "2027-02-01…2027-02-01 Moving",
      ])
    #expect(leave(["people.yml": people, "leave/ana.ics": file], of: "ben") == [])
  }

  @Test("Of hours, a day is leave that they fill for four of them, in the person's own zone")
  func hours() {
    let file = calendar(
      "DTSTART:20270105T140000Z\nDTEND:20270105T160000Z\nSUMMARY:Dentist",
      "DTSTART:20270107T050000Z\nDTEND:20270107T100000Z\nSUMMARY:Night",
      "DTSTART;TZID=America/Chicago:20270111T200000\nDTEND;TZID=America/Chicago:20270113T030000\nSUMMARY:Travel")
    #expect(
      leave(["people.yml": people, "leave/ana.ics": file]) == [
        "2026-12-24…2026-12-24 ", "2027-01-07…2027-01-07 Night", "2027-01-11…2027-01-12 Travel",
      ])
  }

  @Test("Leave that comes back every week is followed as far as anybody plans")
  func recurring() {
    let file = calendar("DTSTART;VALUE=DATE:20281201\nRRULE:FREQ=WEEKLY\nEXDATE;VALUE=DATE:20281208\nSUMMARY:Study")
    #expect(
      leave(["people.yml": people, "leave/ben.ics": file], of: "ben") == [
        "2028-12-01…2028-12-01 Study", "2028-12-15…2028-12-15 Study", "2028-12-22…2028-12-22 Study",
        "2028-12-29…2028-12-29 Study",
      ])
  }

  @Test("A government's holidays serve a rota, known to the end of their last year")
  func holidays() {
    let rota = """
      title: D
      owner: ana
      handover: 10:00
      turn: 7 days
      starts: 2026-11-02
      holidays: {calendar: england, then: skip}
      seats: {engineer: {members: [ana, ben]}}

      """
    let file = calendar("DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226\nSUMMARY:Christmas Day")
    let (organisation, faults) = read(["people.yml": people, "rotas/d.yml": rota, "holidays/england.ics": file])
    #expect(faults == "")
    let calendar = organisation.rotas.first?.holidays?.calendar
    #expect(calendar?.days == [Day(iso: "2026-12-25")!: "Christmas Day"])
    #expect(calendar?.until == Day(iso: "2026-12-31"))
  }

  @Test("What cannot be read, and who is nobody, is told at its place")
  func faults() {
    let found = read([
      "people.yml": people, "leave/anna.ics": calendar("DTSTART;VALUE=DATE:20270105"),
      "leave/ben.ics": calendar("DTSTART;VALUE=DATE:20271341\nSUMMARY:Oops"), "leave/ana.ics": "<html>Log in</html>\n",
      "holidays/x.ics": calendar("DTSTART;VALUE=DATE:20270105"), "holidays/x.yml": "2027-01-05: X\n",
    ]).faults
    for part in [
      "r/leave/anna.ics:1:1: error: 'anna' is nobody in people.yml, so this leave is nobody's; did you mean 'ana'? [unknown-person]",
      "r/leave/ben.ics:4:20: error:", "r/leave/ana.ics:1:1: error:",
      "r/holidays/x.yml:1:1: error: 'x' stands here twice, as x.yml and as x.ics [holidays-twice]",
    ] { #expect(found.contains(part), "\(found)") }
  }
}
