import Content
import Diagnostics
import Rendering
import Site

/// Finds pages that no reader can come to: no section lists them, and no page that can be come to links to them.
struct OrphanCheck {
  let handbook: Handbook
  let findings: [PageWriter.Findings?]
  /// Pages that rotas name as their playbook: their rota's page links to them.
  let playbooks: [Int]

  var diagnostics: [Diagnostic] {
    var reached = Array(repeating: false, count: handbook.entries.count)
    var waiting = [0] + playbooks
    while let index = waiting.popLast() {
      guard !reached[index] else { continue }
      reached[index] = true
      waiting += handbook.entries[index].children + (findings[index]?.links ?? [])
    }
    return handbook.entries.indices.filter { !reached[$0] && !handbook.entries[$0].isImplied }.map {
      .orphan(handbook.entries[$0].page)
    }
  }
}

extension Diagnostic {
  fileprivate static func orphan(_ page: Page) -> Diagnostic {
    .warning(
      "page-orphan", "Nobody can find this page: no section lists it, and no page links to it",
      at: SourceRange(file: "content/" + page.source, line: 1, column: 1),
      notes: [Note("link to it, or leave out 'unlisted'")])
  }
}
