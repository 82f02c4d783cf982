import CivilTime
import Site
import Templates

/// The pages that changed lately, as far as it is known when.
struct Changes: Sendable {
  struct Entry: Sendable {
    var index: Int
    var day: Day
  }

  /// The newest first, those of one commit in reading order; at most sixty.
  let entries: [Entry]

  private static let longest = 60

  init(_ handbook: Handbook, _ changed: [Instant?], _ zone: Zone) {
    let known = handbook.readingOrder.enumerated().compactMap { rank, index -> (rank: Int, time: Instant, Entry)? in
      guard handbook.entries[index].page.isListed, let time = changed[index] else { return nil }
      return (rank, time, Entry(index: index, day: zone.local(time).day))
    }
    let sorted = known.sorted { $0.time == $1.time ? $0.rank < $1.rank : $0.time > $1.time }
    entries = sorted.prefix(Changes.longest).map(\.2)
  }
}

extension View {
  /// The pages that changed lately, day by day.
  func changesPage() -> Members {
    var members = common(
      PageFacts(
        kind: "changes", title: "Changed lately", description: "The pages of the handbook that changed last",
        ancestors: above()))
    var days: [(day: Day, pages: [TemplateValue])] = []
    for entry in model.changes.entries {
      if days.last?.day != entry.day { days.append((entry.day, [])) }
      days[days.count - 1].pages.append(page(entry.index))
    }
    members["days"] = .list(
      days.map { ["id": .text($0.day.description), "day": day($0.day), "pages": .list($0.pages)] })
    return members
  }

  /// The five newest of them, for the home page.
  func lately() -> TemplateValue {
    guard model.has(Places.changes) else { return false }
    let newest = model.changes.entries.lazy.filter { $0.index != 0 }.prefix(5).map { entry -> TemplateValue in
      let page = model.handbook.entries[entry.index]
      return ["title": .text(page.page.title), "href": link(to: page.address), "day": day(entry.day)]
    }
    return newest.isEmpty ? false : ["pages": .list(Array(newest)), "href": link(to: Places.changes)]
  }
}
