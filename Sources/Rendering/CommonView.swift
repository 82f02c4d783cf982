import CivilTime
import Site
import Templates

/// What a page says of itself to the frame around it.
struct PageFacts {
  /// One of the kinds that style sheets and checks know: `page`, `rota`, `calendar` …
  var kind: String
  var title: String
  var description: String
  /// From the home page down to the page above this one.
  var ancestors: [(title: String, address: Address)] = []
}

extension View {
  /// The values that every page has.
  func common(_ facts: PageFacts) -> Members {
    let settings = model.settings
    let isHome = facts.kind == "home"
    // The section tells pages of one title apart, in tabs and in lists of results.
    let section = facts.ancestors.last.flatMap { $0.address == .home ? nil : $0.title }
    let parts = [facts.title, section, settings.title].compactMap { $0 }
    let heading = isHome ? settings.title : parts.joined(separator: " – ")
    var members: Members = [
      "root": .text(facts.kind == "not-found" ? settings.basePath : address.toRoot),
      "version": .text(model.themeVersion), "site": model.siteValue, "title": .text(facts.title),
      "head_title": .text(heading),
      "description": .text(facts.description), "robots_noindex": .flag(!settings.allowsRobots),
      "kind": .text(facts.kind),
      "canonical": facts.kind == "not-found" ? false : text(settings.baseURL.map(address.absolute)),
      "breadcrumbs": isHome ? false : breadcrumbs(facts), "as_of": model.asOfValue, "built": true,
      "feed_href": feed(facts.kind),
    ]
    let current = View.navigation[facts.kind, default: "on_handbook"]
    for name in ["on_now", "on_calendar", "on_rotas", "on_people", "on_teams", "on_handbook"] {
      members[name] = .flag(name == current)
    }
    return members
  }

  /// The way to the site's feed; from any address where the page is shown at any.
  private func feed(_ kind: String) -> TemplateValue {
    guard model.hasFeed else { return false }
    guard kind == "not-found" else { return link(to: Places.siteFeed) }
    return .text(model.settings.basePath + Places.siteFeed.description)
  }

  private func breadcrumbs(_ facts: PageFacts) -> TemplateValue {
    let above = facts.ancestors.map { ["title": .text($0.title), "href": link(to: $0.address)] as TemplateValue }
    return .list(above + [["title": .text(facts.title), "href": false]])
  }

  /// Which entry of the site's navigation a kind of page belongs to: those of the handbook are not listed, `nil` is none.
  private static let navigation: [String: String?] = [
    "not-found": nil, "search": nil, "letter": nil,
    "now": "on_now", "calendar": "on_calendar", "rotas": "on_rotas", "rota": "on_rotas", "fairness": "on_rotas",
    "people": "on_people",
    "person": "on_people", "teams": "on_teams", "team": "on_teams",
  ]

  /// The way from the home page to an index of people, teams or rotas.
  func above(_ more: (title: String, address: Address)...) -> [(title: String, address: Address)] {
    [(model.handbook.entries[0].page.title, Address.home)] + more
  }
}
