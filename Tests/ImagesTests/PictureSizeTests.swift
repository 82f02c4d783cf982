import Images
import Testing

@Suite("Sizes of pictures")
struct PictureSizeTests {
  private func size(_ bytes: [UInt8]) -> String {
    let size = bytes.withUnsafeBufferPointer { pictureSize(of: $0) }
    return size.map { "\($0.width)×\($0.height)" } ?? "unknown"
  }

  private func bytes(_ parts: Any...) -> [UInt8] {
    parts.flatMap { part in (part as? String).map { Array($0.utf8) } ?? (part as? [UInt8]) ?? [] }
  }

  @Test("PNG, GIF, WebP of three kinds, AVIF")
  func formats() {
    #expect(
      size(
        bytes(
          [0x89] as [UInt8], "PNG\r\n", [0x1A, 10, 0, 0, 0, 13] as [UInt8], "IHDR",
          [0, 0, 2, 128, 0, 0, 1, 224] as [UInt8])) == "640×480")
    #expect(size(bytes("GIF89a", [0x2C, 1, 0xC8, 0] as [UInt8])) == "300×200")
    let riff = bytes("RIFF", [0, 0, 0, 0] as [UInt8], "WEBP")
    #expect(size(riff + bytes("VP8X", [10, 0, 0, 0, 0, 0, 0, 0, 0x2B, 1, 0, 0xC7, 0, 0] as [UInt8])) == "300×200")
    #expect(size(riff + bytes("VP8 ", [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x2C, 1, 0xC8, 0] as [UInt8])) == "300×200")
    #expect(size(riff + bytes("VP8L", [0, 0, 0, 0, 0x2F, 0x2B, 0xC1, 0x31, 0] as [UInt8])) == "300×200")
    let avif = bytes(
      [0, 0, 0, 28] as [UInt8], "ftypavif", [0, 0, 0, 20] as [UInt8], "ispe",
      [0, 0, 0, 0, 0, 0, 1, 44, 0, 0, 0, 200] as [UInt8], "mdat")
    #expect(size(avif) == "300×200")
  }

  @Test("JPEG: the frame behind other segments, turned as the camera was held")
  func jpeg() {
    let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1]
    let frame: [UInt8] = [0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 44, 3]
    #expect(size(start + frame) == "300×200")
    let exif = bytes("Exif\0\0MM", [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0] as [UInt8])
    let turned = [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
    #expect(size(start + turned + frame) == "200×300")
  }

  @Test("SVG: width and height in pixels, else the view box")
  func svg() {
    #expect(size(bytes("<?xml version=\"1.0\"?>\n<svg width=\"120px\" height='60.4' viewBox=\"0 0 9 9\">")) == "120×60")
    #expect(size(bytes("<svg\n  viewBox=\"0 0 640 79.6\" width=\"100%\">")) == "640×80")
    #expect(size(bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")) == "unknown")
  }

  @Test("Anything cut short or broken is no picture, and does no harm")
  func broken() {
    let whole: [[UInt8]] = [
      bytes(
        [0x89] as [UInt8], "PNG\r\n", [0x1A, 10, 0, 0, 0, 13] as [UInt8], "IHDR",
        [0, 0, 2, 128, 0, 0, 1, 224] as [UInt8]),
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 44],
      bytes("RIFF", [0, 0, 0, 0] as [UInt8], "WEBPVP8L", [0, 0, 0, 0, 0x2F, 0x2B, 0xC1, 0x31, 0] as [UInt8]),
      bytes("GIF89a", [1, 0, 1, 0] as [UInt8]),
    ]
    for file in whole {
      for count in 0..<file.count { #expect(size(Array(file.prefix(count))) == "unknown") }
    }
    #expect(size(bytes("GIF89a", [0, 0, 1, 0] as [UInt8])) == "unknown")
    #expect(size([0xFF, 0xD8] + Array(repeating: 0xFF, count: 1000)) == "unknown")
  }
}
