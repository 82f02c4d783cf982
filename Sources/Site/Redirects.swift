import Content
package import Diagnostics

/// An address that a page had before, and that still leads to it.
package struct Redirect: Sendable {
  package var address: Address
  /// The entry of the handbook that it leads to.
  package var entry: Int
  /// Where the page names it.
  package var range: SourceRange
}

extension Handbook {
  /// The earlier addresses that pages name as `aliases`: paths from the top where they begin with a slash, else from the
  /// page's folder; with or without `.md`. One that leads out of the site is an error.
  package func redirects() -> (redirects: [Redirect], diagnostics: [Diagnostic]) {
    var redirects: [Redirect] = []
    var diagnostics: [Diagnostic] = []
    for (index, entry) in entries.enumerated() {
      for alias in entry.page.aliases {
        if let address = Handbook.address(of: alias.text, from: entry.folder) {
          redirects.append(Redirect(address: address, entry: index, range: alias.range))
        } else {
          diagnostics.append(.badAlias(alias.text, at: alias.range))
        }
      }
    }
    return (redirects, diagnostics)
  }

  private static func address(of alias: String, from folder: String) -> Address? {
    var alias = alias
    let path = alias.withUTF8 { LinkPath($0).resolved(from: folder) }
    guard var path, !path.isEmpty else { return nil }
    for ending in ["/index.html", "index.html", ".md", ".html", "/"] where path.hasSuffix(ending) {
      path.removeLast(ending.count)
    }
    return path.isEmpty ? nil : Address(path + "/")
  }
}

extension Diagnostic {
  fileprivate static func badAlias(_ alias: String, at range: SourceRange) -> Diagnostic {
    .error("bad-alias", "'\(alias)' is no earlier address of a page, such as '/playbook/old-name/'", at: range)
  }
}
