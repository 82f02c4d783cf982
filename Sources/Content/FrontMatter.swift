import Diagnostics
import YAML

/// The YAML between two lines of `---` at the top of a page.
struct FrontMatter {
  /// A mapping, or `nil` where the page has none or it is no YAML.
  var node: YAMLNode?
  /// Where the body begins in the file.
  var bodyOffset: Int
  /// The line of the file on which the body begins, from 1.
  var bodyLine: Int

  /// Finds and reads the front matter of a page. A page without any is fine.
  ///
  /// - Parameter bytes: the file from its beginning, a byte-order mark included.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, diagnostics: inout [Diagnostic]) {
    let begin = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bodyOffset = begin
    bodyLine = 1
    guard let opening = FrontMatter.line(at: begin, in: bytes) else { return }
    if FrontMatter.isFence(bytes[opening.text], UInt8(ascii: "+")) {
      diagnostics.append(.toml(SourceRange(file: file, line: 1, column: 1, length: 3)))
      return
    }
    guard FrontMatter.isFence(bytes[opening.text], UInt8(ascii: "-")) else { return }
    var (offset, line) = (opening.next, 2)
    while let next = FrontMatter.line(at: offset, in: bytes) {
      if FrontMatter.isFence(bytes[next.text], UInt8(ascii: "-")) {
        let yaml = UnsafeBufferPointer(rebasing: bytes[opening.next..<offset])
        node = FrontMatter.parse(yaml, file: file, diagnostics: &diagnostics)
        (bodyOffset, bodyLine) = (next.next, line + 1)
        return
      }
      (offset, line) = (next.next, line + 1)
    }
    diagnostics.append(.unclosed(SourceRange(file: file, line: 1, column: 1, length: 3)))
  }

  private static func parse(_ yaml: UnsafeBufferPointer<UInt8>, file: String, diagnostics: inout [Diagnostic])
    -> YAMLNode?
  {
    if let node = FlatFrontMatter(yaml, file: file, firstLine: 2).node { return node }
    let text = String(decoding: yaml, as: UTF8.self)
    return YAMLNode.parse(text, file: file, firstLine: 2, diagnostics: &diagnostics)
  }

  /// The line that begins at an offset: its text without the line end, and where the next one begins.
  static func line(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (text: Range<Int>, next: Int)? {
    guard offset < bytes.count else { return nil }
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    let next = min(end + 1, bytes.count)
    if end > offset, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (offset..<end, next)
  }

  /// Whether a line is three of a character, with nothing but white space behind.
  private static func isFence(_ line: Slice<UnsafeBufferPointer<UInt8>>, _ mark: UInt8) -> Bool {
    line.count >= 3 && line.prefix(3).allSatisfy { $0 == mark } && line.dropFirst(3).allSatisfy { $0 == 32 || $0 == 9 }
  }
}

extension Diagnostic {
  fileprivate static func toml(_ range: SourceRange) -> Diagnostic {
    .error("front-matter-toml", "TOML front matter (+++) is not read: write YAML between two lines of ---", at: range)
  }

  fileprivate static func unclosed(_ range: SourceRange) -> Diagnostic {
    .error("front-matter-unclosed", "The front matter that begins here has no closing line of ---", at: range)
  }
}
