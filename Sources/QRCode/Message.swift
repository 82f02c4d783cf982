/// A text's bytes as the codewords of a symbol, in the order in which they are placed.
struct Message {
  let codewords: [UInt8]

  /// - Parameter version: one that has room for the bytes.
  init(_ bytes: [UInt8], _ version: Version) {
    precondition(bytes.count <= version.capacity)
    let blocks = Message.blocks(Message.data(bytes, version), version)
    let correction = ReedSolomon(count: version.correctionCodewords)
    codewords = Message.interleaved(blocks) + Message.interleaved(blocks.map(correction.correction))
  }

  /// Mode, count, bytes and terminator, filled up with pad codewords (ISO/IEC 18004, 7.4.5, 7.4.9, 7.4.10).
  private static func data(_ bytes: [UInt8], _ version: Version) -> [UInt8] {
    var bits = Bits()
    bits.append(0b0100, count: 4)
    bits.append(bytes.count, count: version.countBits)
    for byte in bytes { bits.append(Int(byte), count: 8) }
    // The mode's four bits and a whole number of bytes leave exactly the terminator's four.
    bits.append(0, count: 4)
    let missing = version.dataCodewords - bits.bytes.count
    return bits.bytes + (0..<missing).map { $0 % 2 == 0 ? 0xEC : 0x11 }
  }

  /// The data in blocks of one length, the last ones longer by a codeword where it does not divide evenly.
  private static func blocks(_ data: [UInt8], _ version: Version) -> [[UInt8]] {
    let (length, longer) = data.count.quotientAndRemainder(dividingBy: version.blocks)
    return (0..<version.blocks).map { block in
      let start = block * length + max(0, block - (version.blocks - longer))
      let count = block < version.blocks - longer ? length : length + 1
      return Array(data[start..<start + count])
    }
  }

  /// The first codeword of every block, then the second of every block, and so on (7.6).
  private static func interleaved(_ blocks: [[UInt8]]) -> [UInt8] {
    let length = blocks.map(\.count).max() ?? 0
    return (0..<length).flatMap { index in blocks.filter { index < $0.count }.map { $0[index] } }
  }
}

/// Bits one after another, the highest of a byte first.
private struct Bits {
  private(set) var bytes: [UInt8] = []
  private var used = 0

  /// Appends the lowest `count` bits of a value, the highest of them first.
  mutating func append(_ value: Int, count: Int) {
    for shift in stride(from: count - 1, through: 0, by: -1) {
      if used % 8 == 0 { bytes.append(0) }
      bytes[used / 8] |= UInt8(value >> shift & 1) << (7 - used % 8)
      used += 1
    }
  }
}
