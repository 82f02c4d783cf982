import CivilTime
import Diagnostics
import Roster

/// Finds people who would be on at the same time in two places that exclude each other: two seats of one rota, or two
/// rotas of which one excludes the other.
struct ClashCheck {
  let rotas: [RotaSchedule]

  private struct Service {
    var rota: Int
    var seat: Seat.ID
    var shift: Shift
  }

  /// One error for each pair of turns, for time after `asOf`.
  func report(after asOf: Instant, to collector: DiagnosticCollector) {
    for (person, services) in servicesByPerson(after: asOf) {
      var reported: Set<[String]> = []
      for (position, service) in services.enumerated() {
        for other in services[(position + 1)...] {
          guard other.shift.interval.lowerBound < service.shift.interval.upperBound else { break }
          guard isExcluded(service, other), reported.insert([name(service), name(other)]).inserted else { continue }
          collector.report(.clash(person, describe(service), describe(other), at: rotas[other.rota].rota.range))
        }
      }
    }
  }

  private func servicesByPerson(after asOf: Instant) -> [Person.ID: [Service]] {
    var services: [Person.ID: [Service]] = [:]
    for (position, rota) in rotas.enumerated() {
      for shift in rota.shifts where shift.interval.upperBound > asOf {
        services[shift.person, default: []].append(Service(rota: position, seat: shift.seat, shift: shift))
      }
    }
    return services.mapValues {
      $0.sorted { ($0.shift.interval.lowerBound, $0.rota) < ($1.shift.interval.lowerBound, $1.rota) }
    }
  }

  private func isExcluded(_ a: Service, _ b: Service) -> Bool {
    a.rota == b.rota ? a.seat != b.seat : rotas[a.rota].rota.excludes(rotas[b.rota].rota)
  }

  private func name(_ service: Service) -> String { "\(service.rota) \(service.seat) \(service.shift.turn)" }

  private func describe(_ service: Service) -> String {
    let rota = rotas[service.rota].rota
    return "\(rota.id) (\(service.seat), turn of \(service.shift.turn))"
  }
}

extension Diagnostic {
  fileprivate static func clash(_ person: Person.ID, _ first: String, _ second: String, at range: SourceRange)
    -> Diagnostic
  {
    .error("on-twice", "'\(person)' would be on \(first) and \(second) at the same time", at: range)
  }
}
