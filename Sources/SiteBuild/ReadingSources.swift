import CivilTime
import Content
import Diagnostics
import Files
import Rendering
import Roster
import Synchronization

/// The roster and the site's settings, read into values.
struct RosterSources {
  var settings: SiteSettings
  var organisation: Organisation
  var asOf: Instant

  /// The titles of sections that no file holds, by folder: the hand-off notes of a rota are called after the rota.
  var sectionTitles: [String: String] {
    var titles = ["": settings.title]
    for rota in organisation.rotas { titles[HandoffNotes.folder(of: rota.id)] = rota.title }
    return titles
  }
}

/// The pages of the handbook, read as far as their front matter.
struct PageSources {
  /// Every page; drafts too, where the build includes them.
  var pages: [Page]
  /// The source paths of drafts that are left out.
  var drafts: [String]

  /// The pages, which from here on are the taker's alone.
  mutating func take() -> [Page] {
    defer { pages = [] }
    return pages
  }
}

extension Build {
  func readRoster() throws -> RosterSources {
    var found: [Diagnostic] = files.diagnostics
    var settings = try readSettings(&found)
    if let base = request.baseURL { settings.baseURL = base }
    var roster: [SourceFile] = []
    var unreadable: [String] = []
    for path in files.roster {
      if let file = try files.text(path, &found) { roster.append(file) } else { unreadable.append("content/" + path) }
    }
    // Five years more than the calendar shows: as far as anybody plans.
    let horizon = settings.zone.local(asOf(settings)).day.adding(settings.ahead).adding(Span(5, .years))
    var reader = RosterReader(
      files: roster, unreadable: unreadable, folder: "content/roster/", zone: settings.zone, horizon: horizon)
    let (organisation, faults) = reader.read()
    collector.report(found + faults)
    return RosterSources(settings: settings, organisation: organisation, asOf: asOf(settings))
  }

  func readPageSources() throws -> PageSources {
    let pages = try readPages()
    let isLeftOut: (Page) -> Bool = { [request] in $0.isDraft && !request.includesDrafts }
    return PageSources(pages: pages.filter { !isLeftOut($0) }, drafts: pages.filter(isLeftOut).map(\.source))
  }

  private func readSettings(_ found: inout [Diagnostic]) throws -> SiteSettings {
    let file = try files.settings.flatMap { try files.text($0, &found) }
    let (settings, faults) = SiteSettings.read(file)
    found += faults
    return settings
  }

  private func asOf(_ settings: SiteSettings) -> Instant {
    switch request.asOf {
    case .instant(let instant): instant
    case .day(let day): settings.zone.start(of: day)
    }
  }

  /// The front matter of every page, in order of their paths.
  private func readPages() throws -> [Page] {
    let read = Mutex<[(position: Int, page: Page, diagnostics: [Diagnostic])]>([])
    let (paths, root) = (files.pages, files.root)
    try inParallel(paths.count, jobs: request.jobs, worker: [UInt8]()) { buffer, position in
      try readFile(root + "content/" + paths[position], into: &buffer)
      var diagnostics: [Diagnostic] = []
      let page = buffer.withUnsafeBufferPointer { bytes in
        Page(source: paths[position], file: "content/" + paths[position], bytes: bytes, diagnostics: &diagnostics)
      }
      read.withLock { $0.append((position, page, diagnostics)) }
    }
    let sorted = read.withLock { $0 }.sorted { $0.position < $1.position }
    collector.report(sorted.flatMap(\.diagnostics))
    return sorted.map(\.page)
  }
}
