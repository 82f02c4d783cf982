internal import Diagnostics

/// One template as written.
package struct TemplateSource: Hashable, Sendable {
  /// What partial tags call it: `page`.
  package var name: String
  /// The path for diagnostics: `templates/page.mustache`.
  package var file: String
  /// The text in UTF-8.
  package var bytes: [UInt8]

  package init(name: String, file: String, bytes: [UInt8]) {
    self.name = name
    self.file = file
    self.bytes = bytes
  }
}

extension TemplateSource {
  /// Where a range of bytes stands in the file.
  func place(_ range: Range<Int>) -> SourceRange {
    SourceRange(file: file, start: location(range.lowerBound), end: location(range.upperBound))
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func location(_ offset: Int) -> SourceLocation {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return SourceLocation(line: line, column: offset - lineStart + 1)
  }
}
