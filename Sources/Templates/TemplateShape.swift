/// The names that a template may use, and what stands behind each.
///
/// A shape lists every name, those included that a value may leave out. A name therefore means the same at load and at
/// each rendering: the innermost object whose shape knows it. A child without a description shows none, though the page
/// around it has one.
package indirect enum TemplateShape: Hashable, Sendable {
  /// Text or HTML.
  case value
  case flag
  /// A list, with the shape of each element.
  case list(TemplateShape)
  case object([String: TemplateShape])
  /// Unchecked: every name is known, and one that the value leaves out is looked for further out.
  ///
  /// A tree that a partial walks by including itself must therefore give its leaves an empty list.
  case anything
}

extension TemplateShape: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, TemplateShape)...) {
    self = .object(Dictionary(uniqueKeysWithValues: members))
  }
}

extension TemplateShape {
  /// The shape behind a name of an object; `nil` where it has no such name.
  func member(_ name: String) -> TemplateShape? {
    switch self {
    case .object(let members): members[name]
    case .anything: .anything
    case .value, .flag, .list: nil
    }
  }

  /// What a section over this pushes: each element of a list, else the value itself.
  var inSection: TemplateShape {
    guard case .list(let element) = self else { return self }
    return element
  }

  var names: [String] {
    guard case .object(let members) = self else { return [] }
    return Array(members.keys)
  }
}
