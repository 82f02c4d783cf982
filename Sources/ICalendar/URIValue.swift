extension ContentLine {
  /// An address with every byte percent-encoded that RFC 3986 does not allow in one.
  mutating func append(uri: String) {
    let utf8 = Array(uri.trimmed.utf8)
    for (index, byte) in utf8.enumerated() {
      let isKept = byte == UInt8(ascii: "%") ? utf8[(index + 1)...].prefix(2).isHexPair : byte.isInAddress
      if isKept { append(byte: byte) } else { append(percentEncoded: byte) }
    }
  }

  private mutating func append(percentEncoded byte: UInt8) {
    append(byte: UInt8(ascii: "%"))
    append(byte: hexDigit(byte >> 4))
    append(byte: hexDigit(byte & 15))
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

extension ArraySlice<UInt8> {
  fileprivate var isHexPair: Bool {
    count == 2 && allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}

extension UInt8 {
  /// The unreserved and the reserved characters of RFC 3986 2.
  fileprivate var isInAddress: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~:/?#[]@!$&'()*+,;=".utf8.contains(self)
    }
  }
}
