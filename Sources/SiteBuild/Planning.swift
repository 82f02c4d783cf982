package import CivilTime
package import Diagnostics
import Files
package import Roster

/// Publishes turns: works out what the plan files would gain, and writes them.
package struct Planning: Sendable {
  package var diagnostics: [Diagnostic]
  /// Only rotas whose plan changes.
  package var editions: [PlanEdition]
  package var organisation: Organisation
  /// How many decisions were put down in `plan/changes.lock`.
  package var noted = 0

  /// Whether the roster is free of errors; with one nothing is written.
  package var isSound: Bool { !diagnostics.hasErrors }
}

extension Planning {
  /// - Parameters:
  ///   - only: the rota to plan; all where it is `nil`. An unknown one is a `BuildFailure`.
  ///   - until: the last start date to publish; as far as the site looks ahead where it is `nil`.
  ///   - writes: whether the files are written, one build of them after the other.
  package static func run(
    _ request: BuildRequest, only: Rota.ID?, until: Day?, repairsLeave: Bool, writes: Bool
  ) throws -> Planning {
    let folder = SourceFolder(request.source)
    let lock = writes ? try folder.lock() : nil
    defer { withExtendedLifetime(lock) {} }
    let report = try Build.roster(request, until: until, repairsLeave: repairsLeave)
    if let only, report.organisation.rota(only) == nil {
      throw BuildFailure.noRota(only.description, report.organisation.rotas.map(\.id.description))
    }
    let chosen = report.schedule.rotas.filter { $0.rota.id == only ?? $0.rota.id }
    let editions = try chosen.map { schedule in
      let path = "content/roster/plan/\(schedule.rota.id).csv"
      return PlanEdition(schedule, report, until: until ?? report.horizon, before: try folder.text(path))
    }
    // Turns whose holder has gone are decided again here, so their lines need no warning.
    var planning = Planning(
      diagnostics: report.diagnostics.filter { $0.id != "plan-member" },
      editions: editions.filter { !$0.entries.isEmpty },
      organisation: report.organisation)
    guard writes, planning.isSound else { return planning }
    // What is noted and not yet written is counted too often at worst, never too seldom.
    planning.noted = try folder.tell(
      report.organisation.changes.map(ToldDecisions.Decision.init) + planning.editions.flatMap(\.replaced))
    for edition in planning.editions { try folder.write(edition.text, to: edition.path) }
    return planning
  }
}
