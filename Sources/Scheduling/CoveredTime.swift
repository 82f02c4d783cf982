import CivilTime
import Roster

/// An unbroken stretch of a turn's covered time, before anybody is on it.
struct CoveredPiece: Hashable, Sendable {
  var interval: Range<Instant>
  /// Tells the pieces of one turn apart for ever: the day of the turn (from 0) times 100, plus the place in that day
  /// (from 1). It does not move when another day becomes a holiday.
  var number: Int
}

/// The time that a rota promises and covers: its hours, less its holidays, and what others hand over to it on theirs.
struct CoveredTime: Sendable {
  private let rota: Rota
  /// Rotas whose holidays this one takes.
  private let givers: [Rota]

  init(rota: Rota, all: [Rota]) {
    self.rota = rota
    givers = all.filter { $0.holidays?.effect == .handover(to: rota.id) }
  }

  /// The covered pieces of a stretch, sorted and apart from each other; `first` is the local date from which days are counted.
  func pieces(of interval: Range<Instant>, from first: Day) -> [CoveredPiece] {
    let own = own(interval)
    let taken = givers.flatMap { CoveredTime.windows(of: $0, during: interval, onHolidays: true) }
    let merged = taken.isEmpty ? own : TimeStretches.united(own + taken)
    var countByDay: [Day: Int] = [:]
    return merged.map { piece in
      let day = rota.zone.local(piece.lowerBound).day
      countByDay[day, default: 0] += 1
      return CoveredPiece(interval: piece, number: max(0, day - first) * 100 + countByDay[day]!)
    }
  }

  func pieces(of turn: Turn) -> [CoveredPiece] { pieces(of: turn.interval, from: turn.day) }

  /// The local dates of a turn on which it covers any time; the date on which it ends is not one of them.
  func days(of turn: Turn) -> [Day] {
    if case .always = rota.hours, !rota.losesHolidays { return (0..<turn.days).map { turn.day + $0 } }
    var days: Set<Day> = []
    for piece in pieces(of: turn) {
      let last = rota.zone.local(Instant(seconds: piece.interval.upperBound.seconds - 1)).day
      var day = rota.zone.local(piece.interval.lowerBound).day
      while day <= last {
        if day < turn.endDay { days.insert(day) }
        day = day + 1
      }
    }
    return days.sorted()
  }

  private func own(_ interval: Range<Instant>) -> [Range<Instant>] {
    if case .always = rota.hours, !rota.losesHolidays { return [interval] }
    return TimeStretches.united(CoveredTime.windows(of: rota, during: interval, onHolidays: false))
  }
}

extension CoveredTime {
  /// The windows of a rota inside a stretch of time, on its holidays alone or on its other days alone. A window belongs
  /// to the day on which it opens.
  fileprivate static func windows(
    of rota: Rota, during interval: Range<Instant>, onHolidays: Bool
  ) -> [Range<Instant>] {
    guard interval.lowerBound < interval.upperBound else { return [] }
    let last = rota.zone.local(interval.upperBound).day
    var found: [Range<Instant>] = []
    var day = rota.zone.local(interval.lowerBound).day - 1
    while day <= last {
      if rota.isLostHoliday(day) == onHolidays {
        found += rota.windows(on: day).compactMap { $0.clamped(toNonEmpty: interval) }
      }
      day = day + 1
    }
    return found
  }
}

extension Rota {
  /// Whether the rota itself does not cover its public holidays.
  fileprivate var losesHolidays: Bool { holidays.map { $0.effect != .cover } ?? false }

  fileprivate func isLostHoliday(_ day: Day) -> Bool { losesHolidays && holidays?.calendar.days[day] != nil }

  /// The instants of the windows that open on a local date.
  fileprivate func windows(on day: Day) -> [Range<Instant>] {
    guard case .windows(let windows) = hours else { return [zone.start(of: day)..<zone.start(of: day + 1)] }
    return windows.filter { $0.weekdays.contains(day.weekday) }.compactMap { window in
      let start = zone.instant(LocalTime(day: day, time: window.start))
      let end = zone.instant(LocalTime(day: window.crossesMidnight ? day + 1 : day, time: window.end))
      return start < end ? start..<end : nil
    }
  }
}

extension Range where Bound == Instant {
  /// The part inside another stretch, or `nil` where there is none.
  func clamped(toNonEmpty limits: Range<Instant>) -> Range<Instant>? {
    let start = Swift.max(lowerBound, limits.lowerBound)
    let end = Swift.min(upperBound, limits.upperBound)
    return start < end ? start..<end : nil
  }
}
