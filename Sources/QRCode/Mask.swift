/// Which modules of the text are inverted, so that the symbol has few places that confuse readers (ISO/IEC 18004, 7.8.2).
enum Mask: Int, CaseIterable, Sendable {
  case checkers, rows, columns, diagonals, bricks, sparseGrid, denseGrid, weave

  func inverts(_ row: Int, _ column: Int) -> Bool {
    let product = row * column
    switch self {
    case .checkers: return (row + column) % 2 == 0
    case .rows: return row % 2 == 0
    case .columns: return column % 3 == 0
    case .diagonals: return (row + column) % 3 == 0
    case .bricks: return (row / 2 + column / 3) % 2 == 0
    case .sparseGrid: return product % 2 + product % 3 == 0
    case .denseGrid: return (product % 2 + product % 3) % 2 == 0
    case .weave: return ((row + column) % 2 + product % 3) % 2 == 0
    }
  }
}
