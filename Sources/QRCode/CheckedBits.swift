/// Short numbers with check bits behind them (BCH codes), by which readers learn how to read the rest.
enum CheckedBits {
  /// Level M and a mask in 15 bits (ISO/IEC 18004, 7.9 and annex C).
  static func format(_ mask: Mask) -> Int {
    // Level M is written 00. The last step keeps a symbol from having no dark module here.
    checked(mask.rawValue, by: 0b101_0011_0111, checkBits: 10) ^ 0b101_0100_0001_0010
  }

  /// A version in 18 bits (7.10 and annex D).
  static func version(_ version: Version) -> Int { checked(version.number, by: 0b1_1111_0010_0101, checkBits: 12) }

  private static func checked(_ value: Int, by generator: Int, checkBits: Int) -> Int {
    var remainder = value << checkBits
    for shift in stride(from: 5, through: 0, by: -1) where remainder >> (shift + checkBits) & 1 == 1 {
      remainder ^= generator << shift
    }
    return value << checkBits | remainder
  }
}
