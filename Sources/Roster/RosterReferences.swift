import CivilTime
import Diagnostics
import YAML

// The values that roster files share: names of people, teams and rotas, days, zones, spans.
extension RosterReader {
  func fields(_ node: YAMLNode, _ subject: String, _ known: [String]) -> Fields? {
    Fields(node, subject, known: known, collector)
  }

  func person(_ node: YAMLNode?) -> Person.ID? {
    reference(node, "person", in: names.people, "unknown-person").map(Person.ID.init)
  }

  func team(_ node: YAMLNode?) -> Team.ID? {
    reference(node, "team", in: names.teams, "unknown-team").map(Team.ID.init)
  }

  func rota(_ node: YAMLNode?) -> Rota.ID? {
    reference(node, "rota", in: names.rotas, "unknown-rota").map(Rota.ID.init)
  }

  /// A name that must exist; an unknown one is an error with the nearest that does.
  ///
  /// - Parameter known: `nil` where nobody knows which names there are; then any will do.
  func reference(_ node: YAMLNode?, _ what: String, in known: (some Sequence<String>)?, _ id: String) -> String? {
    guard let node else { return nil }
    guard let name = node.text else {
      collector.report(.error("value-kind", "\(node.kind) is not the name of a \(what)", at: node.range))
      return nil
    }
    guard let known, !known.contains(name) else { return name }
    collector.report(.error(id, "'\(name)' is no \(what)\(didYouMean(name, known))", at: node.range))
    return nil
  }

  func zone(_ fields: Fields, _ key: String = "timezone") -> Zone? {
    guard let node = fields[key] else { return nil }
    if let zone = node.text.flatMap(Zone.init) { return zone }
    let near = node.text.map { didYouMean($0, Zone.names) } ?? ""
    collector.report(.error("bad-zone", "\(node.kind) is no time zone such as Europe/London\(near)", at: node.range))
    return nil
  }
}

extension Fields {
  func day(_ key: String) -> Day? { self[key].flatMap(day) }

  func day(_ node: YAMLNode) -> Day? { value(node, "bad-date", "a day such as 2026-11-23") { Day(iso: $0) } }

  func span(_ key: String) -> Span? {
    value(key, "bad-duration", "a length of time such as '1 week' or '20 min'") { Span($0) }
  }

  func requiredSpan(_ key: String) -> Span? { required(key) == nil ? nil : span(key) }

  /// A first and a last day, both included; a last day before the first is an error.
  func days(_ first: String = "from", _ last: String = "to") -> ClosedRange<Day>? {
    guard required(first) != nil, let lastNode = required(last), let from = day(first), let to = day(last) else {
      return nil
    }
    if from <= to { return from...to }
    collector.report(.error("bad-date", "'\(to)' is before '\(from)', the first day", at: lastNode.range))
    return nil
  }
}
