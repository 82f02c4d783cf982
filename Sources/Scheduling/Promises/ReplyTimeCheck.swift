import CivilTime
import Diagnostics
import Roster

// Whoever asks when the longest time begins at which nobody is there waits to its end: a promise has to be longer than
// that, or has to say that only covered hours count.
extension PromiseChecks {
  var replies: [Diagnostic] {
    schedule.rotas.flatMap { rota -> [Diagnostic] in
      let promises = rota.rota.practice.promises.filter { $0.minutes != nil }
      guard !promises.isEmpty, let (span, covered) = coveredTime(of: companions(of: rota)) else { return [] }
      let uncovered = TimeStretches.uncovered(in: [span], by: covered)
      guard let longest = uncovered.longest else { return [] }
      return promises.filter { ($0.minutes ?? 0) * 60 < longest.seconds }.map { .unkept($0, longest, rota.rota) }
    }
  }
}

/// A time within which somebody answers, whatever the hour.
private struct Promise {
  var id: String
  var name: String
  var within: Span
  var range: SourceRange
  var minutes: Int? { within.minutes }
}

extension Practice {
  fileprivate var promises: [Promise] {
    let pages = [escalation].compactMap { $0 }.filter { $0.clock == .all }.compactMap { escalation in
      escalation.promise.map { Promise(id: "promise-hours", name: "escalation", within: $0, range: escalation.range) }
    }
    let replies = responses.filter { $0.clock == .all }.map {
      Promise(id: "promise-reply", name: $0.request, within: $0.within, range: $0.range)
    }
    return pages + replies
  }
}

extension [Range<Instant>] {
  /// Among equals the first.
  fileprivate var longest: Range<Instant>? { self.max { $0.seconds < $1.seconds } }
}

extension Diagnostic {
  fileprivate static func unkept(_ promise: Promise, _ stretch: Range<Instant>, _ rota: Rota) -> Diagnostic {
    let (start, end) = (rota.zone.words(stretch.lowerBound), rota.zone.words(stretch.upperBound))
    return .error(
      promise.id,
      "'\(promise.name)' within \(promise.within) cannot be kept: nobody is on \(rota.id) for \(Minutes.words(stretch.seconds / 60))",
      at: promise.range,
      notes: [
        Note("the longest such time is from \(start) to \(end)"),
        Note("`hours: covered` beside `within` or `promise` says that only hours that the rota covers count"),
      ])
  }
}
