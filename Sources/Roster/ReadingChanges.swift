import CivilTime
import Diagnostics
import YAML

extension RosterReader {
  func readChanges(_ node: YAMLNode, rotas: [Rota]) -> [Change] {
    guard let elements = node.elements else {
      collector.report(
        .error("value-kind", "changes.yml is a list of swaps and covers, not \(node.kind)", at: node.range))
      return []
    }
    return elements.compactMap { readChange($0, rotas) }
  }

  private func readChange(_ node: YAMLNode, _ rotas: [Rota]) -> Change? {
    let known = ["swap", "cover", "rota", "seat", "person", "made", "by", "reason", "over", "withdrawn"]
    guard let fields = fields(node, "a change", known) else { return nil }
    let id = rota(fields.required("rota"))
    let made = fields.required("made") == nil ? nil : fields.day("made")
    let action = readAction(fields)
    guard let id, let rota = rotas.first(where: { $0.id == id }), let seat = seat(fields, of: rota.seats) else {
      return nil
    }
    guard let made, let action else { return nil }
    return Change(
      action: action, rota: id, seat: seat, made: made, by: fields.text("by"), reason: fields.text("reason"),
      withdrawn: withdrawn(fields, made), range: node.range)
  }

  private func withdrawn(_ fields: Fields, _ made: Day) -> Day? {
    guard let node = fields["withdrawn"], let day = fields.day("withdrawn") else { return nil }
    if day < made {
      collector.report(.error("bad-date", "'\(day)' is before \(made), the day on which it was made", at: node.range))
    }
    return day
  }

  private func readAction(_ fields: Fields) -> Change.Action? {
    switch (fields["swap"], fields["cover"]) {
    case (let swap?, nil): return readSwap(swap, fields)
    case (nil, let cover?): return readCover(cover, fields)
    default:
      collector.report(.error("value-missing", "A change is either a swap or a cover", at: fields.node.range))
      return nil
    }
  }

  private func readSwap(_ node: YAMLNode, _ fields: Fields) -> Change.Action? {
    let days = (node.elements ?? []).compactMap(fields.day)
    guard node.elements?.count == 2 else {
      collector.report(.error("value-kind", "A swap names two turns: [2026-12-07, 2026-12-14]", at: node.range))
      return nil
    }
    guard days.count == 2 else { return nil }
    guard days[0] != days[1] else {
      collector.report(.error("swap-itself", "'\(days[0])' cannot be swapped with itself", at: node.range))
      return nil
    }
    return .swap(min(days[0], days[1]), max(days[0], days[1]))
  }

  private func readCover(_ node: YAMLNode, _ change: Fields) -> Change.Action? {
    guard let person = person(change.required("person")), let fields = fields(node, "a cover", ["from", "to"]),
      let fromNode = fields.required("from"), let toNode = fields.required("to"),
      let from = localTime(fromNode, fields, daysLater: 0), let to = localTime(toNode, fields, daysLater: 1)
    else { return nil }
    guard from < to else {
      collector.report(.error("bad-date", "'\(to)' is not after '\(from)', where the cover begins", at: toNode.range))
      return nil
    }
    return .cover(from: from, to: to, by: person, over: change.flag("over") ?? false)
  }

  /// A local time; a day alone is its beginning, or, at the end of a pair of days, the beginning of the day after.
  private func localTime(_ node: YAMLNode, _ fields: Fields, daysLater: Int) -> LocalTime? {
    fields.value(node, "bad-date", "a day and a time such as 2026-12-09 12:00") { text in
      LocalTime(text) ?? Day(iso: text).map { LocalTime(day: $0 + daysLater, time: .midnight) }
    }
  }
}
