import CivilTime
import Diagnostics
import YAML

extension RosterReader {
  func readTurnCalendar(_ node: YAMLNode, name: String) -> TurnCalendar? {
    guard let fields = fields(node, "a turn calendar", ["title", "turns", "ends"]) else { return nil }
    guard fields.required("turns") != nil else { return nil }
    let turns = fields.list("turns").compactMap(readTurn)
    guard let last = turns.last, checkOrder(turns) else { return nil }
    guard let ends = last.entry.ends ?? (fields.required("ends") == nil ? nil : fields.day("ends")) else { return nil }
    guard last.entry.starts < ends else {
      collector.report(
        .error(
          "calendar-order",
          "'\(last.entry.name)' starts on \(last.entry.starts), not before the calendar's end \(ends)", at: last.range))
      return nil
    }
    return TurnCalendar(
      id: name, title: fields.text("title") ?? name, turns: turns.map(\.entry), ends: ends, range: node.range)
  }

  private func readTurn(_ node: YAMLNode) -> (entry: TurnCalendar.Entry, range: SourceRange)? {
    guard let fields = fields(node, "a turn", ["name", "starts", "ends"]), fields.required("starts") != nil,
      let starts = fields.day("starts")
    else { return nil }
    return (
      TurnCalendar.Entry(name: fields.text("name") ?? "\(starts)", starts: starts, ends: fields.day("ends")), node.range
    )
  }

  /// Turns stand in order of time and none begins before the one above it has ended.
  private func checkOrder(_ turns: [(entry: TurnCalendar.Entry, range: SourceRange)]) -> Bool {
    var isOrdered = true
    for (before, after) in zip(turns, turns.dropFirst()) {
      let end = before.entry.ends ?? before.entry.starts + 1
      guard after.entry.starts < end || end <= before.entry.starts else { continue }
      isOrdered = false
      collector.report(
        .error(
          "calendar-order",
          "'\(after.entry.name)' starts on \(after.entry.starts), before '\(before.entry.name)' has ended",
          at: after.range))
    }
    return isOrdered
  }

  func readHolidays(_ node: YAMLNode, name: String) -> HolidayCalendar? {
    guard let fields = Fields(node, "a holiday file", known: nil, collector) else { return nil }
    var days: [Day: String] = [:]
    for entry in node.entries ?? [] where !["until", "title"].contains(entry.key) {
      guard let day = Day(iso: entry.key) else {
        collector.report(.error("bad-date", "'\(entry.key)' is not a day such as 2026-12-25", at: entry.keyRange))
        continue
      }
      days[day] = fields.text(entry.value)
    }
    return HolidayCalendar(id: name, days: days, until: fields.day("until"), range: node.range)
  }
}
