import CivilTime
import Diagnostics
import Roster
import Testing

@Suite("Changes as lines of changes.yml")
struct ChangeLineTests {
  private static let reasons = [
    "dentist", "a school play: Truro", "\"quoted\" \\ and 'so'", "true", "no", "42", "2026-11-20", "- dash", "#hash",
    " space ", "",
    "{brace", "a, b", "ends:", "Größe 日本", "tab\tand\nline\u{85}", "null", "~", "@ana", "100%", "a # b", "!tag", "&x",
    "*y", "|", "\u{1}bell",
    "Y", "1e3", "é\u{2028}",
  ]

  @Test("Whatever the reason says, reading the line gives it back", arguments: reasons)
  func roundTrip(reason: String) throws {
    let day = try #require(Day(iso: "2026-11-20"))
    let line = ChangeLine(
      .swap(day + 3, day + 10), rota: Rota.ID("delivery"), seat: Seat.ID("engineer"), made: day, by: reason,
      reason: reason)
    let text = try #require(line.appended(to: "# kept\n"))
    let files = [
      SourceFile(path: "r/people.yml", text: "ana: {name: Ana}\nben: {name: Ben}\n"),
      SourceFile(
        path: "r/rotas/delivery.yml",
        text:
          "title: D\nowner: ana\nhandover: 10:00\nturn: 7 days\nstarts: 2026-11-02\nseats: {engineer: {members: [ana, ben]}}\n"
      ),
      SourceFile(path: "r/changes.yml", text: text),
    ]
    var reader = RosterReader(files: files, folder: "r/", zone: .utc)
    let (organisation, diagnostics) = reader.read()
    let faults = diagnostics.filter { $0.range?.file == "r/changes.yml" }
    #expect(faults == [])
    let read = organisation.changes.map(\.reason)
    #expect(read == [reason] || reason.isEmpty)
    #expect(organisation.changes.count == 1)
  }

  @Test("The line stands in the column of the others")
  func indented() throws {
    let day = try #require(Day(iso: "2026-11-20"))
    let line = ChangeLine(.swap(day, day + 7), rota: Rota.ID("r"), seat: Seat.ID("s"), made: day)
    #expect(line.appended(to: "  - {a: b}\n  # end") == "  - {a: b}\n  # end\n  - \(line.yaml)\n")
    #expect(line.appended(to: "a: b\n") == nil)
    #expect(line.appended(to: "[{a: b}]") == nil)
  }
}
