// Images reads the sizes of pictures from their first bytes. It refuses to know what is in them.

/// The width and height of a picture as a browser shows it, in pixels, or `nil` where the bytes do not tell.
///
/// PNG, GIF, JPEG (turned as its Exif data says), WebP, AVIF and SVG are known.
///
/// - Parameter bytes: the beginning of the file; 64 KiB hold the size of all but odd files.
package func pictureSize(of bytes: UnsafeBufferPointer<UInt8>) -> (width: Int, height: Int)? {
  let file = PictureBytes(bytes)
  let size = file.png ?? file.gif ?? file.jpeg ?? file.webP ?? file.avif ?? SVGSize(bytes).size
  guard let size, size.width > 0, size.height > 0 else { return nil }
  return size
}

struct PictureBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func holds(_ text: String, at offset: Int) -> Bool {
    offset >= 0 && offset + text.utf8.count <= bytes.count && bytes[offset...].starts(with: text.utf8)
  }

  /// A number of a few bytes; `nil` beyond the end.
  func number(at offset: Int, _ count: Int, bigEndian: Bool = true) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    let part = bytes[offset..<offset + count]
    let digits = bigEndian ? Array(part) : part.reversed()
    return digits.reduce(0) { $0 << 8 | Int($1) }
  }

  private func pair(_ width: Int?, _ height: Int?) -> (width: Int, height: Int)? {
    guard let width, let height else { return nil }
    return (width, height)
  }

  var png: (width: Int, height: Int)? {
    guard holds("PNG\r\n", at: 1), holds("IHDR", at: 12) else { return nil }
    return pair(number(at: 16, 4), number(at: 20, 4))
  }

  var gif: (width: Int, height: Int)? {
    guard holds("GIF8", at: 0) else { return nil }
    return pair(number(at: 6, 2, bigEndian: false), number(at: 8, 2, bigEndian: false))
  }

  var webP: (width: Int, height: Int)? {
    guard holds("RIFF", at: 0), holds("WEBP", at: 8) else { return nil }
    if holds("VP8X", at: 12) {
      return pair(
        number(at: 24, 3, bigEndian: false).map { $0 + 1 }, number(at: 27, 3, bigEndian: false).map { $0 + 1 })
    }
    if holds("VP8L", at: 12) {
      guard let bits = number(at: 21, 4, bigEndian: false) else { return nil }
      return (bits & 0x3fff + 1, bits >> 14 & 0x3fff + 1)
    }
    guard holds("VP8 ", at: 12) else { return nil }
    return pair(
      number(at: 26, 2, bigEndian: false).map { $0 & 0x3fff }, number(at: 28, 2, bigEndian: false).map { $0 & 0x3fff })
  }

  /// The largest of the sizes that the file's `ispe` properties state.
  var avif: (width: Int, height: Int)? {
    guard holds("ftypavi", at: 4) else { return nil }
    var largest: (width: Int, height: Int)?
    for offset in 0..<max(0, bytes.count - 16) where bytes[offset] == UInt8(ascii: "i") && holds("ispe", at: offset) {
      guard let width = number(at: offset + 8, 4), let height = number(at: offset + 12, 4) else { continue }
      if width * height > (largest.map { $0.width * $0.height } ?? 0) { largest = (width, height) }
    }
    return largest
  }
}
