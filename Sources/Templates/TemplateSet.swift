package import Diagnostics

/// Mustache templates, checked against the names they may use and compiled once, rendered many times.
///
/// The language is that of the Mustache specification without lambdas, inheritance and other delimiters. The module knows
/// neither pages nor rotas: names and values are the caller's. What renders was checked: after a load without errors no
/// tag is unknown, no partial is missing and no template includes itself without end.
package struct TemplateSet: Sendable {
  private let programs: [Program]
  private let indexes: [String: Int]
  private let shapes: [String: TemplateShape]

  /// Compiles every source and checks the entry templates, into their partials, against their shapes.
  ///
  /// Where two sources share a name the later stands. A name of `shapes` without a source is not an error here; rendering
  /// it is.
  ///
  /// - Parameter shapes: The names known to each entry template, by its name. Other templates serve as partials.
  package init(_ sources: [TemplateSource], shapes: [String: TemplateShape], diagnostics: inout [Diagnostic]) {
    let standing = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let ordered = standing.values.sorted { $0.name < $1.name }
    let indexes = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.name, $0) })
    var found: [Diagnostic] = []
    let programs = ordered.map { TemplateParser.parse($0, diagnostics: &found).linked(indexes, diagnostics: &found) }
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      guard let index = indexes[name] else { continue }
      found += ShapeCheck.check(index, shape, among: programs, known: found)
    }
    diagnostics += found.inReadingOrder()
    self.programs = programs
    self.indexes = indexes
    self.shapes = shapes
  }

  /// The names of the templates there are.
  package var names: Set<String> { Set(indexes.keys) }

  /// Whether a template of this name can be rendered.
  package func canRender(_ name: String) -> Bool { indexes[name] != nil && shapes[name] != nil }

  /// Appends a template's text, filled with the names of `value`, an object that fits the template's shape.
  ///
  /// - Precondition: `name` has a source and a shape, and loading reported no error.
  package func render(_ name: String, _ value: TemplateValue, into out: inout [UInt8]) {
    guard let index = indexes[name], let shape = shapes[name] else {
      preconditionFailure("no template is called '\(name)'")
    }
    var renderer = Renderer(programs: programs, root: value, shape: shape)
    renderer.run(index, into: &out)
  }
}

extension Program {
  /// The program with its partial tags led to the programs they name.
  fileprivate func linked(_ indexes: [String: Int], diagnostics: inout [Diagnostic]) -> Program {
    var result = self
    for (position, instruction) in instructions.enumerated() {
      guard case .partial(var tag) = instruction else { continue }
      tag.program = indexes[tag.name]
      result.instructions[position] = .partial(tag)
      if tag.program == nil { diagnostics.append(missing(tag, among: indexes.keys)) }
    }
    return result
  }

  private func missing(_ tag: PartialTag, among names: some Sequence<String>) -> Diagnostic {
    .error(
      "template-missing-partial", "'\(tag.name)' is no template\(didYouMean(tag.name, names))",
      at: source.place(tag.range))
  }
}
