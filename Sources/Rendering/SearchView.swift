import Roster
import Site
import Templates

extension View {
  /// The page of the search: with a script the results, without one everything from A to Z.
  func searchPage() -> Members {
    var members = common(
      PageFacts(
        kind: "search", title: "Search", description: "Everything in this handbook, from A to Z", ancestors: above()))
    members["robots_noindex"] = true
    let byLetter = Dictionary(grouping: entries, by: \.letter)
    members["letters"] = .list(
      byLetter.sorted { $0.key < $1.key }.map { letter, entries in
        [
          "letter": .text(letter),
          "entries": .list(entries.sorted { ($0.key, $0.address) < ($1.key, $1.address) }.map(entry)),
        ]
      })
    return members
  }

  private struct Entry {
    var title: String
    var address: Address
    var kind: String
    var section: String

    /// What it is sorted by: without case.
    var key: String { title.lowercased() }

    /// The heading that it stands under; what begins with no letter stands under `#`.
    var letter: String {
      guard let first = title.first(where: { $0.isLetter || $0.isNumber }), first.isLetter else { return "#" }
      return String(first).folded
    }
  }

  private func entry(_ entry: Entry) -> TemplateValue {
    [
      "title": .text(entry.title), "href": link(to: entry.address), "kind": .text(entry.kind),
      "section": .text(entry.section),
    ]
  }

  private var entries: [Entry] {
    let handbook = model.handbook
    let pages = handbook.entries.indices.dropFirst().filter { !handbook.entries[$0].page.isUnlisted }.map { index in
      let entry = handbook.entries[index]
      let section = entry.parent == 0 ? "" : handbook.entries[entry.parent].page.title
      return Entry(title: entry.page.title, address: entry.address, kind: "", section: section)
    }
    let organisation = model.organisation
    return pages
      + organisation.people.map { Entry(title: $0.name, address: Places.person($0.id), kind: "Person", section: "") }
      + organisation.rotas.map { Entry(title: $0.title, address: Places.rota($0.id), kind: "Rota", section: "") }
      + organisation.teams.map { Entry(title: $0.name, address: Places.team($0.id), kind: "Team", section: "") }
  }
}

extension String {
  /// A letter in upper case without its marks: `É` as `E`.
  fileprivate var folded: String {
    let base = uppercased().unicodeScalars.first.map(Character.init) ?? "#"
    let marked = [
      "ÀÁÂÃÄÅĀĂĄ": "A", "ÇĆČ": "C", "ÈÉÊËĒĖĘĚ": "E", "ÌÍÎÏĪĮİ": "I", "ÑŃŇ": "N", "ÒÓÔÕÖØŌŐ": "O", "ÙÚÛÜŪŮŰ": "U",
      "ŚŠŞ": "S", "ÝŸ": "Y", "ŹŻŽ": "Z", "Ł": "L", "Ř": "R", "Ť": "T", "Ď": "D",
    ]
    return marked.first { $0.key.contains(base) }?.value ?? String(base)
  }
}
