import Testing

@testable import QRCode

/// What a reader looks for before it reads, in the smallest symbol of each version.
@Suite("The parts of a symbol")
struct SymbolTests {
  private func code(_ version: Int) throws -> QRCode {
    try #require(QRCode(String(repeating: "x", count: Version(number: version).capacity)))
  }

  @Test("The size is 17 and 4 for each version", arguments: 1...20)
  func size(version: Int) throws { #expect(try code(version).size == 17 + 4 * version) }

  @Test("Finders stand in three corners, with a light edge", arguments: 1...20)
  func finders(version: Int) throws {
    let code = try code(version)
    let finder = ["#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........"]
    for (down, right) in [(false, false), (false, true), (true, false)] {
      let found = (0..<8).map { row in
        String((0..<8).map { code[down ? code.size - 1 - row : row, right ? code.size - 1 - $0 : $0] ? "#" : "." })
      }
      #expect(found == finder)
    }
  }

  @Test("Between the finders modules are dark and light by turns", arguments: 1...20)
  func timing(version: Int) throws {
    let code = try code(version)
    for place in 8..<code.size - 8 {
      #expect(code[6, place] == (place % 2 == 0))
      #expect(code[place, 6] == (place % 2 == 0))
    }
  }

  @Test("Both copies of the format say level M, with check bits that fit", arguments: 1...20)
  func format(version: Int) throws {
    let code = try code(version)
    let upright = (0...5).map { ($0, 8) } + [(7, 8), (8, 8), (8, 7)]
    let around = bits(upright + (9..<15).map { (8, 14 - $0) }, of: code)
    let along = bits((0..<8).map { (8, code.size - 1 - $0) } + (8..<15).map { (code.size - 15 + $0, 8) }, of: code)
    #expect(around == along)
    let format = around ^ 0b101_0100_0001_0010
    #expect(format >> 13 == 0b00)
    #expect(remainder(format, 0b101_0011_0111) == 0)
    #expect(code[code.size - 8, 8])
  }

  @Test("From version 7 both copies of the version name it, with check bits that fit", arguments: 7...20)
  func versionNumber(version: Int) throws {
    let code = try code(version)
    let places = (0..<18).map { ($0 / 3, code.size - 11 + $0 % 3) }
    let bits = bits(places, of: code)
    #expect(bits == self.bits(places.map { ($1, $0) }, of: code))
    #expect(bits >> 12 == version)
    #expect(remainder(bits, 0b1_1111_0010_0101) == 0)
  }

  /// A number whose lowest bit stands at the first place.
  private func bits(_ places: [(Int, Int)], of code: QRCode) -> Int {
    places.reversed().reduce(0) { $0 << 1 | (code[$1.0, $1.1] ? 1 : 0) }
  }

  /// The remainder of one polynomial over GF(2) by another.
  private func remainder(_ value: Int, _ divisor: Int) -> Int {
    var value = value
    while value.leadingZeroBitCount <= divisor.leadingZeroBitCount, value != 0 {
      value ^= divisor << (divisor.leadingZeroBitCount - value.leadingZeroBitCount)
    }
    return value
  }

  @Test("Example of the standard's annex I: 01234567 has these correction codewords in version 1-M")
  func correction() {
    let data: [UInt8] = [
      0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
    ]
    #expect(
      ReedSolomon(count: 10).correction(of: data) == [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55])
  }

  @Test("A block and its correction have every root of the generator", arguments: [10, 16, 18, 22, 24, 26, 28, 30])
  func roots(count: Int) {
    let data = (0..<40).map { UInt8($0 * 37 % 256) }
    let block = data + ReedSolomon(count: count).correction(of: data)
    var root: UInt8 = 1
    for _ in 0..<count {
      #expect(block.reduce(0) { ReedSolomon.product($0, root) ^ $1 } == 0)
      root = ReedSolomon.product(root, 2)
    }
  }
}
