import CivilTime

/// A JSON value whose members keep their order, so that the same model gives the same bytes.
indirect enum JSONValue {
  case null
  case flag(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Appends the value as RFC 8259 text without white space.
  ///
  /// - Parameter forScript: escapes `<`, so that the text can stand in a script element.
  func write(into out: inout [UInt8], forScript: Bool = false) {
    switch self {
    case .null: out += "null".utf8
    case .flag(let flag): out += (flag ? "true" : "false").utf8
    case .integer(let number): out += String(number).utf8
    case .string(let text): JSONValue.write(text, into: &out, forScript)
    case .array(let values):
      JSONValue.write(values, "[", "]", into: &out) { $0.write(into: &$1, forScript: forScript) }
    case .object(let members):
      JSONValue.write(members, "{", "}", into: &out) { member, out in
        JSONValue.write(member.0, into: &out, forScript)
        out.append(UInt8(ascii: ":"))
        member.1.write(into: &out, forScript: forScript)
      }
    }
  }

  /// The value as a file: its text and a line end.
  var file: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func write<Element>(
    _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, into out: inout [UInt8],
    _ body: (Element, inout [UInt8]) -> Void
  ) {
    out.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      body(element, &out)
    }
    out.append(UInt8(ascii: close))
  }

  private static func write(_ text: String, into out: inout [UInt8], _ forScript: Bool) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): out += "\\n".utf8
      case UInt8(ascii: "\t"): out += "\\t".utf8
      case 0..<32, 127: out += escape(byte)
      case UInt8(ascii: "<") where forScript: out += escape(byte)
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}

extension JSONValue {
  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  static func instant(_ instant: Instant?) -> JSONValue { .optional(instant?.description) }
}
