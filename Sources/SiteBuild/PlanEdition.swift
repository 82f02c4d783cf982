package import CivilTime
import Diagnostics
package import Roster
import Scheduling

/// What `plan` would write into one rota's plan file.
///
/// Lines that stand are kept letter by letter; a line is replaced only where its turn was decided again, and turns that
/// the plan did not hold are put in where they belong.
package struct PlanEdition: Sendable {
  /// A line that is new or says something else than before.
  package struct Entry: Sendable {
    package var turn: Day
    package var seat: Seat.ID
    package var was: Person.ID?
    package var person: Person.ID
    package var reason: String
  }

  package var rota: Rota
  /// The path below the source folder.
  package var path: String
  package var entries: [Entry]
  /// The whole file as it is to be.
  package var text: String
  /// The lines of the plan that others replace.
  package var replaced: [ToldDecisions.Decision]
}

extension PlanEdition {
  /// - Parameters:
  ///   - report: the schedule, with what is to be repaired already decided.
  ///   - until: the last start date of a turn to publish.
  ///   - before: the file as it stands, or `nil` where there is none.
  init(_ schedule: RotaSchedule, _ report: RosterReport, until: Day, before: String?) {
    rota = schedule.rota
    path = "content/roster/plan/\(schedule.rota.id).csv"
    let published = report.organisation.plans[rota.id]?.lines ?? []
    let was = Dictionary(published.map { (Key($0.turn, $0.seat), $0.person) }, uniquingKeysWith: { first, _ in first })
    entries = PlanEdition.undecided(schedule, until: until).map { entry in
      var entry = entry
      entry.was = was[Key(entry.turn, entry.seat)]
      return entry
    }
    let new = Set(entries.map { Key($0.turn, $0.seat) })
    replaced = published.filter { new.contains(Key($0.turn, $0.seat)) }.map { [rota] line in
      ToldDecisions.Decision(
        made: line.decided, rota: rota.id, seat: line.seat, what: .line(turn: line.turn, person: line.person))
    }
    text = PlanEdition.text(before, entries, rota, decided: report.today)
  }

  private struct Key: Hashable {
    var turn: Day
    var seat: Seat.ID

    init(_ turn: Day, _ seat: Seat.ID) {
      self.turn = turn
      self.seat = seat
    }
  }

  /// The turns that are only projected, as lines.
  private static func undecided(_ schedule: RotaSchedule, until: Day) -> [Entry] {
    schedule.turns.filter { $0.turn.day <= until }.flatMap { turn -> [Entry] in
      let holders = turn.holders.compactMap { holder -> Entry? in
        guard holder.status == .projected, let person = holder.planned else { return nil }
        return Entry(turn: turn.turn.day, seat: holder.seat, was: nil, person: person, reason: holder.reason.word)
      }
      let shadows = turn.shadows.filter { $0.status == .projected }.map {
        Entry(turn: turn.turn.day, seat: $0.seat, was: nil, person: $0.person, reason: "next")
      }
      return holders + shadows
    }
  }

  private static func text(_ before: String?, _ entries: [Entry], _ rota: Rota, decided: Day) -> String {
    var rows = (before ?? "").split(whereSeparator: \.isNewline).dropFirst().map { Row(String($0)) }
    let new = entries.map { Row("\($0.turn),\($0.seat),\($0.person),\($0.reason),\(decided)") }
    let replaced = Set(new.map(\.key))
    rows.removeAll { replaced.contains($0.key) }
    rows += new
    let order = rota.seats.flatMap { ["\($0.id)", "\($0.id)/shadow"] }
    let sorted = rows.enumerated().sorted { a, b in
      (a.element.turn, order.firstIndex(of: a.element.seat) ?? order.count, a.offset)
        < (b.element.turn, order.firstIndex(of: b.element.seat) ?? order.count, b.offset)
    }
    return "turn,seat,person,reason,decided\n" + sorted.map { $0.element.line + "\n" }.joined()
  }

  /// One line of the file and what tells it apart.
  private struct Row {
    var line: String
    var turn: String
    var seat: String
    var key: [String] { [turn, seat] }

    init(_ line: String) {
      self.line = line
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
      turn = cells.first ?? ""
      seat = cells.count > 1 ? cells[1] : ""
    }
  }
}
