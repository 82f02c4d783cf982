import CivilTime
import Diagnostics
import Roster

// Support and on-call are kept apart: nobody has both at once.
extension PromiseChecks {
  var doubleDuties: [Diagnostic] {
    pairs.flatMap { support, onCall in
      let people = Set(support.shifts.map(\.person)).intersection(onCall.shifts.map(\.person))
      return people.sorted().compactMap { person -> Diagnostic? in
        let met = meetings(support.coming(person, asOf), onCall.coming(person, asOf))
        return met.first.map { Diagnostic.both(person, $0, met.count, support.rota, onCall.rota) }
      }
    }
  }

  /// A support and an on-call rota; two that exclude each other are looked at elsewhere.
  private var pairs: [(RotaSchedule, RotaSchedule)] {
    let onCall = schedule.rotas.filter { $0.rota.kind == .onCall }
    return schedule.rotas.filter { $0.rota.kind == .support }.flatMap { support in
      onCall.filter { !support.rota.excludes($0.rota) }.map { (support, $0) }
    }
  }

  /// The turns that meet, each pair once; both lists are sorted and nothing in them overlaps.
  private func meetings(_ a: [Shift], _ b: [Shift]) -> [Meeting] {
    var found: [Meeting] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i].interval.overlaps(b[j].interval) {
        let meeting = Meeting(support: a[i].turn, onCall: b[j].turn)
        if found.last != meeting { found.append(meeting) }
      }
      if a[i].interval.upperBound <= b[j].interval.upperBound { i += 1 } else { j += 1 }
    }
    return found
  }
}

private struct Meeting: Hashable {
  var support: Day
  var onCall: Day
}

extension RotaSchedule {
  fileprivate func coming(_ person: Person.ID, _ asOf: Instant) -> [Shift] {
    shifts.filter { $0.person == person && $0.interval.upperBound > asOf }
  }
}

extension Diagnostic {
  fileprivate static func both(_ person: Person.ID, _ first: Meeting, _ count: Int, _ support: Rota, _ onCall: Rota)
    -> Diagnostic
  {
    .warning(
      "rota-both",
      "'\(person)' is on \(support.id) (turn of \(first.support)) and on call for \(onCall.id) (turn of \(first.onCall)) at once\(count.furtherTimes)",
      at: support.range, notes: [Note("`exclude: [\(onCall.id)]` keeps the two apart")])
  }
}
