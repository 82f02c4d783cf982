/// Cuts a text into words as they are searched.
///
/// A word is a run of letters and digits, folded, of at most 40 bytes; longer ones are left out. Where a script writes
/// without spaces, each letter with the one that follows is a word: `支持工` gives `支持`, `持工`, `工`.
struct WordReader {
  static let limit = 40

  private var word: [UInt8] = []
  /// The letter before, where its script runs on.
  private var last: [UInt8] = []

  init() { word.reserveCapacity(64) }

  /// Calls `body` with each word in its order; the bytes hold during the call.
  @inline(__always)
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        let letter = Self.ascii[Int(byte)]
        if letter != 0 { word.append(letter) } else { end(body) }
      } else {
        index += readScalar(bytes, at: index, body)
      }
    }
    end(body)
  }

  mutating func read(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { read($0, body) }
  }

  @inline(__always)
  private mutating func end(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if !last.isEmpty { endRun(body) }
    guard !word.isEmpty else { return }
    if word.count <= Self.limit { word.withUnsafeBufferPointer(body) }
    word.removeAll(keepingCapacity: true)
  }

  private mutating func endRun(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    last.withUnsafeBufferPointer(body)
    last.removeAll(keepingCapacity: true)
  }

  /// Takes one code point that is not ASCII; the answer is its length in bytes.
  @inline(never)
  private mutating func readScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Int {
    guard let (scalar, length) = decode(bytes, at: index) else {
      end(body)
      return 1
    }
    if Folding.runsOn(scalar) { runOn(bytes[index..<index + length], body) } else { append(scalar, body) }
    return length
  }

  private mutating func runOn(_ letter: Slice<UnsafeBufferPointer<UInt8>>, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
  {
    if last.isEmpty { end(body) } else { (last + letter).withUnsafeBufferPointer(body) }
    last.replaceSubrange(0..., with: letter)
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if !last.isEmpty { endRun(body) }
    switch Folding.letter(scalar) {
    case .none: end(body)
    case .nothing: break
    case .ascii(let letter): word.append(letter)
    case .two(let first, let second): word += [first, second]
    case .other: for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower: lower) }
    }
  }

  private mutating func append(lower: Unicode.Scalar) {
    switch Folding.letter(lower) {
    case .none, .nothing: break
    case .ascii(let letter): word.append(letter)
    case .two(let first, let second): word += [first, second]
    // The last sigma of a word is searched as any other.
    case .other: word += String(lower == "ς" ? "σ" : lower).utf8
    }
  }

  /// The folded letter or digit of an ASCII byte; 0 where it ends a word.
  private static let ascii: [UInt8] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
    default: 0
    }
  }
}

/// The code point at a position and its length in bytes; `nil` where none is well formed.
private func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int)? {
  let first = bytes[index]
  let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
  guard length > 0, index + length <= bytes.count else { return nil }
  var value = UInt32(first) & (0xFF >> UInt32(length + 1))
  for byte in bytes[index + 1..<index + length] {
    guard byte & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  return Unicode.Scalar(value).map { ($0, length) }
}
