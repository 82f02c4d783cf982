import CivilTime
import Diagnostics
import YAML

extension RosterReader {
  func readCadence(_ rota: Fields) -> Cadence? {
    let length = rota.required("turn").flatMap { readLength($0, rota) }
    let handover = rota.required("handover").flatMap { readHandover($0) }
    let starts = readStarts(rota, length)
    guard let length, let handover, let starts else { return nil }
    if let weekday = handover.weekday, let node = rota["handover"] {
      checkWeekday(weekday, length, starts, at: node.range)
    }
    return Cadence(length: length, handover: handover.time, starts: starts)
  }

  private func readLength(_ node: YAMLNode, _ rota: Fields) -> Cadence.Length? {
    let words = node.text?.split(separator: " ").map(String.init) ?? []
    if words.first == "calendar" {
      let name = YAMLNode(.scalar(words.dropFirst().joined(separator: " ")), range: node.range)
      let known = files(in: "calendars/", extension: "yml").map(\.name)
      return reference(name, "turn calendar", in: known, "unknown-calendar").flatMap { names.calendars[$0] }.map {
        .calendar($0)
      }
    }
    return rota.value(node, "bad-duration", "the length of a turn: N days, N weeks, N months or 'calendar NAME'") {
      text in
      Span(text).flatMap { [.days, .weeks, .months].contains($0.unit) ? .span($0) : nil }
    }
  }

  private func readHandover(_ node: YAMLNode) -> (weekday: Weekday?, time: TimeOfDay)? {
    let words = node.text?.split(separator: " ").map(String.init) ?? []
    guard (1...2).contains(words.count), let time = TimeOfDay(words[words.count - 1]), time.minutes < 1440 else {
      collector.report(
        .error("bad-time", "\(node.kind) is no handover such as 'Monday 10:00' or '10:00'", at: node.range))
      return nil
    }
    guard words.count == 2 else { return (nil, time) }
    if let weekday = Weekday(name: words[0]) { return (weekday, time) }
    let near = didYouMean(words[0], Weekday.allCases.map(\.name))
    collector.report(.error("bad-weekday", "'\(words[0])' is no weekday\(near)", at: node.range))
    return nil
  }

  /// The first turn's day; a calendar's own first turn serves where the rota names none.
  private func readStarts(_ rota: Fields, _ length: Cadence.Length?) -> Day? {
    guard case .calendar(let calendar) = length else {
      return rota.required("starts") == nil ? nil : rota.day("starts")
    }
    guard let node = rota["starts"] else { return calendar.turns[0].starts }
    guard let day = rota.day(node) else { return nil }
    if calendar.turns.contains(where: { $0.starts == day }) { return day }
    let near = calendar.turns.min { abs($0.starts - day) < abs($1.starts - day) }!
    collector.report(
      .error(
        "bad-date", "'\(day)' is no turn of the calendar '\(calendar.id)'; the nearest is \(near.starts)",
        at: node.range))
    return nil
  }

  private func checkWeekday(_ weekday: Weekday, _ length: Cadence.Length, _ starts: Day, at range: SourceRange) {
    let holds: Bool =
      switch length {
      case .span(let span):
        (span.unit == .weeks || span.unit == .days && span.count % 7 == 0) && starts.weekday == weekday
      case .calendar(let calendar): calendar.turns.allSatisfy { $0.starts.weekday == weekday }
      }
    guard !holds else { return }
    collector.report(
      .error(
        "bad-weekday", "'\(weekday.name)' is not the weekday on which the turns start", at: range,
        notes: [Diagnostic.Note("the first turn starts on a \(starts.weekday.name), \(starts)")]))
  }
}
