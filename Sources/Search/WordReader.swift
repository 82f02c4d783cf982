/// Cuts a text into words as they are searched.
///
/// A word is a run of letters and digits, folded, of at most 40 bytes; longer ones are left out. Where a script writes
/// without spaces, each letter with the one that follows is a word: `支持工` gives `支持`, `持工`, `工`.
struct WordReader {
  static let limit = 40

  private var word: Letters
  /// The letter before, where its script runs on.
  private var last: [UInt8] = []

  private init(_ word: Letters) { self.word = word }

  /// Calls `body` with each word of a text in its order; the bytes hold during the call.
  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Letters.capacity) { buffer in
      var reader = WordReader(Letters(buffer))
      ascii.withUnsafeBufferPointer { reader.read(bytes, ascii: $0, body) }
    }
  }

  static func read(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { read($0, body) }
  }

  @inline(__always)
  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, ascii: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        let letter = ascii[Int(byte)]
        if letter != 0 { word.append(letter) } else { end(body) }
      } else {
        index += readScalar(bytes, at: index, body)
      }
    }
    end(body)
  }

  @inline(__always)
  private mutating func end(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if !last.isEmpty { endRun(body) }
    if word.count > 0, word.count <= Self.limit { body(word.bytes) }
    word.count = 0
  }

  private mutating func endRun(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    last.withUnsafeBufferPointer(body)
    last.removeAll()
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
    case .two(let first, let second): word.append(first, second)
    case .other: for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower: lower) }
    }
  }

  private mutating func append(lower: Unicode.Scalar) {
    switch Folding.letter(lower) {
    case .none, .nothing: break
    case .ascii(let letter): word.append(letter)
    case .two(let first, let second): word.append(first, second)
    // The last sigma of a word is searched as any other.
    case .other: for byte in String(lower == "ς" ? "σ" : lower).utf8 { word.append(byte) }
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

/// The letters of one word. What has no room is counted only.
private struct Letters {
  static let capacity = 64

  private let buffer: UnsafeMutableBufferPointer<UInt8>
  var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

  @inline(__always)
  mutating func append(_ letter: UInt8) {
    if count < Self.capacity { buffer[count] = letter }
    count += 1
  }

  mutating func append(_ first: UInt8, _ second: UInt8) {
    append(first)
    append(second)
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
