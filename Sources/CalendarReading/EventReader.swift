import CivilTime
import Diagnostics

/// Reads the properties of a VEVENT, RFC 5545 3.6.1.
struct EventReader {
  let clocks: ClockLookup
  /// The zone of times without one.
  let zone: Zone
  let collector: DiagnosticCollector

  /// `nil` and an error where the event has no start or end that can be read.
  func read(_ component: Component) -> Event? {
    guard let line = component.first("DTSTART") else {
      collector.report(.noStart(component))
      return nil
    }
    guard let start = stamp(line.value, of: line) else { return nil }
    let clock = start.clock ?? .zone(start.value.isUTC ? .utc : zone)
    guard let length = length(of: component, from: start, on: clock, line) else { return nil }
    var event = Event(
      range: component.range, uid: component.first("UID")?.value.text,
      summary: component.first("SUMMARY")?.text ?? "",
      sequence: component.first("SEQUENCE").flatMap { Int($0.value.text) } ?? 0,
      isCancelled: component.first("STATUS")?.value.text.uppercased() == "CANCELLED",
      isAllDay: start.value.isDay, start: start.wall, clock: clock, length: length,
      rules: rules("RRULE", component), exceptions: rules("EXRULE", component), added: [],
      removed: component.all("EXDATE").flatMap(stamps), replaces: replaced(component))
    event.added = component.all("RDATE").flatMap { line in
      line.value.split(",").compactMap { added($0, of: line, to: event) }
    }
    return event
  }

  private func rules(_ name: String, _ component: Component) -> [RecurrenceRule] {
    component.all(name).compactMap { RecurrenceRule($0.value, collector) }
  }

  private func stamps(_ line: ContentLine) -> [Stamp] {
    line.value.split(",").compactMap { stamp($0, of: line) }
  }

  /// The time of a value with its line's TZID; an error where it is none.
  private func stamp(_ piece: ContentLine.Piece, of line: ContentLine) -> Stamp? {
    let wantsDay = line.parameters["VALUE"]?.text.uppercased() == "DATE"
    guard let value = TimeValue(piece.text), value.isDay || !wantsDay else {
      collector.report(.badTime(piece, of: line, wantsDay: wantsDay))
      return nil
    }
    guard case .wall = value, let name = line.parameters["TZID"] else { return Stamp(value: value) }
    return clocks.clock(name).map { Stamp(value: value, clock: $0) }
  }

  private func replaced(_ component: Component) -> (stamp: Stamp, range: SourceRange)? {
    guard let line = component.first("RECURRENCE-ID"), let stamp = stamp(line.value, of: line) else { return nil }
    if let range = line.parameters["RANGE"] { collector.report(.reachesOn(range)) }
    return (stamp, line.range)
  }

  /// A day of RDATE stands for the time of day at which the event starts.
  private func added(
    _ piece: ContentLine.Piece, of line: ContentLine, to event: Event
  ) -> (start: WallTime, length: Length?)? {
    let ends = piece.split("/")
    guard let stamp = stamp(ends[0], of: line) else { return nil }
    let start = stamp.wall(on: event.clock)
    if event.isAllDay { return (WallTime(day: stamp.day(on: event.clock)), nil) }
    if stamp.value.isDay { return (WallTime(day: start.day, ofDay: event.start.ofDay), nil) }
    guard ends.count > 1 else { return (start, nil) }
    guard let length = length(ends[1], from: stamp, on: event.clock, of: line) else { return nil }
    return (start, length)
  }

  /// The length of a PERIOD, whose second half is an end or a duration.
  private func length(
    _ piece: ContentLine.Piece, from start: Stamp, on clock: Clock, of line: ContentLine
  ) -> Length? {
    if let length = Length(piece.text), length.isPositive { return length }
    guard let from = start.instant(otherwise: clock), let until = TimeValue(piece.text),
      let to = Stamp(value: until, clock: start.clock).instant(otherwise: clock), from < to
    else {
      collector.report(.badLength(piece))
      return nil
    }
    return Length(seconds: to.seconds - from.seconds)
  }
}

// How long an event lasts.
extension EventReader {
  /// An event that takes no time has an empty length and is a warning; `nil` and an error where the end cannot be read.
  private func length(of component: Component, from start: Stamp, on clock: Clock, _ line: ContentLine) -> Length? {
    if let end = component.first("DTEND") { return length(to: end, from: start, on: clock) }
    if let duration = component.first("DURATION") { return length(duration, isAllDay: start.value.isDay) }
    if start.value.isDay { return Length(days: 1) }
    collector.report(.noTime(line))
    return Length()
  }

  /// DTEND is excluded; an all-day event that ends on the day of its start is taken for that day.
  private func length(to line: ContentLine, from start: Stamp, on clock: Clock) -> Length? {
    guard let end = stamp(line.value, of: line) else { return nil }
    guard end.value.isDay == start.value.isDay else {
      collector.report(.otherKind(line, isDay: start.value.isDay))
      return nil
    }
    if start.value.isDay { return days(end.wall(on: clock).day - start.wall.day, line) }
    guard let from = start.instant(otherwise: clock), let to = end.instant(otherwise: clock), from <= to else {
      collector.report(.endsBeforeStart(line))
      return nil
    }
    if from == to { collector.report(.noTime(line)) }
    return Length(seconds: to.seconds - from.seconds)
  }

  private func length(_ line: ContentLine, isAllDay: Bool) -> Length? {
    guard let length = Length(line.value.text), length.isPositive || length == Length() else {
      collector.report(.badLength(line.value))
      return nil
    }
    guard isAllDay else {
      if length == Length() { collector.report(.noTime(line)) }
      return length
    }
    guard let days = length.wholeDays else {
      collector.report(.otherKind(line, isDay: true))
      return nil
    }
    return self.days(days, line)
  }

  private func days(_ count: Int, _ line: ContentLine) -> Length? {
    guard count >= 0 else {
      collector.report(.endsBeforeStart(line))
      return nil
    }
    if count == 0 { collector.report(.endsOnStart(line)) }
    return Length(days: max(1, count))
  }
}

extension TimeValue {
  fileprivate var isUTC: Bool {
    if case .utc = self { return true }
    return false
  }
}

extension Stamp {
  /// The time on its own clock.
  fileprivate var wall: WallTime { wall(on: clock ?? .zone(.utc)) }
}

extension Diagnostic {
  fileprivate static func noStart(_ component: Component) -> Diagnostic {
    let names = component.lines.map(\.name)
    return .error("ics-event", "'BEGIN:VEVENT' without DTSTART\(nearest("DTSTART", names))", at: component.range)
  }

  private static func nearest(_ name: String, _ written: [String]) -> String {
    let candidates = written.filter { !["DTSTAMP", "DTEND"].contains($0) }
    return nearestName(to: name, in: candidates).map { "; is it the line '\($0)'?" } ?? ""
  }

  fileprivate static func badTime(_ piece: ContentLine.Piece, of line: ContentLine, wantsDay: Bool) -> Diagnostic {
    let expected = wantsDay ? "date such as 20261224" : "date or time such as 20261224 or 20261224T090000"
    let text = "'\(excerpt(piece.text))' of \(line.name) is no \(expected)"
    return line.name == "EXDATE"
      ? .warning("ics-time", text, at: piece.range) : .error("ics-time", text, at: piece.range)
  }

  fileprivate static func badLength(_ piece: ContentLine.Piece) -> Diagnostic {
    .error("ics-time", "'\(excerpt(piece.text))' is no length of time such as P2W, P1D or PT4H30M", at: piece.range)
  }

  fileprivate static func otherKind(_ line: ContentLine, isDay: Bool) -> Diagnostic {
    .error(
      "ics-time",
      "'\(excerpt(line.value.text))' of \(line.name) is \(isDay ? "no whole day" : "a day"), but DTSTART is "
        + (isDay ? "a day" : "a time"), at: line.value.range)
  }

  fileprivate static func endsBeforeStart(_ line: ContentLine) -> Diagnostic {
    .error("ics-time", "'\(excerpt(line.value.text))' of \(line.name) lies before DTSTART", at: line.value.range)
  }

  fileprivate static func endsOnStart(_ line: ContentLine) -> Diagnostic {
    .warning(
      "ics-time", "'\(excerpt(line.value.text))' of \(line.name) excludes the only day: it is taken for one day",
      at: line.value.range)
  }

  fileprivate static func noTime(_ line: ContentLine) -> Diagnostic {
    .warning(
      "ics-time", "'\(excerpt(line.value.text))' of \(line.name) makes an event without any time: it is left out",
      at: line.value.range)
  }

  fileprivate static func reachesOn(_ piece: ContentLine.Piece) -> Diagnostic {
    .error(
      "ics-override", "'\(excerpt(piece.text))' is not supported: a RECURRENCE-ID changes one occurrence only",
      at: piece.range)
  }
}
