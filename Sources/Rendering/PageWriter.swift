import Content
package import Diagnostics
import Markdown
import Roster
import Scheduling
package import Search
package import Site
package import Templates

/// Renders pages of the handbook, one after another; every worker has one of its own.
package final class PageWriter {
  private let model: SiteModel
  private let templates: TemplateSet
  private let links: LinkIndex
  private let materials: PageMaterials
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
    /// The entries of the handbook that the page links to.
    package var links: [Int]
    package var external: [PageLinks.External]
    /// What a hand-off note asks of planning; `nil` on other pages.
    package var priorities: [UInt8]?
    /// The text for the page that holds the whole handbook; `nil` where that leaves the page out.
    var printed: PrintedText?
    /// The rotas of which the text says who serves.
    var serving: Set<Rota.ID>
    /// What the search knows of the page; `nil` where it is unlisted.
    package var document: SearchDocument?
  }

  private let isSearched: Bool
  private let isPrinted: Bool
  private let backlinks: Backlinks

  /// - Parameters:
  ///   - backlinks: which pages link to each.
  ///   - isSearched: whether the search, and the page that holds all of them, will want to know the pages.
  package init(
    model: SiteModel, templates: TemplateSet, links: LinkIndex, materials: PageMaterials,
    backlinks: Backlinks = Backlinks(), isSearched: Bool = false
  ) {
    self.backlinks = backlinks
    isPrinted = isSearched && model.has(Places.print)
    self.isSearched = isSearched
    self.model = model
    self.templates = templates
    self.links = links
    self.materials = materials
    markdown = MarkdownRenderer(MarkdownOptions(dialect: .site, rawHTML: model.settings.rawHTML, separatesTitle: true))
  }

  /// Appends the HTML of an entry's page.
  ///
  /// - Parameter body: the Markdown below the front matter; empty for a folder without an index.
  package func write(_ index: Int, body: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> Findings {
    let entry = model.handbook.entries[index]
    let view = View(model: model, address: entry.address)
    content.removeAll(keepingCapacity: true)
    let (document, references) = render(index, body, markdown, view, into: &content)
    var members = view.handbookPage(
      index, document: document, content: content, navigation: navigation(of: index, entry))
    view.take(backlinks.sources(of: index), &members)
    if index != 0 { members["shifts_json"] = view.shiftData(of: references.serving) }
    templates.renderPage(template(index, entry.page), members, into: &out)
    let places = ([document.title].compactMap { $0 } + document.headings).map(\.id)
    let durations = model.rotasByPlaybook[entry.page.source].map {
      DurationCheck($0, body: body, file: "content/" + entry.page.source, firstLine: entry.page.bodyLine).diagnostics
    }
    return Findings(
      diagnostics: document.diagnostics + references.diagnostics + references.links.diagnostics + (durations ?? []),
      places: places + rawPlaces(), fragments: references.links.fragments, links: references.links.pages,
      external: references.links.external,
      priorities: model.notes.contains(index) ? Priorities.of(content, document.headings) : nil,
      printed: isPrinted && model.print.holds(index) ? model.print.text(entry, document.title, content) : nil,
      serving: references.serving,
      document: isSearched ? SearchDocuments.page(index, of: model, document.headings, content: content) : nil)
  }

  /// Appends the HTML of an entry's text alone, its title counted in; the answer is what is wrong with it.
  package func writeText(_ index: Int, body: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> [Diagnostic] {
    let view = View(model: model, address: model.handbook.entries[index].address)
    let whole = MarkdownRenderer(MarkdownOptions(dialect: .site, rawHTML: model.settings.rawHTML))
    let (document, references) = render(index, body, whole, view, into: &out)
    return document.diagnostics + references.diagnostics + references.links.diagnostics
  }

  private func render(
    _ index: Int, _ body: UnsafeBufferPointer<UInt8>, _ markdown: MarkdownRenderer, _ view: View,
    into out: inout [UInt8]
  ) -> (RenderedDocument, PageReferences) {
    let page = model.handbook.entries[index].page
    var references = PageReferences(
      view: view, templates: templates, materials: materials, links: PageLinks(index: links, page: index))
    let document = markdown.render(
      body, file: "content/" + page.source, firstLine: page.bodyLine, references: &references, into: &out)
    return (document, references)
  }

  /// The page's own layout, where the theme has a template of that name; else the one for its kind.
  private func template(_ index: Int, _ page: Page) -> String {
    if let layout = page.layout, TemplateShapes.all[layout] == nil, templates.canRender(layout) { return layout }
    return index == 0 ? "home" : "page"
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
