import BigInt

/// An exact fraction of any size: credits are means of means, and rounding would change whose turn it is.
package struct Fraction: Hashable, Comparable, Sendable {
  private let numerator: BigInt
  /// Above zero.
  private let denominator: BigInt

  package static let zero = Fraction(0, 1)

  package init(_ numerator: Int, _ denominator: Int) {
    self.init(BigInt(numerator), BigInt(denominator))
  }

  private init(_ numerator: BigInt, _ denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  package static func < (a: Fraction, b: Fraction) -> Bool { a.numerator * b.denominator < b.numerator * a.denominator }

  package static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }

  package static func - (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  }

  package static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
  }

  package static func / (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
  }
}

extension Fraction {
  /// The nearest tenth, halves away from zero: `5.8`, `-0.3`, `4`.
  package var tenths: String {
    let scaled = (numerator.magnitude * 20 + denominator.magnitude) / (denominator.magnitude * 2)
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: 10)
    return (numerator < 0 && scaled > 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }

  /// The nearest whole percentage, halves away from zero: `20` of a fifth.
  package var percent: Int {
    let scaled = (numerator.magnitude * 200 + denominator.magnitude) / (denominator.magnitude * 2)
    return (numerator < 0 ? -1 : 1) * Int(scaled)
  }
}
