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
  /// The pages as they are listed: many below the sections that hold them, in reading order, few in one part without.
  var parts: [(section: Int?, pages: [Int])] = []

  /// As many pages as are looked through at a glance or two.
  private static let few = 40

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
    for slug in tags.keys { tags[slug]?.divide(handbook, ranks) }
    return tags.values.sorted { ($0.name.lowercased(), $0.slug) < ($1.name.lowercased(), $1.slug) }
  }

  /// - Parameter ranks: where each entry of the handbook stands in its reading order.
  private mutating func divide(_ handbook: Handbook, _ ranks: [Int: Int]) {
    let sections = Dictionary(grouping: pages) { handbook.entries[$0].parent }
    let isOne = pages.count <= Tag.few || sections.count == 1
    let sorted = sections.sorted { ranks[$0.key] ?? 0 < ranks[$1.key] ?? 0 }
    parts = isOne ? [(nil, pages)] : sorted.map { ($0.key, $0.value) }
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

  /// The pages of one tag.
  func tagPage(_ tag: Tag) -> Members {
    var members = common(
      PageFacts(
        kind: "tag", title: tag.heading, description: "The pages with the tag \(tag.name)",
        ancestors: above(("Tags", Places.tags))))
    members["parts"] = .list(
      tag.parts.map { part in
        let section = part.section.map { model.handbook.entries[$0] }
        return [
          "heading": section.map { link($0.page.title, $0.address) } ?? false, "pages": .list(part.pages.map(page)),
        ]
      })
    return members
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
