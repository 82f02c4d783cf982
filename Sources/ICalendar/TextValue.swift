extension ContentLine {
  /// TEXT (RFC 5545 3.3.11), without the white space and controls at both ends.
  mutating func append(text: String) {
    appendScalars(text) { byte in
      switch byte {
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: ";"): "\\;"
      case UInt8(ascii: ","): "\\,"
      case UInt8(ascii: "\n"): "\\n"
      default: nil
      }
    }
  }

  mutating func append(texts: [String]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { append(byte: UInt8(ascii: ",")) }
      append(text: text)
    }
  }

  /// Appends text without outer white space and without controls other than tabs, with some ASCII bytes written as
  /// `escape` says. It is asked of every line end once, as of `\n`.
  mutating func appendScalars(_ text: String, escape: (UInt8) -> StaticString?) {
    var trimmed = text.trimmed
    trimmed.withUTF8 { utf8 in
      var plain = 0
      var index = 0
      while index < utf8.count {
        let length = dropped(utf8, index)
        let escaped = escape(utf8[index] == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : utf8[index])
        guard length > 0 || escaped != nil else {
          index += 1
          continue
        }
        append(utf8[plain..<index])
        if let escaped { append(escaped) }
        index += max(length, 1)
        plain = index
      }
      append(utf8[plain...])
    }
  }

  /// How many bytes from here on are a control, or a line end of two: CR LF is one.
  private func dropped(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch utf8[index] {
    case UInt8(ascii: "\r"): index + 1 < utf8.count && utf8[index + 1] == UInt8(ascii: "\n") ? 2 : 1
    case UInt8(ascii: "\t"): 0
    case 0..<0x20, 0x7F: 1
    // U+0080 to U+009F.
    case 0xC2: utf8[index + 1] < 0xA0 ? 2 : 0
    default: 0
    }
  }
}

extension String {
  /// The text without white space and controls at its ends.
  var trimmed: Substring {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isOuter }), let last = scalars.lastIndex(where: { !$0.isOuter })
    else { return "" }
    return Substring(scalars[first...last])
  }
}

extension Unicode.Scalar {
  fileprivate var isOuter: Bool {
    value < 0x7F ? value <= 0x20 : value <= 0x9F || properties.isWhitespace
  }
}
