// Rendering turns the model of a site into what is published: HTML by templates, feeds, data files. It refuses to know
// where files lie and how they get to public/. Always true: every name, time and address comes from one model, so that
// pages, feeds and data files cannot disagree; the same model gives the same bytes.
package import CivilTime
package import Content
package import Diagnostics
package import Roster
package import Scheduling
package import Secrets
package import Site
import Templates

/// Everything that pages, feeds and data files are made from.
package final class SiteModel: Sendable {
  package let settings: SiteSettings
  package let organisation: Organisation
  package let schedule: Schedule
  package let handbook: Handbook
  /// The instant that counts as now.
  package let asOf: Instant
  /// What the addresses of people's feeds are made with, where they are secret.
  private let feedKey: SecretKey?
  /// Changes with the theme's files, so that browsers fetch new ones.
  let themeVersion: String
  /// Who has served how much over the year that ends at the as-of instant.
  let fairness: Fairness
  /// What the roster promises and does not keep.
  let promiseFaults: [Diagnostic]
  /// The as-of day in the site's zone.
  package let today: Day
  /// The as-of instant and the site, as every page shows them.
  let asOfValue: TemplateValue
  let siteValue: TemplateValue
  /// When each entry of the handbook was last changed, by its front matter or else by the repository.
  package let changed: [Instant?]
  /// Those that changed last.
  let changes: Changes
  /// The tags of listed pages, and the addresses of those that have a page.
  let tags: [Tag]
  let tagAddresses: Set<Address>
  /// The hand-off notes of the rotas that keep some, in the order of the rotas.
  package let handoffs: [HandoffNotes]
  /// Which pages the whole handbook on one page holds.
  let print: Print
  /// The entries of the handbook that are hand-off notes.
  let notes: Set<Int>
  /// The pages that are made from the handbook's.
  package let handbookPages: [HandbookPage]
  /// Where pages stood before, and what is wrong with what they say of it.
  package let redirects: [Redirect]
  package let redirectFaults: [Diagnostic]
  /// Everything by its first letters.
  let aToZ: AToZ
  /// The feed of notes and changed pages, where there is one.
  private let feed: AtomFeed?
  /// What everybody does in all rotas, by who does it, in order of time.
  let services: [Person.ID: [Service]]
  /// The rotas that a page of the handbook is the playbook of, by the page's source.
  let rotasByPlaybook: [String: [Rota]]

  package init(
    settings: SiteSettings, organisation: Organisation, schedule: Schedule, handbook: Handbook,
    history: PageHistory = PageHistory(), asOf: Instant, themeVersion: String, feedKey: SecretKey? = nil,
    promiseFaults: [Diagnostic] = []
  ) {
    self.promiseFaults = promiseFaults
    self.feedKey = feedKey
    self.settings = settings
    self.organisation = organisation
    self.schedule = schedule
    self.handbook = handbook
    self.asOf = asOf
    self.themeVersion = themeVersion
    today = settings.zone.local(asOf).day
    fairness = Fairness(schedule, organisation: organisation, asOf: asOf, today: today)
    asOfValue = ["iso": .text(asOf.description), "text": .text(settings.zone.words(asOf))]
    let earliest = settings.zone.start(of: today.adding(settings.history, times: -1))
    let changed = handbook.entries.map { entry -> Instant? in
      guard !entry.isImplied else { return nil }
      return entry.page.updated.map(settings.zone.start) ?? history.changed(entry.page.source)
    }
    let handoffs = schedule.rotas.compactMap { HandoffNotes($0, handbook, history, asOf: asOf, earliest: earliest) }
    self.changed = changed
    self.handoffs = handoffs
    notes = Set(handoffs.flatMap { $0.entries.compactMap(\.page) })
    tags = Tag.all(handbook)
    print = Print(handbook, without: notes.union(handoffs.map(\.section)), isWanted: settings.isPrinted)
    changes = Changes(handbook, changed, settings.zone)
    let hasReviews = handbook.entries.contains {
      $0.page.isListed && $0.page.reviewDue(every: settings.reviewEvery) != nil
    }
    handbookPages = HandbookPage.all(
      handbook, keepsNotes: !handoffs.isEmpty, hasReviews: hasReviews, hasChanges: !changes.entries.isEmpty, tags: tags,
      isPrinted: !print.pages.isEmpty)
    (redirects, redirectFaults) = handbook.redirects()
    aToZ = AToZ(handbook, organisation)
    tagAddresses = Set(handbookPages.map(\.address)).intersection(tags.map(\.address))
    feed = AtomFeed(handbook, handoffs, base: settings.baseURL, asOf: asOf, changed: changed)
    let lists = handbookPages.compactMap { page in
      page.listTitle.map { ["title": .text($0), "address": .text(page.address.description)] as TemplateValue }
    }
    siteValue = [
      "title": .text(settings.title), "description": .text(settings.description), "language": .text(settings.language),
      "has_rotas": .flag(!organisation.isEmpty), "lists": .list(lists), "has_lists": .flag(!lists.isEmpty),
    ]
    services = Service.all(schedule)
    rotasByPlaybook = Dictionary(grouping: organisation.rotas) { $0.practice.playbook?.path ?? "" }
  }
}

extension SiteModel {
  /// The address of somebody's feed; `nil` where it is secret and there is no key.
  package func feed(of person: Person.ID) -> Address? {
    Places.feed(of: person, settings, key: feedKey)
  }

  /// Whether there are people and rotas beside the handbook.
  package var hasRoster: Bool { !organisation.isEmpty }

  /// The feed's bytes, or `nil` where the site has none.
  package var feedBytes: [UInt8]? { feed?.bytes(self) }

  package var hasFeed: Bool { feed != nil }

  /// Who serves within two weeks of now, in the order of the roster.
  package var servingSoon: [Person.ID] {
    let soon = asOf..<Instant(seconds: asOf.seconds + 14 * 86_400)
    return organisation.people.map(\.id).filter { services[$0]?.contains { $0.interval.overlaps(soon) } ?? false }
  }

  /// Whether the build makes a page from those of the handbook.
  func has(_ address: Address) -> Bool { handbookPages.contains { $0.address == address } }

  /// Every page and file that the build makes beside the handbook's own, as links may name them.
  package var made: [Address] {
    Places.all(organisation, settings) + handbookPages.map(\.address) + (hasFeed ? [Places.siteFeed] : [])
  }

  /// The stretch that calendars and feeds show, before it is widened to whole turns: it moves once a day.
  var window: Range<Instant> {
    let first = settings.zone.start(of: today.adding(settings.history, times: -1))
    return first..<SiteModel.horizon(asOf: asOf, settings)
  }

  /// The instant up to which turns are wanted.
  package static func horizon(asOf: Instant, _ settings: SiteSettings) -> Instant {
    let today = settings.zone.local(asOf).day
    return settings.zone.start(of: today.adding(settings.ahead) + 1)
  }
}

extension RotaSchedule {
  /// The turns that touch a stretch of time.
  func turns(in window: Range<Instant>) -> [ScheduledTurn] { turns.filter { $0.turn.interval.overlaps(window) } }

  /// The shifts of those turns: whole turns, never a part of one.
  func shifts(in window: Range<Instant>) -> [Shift] {
    let days = Set(turns(in: window).map(\.turn.day))
    return shifts.filter { days.contains($0.turn) }
  }
}
