import CivilTime
import Diagnostics
import Roster

// Rotas that promise to be there at all hours together leave none out.
extension PromiseChecks {
  var coverage: [Diagnostic] {
    organisation.teams.flatMap(\.coverage).filter { $0.promise != nil }.compactMap { group in
      let rotas = group.rotas.compactMap { schedule.rota($0) }
      guard rotas.count == group.rotas.count, !rotas.isEmpty, let (span, covered) = coveredTime(of: rotas) else {
        return nil
      }
      let gaps = TimeStretches.uncovered(in: [span], by: covered)
      return gaps.isEmpty ? nil : report(group, gaps, span, rotas.map(\.rota))
    }
  }

  private func report(_ group: Team.Coverage, _ gaps: [Range<Instant>], _ span: Range<Instant>, _ rotas: [Rota])
    -> Diagnostic
  {
    let runs = WeeklyGaps(gaps, in: span).runs
    let notes = runs.map { run in
      let changed = run.weeksBefore.flatMap { before in
        rotas.first { $0.changesClocks(from: before, to: run.gaps[run.gaps.count - 1].lowerBound) }
      }
      let after = changed.map { ", after the clocks of \($0.zone.identifier) have changed" } ?? ""
      let times = run.times.map { "\($0.words) (\(localWords($0.gap, rotas)))" }
      return Diagnostic.Note(run.words + after + ": " + times.joined(separator: "; "))
    }
    let minutes = gaps.reduce(0) { $0 + $1.seconds } / 60
    return .gaps(group, Minutes.words(minutes), Zone.utc.local(span.upperBound).day, notes)
  }

  /// A gap by the clocks of the rotas.
  private func localWords(_ gap: Range<Instant>, _ rotas: [Rota]) -> String {
    var zones: [Zone] = []
    for rota in rotas where !zones.contains(rota.zone) { zones.append(rota.zone) }
    return zones.map { zone in
      "\(zone.local(gap.lowerBound).time) to \(zone.local(gap.upperBound).time) in \(zone.identifier)"
    }.joined(separator: ", ")
  }
}

extension Rota {
  fileprivate func changesClocks(from before: Instant, to after: Instant) -> Bool {
    zone.offset(at: before) != zone.offset(at: after)
  }
}

extension Diagnostic {
  fileprivate static func gaps(_ group: Team.Coverage, _ time: String, _ last: Day, _ notes: [Note]) -> Diagnostic {
    .error(
      "coverage-gap", "'\(group.title)' promises \(group.promise ?? "") and nobody is there for \(time) before \(last)",
      at: group.range, notes: notes)
  }
}
