import Diagnostics
import Templates

/// The text of a template, with every name allowed where no shape is given.
func rendered(
  _ template: String, _ value: TemplateValue = [:], shape: TemplateShape = .anything, partials: [String: String] = [:]
) -> String {
  var diagnostics: [Diagnostic] = []
  let set = TemplateSet(sources(template, partials), shapes: ["page": shape], diagnostics: &diagnostics)
  guard diagnostics.isEmpty else { return printed(diagnostics, template, partials) }
  var out: [UInt8] = []
  set.render("page", value, into: &out)
  return String(decoding: out, as: UTF8.self)
}

/// What loading a template says on the terminal.
func faults(_ template: String, shape: TemplateShape = .anything, partials: [String: String] = [:]) -> String {
  var diagnostics: [Diagnostic] = []
  _ = TemplateSet(sources(template, partials), shapes: ["page": shape], diagnostics: &diagnostics)
  return printed(diagnostics, template, partials)
}

private func sources(_ template: String, _ partials: [String: String]) -> [TemplateSource] {
  partials.merging(["page": template]) { $1 }
    .map { TemplateSource(name: $0, file: "\($0).mustache", bytes: Array($1.utf8)) }
}

private func printed(_ diagnostics: [Diagnostic], _ template: String, _ partials: [String: String]) -> String {
  let texts = partials.merging(["page": template]) { $1 }
  let printer = DiagnosticText(colour: false) { file, line in
    let text = texts[String(file.prefix { $0 != "." })] ?? ""
    return String(text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1])
  }
  return diagnostics.map(printer.text).joined()
}
