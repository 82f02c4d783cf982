package import Diagnostics

/// A YAML value with the place where it stands, every alias resolved and every scalar as it was written.
///
/// Types are the reader's business: `2026-11-23`, `no` and `10:00` arrive here as text.
package struct YAMLNode: Sendable {
  package enum Value: Sendable {
    /// Empty, `~` or `null`.
    case null
    case scalar(String)
    case sequence([YAMLNode])
    /// In the order of the file; keys are unique.
    case mapping([Entry])
  }

  package struct Entry: Sendable {
    package var key: String
    package var keyRange: SourceRange
    package var value: YAMLNode

    package init(key: String, keyRange: SourceRange, value: YAMLNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  package var value: Value
  package var range: SourceRange

  package init(_ value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension YAMLNode {
  /// The text of a scalar.
  package var text: String? {
    guard case .scalar(let text) = value else { return nil }
    return text
  }

  package var elements: [YAMLNode]? {
    guard case .sequence(let elements) = value else { return nil }
    return elements
  }

  package var entries: [Entry]? {
    guard case .mapping(let entries) = value else { return nil }
    return entries
  }

  package var isNull: Bool {
    guard case .null = value else { return false }
    return true
  }

  package subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }

  /// What a diagnostic calls the value.
  package var kind: String {
    switch value {
    case .null: "nothing"
    case .scalar(let text): "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
