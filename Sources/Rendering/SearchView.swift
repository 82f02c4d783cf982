import Site
import Templates

extension View {
  /// The page of the search: with a script the results, without one everything from A to Z, or the letters that lead
  /// there.
  func searchPage() -> Members {
    var members = common(
      PageFacts(
        kind: "search", title: "Search", description: "Everything in this handbook, from A to Z", ancestors: above()))
    members["robots_noindex"] = true
    members["has_field"] = true
    let isSpread = model.aToZ.isSpread
    members["letters"] = letters { isSpread ? nil : $0.entries }
    return members
  }

  /// The page of one letter.
  func letterPage(_ letter: AToZ.Letter) -> Members {
    var members = common(
      PageFacts(
        kind: "letter", title: "From A to Z: \(letter.name)",
        description: "What begins with \(letter.name) in this handbook", ancestors: above(("Search", Places.search))))
    members["robots_noindex"] = true
    members["letters"] = letters { $0.name == letter.name ? $0.entries : nil }
    return members
  }

  /// - Parameter shown: what the page lists of a letter; `nil` where it leads to the letter's own page.
  private func letters(_ shown: (AToZ.Letter) -> [AToZ.Entry]?) -> TemplateValue {
    .list(
      model.aToZ.letters.map { letter in
        let entries = shown(letter)
        return [
          "letter": .text(letter.name), "place": .text(letter.place), "has_entries": .flag(entries != nil),
          "here": .flag(entries != nil && model.aToZ.isSpread),
          "href": entries == nil ? link(to: letter.address) : .text("#\(letter.place)"),
          "entries": .list((entries ?? []).map(entry)),
        ]
      })
  }

  private func entry(_ entry: AToZ.Entry) -> TemplateValue {
    [
      "title": .text(entry.title), "href": link(to: entry.address), "kind": .text(entry.kind),
      "section": .text(entry.section),
    ]
  }
}
