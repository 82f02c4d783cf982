import CivilTime
import Content
import Diagnostics
import Rendering
import Roster
import Site

/// Checks that need the whole site: addresses that two things claim, pages past their review, playbooks that are missing.
struct ContentChecks {
  private let model: SiteModel
  private let assets: [String]
  private let theme: ThemeFiles

  init(_ model: SiteModel, assets: [String], theme: ThemeFiles) {
    self.model = model
    self.assets = assets
    self.theme = theme
  }

  var diagnostics: [Diagnostic] {
    claimedTwice + model.redirectFaults + overdue + leavers + unknownOwners + playbooks + withoutBase
  }

  /// A page or file of content/ may not stand where the build puts something of its own.
  private var claimedTwice: [Diagnostic] {
    let own =
      model.made + RosterPage.all(model).map(\.address) + DataFiles.schemas.map(\.0)
      + [Places.linkReport, ExternalLinks.schema.0]
    var taken = ClaimedPaths()
    var found: [Diagnostic] = []
    found += sharedFeeds
    for file in own.map(\.file) + theme.assets.map({ "theme/" + $0.name }) + ["sitemap.xml", "robots.txt"] {
      _ = taken.claim(file)
    }
    // Two pages of one address are told with the handbook.
    var addresses: Set<Address> = []
    for entry in model.handbook.entries where addresses.insert(entry.address).inserted {
      if !taken.claim(entry.address.file) { found.append(.claimed(source(of: entry), entry.address.file)) }
    }
    for path in assets where !taken.claim(path) { found.append(.claimed(path, path)) }
    for redirect in model.redirects where !taken.claim(redirect.address.file) {
      found.append(.aliasTaken(redirect))
    }
    return found
  }

  /// The feed of a seat may have the name of another rota's: `delivery-engineer`.
  private var sharedFeeds: [Diagnostic] {
    let rotas = Set(model.organisation.rotas.map(\.id))
    return model.organisation.rotas.flatMap { rota in
      rota.seats.filter { rotas.contains(Rota.ID("\(rota.id)-\($0.id)")) }.map { .sharedFeed(rota, $0) }
    }
  }

  /// The file of an entry; the first page of a folder without an index.
  private func source(of entry: Handbook.Entry) -> String {
    guard entry.isImplied, let first = entry.children.first else { return entry.page.source }
    return source(of: model.handbook.entries[first])
  }

  private var overdue: [Diagnostic] {
    model.handbook.entries.compactMap { entry in
      guard let due = entry.page.reviewDue(every: model.settings.reviewEvery), due < model.today,
        let range = entry.page.reviewedRange
      else { return nil }
      return .overdue(entry.page, due, at: range)
    }
  }

  /// Pages whose owner has left: nobody looks after them.
  private var leavers: [Diagnostic] {
    model.handbook.entries.compactMap { entry in
      guard let owner = entry.page.owner, let range = entry.page.ownerRange,
        let left = model.organisation.person(Person.ID(owner))?.left, left < model.today
      else { return nil }
      return .ownerLeft(entry.page, owner, left, at: range)
    }
  }

  /// Owners whose names are nearly those of people or teams. Any other name is free: a guild that no roster knows.
  private var unknownOwners: [Diagnostic] {
    let known = Set(
      model.organisation.people.map(\.id.description) + model.organisation.teams.map(\.id.description))
    let unknown = Set(model.handbook.entries.compactMap(\.page.owner)).subtracting(known)
    let nearest = unknown.reduce(into: [:]) { $0[$1] = nearestName(to: $1, in: known) }
    return model.handbook.entries.compactMap { entry in
      guard let owner = entry.page.owner, let range = entry.page.ownerRange, let name = nearest[owner] else {
        return nil
      }
      return .ownerUnknown(owner, name, at: range)
    }
  }

  private var playbooks: [Diagnostic] {
    model.organisation.rotas.compactMap { rota in
      guard let playbook = rota.practice.playbook, model.handbook.bySource[playbook.path] == nil else { return nil }
      return .noPlaybook(playbook, model.handbook.bySource.keys.sorted())
    }
  }

  /// Identifiers of events are unique in the world only with the host of the site in them.
  private var withoutBase: [Diagnostic] {
    guard model.hasRoster, !model.organisation.rotas.isEmpty, model.settings.baseURL == nil else { return [] }
    return [
      .warning(
        "base-url", "'base_url' is missing: feeds need the site's own address",
        at: SourceRange(file: "content/site.yml", line: 1, column: 1))
    ]
  }
}

extension Diagnostic {
  fileprivate static func sharedFeed(_ rota: Rota, _ seat: Seat) -> Diagnostic {
    .error(
      "address-taken", "'\(seat.id)' and the rota '\(rota.id)-\(seat.id)' would have one feed: another name avoids it",
      at: seat.range)
  }

  fileprivate static func claimed(_ source: String, _ file: String) -> Diagnostic {
    .error(
      "address-taken", "'\(file)' is written by the build itself or by another page",
      at: SourceRange(file: "content/" + source, line: 1, column: 1), notes: [Note("another name avoids it")])
  }

  fileprivate static func aliasTaken(_ redirect: Redirect) -> Diagnostic {
    .error("address-taken", "'/\(redirect.address)' is the address of something else", at: redirect.range)
  }

  fileprivate static func overdue(_ page: Page, _ due: Day, at range: SourceRange) -> Diagnostic {
    .warning("review-overdue", "'\(page.title)' was due for review on \(due)", at: range)
  }

  fileprivate static func ownerLeft(
    _ page: Page, _ owner: String, _ day: Day, at range: SourceRange
  ) -> Diagnostic {
    .error("owner-left", "'\(owner)' owns '\(page.title)' and left on \(day)", at: range)
  }

  fileprivate static func ownerUnknown(_ owner: String, _ nearest: String, at range: SourceRange) -> Diagnostic {
    .warning("owner-unknown", "'\(owner)' is no person or team; did you mean '\(nearest)'?", at: range)
  }

  fileprivate static func noPlaybook(_ playbook: Practice.Playbook, _ known: [String]) -> Diagnostic {
    .error(
      "unknown-page", "'\(playbook.path)' is no page below content/\(didYouMean(playbook.path, known))",
      at: playbook.range)
  }
}
