internal import Diagnostics

/// Compiles one template, with the rule that a tag alone on its line takes the line with it.
struct TemplateParser {
  private struct OpenSection {
    var tag: Tag
    var instruction: Int
  }

  private let source: TemplateSource
  private var program: Program
  private var open: [OpenSection] = []
  private var faults: [Diagnostic] = []
  /// The first byte that no instruction covers yet.
  private var cursor = 0

  static func parse(_ source: TemplateSource, diagnostics: inout [Diagnostic]) -> Program {
    var parser = TemplateParser(source)
    parser.parse()
    diagnostics += parser.faults
    parser.program.isFaulty = !parser.faults.isEmpty
    return parser.program
  }

  private init(_ source: TemplateSource) {
    self.source = source
    program = Program(source: source)
  }

  private mutating func parse() {
    var position = 0
    while let start = source.firstPair(UInt8(ascii: "{"), from: position) {
      switch source.tag(at: start) {
      case .success(let tag):
        add(tag)
        position = tag.range.upperBound
      case .failure(let fault):
        faults.append(fault.diagnostic)
        position = fault.resume
      }
    }
    addLiteral(upTo: source.bytes.count)
    for section in open { faults.append(unclosed(section.tag)) }
    for section in open { end(section) }
  }

  private mutating func add(_ tag: Tag) {
    let line = tag.mayStandAlone ? lineAlone(tag.range) : nil
    addLiteral(upTo: line?.lowerBound ?? tag.range.lowerBound)
    if line == nil, isLineStart(tag.range.lowerBound) { program.instructions.append(.lineStart) }
    addInstruction(tag, line: line)
    cursor = line?.upperBound ?? tag.range.upperBound
  }

  private mutating func addInstruction(_ tag: Tag, line: Range<Int>?) {
    switch tag.kind {
    case .comment: break
    case .text: program.instructions.append(.text(name(tag)))
    case .raw: program.instructions.append(.raw(name(tag)))
    case .partial: program.instructions.append(.partial(partial(tag, line: line)))
    case .close: close(tag)
    case .section, .inverted:
      open.append(OpenSection(tag: tag, instruction: program.instructions.count))
      let name = name(tag)
      program.instructions.append(tag.kind == .section ? .section(name, end: 0) : .inverted(name, end: 0))
    }
  }

  private mutating func addLiteral(upTo end: Int) {
    guard cursor < end else { return }
    program.instructions.append(.literal(cursor..<end, startsLine: isLineStart(cursor)))
    cursor = end
  }

  private func name(_ tag: Tag) -> TemplateName {
    let parts = source.string(tag.name).split(separator: ".").map(String.init)
    return TemplateName(first: parts.first, rest: Array(parts.dropFirst()), range: tag.name)
  }

  private func partial(_ tag: Tag, line: Range<Int>?) -> PartialTag {
    let indentation = line.map { Array(source.bytes[$0.lowerBound..<tag.range.lowerBound]) }
    return PartialTag(name: source.string(tag.name), range: tag.name, indentation: indentation)
  }
}

// MARK: Sections

extension TemplateParser {
  private mutating func close(_ tag: Tag) {
    guard let last = open.last else { return faults.append(notOpen(tag)) }
    let name = source.string(tag.name)
    guard let match = open.lastIndex(where: { source.string($0.tag.name) == name }) else {
      // A misspelt closing tag: it most likely belongs to the section opened last.
      faults.append(unclosed(last.tag, instead: tag))
      return end(open.removeLast())
    }
    for section in open[(match + 1)...] { faults.append(unclosed(section.tag, instead: tag)) }
    for section in open[match...] { end(section) }
    open.removeSubrange(match...)
  }

  private mutating func end(_ section: OpenSection) {
    let end = program.instructions.count
    switch program.instructions[section.instruction] {
    case .section(let name, _): program.instructions[section.instruction] = .section(name, end: end)
    case .inverted(let name, _): program.instructions[section.instruction] = .inverted(name, end: end)
    case .literal, .lineStart, .text, .raw, .partial: preconditionFailure("a section begins with its own tag")
    }
  }
}

// MARK: Lines

extension TemplateParser {
  private func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || source.bytes[offset - 1] == UInt8(ascii: "\n")
  }

  /// The whole line or lines of a tag, the line end included, where nothing but blanks stands beside it.
  private func lineAlone(_ tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > 0, isBlank(start - 1) { start -= 1 }
    guard isLineStart(start) else { return nil }
    var end = tag.upperBound
    while end < source.bytes.count, isBlank(end) { end += 1 }
    if end == source.bytes.count { return start..<end }
    if source.bytes[end...].starts(with: "\n".utf8) { return start..<end + 1 }
    return source.bytes[end...].starts(with: "\r\n".utf8) ? start..<end + 2 : nil
  }

  private func isBlank(_ offset: Int) -> Bool {
    source.bytes[offset] == UInt8(ascii: " ") || source.bytes[offset] == UInt8(ascii: "\t")
  }
}

extension TemplateParser {
  private func unclosed(_ section: Tag, instead close: Tag? = nil) -> Diagnostic {
    let note = close.map { tag in
      Diagnostic.Note("'\(source.string(tag.range))' stands where it should close", range: source.place(tag.range))
    }
    return .error(
      "template-unclosed-section", "'\(source.string(section.name))' is a section without an end",
      at: source.place(section.range), notes: note.map { [$0] } ?? [])
  }

  private func notOpen(_ close: Tag) -> Diagnostic {
    .error(
      "template-unclosed-section", "'\(source.string(close.name))' is closed but not open",
      at: source.place(close.range))
  }
}
