/// A position in a UTF-8 source file.
package struct SourceLocation: Hashable, Comparable, Sendable {
  /// The line, counted from 1.
  package var line: Int
  /// The column in UTF-8 bytes, counted from 1.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of one source file; `end` is exclusive and stands on the same line as `start` or below it.
package struct SourceRange: Hashable, Sendable {
  /// The path of the file, relative to the source folder: `content/roster/people.yml`.
  package var file: String
  package var start: SourceLocation
  package var end: SourceLocation

  package init(file: String, start: SourceLocation, end: SourceLocation) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The range of `length` bytes at one place.
  package init(file: String, line: Int, column: Int, length: Int = 1) {
    self.init(
      file: file, start: SourceLocation(line: line, column: column),
      end: SourceLocation(line: line, column: column + max(length, 1)))
  }
}

extension SourceRange: Comparable {
  /// By file, then by where it starts, then by where it ends.
  package static func < (a: SourceRange, b: SourceRange) -> Bool {
    (a.file, a.start, a.end) < (b.file, b.start, b.end)
  }
}
