/// What a template can show.
///
/// False in a section are `flag(false)`, an empty list, empty text (of all three kinds) and a name that is left out;
/// everything else is true, an empty object and the text `0` included.
package enum TemplateValue: Hashable, Sendable {
  case text(String)
  /// UTF-8 text, escaped like `text`.
  case bytes([UInt8])
  /// Ready HTML for `{{{name}}}`; a tag that escapes escapes it too.
  case html([UInt8])
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])
}

extension TemplateValue {
  /// The number in decimal digits. Zero is true in a section, as any number is.
  package static func number(_ number: Int) -> TemplateValue { .text(String(number)) }

  /// The text, or nothing: in an object's literal a name without a value is left out.
  ///
  ///     let person: TemplateValue = ["name": .text(name), "email": .optional(email)]
  package static func optional(_ text: String?) -> TemplateValue? { text.map { .text($0) } }

  var isTrue: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .bytes(let bytes), .html(let bytes): !bytes.isEmpty
    case .flag(let flag): flag
    case .list(let values): !values.isEmpty
    case .object: true
    }
  }

  func member(_ name: String) -> TemplateValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }
}

extension TemplateValue: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self = .text(text) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension TemplateValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral values: TemplateValue...) { self = .list(values) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
  /// An object; a name whose value is `nil` is left out. No name may stand twice.
  package init(dictionaryLiteral members: (String, TemplateValue?)...) {
    self = .object(Dictionary(uniqueKeysWithValues: members.compactMap { name, value in value.map { (name, $0) } }))
  }
}
