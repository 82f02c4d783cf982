/// A parameter of a property (RFC 5545 3.2): `LANGUAGE=en-GB`.
package struct Parameter: Sendable {
  enum Value: Sendable {
    case text(String)
    case uri(String)
  }

  let name: StaticString
  let value: Value

  /// The language of a text, as a tag of RFC 5646.
  package static func language(_ tag: String) -> Parameter { Parameter(name: "LANGUAGE", value: .text(tag)) }

  /// The address of the same text in another form.
  package static func alternative(uri: String) -> Parameter { Parameter(name: "ALTREP", value: .uri(uri)) }

  static var dateValue: Parameter { Parameter(name: "VALUE", value: .text("DATE")) }
}

extension ContentLine {
  mutating func append(_ parameter: Parameter) {
    append(byte: UInt8(ascii: ";"))
    append(parameter.name)
    append(byte: UInt8(ascii: "="))
    switch parameter.value {
    case .text(let text): append(parameterText: text)
    case .uri(let uri): appendQuoted { $0.append(uri: uri) }
    }
  }

  /// Text in quotes where it holds one of `;:,`. Quotes, carets and line ends, which no quoting allows, are written
  /// with carets (RFC 6868); controls other than tabs are dropped.
  mutating func append(parameterText text: String) {
    guard text.utf8.contains(where: \.needsQuotes) else { return appendCareted(text) }
    appendQuoted { $0.appendCareted(text) }
  }

  private mutating func appendQuoted(_ value: (inout ContentLine) -> Void) {
    append(byte: UInt8(ascii: "\""))
    value(&self)
    append(byte: UInt8(ascii: "\""))
  }

  private mutating func appendCareted(_ text: String) {
    appendScalars(text) { byte in
      switch byte {
      case UInt8(ascii: "^"): "^^"
      case UInt8(ascii: "\""): "^'"
      case UInt8(ascii: "\n"): "^n"
      default: nil
      }
    }
  }
}

extension UInt8 {
  fileprivate var needsQuotes: Bool {
    self == UInt8(ascii: ";") || self == UInt8(ascii: ":") || self == UInt8(ascii: ",")
  }
}
