import Foundation
import Markdown

/// CPU time of rendering, in user and system mode together.
enum RenderingTime {
  static func measure(pages: [[UInt8]]) {
    let size = pages.reduce(0) { $0 + $1.count } / pages.count
    var best = Double.infinity
    for _ in 0..<7 { best = min(best, seconds { render(pages) }) }
    let perPage = best / Double(pages.count) * 1e6
    print("\(pages.count) pages of \(size) bytes: \(String(format: "%.1f", perPage)) µs CPU a page for parse and HTML")
  }

  private static func render(_ pages: [[UInt8]]) {
    let renderer = MarkdownRenderer(MarkdownOptions(dialect: .site, separatesTitle: true))
    var out: [UInt8] = []
    for page in pages {
      out.removeAll(keepingCapacity: true)
      var references = UnresolvedReferences()
      page.withUnsafeBufferPointer {
        _ = renderer.render($0, file: "page.md", firstLine: 1, references: &references, into: &out)
      }
    }
  }

  static func seconds(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}
