/// Runs programs over a stack of values, straight into bytes.
struct Renderer {
  private struct Context {
    var value: TemplateValue
    var shape: TemplateShape
  }

  /// Partials within partials; deeper than this only an endless value can lead.
  private static let deepest = 500

  private let programs: [Program]
  private var stack: [Context]
  private var depth = 0
  /// What stands before each line of a partial whose tag was alone on an indented line.
  private var indentation: [UInt8] = []

  init(programs: [Program], root: TemplateValue, shape: TemplateShape) {
    self.programs = programs
    stack = [Context(value: root, shape: shape)]
  }

  mutating func run(_ index: Int, into out: inout [UInt8]) {
    run(programs[index], programs[index].instructions.indices, &out)
  }

  private mutating func run(_ program: Program, _ range: Range<Int>, _ out: inout [UInt8]) {
    var position = range.lowerBound
    while position < range.upperBound {
      let next = position + 1
      position = next
      switch program.instructions[next - 1] {
      case .literal(let range, let startsLine): show(program.source.bytes[range], startsLine, &out)
      case .lineStart: out += indentation
      case .text(let name): value(name)?.appendEscaped(to: &out)
      case .raw(let name): value(name)?.appendRaw(to: &out)
      case .partial(let tag): include(tag, &out)
      case .section(let name, let end):
        runSection(name, program, next..<end, &out)
        position = end
      case .inverted(let name, let end):
        if value(name)?.isTrue != true { run(program, next..<end, &out) }
        position = end
      }
    }
  }

  private mutating func runSection(
    _ name: TemplateName, _ program: Program, _ body: Range<Int>, _ out: inout [UInt8]
  ) {
    guard let context = context(name), context.value.isTrue else { return }
    let shape = context.shape.inSection
    guard case .list(let values) = context.value else {
      return run(program, body, Context(value: context.value, shape: shape), &out)
    }
    for value in values { run(program, body, Context(value: value, shape: shape), &out) }
  }

  private mutating func run(_ program: Program, _ body: Range<Int>, _ context: Context, _ out: inout [UInt8]) {
    stack.append(context)
    run(program, body, &out)
    stack.removeLast()
  }

  private mutating func include(_ tag: PartialTag, _ out: inout [UInt8]) {
    guard let index = tag.program else { return }
    precondition(depth < Self.deepest, "the values under '\(tag.name)' have no end")
    let outer = indentation
    indentation = tag.indentation.map { outer + $0 } ?? []
    depth += 1
    run(index, into: &out)
    depth -= 1
    indentation = outer
  }

  private func show(_ text: ArraySlice<UInt8>, _ startsLine: Bool, _ out: inout [UInt8]) {
    guard !indentation.isEmpty else { return out.append(contentsOf: text) }
    var startsLine = startsLine
    for byte in text {
      if startsLine, byte != UInt8(ascii: "\n") { out += indentation }
      out.append(byte)
      startsLine = byte == UInt8(ascii: "\n")
    }
  }
}

// MARK: Names

extension Renderer {
  private func value(_ name: TemplateName) -> TemplateValue? { context(name)?.value }

  /// The innermost value whose shape knows the name, or nothing where that value leaves the name out.
  private func context(_ name: TemplateName) -> Context? {
    guard let first = name.first else { return stack.last }
    guard var found = innermost(first) else { return nil }
    for part in name.rest {
      guard let shape = found.shape.member(part), let value = found.value.member(part) else { return nil }
      found = Context(value: value, shape: shape)
    }
    return found
  }

  private func innermost(_ name: String) -> Context? {
    for level in stack.indices.reversed() {
      guard let shape = stack[level].shape.member(name) else { continue }
      if let value = stack[level].value.member(name) { return Context(value: value, shape: shape) }
      // An unchecked value knows every name: what it leaves out may stand further out.
      guard case .anything = stack[level].shape else { return nil }
    }
    return nil
  }
}
