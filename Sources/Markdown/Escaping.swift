extension [UInt8] {
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends text with HTML's own characters as references (`&`, `<`, `>`, `"`).
  mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in bytes.indices where bytes[index].isHTMLMark {
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      appendReference(to: bytes[index])
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  /// Appends the character reference of one of HTML's own characters.
  mutating func appendReference(to mark: UInt8) {
    switch mark {
    case UInt8(ascii: "&"): append("&amp;" as StaticString)
    case UInt8(ascii: "<"): append("&lt;" as StaticString)
    case UInt8(ascii: ">"): append("&gt;" as StaticString)
    default: append("&quot;" as StaticString)
    }
  }

  /// Appends an address as an attribute's value: bytes that no address may hold are percent-encoded, `%` stays.
  mutating func appendAddress(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in bytes.indices where !bytes[index].isAddressByte {
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      switch bytes[index] {
      case UInt8(ascii: "&"): append("&amp;" as StaticString)
      case UInt8(ascii: "'"): append("&#x27;" as StaticString)
      default: appendPercentEncoded(bytes[index])
      }
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private mutating func appendPercentEncoded(_ byte: UInt8) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
    append(UInt8(ascii: "%"))
    append(digit(byte >> 4))
    append(digit(byte & 15))
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 32) }
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  /// ASCII punctuation.
  var isPunctuation: Bool { self > 32 && self < 127 && !isASCIILetter && !isASCIIDigit }
  var isBlank: Bool { self == 32 || self == 9 }
  @inline(__always)
  fileprivate var isHTMLMark: Bool {
    self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">") || self == UInt8(ascii: "\"")
  }
  var isSpace: Bool { self == 32 || (9...13).contains(self) }

  /// Letters, digits and the marks that libcmark leaves alone in addresses.
  fileprivate var isAddressByte: Bool {
    self < 64 ? UInt8.lowAddressBytes >> self & 1 == 1 : self < 128 && UInt8.highAddressBytes >> (self - 64) & 1 == 1
  }

  /// One bit for each of `0123456789-_.+!*(),%#?=;:/$`.
  private static let lowAddressBytes: UInt64 = 0xafff_ff3a_0000_0000
  /// One bit for each letter and `_@~`, counted from 64.
  private static let highAddressBytes: UInt64 = 0x47ff_fffe_87ff_ffff
}
