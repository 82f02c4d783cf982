import Markdown
import Rendering
import Site
import Synchronization

extension SiteWriter {
  /// Which pages link to which, known before any is rendered.
  func backlinks(_ index: LinkIndex) throws -> Backlinks {
    let entries = model.handbook.entries
    let snippets = materials.linksOfTexts
    let found = Mutex([Set<Int>](repeating: [], count: entries.count))
    try inParallel(entries.count, jobs: build.request.jobs, worker: ()) { _, position in
      let page = entries[position].page
      guard page.isListed, !page.links.isEmpty else { return }
      let pages = index.pages(linkedFrom: position, page.links) { snippets[$0] }
      found.withLock { $0[position] = pages }
    }
    return Backlinks(found.withLock { $0 }, of: model.handbook)
  }
}
