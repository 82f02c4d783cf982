/// A template compiled to a flat list of instructions over its own source text.
struct Program: Sendable {
  let source: TemplateSource
  var instructions: [Instruction] = []
  /// Whether the source has a fault of syntax; its names are then not checked.
  var isFaulty = false
}

enum Instruction: Sendable {
  /// A range of the source. `startsLine` says that its first byte is the first of a line.
  case literal(Range<Int>, startsLine: Bool)
  /// A line begins here with a tag. Shows the indentation, if there is one.
  case lineStart
  case text(TemplateName)
  case raw(TemplateName)
  /// The instructions up to `end` (exclusive) belong to the section.
  case section(TemplateName, end: Int)
  case inverted(TemplateName, end: Int)
  case partial(PartialTag)
}

/// `a.b.c`, or `.` for the current value.
struct TemplateName: Sendable {
  /// `nil` for the current value.
  var first: String?
  var rest: [String]
  /// Where the whole name stands in its source.
  var range: Range<Int>
}

struct PartialTag: Sendable {
  var name: String
  /// Where the name stands in its source.
  var range: Range<Int>
  /// The white space before a tag alone on its line; `nil` for a tag among text.
  var indentation: [UInt8]?
  /// The index of the program; `nil` where no template has the name.
  var program: Int?
}
