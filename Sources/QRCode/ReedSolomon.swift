/// The correction codewords of a block: the remainder by the generator polynomial over GF(2⁸) (ISO/IEC 18004, 7.5.2).
struct ReedSolomon {
  /// The generator's coefficients below the highest, which is 1, from the highest power down.
  private let generator: [UInt8]

  /// - Parameter count: the number of correction codewords.
  init(count: Int) {
    // The product of (x - αⁱ) for i in 0..<count; coefficients from the highest power down.
    var product: [UInt8] = [1]
    var root: UInt8 = 1
    for _ in 0..<count {
      let scaled = product.map { ReedSolomon.product($0, root) }
      product = zip(product + [0], [0] + scaled).map { $0 ^ $1 }
      root = ReedSolomon.product(root, 2)
    }
    generator = Array(product.dropFirst())
  }

  func correction(of block: [UInt8]) -> [UInt8] {
    var remainder = [UInt8](repeating: 0, count: generator.count)
    for byte in block {
      let factor = byte ^ remainder.removeFirst()
      remainder.append(0)
      for index in remainder.indices { remainder[index] ^= ReedSolomon.product(generator[index], factor) }
    }
    return remainder
  }

  /// The product in GF(2⁸) modulo x⁸ + x⁴ + x³ + x² + 1.
  static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var (a, b, product) = (a, b, UInt8(0))
    while b != 0 {
      if b & 1 == 1 { product ^= a }
      a = a & 0x80 == 0 ? a << 1 : a << 1 ^ 0x1D
      b >>= 1
    }
    return product
  }
}
