import BigInt

/// An exact fraction of any size: credits are means of means, and rounding would change whose turn it is.
struct Fraction: Comparable {
  private let numerator: BigInt
  /// Above zero.
  private let denominator: BigInt

  static let zero = Fraction(0, 1)

  init(_ numerator: Int, _ denominator: Int) {
    self.init(BigInt(numerator), BigInt(denominator))
  }

  private init(_ numerator: BigInt, _ denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  static func < (a: Fraction, b: Fraction) -> Bool { a.numerator * b.denominator < b.numerator * a.denominator }

  static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }

  static func - (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  }

  static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
  }

  static func / (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
  }
}
