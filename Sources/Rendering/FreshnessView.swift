import CivilTime
import Content
import Site
import Templates

/// Which pages somebody must read again, and when.
struct Freshness {
  struct Entry {
    var index: Int
    var due: Day
    var owner: String?
  }

  /// By the day on which the next review is due, then in reading order.
  let entries: [Entry]
  /// Pages that nobody has reviewed, in reading order; hand-off notes are records, and nobody reviews them.
  let unreviewed: [Int]

  init(_ handbook: Handbook, notes: Set<Int>, every span: Span?) {
    let listed = handbook.readingOrder.filter { !handbook.entries[$0].isImplied && handbook.entries[$0].page.isListed }
    let found = listed.compactMap { index -> Entry? in
      let page = handbook.entries[index].page
      return page.reviewDue(every: span).map { Entry(index: index, due: $0, owner: page.owner) }
    }
    entries = found.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
    unreviewed = listed.filter { handbook.entries[$0].page.reviewed == nil && !notes.contains($0) }
  }
}

extension View {
  /// What is due, first the ten pages that are due next and all that are overdue, then everything by owner.
  func freshnessPage() -> Members {
    var members = common(
      PageFacts(
        kind: "freshness", title: "Review dates",
        description: "When each page is due to be read again, by whom, and what is overdue", ancestors: above()))
    let freshness = Freshness(model.handbook, notes: model.notes, every: model.settings.reviewEvery)
    let soon = freshness.entries.enumerated().prefix { $0 < 10 || $1.due < model.today }.map(\.element)
    let owners = Dictionary(grouping: freshness.entries) { $0.owner ?? "" }
    let sorted = owners.values.sorted { ($0[0].due, $0[0].index) < ($1[0].due, $1[0].index) }
    members["next"] = .list(soon.map(review))
    members["owners"] = .list(sorted.map(owner))
    members["unreviewed"] = .list(freshness.unreviewed.prefix(50).map(page))
    members["has_unreviewed"] = .flag(!freshness.unreviewed.isEmpty)
    members["unreviewed_more"] = more(freshness.unreviewed.count - 50)
    return members
  }

  private func review(_ entry: Freshness.Entry) -> TemplateValue {
    let page = model.handbook.entries[entry.index]
    return [
      "title": .text(page.page.title), "href": link(to: page.address), "section": section(of: entry.index),
      "due": day(entry.due), "overdue": .flag(entry.due < model.today), "reviewed": day(page.page.reviewed),
      "owner": owner(entry.owner),
    ]
  }

  private func owner(_ entries: [Freshness.Entry]) -> TemplateValue {
    [
      "owner": owner(entries[0].owner), "count": .number(entries.count), "one": .flag(entries.count == 1),
      "due": day(entries[0].due), "overdue": .flag(entries[0].due < model.today),
      "pages": .list(entries.map(review)),
    ]
  }

  /// A page of the handbook with the section that it stands in, and what it says of itself.
  func page(_ index: Int) -> TemplateValue {
    let entry = model.handbook.entries[index]
    return [
      "title": .text(entry.page.title), "href": link(to: entry.address), "section": section(of: index),
      "summary": text(entry.page.description),
    ]
  }

  /// The title of the section around a page; nothing for pages at the top.
  func section(of index: Int) -> TemplateValue {
    let parent = model.handbook.entries[index].parent
    return parent == 0 ? false : .text(model.handbook.entries[parent].page.title)
  }

  func more(_ count: Int) -> TemplateValue { count > 0 ? .number(count) : false }
}
