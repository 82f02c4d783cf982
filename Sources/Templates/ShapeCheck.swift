internal import Diagnostics

/// Walks an entry template and its partials with the shapes that will stand on the context stack.
struct ShapeCheck {
  /// A program met with a stack of shapes. What it can resolve depends on nothing else, so once is enough.
  private struct Visit: Hashable {
    var program: Int
    /// Innermost last, each shape once: a second one further out adds no name.
    var stack: [TemplateShape]
  }

  private let programs: [Program]
  private var diagnostics: [Diagnostic] = []
  private var reported: Set<SourceRange>
  private var finished: Set<Visit> = []
  /// The visits under way, each with the number of unchecked values entered before it.
  private var underWay: [Visit: Int] = [:]
  private var inclusions: [SourceRange] = []

  /// The faults of the entry template at `index`, without those at places that `known` already names.
  static func check(
    _ index: Int, _ shape: TemplateShape, among programs: [Program], known: [Diagnostic]
  ) -> [Diagnostic] {
    var check = ShapeCheck(programs: programs, reported: Set(known.compactMap(\.range)))
    check.visit(index, Scope(stack: [shape]))
    return check.diagnostics
  }

  private init(programs: [Program], reported: Set<SourceRange>) {
    self.programs = programs
    self.reported = reported
  }

  private mutating func visit(_ index: Int, _ scope: Scope) {
    let visit = Visit(program: index, stack: scope.stack)
    guard !programs[index].isFaulty, !finished.contains(visit) else { return }
    underWay[visit] = scope.unchecked
    walk(programs[index], programs[index].instructions.indices, scope)
    underWay[visit] = nil
    finished.insert(visit)
  }

  private mutating func walk(_ program: Program, _ range: Range<Int>, _ scope: Scope) {
    var position = range.lowerBound
    while position < range.upperBound {
      let next = position + 1
      position = next
      switch program.instructions[next - 1] {
      case .literal, .lineStart: break
      case .text(let name), .raw(let name): checkText(name, program, scope)
      case .partial(let tag): include(tag, program, scope)
      case .section(let name, let end):
        // Behind an unknown name everything is allowed: one fault is enough.
        walk(program, next..<end, scope.pushing((shape(name, program, scope) ?? .anything).inSection))
        position = end
      case .inverted(let name, let end):
        _ = shape(name, program, scope)
        walk(program, next..<end, scope)
        position = end
      }
    }
  }

  private mutating func include(_ tag: PartialTag, _ program: Program, _ scope: Scope) {
    guard let index = tag.program else { return }
    if let before = underWay[Visit(program: index, stack: scope.stack)] {
      // Values of any depth end somewhere; shapes met again without one never do.
      if before == scope.unchecked { report(endless(tag), program, tag.range) }
      return
    }
    inclusions.append(program.source.place(tag.range))
    visit(index, scope)
    inclusions.removeLast()
  }

  private mutating func checkText(_ name: TemplateName, _ program: Program, _ scope: Scope) {
    switch shape(name, program, scope) {
    case .value, .anything, nil: break
    case .flag: report(noText(name, program, "a flag"), program, name.range)
    case .list: report(noText(name, program, "a list"), program, name.range)
    case .object: report(noText(name, program, "an object"), program, name.range)
    }
  }

  /// What a name stands for; an unknown one is reported.
  private mutating func shape(_ name: TemplateName, _ program: Program, _ scope: Scope) -> TemplateShape? {
    guard let first = name.first else { return scope.stack.last }
    guard var found = scope.stack.reversed().firstNonNil({ $0.member(first) }) else {
      report(unknown(first, scope), program, name.part(0))
      return nil
    }
    for (index, part) in name.rest.enumerated() {
      guard let next = found.member(part) else {
        let owner = ([first] + name.rest[..<index]).joined(separator: ".")
        report(unknown(part, of: owner, found), program, name.part(index + 1))
        return nil
      }
      found = next
    }
    return found
  }

  private mutating func report(_ fault: (id: String, summary: String), _ program: Program, _ range: Range<Int>) {
    let place = program.source.place(range)
    guard reported.insert(place).inserted else { return }
    let notes = inclusions.reversed().map { Diagnostic.Note("included here", range: $0) }
    diagnostics.append(.error(fault.id, fault.summary, at: place, notes: notes))
  }
}

/// The shapes of the context stack at one place of a template.
private struct Scope {
  /// Innermost last, each shape once.
  var stack: [TemplateShape]
  /// How many unchecked values were entered on the way here.
  var unchecked = 0

  func pushing(_ shape: TemplateShape) -> Scope {
    Scope(stack: stack.filter { $0 != shape } + [shape], unchecked: unchecked + (shape == .anything ? 1 : 0))
  }
}

extension TemplateName {
  /// Where one part of a dotted name stands.
  fileprivate func part(_ index: Int) -> Range<Int> {
    let parts = [first ?? "."] + rest
    let start = range.lowerBound + parts[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
    return start..<start + parts[index].utf8.count
  }
}

extension Sequence {
  fileprivate func firstNonNil<T>(_ transform: (Element) -> T?) -> T? {
    for element in self {
      if let result = transform(element) { return result }
    }
    return nil
  }
}

extension ShapeCheck {
  private func unknown(_ name: String, _ scope: Scope) -> (id: String, summary: String) {
    let known = scope.stack.flatMap(\.names)
    return ("template-unknown-name", "'\(name)' is no name known here\(didYouMean(name, known))")
  }

  private func unknown(_ name: String, of owner: String, _ shape: TemplateShape) -> (id: String, summary: String) {
    ("template-unknown-name", "'\(name)' is no name of '\(owner)'\(didYouMean(name, shape.names))")
  }

  private func noText(_ name: TemplateName, _ program: Program, _ kind: String) -> (id: String, summary: String) {
    let written = program.source.string(name.range)
    return ("template-no-text", "'\(written)' is \(kind) and has no text; use it as a section, '{{#\(written)}}'")
  }

  private func endless(_ tag: PartialTag) -> (id: String, summary: String) {
    ("template-endless-partial", "'\(tag.name)' would include itself without end")
  }
}
