extension Grid {
  /// How much of a symbol may confuse readers; the mask of the smallest wins (ISO/IEC 18004, 7.8.3).
  var penalty: Int {
    let lines = (0..<size).flatMap { line in
      [(0..<size).map { self[line, $0] }, (0..<size).map { self[$0, line] }]
    }
    return lines.reduce(0) { $0 + Grid.runs(in: $1) + Grid.finderLikes(in: $1) } + squares + imbalance
  }

  /// Runs of one colour: 3 for five modules, and 1 for each further one.
  private static func runs(in line: [Bool]) -> Int {
    var (penalty, length) = (0, 0)
    for index in line.indices {
      length = index > 0 && line[index] == line[index - 1] ? length + 1 : 1
      penalty += length == 5 ? 3 : length > 5 ? 1 : 0
    }
    return penalty
  }

  /// What looks like the middle of a finder beside four light modules: 40 each.
  private static func finderLikes(in line: [Bool]) -> Int {
    var (window, penalty) = (0, 0)
    for (index, isDark) in line.enumerated() {
      window = (window << 1 | (isDark ? 1 : 0)) & 0x7FF
      if index >= 10, window == 0b101_1101_0000 || window == 0b000_0101_1101 { penalty += 40 }
    }
    return penalty
  }

  /// Squares of two by two modules of one colour, overlapping ones too: 3 each.
  private var squares: Int {
    let count = (1..<size).reduce(0) { count, row in
      count
        + (1..<size).count { column in
          let colour = self[row, column]
          return self[row - 1, column] == colour && self[row, column - 1] == colour
            && self[row - 1, column - 1] == colour
        }
    }
    return count * 3
  }

  /// 10 for every whole 5 per cent by which the dark part differs from one half.
  private var imbalance: Int {
    let dark = (0..<size * size).count { self[$0 / size, $0 % size] }
    return abs(dark * 20 - size * size * 10) / (size * size) * 10
  }
}
