package import CivilTime
package import Diagnostics

/// One Markdown file of the handbook: what its front matter says, and where its body begins.
package struct Page: Sendable {
  /// The path below content/: `playbook/escalation.md`.
  package var source: String
  package var title: String
  package var description: String?
  /// The place among its neighbours, smallest first; without one the title decides.
  package var order: Int?
  package var owner: String?
  package var ownerRange: SourceRange?
  package var reviewed: Day?
  package var reviewEvery: Span?
  package var date: Day?
  package var updated: Day?
  package var tags: [String] = []
  package var authors: [String] = []
  package var aliases: [Text] = []
  /// The last part of the address, in place of the file's name.
  package var slug: Text?
  package var isDraft = false
  /// Published, but named in no navigation and no list.
  package var isUnlisted = false
  /// Whether the page shows its table of contents; `nil` leaves it to the number of headings.
  package var showsContents: Bool?
  /// The template that the page asks for, in place of the one for its kind.
  package var layout: String?
  /// Keys of the front matter that mean nothing to sitegen: the templates' own, in the order of the file.
  package var extra: [Extra] = []
  /// The links of the body, as `LinkScan` has found them.
  package var links: [UInt8] = []
  /// Where the body begins in the file, in bytes.
  package var bodyOffset = 0
  /// The line on which the body begins, from 1.
  package var bodyLine = 1
  /// The place of the reviewed date, for reports.
  package var reviewedRange: SourceRange?

  /// A text with the place where it stands.
  package struct Text: Sendable {
    package var text: String
    package var range: SourceRange
  }

  /// A key of the front matter for templates.
  package struct Extra: Sendable {
    package var key: String
    package var value: ExtraValue
  }

  package indirect enum ExtraValue: Sendable {
    case text(String)
    case flag(Bool)
    case list([ExtraValue])
    case mapping([Extra])
  }

  /// A page that no file holds: a folder without an index.
  package init(source: String, title: String) {
    self.source = source
    self.title = title
  }

  /// Whether lists, feeds and searches may name the page.
  package var isListed: Bool { !isUnlisted && !isDraft }

  /// The day by which somebody must read the page again, or `nil` where nobody asked for that.
  package func reviewDue(every siteSpan: Span?) -> Day? {
    guard let reviewed, let span = reviewEvery ?? siteSpan else { return nil }
    return reviewed.adding(span)
  }
}
