// Markdown turns GitHub-flavoured Markdown into HTML on plain libcmark. It refuses to know sites: what a link leads to
// is the resolver's business. Always true: positions in diagnostics are those of the source; two renderers on two
// threads share nothing; no text, however strange, makes it fail.
package import Diagnostics

/// What counts as Markdown, and what HTML it becomes.
package enum MarkdownDialect: String, Sendable, CaseIterable {
  /// GitHub's, with ids on headings and safe HTML alone: what pages are written in.
  case site
  /// GFM 0.29 as its specification prints it.
  case gfm
  /// CommonMark 0.30 as its specification prints it.
  case commonmark
}

package struct MarkdownOptions: Sendable {
  package var dialect: MarkdownDialect
  /// Whether a site lets raw HTML pass; scripts, event attributes and `javascript:` addresses do not pass even then.
  package var rawHTML: Bool
  /// Whether a level 1 heading that opens the text is handed back as the title and left out of the HTML.
  package var separatesTitle: Bool

  package init(dialect: MarkdownDialect = .site, rawHTML: Bool = false, separatesTitle: Bool = false) {
    self.dialect = dialect
    self.rawHTML = rawHTML
    self.separatesTitle = separatesTitle
  }
}

package enum LinkKind: Sendable {
  case link, image
  /// A bare address in the text.
  case autolink
}

/// A heading of a page.
package struct Heading: Sendable {
  /// 1 to 6.
  package var level: Int
  /// Unique in the page; empty where the dialect gives none.
  package var id: String
  /// The heading's HTML without links, fit for a table of contents.
  package var html: String
  package var text: String
  /// The line of the file, from 1.
  package var line: Int
}

/// What a rendered text holds beside its HTML.
package struct RenderedDocument: Sendable {
  /// The heading that opened the text, where the options ask to separate it.
  package var title: Heading?
  package var headings: [Heading] = []
  package var diagnostics: [Diagnostic] = []
}
