// QRCode turns a short text into the square that phones read (ISO/IEC 18004, Model 2). It refuses to know what the text
// means and where the square is shown. Always true: the same text gives the same modules.

/// A text as a QR code: byte mode in UTF-8, error correction level M, the smallest version of 1...20 that holds it.
package struct QRCode: Sendable {
  private let grid: Grid

  /// The most bytes of UTF-8 that a code holds.
  package static let longest = 666

  /// The code of a text, or `nil` where the text has more than 666 bytes of UTF-8.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let version = Version.smallest(for: bytes.count) else { return nil }
    let unmasked = Grid(version).filled(with: Message(bytes, version).codewords)
    grid = Mask.allCases.map(unmasked.masked).min { $0.penalty < $1.penalty }!
  }

  /// Modules along an edge: 21...97.
  package var size: Int { grid.size }

  /// Whether a module is dark; both are counted from the upper left corner, from 0.
  package subscript(row: Int, column: Int) -> Bool { grid[row, column] }
}

extension QRCode {
  /// The light modules that a reader wants to find on every side.
  private static let quietZone = 4

  /// Modules along an edge, the quiet zone counted in: the side of the square that `path` is drawn in.
  package var extent: Int { size + 2 * QRCode.quietZone }

  /// The dark modules as the data of one SVG path, a module one unit wide: a rectangle for each run in a row.
  ///
  ///     M4 4h7v1h-7zM12 4h1v1h-1z…
  package var path: String { (0..<size).map(path(ofRow:)).joined() }

  private func path(ofRow row: Int) -> String {
    var out = ""
    var column = 0
    while column < size {
      let run = (column..<size).prefix { self[row, $0] }.count
      if run > 0 { out += "M\(column + QRCode.quietZone) \(row + QRCode.quietZone)h\(run)v1h-\(run)z" }
      column += run + 1
    }
    return out
  }
}
