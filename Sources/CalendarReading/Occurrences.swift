import CivilTime
import Diagnostics

/// Puts the events of a file into entries: rules followed, single occurrences taken out or replaced.
struct Occurrences {
  let zone: Zone
  let window: ClosedRange<Day>
  /// The last wall time of interest, on whatever clock.
  let last: WallTime
  let collector: DiagnosticCollector

  func entries(_ events: [Event]) -> [CalendarEntry] {
    let overrides = Dictionary(grouping: Occurrences.newest(events.filter { $0.replaces != nil })) { $0.uid ?? "" }
    let series = Dictionary(grouping: events.filter { $0.replaces == nil }) { $0.uid ?? "" }
    var entries: [CalendarEntry] = []
    for (uid, members) in series { entries += self.entries(members, uid.isEmpty ? [] : overrides[uid] ?? []) }
    for single in overrides.values.joined() where !single.isCancelled {
      entries += occurrences(of: single).filter { !isRemoved($0, from: single) }.compactMap { entry($0, of: single) }
    }
    return entries
  }

  /// The entries of the events of one UID, but for those occurrences that others stand for.
  private func entries(_ members: [Event], _ overrides: [Event]) -> [CalendarEntry] {
    var unmatched = overrides
    var entries: [CalendarEntry] = []
    for event in members {
      let replaced = Set(overrides.map { event.reference($0.replaces!.stamp) })
      let occurrences = occurrences(of: event)
      if !unmatched.isEmpty {
        let names = Set(occurrences.flatMap { event.names(of: $0) })
        unmatched.removeAll { names.contains(event.reference($0.replaces!.stamp)) }
      }
      guard !event.isCancelled else { continue }
      let removed = replaced.union(event.removed.map(event.reference))
      entries += occurrences.filter { removed.isDisjoint(with: event.names(of: $0)) }.compactMap {
        entry($0, of: event)
      }
    }
    for single in unmatched where single.replaces!.stamp.wall(on: single.clock) <= last {
      collector.report(.matchesNothing(single))
    }
    return entries
  }

  private func isRemoved(_ occurrence: Occurrence, from event: Event) -> Bool {
    !Set(event.removed.map(event.reference)).isDisjoint(with: event.names(of: occurrence))
  }

  /// Of several events for one occurrence the highest SEQUENCE counts, then the later in the file.
  private static func newest(_ overrides: [Event]) -> [Event] {
    struct Name: Hashable {
      var uid: String?
      var reference: Reference
      var place: SourceRange?
    }
    var newest: [Name: Event] = [:]
    for event in overrides {
      let place = event.uid == nil ? event.range : nil
      let name = Name(uid: event.uid, reference: event.reference(event.replaces!.stamp), place: place)
      if let other = newest[name], other.sequence > event.sequence { continue }
      newest[name] = event
    }
    return newest.values.sorted { $0.range < $1.range }
  }

  /// DTSTART, what the rules say and RDATE, without the occurrences of EXRULE; EXDATE is still in it.
  private func occurrences(of event: Event) -> [Occurrence] {
    var lengths = [event.start: event.length]
    for start in event.rules.flatMap({ starts($0, of: event) }) { lengths[start] = event.length }
    for (start, length) in event.added { lengths[start] = length ?? event.length }
    for start in event.exceptions.flatMap({ starts($0, of: event) }) { lengths[start] = nil }
    return lengths.map { Occurrence(start: $0.key, length: $0.value) }
  }

  private func starts(_ rule: RecurrenceRule, of event: Event) -> [WallTime] {
    rule.occurrences(from: event.start, ofDays: event.isAllDay, through: last, wall: event.clock.wall, collector)
  }

  /// `nil` where the occurrence takes no time or lies outside the window.
  private func entry(_ occurrence: Occurrence, of event: Event) -> CalendarEntry? {
    guard let time = event.time(of: occurrence), time.touches(window, in: zone) else { return nil }
    return CalendarEntry(time: time, summary: event.summary, range: event.range)
  }
}

/// One time that an event takes place, on the event's clock.
private struct Occurrence {
  var start: WallTime
  var length: Length
}

/// What EXDATE and RECURRENCE-ID call an occurrence.
private enum Reference: Hashable {
  case day(Day)
  case instant(Instant)
}

extension Event {
  fileprivate func reference(_ stamp: Stamp) -> Reference {
    guard !isAllDay, let instant = stamp.instant(otherwise: clock) else { return .day(stamp.day(on: clock)) }
    return .instant(instant)
  }

  /// All that an occurrence may be called: its day, and where it has a time, its instant.
  fileprivate func names(of occurrence: Occurrence) -> [Reference] {
    let day = Reference.day(occurrence.start.day)
    return isAllDay ? [day] : [day, .instant(clock.instant(occurrence.start))]
  }

  fileprivate func time(of occurrence: Occurrence) -> CalendarEntry.Time? {
    let (start, length) = (occurrence.start, occurrence.length)
    if isAllDay { return .days(start.day...start.day + (length.days - 1)) }
    let from = clock.instant(start)
    let to = Instant(seconds: clock.instant(start.adding(days: length.days)).seconds + length.seconds)
    return from < to ? .instants(from..<to) : nil
  }
}

extension Diagnostic {
  fileprivate static func matchesNothing(_ event: Event) -> Diagnostic {
    .warning(
      "ics-override", "'RECURRENCE-ID' names no occurrence of its event: both count", at: event.replaces!.range)
  }
}
