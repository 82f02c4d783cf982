import Diagnostics
import Rendering
import Site

/// Checks the links that name a place inside a page, once every page's places are known.
struct FragmentCheck {
  let findings: [PageWriter.Findings?]
  /// The places of pages that are made from the roster, and of others made where a link leads into them.
  let places: [Address: [String]]

  var diagnostics: [Diagnostic] {
    findings.flatMap { ($0?.fragments ?? []).compactMap(check) }
  }

  /// The pages made from others that a link leads into: their places are looked for, the whole handbook's only then.
  static func asked(_ findings: [PageWriter.Findings?]) -> Set<Address> {
    Set(
      findings.flatMap { $0?.fragments ?? [] }.compactMap { use in
        if case .generated(let address) = use.target { address } else { nil }
      })
  }

  private func check(_ use: PageLinks.FragmentUse) -> Diagnostic? {
    let known: [String]
    switch use.target {
    case .page(let index): known = findings[index]?.places ?? []
    case .generated(let address): known = places[address] ?? []
    case .file, .draft: return nil
    }
    return known.contains(use.fragment) ? nil : .noPlace(use.fragment, known, at: use.range)
  }
}

extension Diagnostic {
  fileprivate static func noPlace(_ fragment: String, _ known: [String], at range: SourceRange) -> Diagnostic {
    .error("link-fragment", "'#\(fragment)' is no place in that page\(didYouMean(fragment, known))", at: range)
  }
}
