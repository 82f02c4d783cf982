package import Diagnostics

/// The typed reading of one YAML mapping: every wrong kind of value and every key that nobody knows is reported at its
/// place, and reading goes on.
package struct Fields {
  package let node: YAMLNode
  /// What the mapping describes, for headlines: `a rota`.
  package let subject: String
  package let collector: DiagnosticCollector
  private let values: [String: YAMLNode]

  /// - Parameter known: the keys that may stand here. Any other is an error `unknown-key` with the nearest known one;
  ///   `nil` leaves unknown keys alone.
  package init?(_ node: YAMLNode, _ subject: String, known: [String]?, _ collector: DiagnosticCollector) {
    guard let entries = node.entries else {
      collector.report(.error("value-kind", "\(subject) is a mapping of keys, not \(node.kind)", at: node.range))
      return nil
    }
    self.node = node
    self.subject = subject
    self.collector = collector
    values = Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard let known else { return }
    for entry in entries where !known.contains(entry.key) {
      collector.report(.unknownKey(entry.key, subject, known, at: entry.keyRange))
    }
  }

  /// The value of a key, or `nil` where the key is absent or empty.
  package subscript(key: String) -> YAMLNode? {
    guard let value = values[key], !value.isNull else { return nil }
    return value
  }

  /// The value of a key that must be there; an absent one is an error `value-missing`.
  package func required(_ key: String) -> YAMLNode? {
    if let value = self[key] { return value }
    collector.report(
      .error("value-missing", "'\(key)' is missing: \(subject) needs it", at: values[key]?.range ?? node.range))
    return nil
  }

  package func text(_ key: String) -> String? { self[key].flatMap(text) }

  /// The text of a scalar; anything else is an error `value-kind`.
  package func text(_ node: YAMLNode) -> String? {
    if let text = node.text { return text }
    wrong(node, "a text")
    return nil
  }

  /// The value of a key read by `parse`; where that gives `nil`, an error says what was expected.
  package func value<Value>(_ key: String, _ id: String, _ expected: String, _ parse: (String) -> Value?) -> Value? {
    self[key].flatMap { value($0, id, expected, parse) }
  }

  package func value<Value>(_ node: YAMLNode, _ id: String, _ expected: String, _ parse: (String) -> Value?) -> Value? {
    guard let text = node.text, let value = parse(text) else {
      collector.report(.error(id, "\(node.kind) is not \(expected)", at: node.range))
      return nil
    }
    return value
  }

  package func flag(_ key: String) -> Bool? {
    value(key, "value-kind", "true or false") {
      ["true": true, "yes": true, "false": false, "no": false][$0.lowercased()]
    }
  }

  package func number(_ key: String, atLeast least: Int) -> Int? {
    value(key, "value-kind", "a whole number of at least \(least)") { Int($0).flatMap { $0 >= least ? $0 : nil } }
  }

  /// One of the words of an enumeration; another is an error with the nearest.
  package func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
  where Word.RawValue == String {
    guard let node = self[key] else { return nil }
    if let word = node.text.flatMap(Word.init) { return word }
    let words = Word.allCases.map(\.rawValue)
    let near = node.text.map { didYouMean($0, words) } ?? ""
    collector.report(
      .error(
        "value-kind", "\(node.kind) is no \(key): it is one of \(words.joined(separator: ", "))\(near)", at: node.range)
    )
    return nil
  }

  /// The elements of a list; an absent key is an empty list.
  package func list(_ key: String) -> [YAMLNode] {
    guard let node = self[key] else { return [] }
    if let elements = node.elements { return elements }
    wrong(node, "a list")
    return []
  }

  /// The texts of a list.
  package func texts(_ key: String) -> [String] { list(key).compactMap(text) }

  private func wrong(_ node: YAMLNode, _ expected: String) {
    collector.report(.error("value-kind", "\(node.kind) is not \(expected)", at: node.range))
  }
}

extension Diagnostic {
  fileprivate static func unknownKey(_ key: String, _ subject: String, _ known: [String], at range: SourceRange)
    -> Diagnostic
  {
    .error("unknown-key", "'\(key)' is no key of \(subject)\(didYouMean(key, known))", at: range)
  }
}
