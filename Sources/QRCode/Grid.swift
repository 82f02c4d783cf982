/// The modules of a symbol, and which of them carry patterns rather than text.
struct Grid: Sendable {
  let size: Int
  private var dark: [Bool]
  private var reserved: [Bool]

  /// The patterns of a version, with room for the text and for the mask's number.
  init(_ version: Version) {
    size = version.size
    dark = Array(repeating: false, count: size * size)
    reserved = dark
    drawTiming()
    drawFinders()
    drawAlignment(version.alignmentCentres)
    if version.number >= 7 { drawVersion(CheckedBits.version(version)) }
    // Any mask does: this reserves the place.
    drawFormat(of: .checkers)
  }

  subscript(row: Int, column: Int) -> Bool { dark[row * size + column] }

  private mutating func reserve(_ row: Int, _ column: Int, _ isDark: Bool) {
    dark[row * size + column] = isDark
    reserved[row * size + column] = true
  }
}

// The patterns of ISO/IEC 18004, 6.3, and the information of 7.9 and 7.10.
extension Grid {
  private mutating func drawTiming() {
    for place in 0..<size {
      reserve(6, place, place % 2 == 0)
      reserve(place, 6, place % 2 == 0)
    }
  }

  /// Squares in three corners, with a light edge towards the rest.
  private mutating func drawFinders() {
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
      drawRings(row, column, reach: 4) { $0 != 2 && $0 != 4 }
    }
  }

  /// Smaller squares wherever two centres cross, but not in the corners of finders.
  private mutating func drawAlignment(_ centres: [Int]) {
    guard let first = centres.first, let last = centres.last else { return }
    let corners = [[first, first], [first, last], [last, first]]
    for row in centres {
      for column in centres where !corners.contains([row, column]) {
        drawRings(row, column, reach: 2) { $0 != 1 }
      }
    }
  }

  /// Rings around a centre, as far as they lie on the grid; `isDark` knows them by their distance.
  private mutating func drawRings(_ row: Int, _ column: Int, reach: Int, isDark: (Int) -> Bool) {
    for down in -reach...reach where (0..<size).contains(row + down) {
      for right in -reach...reach where (0..<size).contains(column + right) {
        reserve(row + down, column + right, isDark(max(abs(down), abs(right))))
      }
    }
  }

  /// The version twice, in blocks of three by six, from version 7.
  private mutating func drawVersion(_ bits: Int) {
    for index in 0..<18 {
      let (long, short) = (index / 3, size - 11 + index % 3)
      reserve(long, short, bits >> index & 1 == 1)
      reserve(short, long, bits >> index & 1 == 1)
    }
  }

  /// Level and mask twice: around the upper left finder, and along the other two.
  private mutating func drawFormat(of mask: Mask) {
    let bits = CheckedBits.format(mask)
    let around = [0, 1, 2, 3, 4, 5, 7].map { ($0, 8) } + [8, 7, 5, 4, 3, 2, 1, 0].map { (8, $0) }
    let along = (0..<8).map { (8, size - 1 - $0) } + (8..<15).map { (size - 15 + $0, 8) }
    for (index, ((row, column), (otherRow, otherColumn))) in zip(around, along).enumerated() {
      reserve(row, column, bits >> index & 1 == 1)
      reserve(otherRow, otherColumn, bits >> index & 1 == 1)
    }
    reserve(size - 8, 8, true)
  }
}

extension Grid {
  /// The places of the text's bits: pairs of columns from the right, up and down by turns (7.7.3).
  private var places: [(row: Int, column: Int)] {
    var upwards = true
    // The column of the timing pattern belongs to no pair.
    let rights = stride(from: size - 1, to: 6, by: -2).map(\.self) + [5, 3, 1]
    return rights.flatMap { right in
      let rows = upwards ? Array((0..<size).reversed()) : Array(0..<size)
      upwards.toggle()
      return rows.flatMap { row in [(row: row, column: right), (row: row, column: right - 1)] }
    }.filter { !reserved[$0.row * size + $0.column] }
  }

  /// The grid with the text's bits in their places; those left over stay light.
  func filled(with codewords: [UInt8]) -> Grid {
    var grid = self
    for (index, place) in places.prefix(codewords.count * 8).enumerated() {
      grid.dark[place.row * size + place.column] = codewords[index / 8] >> (7 - index % 8) & 1 == 1
    }
    return grid
  }

  /// The grid with a mask over the text, and with the mask's number.
  func masked(by mask: Mask) -> Grid {
    var grid = self
    for row in 0..<size {
      for column in 0..<size where !reserved[row * size + column] && mask.inverts(row, column) {
        grid.dark[row * size + column].toggle()
      }
    }
    grid.drawFormat(of: mask)
    return grid
  }
}
