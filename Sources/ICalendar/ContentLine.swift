/// One content line before folding (RFC 5545 3.1): `NAME;PARAMETER=value:value`.
struct ContentLine: Sendable {
  private var bytes: [UInt8] = []

  mutating func start(_ head: StaticString) {
    bytes.removeAll(keepingCapacity: true)
    append(head)
  }

  mutating func startValue() { append(byte: UInt8(ascii: ":")) }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  mutating func append(_ text: some Collection<UInt8>) { bytes.append(contentsOf: text) }

  /// Appends the line, folded, with its line end.
  func end(into out: inout [UInt8]) {
    var start = 0
    while let cut = foldingPoint(after: start) {
      out.append(contentsOf: bytes[start..<cut])
      out.append(contentsOf: "\r\n ".utf8)
      start = cut
    }
    out.append(contentsOf: bytes[start...])
    out.append(contentsOf: "\r\n".utf8)
  }
}

// MARK: Folding

extension ContentLine {
  private static let longest = 75

  /// Where the physical line that begins at `start` must end, or `nil` where the rest fits.
  ///
  /// The space that marks a continued line counts. The point lies between characters as readers see them; within one
  /// only where a single character is longer than a line.
  private func foldingPoint(after start: Int) -> Int? {
    let limit = start + Self.longest - (start == 0 ? 0 : 1)
    guard bytes.count > limit else { return nil }
    if bytes[limit] < 0x80, bytes[limit - 1] < 0x80 { return limit }
    return characterEnd(start, limit) ?? scalarEnd(limit)
  }

  /// The last point not after `limit` where a character ends.
  private func characterEnd(_ start: Int, _ limit: Int) -> Int? {
    // The character behind the limit decides whether one ends there: its first code point has at most four bytes.
    let beyond = scalarEnd(min(limit + 4, bytes.count))
    var end = start
    for character in String(decoding: bytes[start..<beyond], as: UTF8.self) {
      let next = end + character.utf8.count
      guard next <= limit else { break }
      end = next
    }
    return end > start ? end : nil
  }

  /// The last point not after `offset` where a code point ends.
  private func scalarEnd(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
