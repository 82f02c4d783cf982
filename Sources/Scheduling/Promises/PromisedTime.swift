import CivilTime
import Roster

// When somebody is there, by the hours and the holidays of rotas.
extension PromiseChecks {
  /// The sorted stretches that rotas cover together, and the time over which that is known: from the as-of instant, or
  /// the latest first turn, to the earliest last one. A turn that nobody has counts as covered, since it is told already.
  func coveredTime(of rotas: [RotaSchedule]) -> (span: Range<Instant>, covered: [Range<Instant>])? {
    let starts = rotas.compactMap { $0.turns.first?.turn.start }
    guard let start = starts.max(), let end = rotas.compactMap({ $0.turns.last?.turn.end }).min(),
      starts.count == rotas.count, max(start, asOf) < end
    else { return nil }
    let span = max(start, asOf)..<end
    let pieces = rotas.flatMap { rota -> [Range<Instant>] in
      let covered = CoveredTime(rota: rota.rota.withHolidaysHandedOver, all: organisation.rotas)
      return rota.turns.filter { $0.turn.interval.overlaps(span) }.flatMap {
        covered.pieces(of: $0.turn).map(\.interval)
      }
    }
    return (span, TimeStretches.united(pieces.compactMap { $0.clamped(toNonEmpty: span) }))
  }

  /// The rotas that keep a rota's promises with it: those of the coverage groups that it is in.
  func companions(of rota: RotaSchedule) -> [RotaSchedule] {
    let groups = organisation.teams.flatMap(\.coverage).filter { $0.rotas.contains(rota.rota.id) }
    let ids = Set(groups.flatMap(\.rotas)).union([rota.rota.id])
    return schedule.rotas.filter { ids.contains($0.rota.id) }
  }
}

extension Rota {
  /// The rota as if it served on the holidays that another takes for it: somebody is there.
  fileprivate var withHolidaysHandedOver: Rota {
    guard case .handover = holidays?.effect else { return self }
    var rota = self
    rota.holidays?.effect = .cover
    return rota
  }
}
