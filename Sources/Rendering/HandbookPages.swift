import Content
import Markdown
import Roster
package import Site
package import Templates

/// One page that is made from the pages of the handbook, all of them known: what they leave to planning, what is due.
package struct HandbookPage: Sendable {
  package var address: Address
  private var content: Content

  private enum Content: Sendable {
    case priorities, freshness, changes, tags, print
    case tag(Tag)
  }

  private init(_ address: Address, _ content: Content) {
    self.address = address
    self.content = content
  }
}

extension HandbookPage {
  /// The pages that a site has. Where a page of the handbook has the address of one, that stays away.
  static func all(
    _ handbook: Handbook, keepsNotes: Bool, hasReviews: Bool, hasChanges: Bool, tags: [Tag], isPrinted: Bool
  ) -> [HandbookPage] {
    var pages: [HandbookPage] = []
    if keepsNotes { pages.append(HandbookPage(Places.priorities, .priorities)) }
    if hasReviews { pages.append(HandbookPage(Places.freshness, .freshness)) }
    if hasChanges { pages.append(HandbookPage(Places.changes, .changes)) }
    if !tags.isEmpty { pages.append(HandbookPage(Places.tags, .tags)) }
    pages += tags.map { HandbookPage($0.address, .tag($0)) }
    if isPrinted { pages.append(HandbookPage(Places.print, .print)) }
    let taken = Set(handbook.entries.map(\.address))
    return pages.filter { !taken.contains($0.address) }
  }

  /// Whether the search and the sitemap know the page: not where it only repeats others.
  package var isFound: Bool {
    if case .print = content { return false }
    return true
  }

  /// What lists call the page; `nil` where it stands in none.
  var listTitle: String? {
    if case .tag = content { return nil }
    return title
  }

  /// What the search calls the page.
  var title: String {
    switch content {
    case .priorities: "Priorities from hand-off notes"
    case .freshness: "Review dates"
    case .changes: "Changed lately"
    case .tags: "Tags"
    case .tag(let tag): tag.heading
    case .print: "Print all"
    }
  }

  package func html(_ model: SiteModel, _ templates: TemplateSet, _ texts: GatheredTexts) -> [UInt8] {
    let view = View(model: model, address: address)
    let (template, members) = values(view, texts)
    var out: [UInt8] = []
    if case .print = content { out.reserveCapacity(65_536 + texts.printedLength) }
    templates.renderPage(template, members, into: &out)
    return out
  }

  private func values(_ view: View, _ texts: GatheredTexts) -> (template: String, members: View.Members) {
    switch content {
    case .priorities: ("priorities", view.prioritiesPage(texts))
    case .freshness: ("freshness", view.freshnessPage())
    case .changes: ("changes", view.changesPage())
    case .tags: ("tags", view.tagsPage())
    case .tag(let tag): ("tag", view.tagPage(tag))
    case .print: ("print", view.printPage(texts))
    }
  }
}

/// Parts of the rendered pages that stand on other pages too.
package struct GatheredTexts: Sendable {
  /// What hand-off notes say under "Priorities", by the note's entry of the handbook.
  var priorities: [Int: [UInt8]]
  /// The texts of the pages that the whole handbook holds.
  var printed: [PrintedText?]
  /// The rotas of which the text of each entry says who serves.
  private let serving: [Set<Rota.ID>]

  /// How many bytes the page of the whole handbook needs at least.
  var printedLength: Int { printed.reduce(0) { $0 + ($1.map { $0.html.count + $0.title.count + 256 } ?? 0) } }

  package init(_ findings: [PageWriter.Findings?]) {
    let found = findings.enumerated().compactMap { index, found in found?.priorities.map { (index, $0) } }
    priorities = Dictionary(uniqueKeysWithValues: found)
    printed = findings.map { $0?.printed }
    serving = findings.map { $0?.serving ?? [] }
  }

  /// The rotas of which the texts of entries say who serves.
  func serving(in entries: some Sequence<Int>) -> Set<Rota.ID> {
    entries.reduce(into: []) { $0.formUnion(serving[$1]) }
  }
}
