extension PictureBytes {
  /// The size in the frame header, its sides exchanged where the camera was held upright.
  var jpeg: (width: Int, height: Int)? {
    guard number(at: 0, 2) == 0xffd8 else { return nil }
    var offset = 2
    var isTurned = false
    while let mark = number(at: offset, 2), mark >> 8 == 0xff {
      guard let length = number(at: offset + 2, 2) else { return nil }
      if mark == 0xffe1 { isTurned = isTurned || orientation(at: offset + 4) >= 5 }
      if isFrame(mark) {
        guard let height = number(at: offset + 5, 2), let width = number(at: offset + 7, 2) else { return nil }
        return isTurned ? (height, width) : (width, height)
      }
      offset += 2 + length
    }
    return nil
  }

  /// Start of frame: 0xC0 to 0xCF but for the tables and extensions among them.
  private func isFrame(_ mark: Int) -> Bool {
    (0xffc0...0xffcf).contains(mark) && ![0xffc4, 0xffc8, 0xffcc].contains(mark)
  }

  /// How the picture is turned (Exif 2.3, tag 0x0112): 1 to 8; 1 where nothing says it.
  private func orientation(at start: Int) -> Int {
    guard holds("Exif\0\0", at: start) else { return 1 }
    let base = start + 6
    let isBig = holds("MM", at: base)
    guard isBig || holds("II", at: base), let first = number(at: base + 4, 4, bigEndian: isBig),
      let count = number(at: base + first, 2, bigEndian: isBig)
    else { return 1 }
    for entry in 0..<min(count, 64) {
      let offset = base + first + 2 + entry * 12
      guard number(at: offset, 2, bigEndian: isBig) == 0x0112 else { continue }
      return number(at: offset + 8, 2, bigEndian: isBig) ?? 1
    }
    return 1
  }
}
