/// Reads the size that the root element of an SVG picture states: `width` and `height` in pixels, else its `viewBox`.
struct SVGSize {
  private let tag: String

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes.prefix(4096)), as: UTF8.self)
    guard let start = text.ranges(of: "<svg").first?.lowerBound else {
      tag = ""
      return
    }
    tag = String(text[start...].prefix { $0 != ">" })
  }

  var size: (width: Int, height: Int)? {
    guard !tag.isEmpty else { return nil }
    if let width = length("width"), let height = length("height") { return (width, height) }
    let box = attribute("viewBox")?.split(whereSeparator: { " ,\n\t".contains($0) }).compactMap { Double($0) } ?? []
    guard box.count == 4, box[2].isFinite, box[3].isFinite, (0...1e6).contains(box[2]), (0...1e6).contains(box[3])
    else {
      return nil
    }
    return (Int(box[2].rounded()), Int(box[3].rounded()))
  }

  /// A length in pixels; one in another unit is none.
  private func length(_ name: String) -> Int? {
    guard let text = attribute(name) else { return nil }
    guard let number = Double(text.hasSuffix("px") ? String(text.dropLast(2)) : text), (0...1e6).contains(number) else {
      return nil
    }
    return Int(number.rounded())
  }

  private func attribute(_ name: String) -> String? {
    for quote in ["\"", "'"] {
      for space in [" ", "\n", "\t"] {
        guard let found = tag.ranges(of: "\(space)\(name)=\(quote)").first else { continue }
        return String(tag[found.upperBound...].prefix { String($0) != quote })
      }
    }
    return nil
  }
}
