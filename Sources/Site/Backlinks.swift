import Markdown

extension LinkIndex {
  /// The pages of the handbook that a page's text links to, each once, the page itself left out.
  ///
  /// - Parameters:
  ///   - links: what `LinkScan` has found in a text.
  ///   - snippet: the same of a text that pages may take in, by its path below content/.
  package func pages(
    linkedFrom entry: Int, _ links: [UInt8], snippet: (String) -> [UInt8]?
  ) -> Set<Int> {
    var pages: Set<Int> = []
    var taken: Set<String> = []
    collect(links, from: handbook.entries[entry].folder, snippet, &taken, &pages)
    pages.remove(entry)
    return pages
  }

  private func collect(
    _ links: [UInt8], from folder: String, _ snippet: (String) -> [UInt8]?, _ taken: inout Set<String>,
    _ pages: inout Set<Int>
  ) {
    for finding in Set(LinkScan.findings(links)) {
      switch finding {
      case .link(let destination):
        let path = destination.withUnsafeBufferPointer { LinkPath($0).resolved(from: folder) }
        if let path, !path.isEmpty || destination.first == UInt8(ascii: "."), case .page(let page)? = target(path) {
          pages.insert(page)
        }
      case .include(let path):
        let path = String(decoding: path, as: UTF8.self)
        guard taken.insert(path).inserted, let inner = snippet(path) else { continue }
        collect(inner, from: Handbook.folder(of: path), snippet, &taken, &pages)
      }
    }
  }
}

/// Which pages link to each page of the handbook.
package struct Backlinks: Sendable {
  private let sources: [[Int32]]

  /// Nobody links to anything.
  package init() { sources = [] }

  /// - Parameter links: the pages that each entry links to; empty where the entry is not listed.
  package init(_ links: [Set<Int>], of handbook: Handbook) {
    var sources = Array(repeating: [Int32](), count: links.count)
    for source in handbook.readingOrder {
      for target in links[source] { sources[target].append(Int32(source)) }
    }
    self.sources = sources
  }

  /// The listed pages that link to an entry, in reading order.
  package func sources(of entry: Int) -> [Int] { sources.isEmpty ? [] : sources[entry].map(Int.init) }
}
