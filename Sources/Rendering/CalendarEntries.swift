import CivilTime
import Roster
import Scheduling

/// One line of the calendar: a turn in one seat, a cover within it, somebody who learns beside it, or promised time
/// that nobody covers.
struct CalendarEntry {
  enum Kind { case turn, cover, shadow, gap }

  var kind: Kind
  var rota: Rota
  /// The position among the rota's seats; `nil` where the entry is about all of them.
  var seat: Int?
  /// `nil` where nobody serves.
  var person: Person.ID?
  /// Whom a cover is for, or in whose place somebody has a swapped turn.
  var inPlaceOf: Person.ID?
  var interval: Range<Instant>
  /// The rota's local days.
  var days: ClosedRange<Day>
  /// The turn that it belongs to; `nil` for a gap between turns.
  var turn: Day?
  var isProjected = false
  var isSwapped = false
  var isRepaired = false
  /// Why it is not as the order of turns would have it, where somebody said so.
  var note: String?

  /// Whether it is something else than a turn that went its ordinary way.
  var isChange: Bool { kind == .cover || isSwapped || isRepaired || note != nil }
}

/// Finds the calendar's lines of one rota.
struct CalendarEntries {
  private let schedule: RotaSchedule
  private let model: SiteModel
  private var rota: Rota { schedule.rota }

  init(_ schedule: RotaSchedule, _ model: SiteModel) {
    self.schedule = schedule
    self.model = model
  }

  /// Seat by seat, each in order of time, what changes a turn behind it; then what concerns no seat alone.
  func all(_ days: ClosedRange<Day>) -> [CalendarEntry] {
    let entries = rota.seats.indices.flatMap { seat -> [CalendarEntry] in
      let covers = Dictionary(grouping: self.covers(seat)) { $0.turn }
      return schedule.turns.flatMap { turn in
        [self.turn(turn, seat)] + shadows(turn, seat) + (covers[turn.turn.day] ?? [])
      }
    }
    return (entries + gaps).filter { $0.days.overlaps(days) }
  }

  private func turn(_ turn: ScheduledTurn, _ seat: Int) -> CalendarEntry {
    let (facts, holder) = (turn.turn, turn.holders[seat])
    var entry = CalendarEntry(
      kind: holder.person == nil ? .gap : .turn, rota: rota, seat: seat, person: holder.person,
      interval: facts.interval, days: facts.day...max(facts.day, facts.lastDay), turn: facts.day)
    entry.isProjected = holder.status == .projected
    entry.isSwapped = !holder.swaps.isEmpty
    entry.isRepaired = holder.reason == .repaired
    if holder.planned != holder.person { entry.inPlaceOf = holder.planned }
    entry.note =
      holder.person == nil
      ? holder.reasonWords : entry.isSwapped ? reason(ofSwapAt: facts.day, holder.seat) : leave(holder)
    return entry
  }

  private func shadows(_ turn: ScheduledTurn, _ seat: Int) -> [CalendarEntry] {
    turn.shadows.filter { $0.seat.description == "\(rota.seats[seat].id)/shadow" }.map { shadow in
      CalendarEntry(
        kind: .shadow, rota: rota, seat: seat, person: shadow.person, interval: turn.turn.interval,
        days: turn.turn.day...max(turn.turn.day, turn.turn.lastDay), turn: turn.turn.day,
        isProjected: shadow.status == .projected)
    }
  }
}

// MARK: Covers and gaps

extension CalendarEntries {
  /// The covers of a seat; what one cover takes over in several pieces of covered time stands once.
  private func covers(_ seat: Int) -> [CalendarEntry] {
    let changes = model.organisation.changesInForce.filter {
      $0.rota == rota.id && $0.seat == rota.seats[seat].id && $0.withdrawn == nil
    }
    var covers: [CalendarEntry] = []
    var last: Int?
    for shift in schedule.shifts where shift.seat == rota.seats[seat].id {
      guard shift.change == .cover else {
        last = nil
        continue
      }
      let change = changes.lastIndex { isCover($0, of: shift) }
      if let change, change == last, covers.last?.turn == shift.turn {
        let interval = covers[covers.count - 1].interval.lowerBound..<shift.interval.upperBound
        covers[covers.count - 1].interval = interval
        covers[covers.count - 1].days = days(interval)
      } else {
        covers.append(cover(shift, seat, reason: change.flatMap { changes[$0].reason }))
      }
      last = change
    }
    return covers
  }

  private func cover(_ shift: Shift, _ seat: Int, reason: String?) -> CalendarEntry {
    CalendarEntry(
      kind: .cover, rota: rota, seat: seat, person: shift.person, inPlaceOf: shift.coveredFor, interval: shift.interval,
      days: days(shift.interval), turn: shift.turn, isProjected: shift.status == .projected, note: reason)
  }

  private func isCover(_ change: Change, of shift: Shift) -> Bool {
    guard case .cover(let from, let to, let person, _) = change.action, person == shift.person else { return false }
    return (rota.zone.instant(from)..<rota.zone.instant(to)).overlaps(shift.interval)
  }

  /// What stands between turns; the pieces of one gap, day after day, as one. It lasts up to the day of the next turn.
  private var gaps: [CalendarEntry] {
    let starts = Dictionary(
      schedule.turns.map { ($0.turn.start, $0.turn.day) }, uniquingKeysWith: { first, _ in first })
    var gaps: [CalendarEntry] = []
    for gap in schedule.gaps where gap.seat == nil {
      var interval = gap.interval
      if let last = gaps.last, last.note == gap.why {
        interval = last.interval.lowerBound..<gap.interval.upperBound
        gaps.removeLast()
      }
      var days = self.days(interval)
      if let next = starts[interval.upperBound], days.lowerBound < next { days = days.lowerBound...(next - 1) }
      gaps.append(CalendarEntry(kind: .gap, rota: rota, interval: interval, days: days, note: gap.why))
    }
    return gaps
  }

  /// The local days that a stretch of time touches.
  private func days(_ interval: Range<Instant>) -> ClosedRange<Day> {
    let first = rota.zone.local(interval.lowerBound).day
    return first...max(first, rota.zone.local(Instant(seconds: interval.upperBound.seconds - 1)).day)
  }
}

// MARK: Why

extension CalendarEntries {
  private func reason(ofSwapAt day: Day, _ seat: Seat.ID) -> String? {
    model.organisation.changesInForce.last { change in
      guard case .swap(let first, let second) = change.action, change.withdrawn == nil else { return false }
      return change.rota == rota.id && change.seat == seat && (first == day || second == day)
    }?.reason
  }

  /// Who could not take the turn because of leave.
  private func leave(_ holder: Holder) -> String? {
    let away = holder.passedOver.compactMap { other -> String? in
      guard case .leave(let days) = other.why else { return nil }
      return "\(model.organisation.person(other.person)?.name ?? other.person.description) on leave \(days.shortWords)"
    }
    return away.isEmpty ? nil : away.joined(separator: ", ")
  }
}
