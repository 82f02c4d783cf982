import Content
package import Diagnostics
import Files
package import Markdown
import Rendering
import Site

/// One Markdown text as HTML, without a layout around it.
package struct TextRendering: Sendable {
  package var html: [UInt8] = []
  /// In reading order.
  package var diagnostics: [Diagnostic] = []

  /// Renders a text that stands in no site: links stay as they are written, and a directive has nothing to stand for.
  ///
  /// In the `site` dialect front matter is read and left out; the others know none.
  package init(_ text: [UInt8], file: String, dialect: MarkdownDialect) {
    var (offset, line, found) = (0, 1, [Diagnostic]())
    text.withUnsafeBufferPointer { bytes in
      if dialect == .site {
        let page = Page(source: file, file: file, bytes: bytes, diagnostics: &found)
        (offset, line) = (page.bodyOffset, page.bodyLine)
      }
      var references = UnresolvedReferences()
      let document = MarkdownRenderer(MarkdownOptions(dialect: dialect)).render(
        UnsafeBufferPointer(rebasing: bytes[offset...]), file: file, firstLine: line, references: &references,
        into: &html)
      diagnostics = (found + document.diagnostics + references.diagnostics).inReadingOrder()
    }
  }

  fileprivate init() {}

  /// Renders a page of a site as the site shows it: links resolved, facts taken from the roster.
  ///
  /// - Parameters:
  ///   - path: the page below content/.
  /// - Returns: `nil` where the site has no such page.
  package static func page(_ path: String, of request: BuildRequest) throws -> TextRendering? {
    try Build(request: request, files: SourceFiles(source: request.source)).rendering(of: path)
  }
}

extension Build {
  fileprivate func rendering(of path: String) throws -> TextRendering? {
    let roster = try readRoster()
    let sources = try readPageSources()
    var found: [Diagnostic] = []
    let templates = templates(of: try ThemeFiles(root: files.root), sources.pages, &found)
    let handbook = Handbook(sources.pages, titles: roster.sectionTitles, diagnostics: &found)
    guard let index = handbook.bySource[path] else { return nil }
    let model = SiteModel(
      settings: roster.settings, organisation: roster.organisation, schedule: plan(roster).schedule, handbook: handbook,
      asOf: roster.asOf, themeVersion: "")
    let writer = PageWriter(
      model: model, templates: templates, links: links(model, drafts: sources.drafts), materials: try readMaterials())
    let entry = handbook.entries[index]
    let bytes = try readFile(files.root + "content/" + path)
    var rendering = TextRendering()
    bytes.withUnsafeBufferPointer { bytes in
      let body = UnsafeBufferPointer(rebasing: bytes[min(entry.page.bodyOffset, bytes.count)...])
      rendering.diagnostics = writer.writeText(index, body: body, into: &rendering.html)
    }
    let own = collector.diagnostics.filter { $0.range?.file == "content/" + path }
    rendering.diagnostics = (own + rendering.diagnostics).compactMap(model.settings.judged).inReadingOrder()
    return rendering
  }

  /// What links of a site's pages may lead to.
  func links(_ model: SiteModel, drafts: [String]) -> LinkIndex {
    LinkIndex(
      handbook: model.handbook, files: files.assets, generated: model.made, drafts: drafts,
      unread: model.organisation.unread)
  }
}
