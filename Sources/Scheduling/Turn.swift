package import CivilTime
package import Roster

/// One unbroken slot between two handovers of a rota.
package struct Turn: Hashable, Sendable {
  /// The place among the rota's turns, counted from 0 at the rota's first.
  package var index: Int
  /// The local start date, which names the turn in plans and addresses.
  package var day: Day
  /// The local date on which it ends: the next turn's start date, not itself part of the turn.
  package var endDay: Day
  /// The name that a turn calendar gives it.
  package var name: String?
  /// The instants covered: the start belongs to this turn, the end to the next.
  package var interval: Range<Instant>

  package var start: Instant { interval.lowerBound }
  package var end: Instant { interval.upperBound }
  /// The last local date that counts as the turn's.
  package var lastDay: Day { endDay - 1 }
  /// The length in local days.
  package var days: Int { endDay - day }
}

extension Rota {
  /// The turns from the rota's first up to the one that holds `last`.
  ///
  /// Each ends at the very instant where the next one starts, so a week across a clock change has 167 or 169 hours:
  ///
  ///     Monday 10:00 in America/Chicago   2026-10-26T15:00:00Z, 2026-11-02T16:00:00Z, 2026-11-09T16:00:00Z
  package func turns(through last: Instant) -> [Turn] {
    switch cadence.length {
    case .span(let span): turns(every: span, through: last)
    case .calendar(let calendar): turns(of: calendar, through: last)
    }
  }

  private func turns(every span: Span, through last: Instant) -> [Turn] {
    var turns: [Turn] = []
    var (day, start) = (cadence.starts, handover(on: cadence.starts))
    while start <= last {
      let endDay = cadence.starts.adding(span, times: turns.count + 1)
      let end = handover(on: endDay)
      turns.append(Turn(index: turns.count, day: day, endDay: endDay, name: nil, interval: start..<end))
      (day, start) = (endDay, end)
    }
    return turns
  }

  private func turns(of calendar: TurnCalendar, through last: Instant) -> [Turn] {
    var turns: [Turn] = []
    for (position, entry) in calendar.turns.enumerated() where entry.starts >= cadence.starts {
      let next = position + 1 < calendar.turns.count ? calendar.turns[position + 1].starts : calendar.ends
      let start = handover(on: entry.starts)
      guard start <= last else { break }
      let endDay = entry.ends ?? next
      let interval = start..<handover(on: endDay)
      turns.append(Turn(index: turns.count, day: entry.starts, endDay: endDay, name: entry.name, interval: interval))
    }
    return turns
  }

  private func handover(on day: Day) -> Instant { zone.instant(LocalTime(day: day, time: cadence.handover)) }

  /// The commonest length of a turn in days; among equals the shortest. It does not depend on how far one plans.
  var commonestLength: Int {
    switch cadence.length {
    case .span(let span) where span.unit == .months: return span.count * 31
    case .span(let span): return (span.minutes ?? 1440) / 1440
    case .calendar(let calendar):
      let starts = calendar.turns.map(\.starts) + [calendar.ends]
      let lengths = zip(calendar.turns, starts.dropFirst()).map { ($0.ends ?? $1) - $0.starts }
      let counts = Dictionary(lengths.map { ($0, 1) }, uniquingKeysWith: +)
      return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 1
    }
  }
}
