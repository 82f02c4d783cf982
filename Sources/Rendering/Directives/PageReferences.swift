import Diagnostics
import Markdown
import Roster
import Scheduling
import Site
import Templates

/// Answers what one page asks of the site while it is rendered.
struct PageReferences: ReferenceResolver {
  let view: View
  let templates: TemplateSet
  let materials: PageMaterials
  var links: PageLinks
  var diagnostics: [Diagnostic] = []
  /// The rotas of which the page says who serves: the browser needs their shifts.
  var serving: Set<Rota.ID> = []
  /// The included texts that are read now, from the page inwards.
  private(set) var including: [String] = []

  /// Texts may include others this deep.
  static let deepestInclude = 16

  init(view: View, templates: TemplateSet, materials: PageMaterials, links: PageLinks) {
    self.view = view
    self.templates = templates
    self.materials = materials
    self.links = links
  }

  var model: SiteModel { view.model }

  mutating func resolve(
    _ destination: UnsafeBufferPointer<UInt8>, kind: LinkKind, at range: SourceRange, into out: inout [UInt8]
  ) -> PixelSize? {
    let target = links.resolve(destination, kind: kind, at: range, into: &out)
    guard kind == .image, case .file(let address) = target else { return nil }
    return materials.pictureSize(address.description)
  }

  mutating func expand(_ directive: Directive, into out: inout [UInt8]) -> IncludedText? {
    guard let name = DirectiveName(rawValue: directive.name.text) else {
      diagnostics.append(.unknownDirective(directive.name))
      return nil
    }
    if name == .include { return include(directive) }
    guard name == .table || model.hasRoster else {
      diagnostics.append(.noRoster(directive.name))
      return nil
    }
    var expansion = DirectiveExpansion(directive: directive, view: view, materials: materials)
    expansion.write(name)
    diagnostics += expansion.diagnostics
    serving.formUnion(expansion.serving)
    if let block = expansion.block {
      templates.render("directive", .object(block), into: &out)
    } else {
      out += expansion.html
    }
    return nil
  }

  private mutating func include(_ directive: Directive) -> IncludedText? {
    guard directive.arguments.count == 1, let path = directive.arguments.first else {
      diagnostics.append(.wrongArguments(directive, "include FILE", "include snippets/before-you-page.md"))
      return nil
    }
    guard let file = materials.texts[path.text], path.text.hasSuffix(".md") else {
      guard !materials.unreadable.contains(path.text) else { return nil }
      diagnostics.append(.unknownText(path, materials.texts.keys.filter { $0.hasSuffix(".md") }.sorted()))
      return nil
    }
    guard !including.contains(path.text), including.count < PageReferences.deepestInclude else {
      diagnostics.append(.includeLoop(path, including))
      return nil
    }
    including.append(path.text)
    links.enter(file: path.text)
    return IncludedText(bytes: Array(file.text.utf8), file: file.path)
  }

  mutating func finishInclude() {
    including.removeLast()
    links.leave()
  }

  mutating func mention(_ name: UnsafeBufferPointer<UInt8>, isInLink: Bool, into out: inout [UInt8]) -> Bool {
    guard let person = model.organisation.person(Person.ID(String(decoding: name, as: UTF8.self))) else { return false }
    out += view.anchor(person.name, to: Places.person(person.id), isPlain: isInLink).utf8
    return true
  }
}

/// The directives that there are.
enum DirectiveName: String, CaseIterable {
  case person, now, next, rota, schedule, escalation, responses, channels, duties, checklist, members, ceremonies, team
  case experts, capacity, subscribe, table, include
}

extension View {
  /// A name with its link, escaped; the name alone where it stands in a link already.
  func anchor(_ text: String, to target: Address, isPlain: Bool) -> String {
    isPlain ? text.escaped : "<a href=\"\(address.link(to: target).escaped)\">\(text.escaped)</a>"
  }
}

extension Diagnostic {
  fileprivate static func unknownDirective(_ name: Directive.Word) -> Diagnostic {
    let known = DirectiveName.allCases.map(\.rawValue)
    return .error(
      "directive-unknown", "'\(name.text)' is no directive\(didYouMean(name.text, known))", at: name.range,
      notes: [Note("for the braces themselves, write \\{{")])
  }

  fileprivate static func noRoster(_ name: Directive.Word) -> Diagnostic {
    .error("directive-roster", "'\(name.text)' takes facts from content/roster/, which this site lacks", at: name.range)
  }

  fileprivate static func unknownText(_ path: Directive.Word, _ known: [String]) -> Diagnostic {
    .error(
      "directive-file", "'\(path.text)' is no Markdown file below content/snippets/\(didYouMean(path.text, known))",
      at: path.range)
  }

  fileprivate static func includeLoop(_ path: Directive.Word, _ including: [String]) -> Diagnostic {
    guard including.contains(path.text) else {
      return .error(
        "directive-loop", "'\(path.text)' is included \(PageReferences.deepestInclude) texts deep: that is too deep",
        at: path.range)
    }
    let way = (including.drop { $0 != path.text } + [path.text]).joined(separator: " → ")
    return .error("directive-loop", "'\(path.text)' includes itself: \(way)", at: path.range)
  }

  static func wrongArguments(_ directive: Directive, _ form: String, _ example: String) -> Diagnostic {
    .error(
      "directive-arguments", "'\(directive.name.text)' is written {{ \(form) }}, such as {{ \(example) }}",
      at: directive.range)
  }
}
