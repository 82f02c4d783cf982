import CivilTime
import Roster
import SiteBuild

/// Prints what a plan changes: turn, seat, who it was, who it is, why, and who must be told.
struct PlanTable {
  private let planning: Planning

  init(_ planning: Planning) { self.planning = planning }

  private func name(_ id: Person.ID) -> String { planning.organisation.person(id)?.name ?? id.description }

  /// People whose published turns were given to somebody else, and those who got them.
  private func told(_ edition: PlanEdition) -> [String] {
    let changed = edition.entries.filter { $0.was != nil && $0.was != $0.person }
    return Set(changed.flatMap { [$0.was, $0.person].compactMap { $0 } }).map(name).sorted()
  }

  var text: String {
    guard !planning.editions.isEmpty else { return "Nothing to publish: the plan holds every turn.\n" }
    return planning.editions.map { edition in
      let lines = edition.entries.map { entry in
        let was = entry.was.map { "\(name($0)) → " } ?? ""
        return "  \(entry.turn)  \(entry.seat)  \(was)\(name(entry.person)) (\(entry.reason))\n"
      }
      let people = told(edition)
      let telling = people.isEmpty ? "" : "  to be told: \(people.joined(separator: ", "))\n"
      return "\(edition.rota.title): \(edition.entries.count) lines in \(edition.path)\n" + lines.joined() + telling
    }.joined(separator: "\n")
  }

  var markdown: String {
    guard !planning.editions.isEmpty else { return "Nothing to publish: the plan holds every turn.\n" }
    return planning.editions.map { edition in
      let rows = edition.entries.map { entry in
        "| \(entry.turn) | \(entry.seat) | \(entry.was.map(name) ?? "–") | \(name(entry.person)) | \(entry.reason) |\n"
      }
      let people = told(edition)
      let telling = people.isEmpty ? "Nobody has to be told." : "To be told: \(people.joined(separator: ", "))."
      return "### \(edition.rota.title)\n\n| Turn | Seat | Was | Is | Why |\n| --- | --- | --- | --- | --- |\n"
        + rows.joined() + "\n\(telling)\n"
    }.joined(separator: "\n")
  }
}
