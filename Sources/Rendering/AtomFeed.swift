import CivilTime
import Content
import Site

/// The feed of a site, for those who read it elsewhere: hand-off notes and pages that changed (Atom, RFC 4287).
///
/// An entry's identifier is the page's own address, so that a change never makes a second one; its times are those of
/// the front matter or of the repository, never of the build.
struct AtomFeed: Sendable {
  private struct Entry: Sendable {
    var index: Int
    var updated: Instant
  }

  private let base: String
  /// The newest first, at most fifty; never empty.
  private let entries: [Entry]

  private static let longest = 50

  /// `nil` where the site has no address of its own, or no page of which a time is known.
  init?(_ handbook: Handbook, _ handoffs: [HandoffNotes], base: String?, asOf: Instant, changed: [Instant?]) {
    guard let base else { return nil }
    let ends = handoffs.flatMap(\.entries).compactMap { entry in entry.page.map { ($0, entry.due) } }
    let due = Dictionary(ends, uniquingKeysWith: { first, _ in first })
    let found = handbook.entries.indices.compactMap { index -> Entry? in
      let entry = handbook.entries[index]
      guard !entry.isImplied, entry.page.isListed else { return nil }
      let ended = due[index].flatMap { $0 }.flatMap { $0 <= asOf ? $0 : nil }
      return (changed[index] ?? ended).map { Entry(index: index, updated: $0) }
    }
    guard !found.isEmpty else { return nil }
    self.base = base
    let address = { (entry: Entry) in handbook.entries[entry.index].address }
    let sorted = found.sorted { $0.updated == $1.updated ? address($0) < address($1) : $0.updated > $1.updated }
    entries = Array(sorted.prefix(AtomFeed.longest))
  }

  func bytes(_ model: SiteModel) -> [UInt8] {
    let settings = model.settings
    var out = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(settings.language.xml)">
      <id>\(Places.siteFeed.absolute(base).xml)</id>
      <title>\(settings.title.xml)</title>
      <updated>\(entries[0].updated)</updated>
      <author><name>\(settings.title.xml)</name></author>
      <link rel="self" type="application/atom+xml" href="\(Places.siteFeed.absolute(base).xml)"/>
      <link rel="alternate" type="text/html" href="\(base.xml)"/>

      """
    if !settings.description.isEmpty { out += "<subtitle>\(settings.description.xml)</subtitle>\n" }
    for entry in entries { out += text(entry, model) }
    return Array((out + "</feed>\n").utf8)
  }

  private func text(_ entry: Entry, _ model: SiteModel) -> String {
    let place = model.handbook.entries[entry.index]
    let (page, address) = (place.page, place.address.absolute(base).xml)
    var out = """
      <entry>
      <id>\(address)</id>
      <title>\(page.title.xml)</title>
      <updated>\(entry.updated)</updated>

      """
    if let date = page.date { out += "<published>\(model.settings.zone.start(of: date))</published>\n" }
    for author in authors(of: entry.index, model) { out += "<author><name>\(author.xml)</name></author>\n" }
    out += "<link rel=\"alternate\" type=\"text/html\" href=\"\(address)\"/>\n"
    let section = model.handbook.entries[place.parent]
    if entry.index != 0, place.parent != 0 { out += "<category term=\"\(section.page.title.xml)\"/>\n" }
    if let summary = page.description { out += "<summary>\(summary.xml)</summary>\n" }
    return out + "</entry>\n"
  }

  /// Who wrote a page by its front matter; who had the turn, of a note that does not say it.
  private func authors(of index: Int, _ model: SiteModel) -> [String] {
    let page = model.handbook.entries[index].page
    guard page.authors.isEmpty else { return page.authors }
    let note = model.handoffs.lazy.flatMap(\.entries).first { $0.page == index }
    return note?.outgoing.compactMap { model.organisation.person($0)?.name } ?? []
  }
}

extension String {
  /// The text as XML has it, without the control characters that XML 1.0 (2.2) cannot hold.
  fileprivate var xml: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 32 || $0 == "\t" || $0 == "\n" })).escaped
  }
}
