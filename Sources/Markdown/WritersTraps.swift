import Diagnostics

// Slips of the pen that Markdown takes for text.
extension RenderingPass {
  /// Reports `[text] (address)`: with the space it is no link.
  mutating func reportSpacedLinks() {
    let source = lines.bytes
    guard block.count > 5 else { return }
    for index in block.dropLast(3) where source[index] == UInt8(ascii: "]") {
      guard source[index + 1] == 32, source[index + 2] == UInt8(ascii: "("), looksLikeAddress(from: index + 3) else {
        continue
      }
      result.diagnostics.append(.spacedLink(at: range(of: index + 1..<index + 2)))
    }
  }

  /// Whether what stands in the parentheses could be a link's destination: an address or a path, no words.
  private func looksLikeAddress(from start: Int) -> Bool {
    let inside = lines.bytes[start..<block.upperBound].prefix { $0 != UInt8(ascii: ")") }
    guard inside.endIndex < block.upperBound, !inside.isEmpty, !inside.contains(where: \.isSpace) else { return false }
    return inside.contains(UInt8(ascii: "/")) || inside.contains(UInt8(ascii: "#"))
      || inside.contains(UInt8(ascii: "."))
  }
}

extension Diagnostic {
  fileprivate static func spacedLink(at range: SourceRange) -> Diagnostic {
    .warning("spaced-link", "A space between ] and ( makes this no link", at: range)
  }
}
