import Content
import Site
import Templates

/// A word that pages are marked with, and the listed pages that bear it.
struct Tag: Sendable {
  /// As the first page writes it; pages that write it in other letters of the same words have the same tag.
  var name: String
  /// The last part of its address: `on-call` for `On call`.
  var slug: String
  /// In reading order.
  var pages: [Int]
  /// The sections that hold the pages, each with its own of them, in reading order.
  var sections: [(section: Int, pages: [Int])] = []

  /// How many pages stand in one list at most: as many as are looked through at a glance or two.
  static let listed = 40

  var address: Address { Places.tag(slug) }

  /// What its page is called: a page is often called as its tag is.
  var heading: String { "Tag: \(name)" }

  /// Letters and digits in lower case, joined by hyphens; empty where the word has none.
  static func slug(_ name: String) -> String {
    name.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
  }

  /// The tags of a handbook, by their names without case.
  static func all(_ handbook: Handbook) -> [Tag] {
    var tags: [String: Tag] = [:]
    for index in handbook.readingOrder where handbook.entries[index].page.isListed {
      for name in handbook.entries[index].page.tags {
        let slug = slug(name)
        guard !slug.isEmpty, tags[slug]?.pages.last != index else { continue }
        tags[slug, default: Tag(name: name, slug: slug, pages: [])].pages.append(index)
      }
    }
    let ranks = Dictionary(uniqueKeysWithValues: zip(handbook.readingOrder, 0...))
    return tags.values.map { tag in
      var tag = tag
      tag.sections = Dictionary(grouping: tag.pages) { handbook.entries[$0].parent }
        .map { (section: $0.key, pages: $0.value) }.sorted { ranks[$0.section] ?? 0 < ranks[$1.section] ?? 0 }
      return tag
    }.sorted { ($0.name.lowercased(), $0.slug) < ($1.name.lowercased(), $1.slug) }
  }
}

extension View {
  /// Every tag with how many pages bear it.
  func tagsPage() -> Members {
    var members = common(
      PageFacts(kind: "tags", title: "Tags", description: "What the pages are about, by tag", ancestors: above()))
    members["all_tags"] = .list(
      model.tags.map { tag in
        ["name": .text(tag.name), "href": link(to: tag.address), "count": .number(tag.pages.count)]
      })
    return members
  }

  /// The pages of one tag: many stand below the sections that hold them, few in one list.
  func tagPage(_ tag: Tag) -> Members {
    var members = common(
      PageFacts(
        kind: "tag", title: tag.heading, description: "The pages with the tag \(tag.name)",
        ancestors: above(("Tags", Places.tags))))
    let isLong = tag.pages.count > Tag.listed && tag.sections.count > 1
    let parts = isLong ? tag.sections.map { (Optional($0.section), $0.pages) } : [(nil, tag.pages)]
    members["parts"] = .list(
      parts.map { section, pages in
        [
          "heading": section.map { link(model.handbook.entries[$0].page.title, model.handbook.entries[$0].address) }
            ?? false,
          "pages": .list(pages.map { tagged($0, isBelowSection: isLong) }),
        ]
      })
    return members
  }

  private func tagged(_ index: Int, isBelowSection: Bool) -> TemplateValue {
    let entry = model.handbook.entries[index]
    return [
      "title": .text(entry.page.title), "href": link(to: entry.address), "summary": text(entry.page.description),
      "section": isBelowSection ? false : section(of: index),
    ]
  }

  /// The tags of a page, each linked where there is a page for it.
  func tags(of page: Page) -> TemplateValue {
    .list(
      page.tags.map { name in
        let address = Places.tag(Tag.slug(name))
        return ["name": .text(name), "href": model.tagAddresses.contains(address) ? link(to: address) : false]
      })
  }
}
