/// A size of symbol, and how level M divides it between text and correction.
struct Version: Hashable, Sendable {
  /// 1...20.
  let number: Int

  /// The smallest version that holds so many bytes, or `nil`.
  static func smallest(for byteCount: Int) -> Version? {
    (1...20).lazy.map(Version.init).first { $0.capacity >= byteCount }
  }

  /// Modules along an edge.
  var size: Int { 17 + 4 * number }

  /// Bits of the number of bytes in byte mode (ISO/IEC 18004, table 3).
  var countBits: Int { number < 10 ? 8 : 16 }

  /// The bytes of text that there is room for, beside four bits of mode and the count.
  var capacity: Int { (dataCodewords * 8 - 4 - countBits) / 8 }

  /// Codewords of the whole symbol (table 1).
  var codewords: Int { Version.codewords[number - 1] }
  var dataCodewords: Int { codewords - blocks * correctionCodewords }

  /// Blocks that are corrected each by itself, at level M (table 9).
  var blocks: Int { Version.blocks[number - 1] }
  /// Correction codewords of every block, at level M (table 9).
  var correctionCodewords: Int { Version.correctionCodewords[number - 1] }

  /// Rows and columns on which alignment patterns are centred (annex E).
  var alignmentCentres: [Int] {
    guard number > 1 else { return [] }
    let inner = Version.innerCentres[number - 2]
    return [6] + inner + [size - 7]
  }

  private static let codewords = [
    26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466, 532, 581, 655, 733, 815, 901, 991, 1085,
  ]
  private static let blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
  private static let correctionCodewords = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
  ]
  /// Between the first and the last centre, from version 2.
  private static let innerCentres = [
    [], [], [], [], [], [22], [24], [26], [28], [30], [32], [34], [26, 46], [26, 48], [26, 50], [30, 54], [30, 56],
    [30, 58], [34, 62],
  ]
}
