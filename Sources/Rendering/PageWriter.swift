package import Diagnostics
import Markdown
package import Site
package import Templates

/// Renders pages of the handbook, one after another; every worker has one of its own.
package final class PageWriter {
  private let model: SiteModel
  private let templates: TemplateSet
  private let links: LinkIndex
  private let markdown: MarkdownRenderer
  private var content: [UInt8] = []
  /// The navigation of the section last written: pages come section by section.
  private var navigation: (section: Int, depth: Int, fragment: Navigation)?

  /// What one page was found to hold.
  package struct Findings: Sendable {
    package var diagnostics: [Diagnostic]
    /// The names of the places in the page that links may lead to.
    package var places: [String]
    package var fragments: [PageLinks.FragmentUse]
  }

  package init(model: SiteModel, templates: TemplateSet, links: LinkIndex) {
    self.model = model
    self.templates = templates
    self.links = links
    markdown = MarkdownRenderer(MarkdownOptions(dialect: .site, rawHTML: model.settings.rawHTML, separatesTitle: true))
  }

  /// Appends the HTML of an entry's page.
  ///
  /// - Parameter body: the Markdown below the front matter; empty for a folder without an index.
  package func write(_ index: Int, body: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> Findings {
    let entry = model.handbook.entries[index]
    var resolver = PageLinks(index: links, page: index)
    content.removeAll(keepingCapacity: true)
    let document = markdown.render(
      body, file: "content/" + entry.page.source, firstLine: entry.page.bodyLine, links: &resolver, into: &content)
    let view = View(model: model, address: entry.address)
    let members = view.handbookPage(
      index, document: document, content: content, navigation: navigation(of: index, entry))
    templates.render(index == 0 ? "home" : "page", .object(members), into: &out)
    let places = ([document.title].compactMap { $0 } + document.headings).map(\.id)
    return Findings(
      diagnostics: document.diagnostics + resolver.diagnostics, places: places + rawPlaces(),
      fragments: resolver.fragments)
  }

  private func navigation(of index: Int, _ entry: Handbook.Entry) -> [UInt8] {
    guard index != 0 else { return [] }
    let section = entry.isSection ? index : entry.parent
    let depth = entry.address.depth
    if let known = navigation, known.section == section, known.depth == depth { return known.fragment.marked(index) }
    // A leaf's fragment stands on all leaves of the section, so it is made for a place that none of them has.
    let place = entry.isSection ? entry.address : Address("\(model.handbook.entries[section].address)\u{1}/")
    let fragment = Navigation(section: section, view: View(model: model, address: place), templates: templates)
    navigation = (section, depth, fragment)
    return fragment.marked(index)
  }

  /// Ids that raw HTML gives, where the site lets it pass.
  private func rawPlaces() -> [String] { model.settings.rawHTML ? HTMLPlaces.ids(in: content) : [] }
}

/// Finds the ids of elements in HTML.
package enum HTMLPlaces {
  package static func ids(in html: [UInt8]) -> [String] {
    var ids: [String] = []
    let mark = Array(" id=\"".utf8)
    var index = 0
    while index + mark.count < html.count {
      guard html[index] == 32, html[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      let start = index + mark.count
      let end = html[start...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count
      ids.append(String(decoding: html[start..<end], as: UTF8.self))
      index = end
    }
    return ids
  }
}
