// SiteBuild is the one module that knows the order of the steps: read, plan, assemble, render, publish. It refuses to
// know formats, rules and HTML. Always true: all faults of a run are reported together, and with one error among them
// the published site stays as it was.
import CivilTime
import Content
import Diagnostics
import Files
import Publishing
import Rendering
import Roster
import Scheduling
import Site
import Templates

/// One build of a site.
package struct Build {
  let request: BuildRequest
  let files: SourceFiles
  let collector = DiagnosticCollector()

  /// Builds or checks a site. A disk that fails is thrown as `FileFailure`, a source without content/ as `BuildFailure`;
  /// every fault of the content is in the report.
  package static func run(_ request: BuildRequest) throws -> BuildReport {
    try Build(request: request, files: SourceFiles(source: request.source)).run()
  }

  private func run() throws -> BuildReport {
    let history = HistoryReading(root: files.root)
    let roster = try readRoster()
    var sources = try readPageSources()
    let theme = try ThemeFiles(root: files.root)
    var found: [Diagnostic] = []
    let materials = try readMaterials()
    let templates = templates(of: theme, sources.pages, &found)
    let handbook = Handbook(sources.take(), titles: roster.sectionTitles, diagnostics: &found)
    let (schedule, promiseFaults) = plan(roster)
    let model = SiteModel(
      settings: roster.settings, organisation: roster.organisation, schedule: schedule, handbook: handbook,
      history: history.history(), asOf: roster.asOf, themeVersion: theme.version,
      feedKey: feedKey(roster.settings, isNeeded: request.output != nil), promiseFaults: promiseFaults)
    collector.report(
      found + ContentChecks(model, assets: files.assets, theme: theme).diagnostics
        + HandoffCheck(model: model).diagnostics)

    // Nothing is published where there is an error already, and two things may claim one file then.
    let publisher = isClean(model) ? try request.output.map { try Publisher(output: $0) } : nil
    defer { publisher?.abandon() }
    let site = SiteWriter(build: self, model: model, templates: templates, publisher: publisher, materials: materials)
    try site.write(drafts: sources.drafts, theme: theme)
    return report(model, isClean(model) ? try publish(publisher) : nil)
  }

  /// The theme's templates; where they have faults, the default ones, so that the pages are checked in this run too.
  func templates(of theme: ThemeFiles, _ pages: [Page], _ found: inout [Diagnostic]) -> TemplateSet {
    var faults: [Diagnostic] = []
    let layouts = Set(pages.lazy.compactMap(\.layout)).subtracting(ThemeFiles.defaultTemplates.map(\.name))
    let shapes = TemplateShapes.all.merging(layouts.map { ($0, TemplateShapes.layout) }) { own, _ in own }
    let templates = TemplateSet(theme.templates, shapes: shapes, diagnostics: &faults)
    found += faults
    guard faults.hasErrors else { return templates }
    return TemplateSet(ThemeFiles.defaultTemplates, shapes: TemplateShapes.all, diagnostics: &faults)
  }

  /// The schedule, and what of its promises it does not keep.
  func plan(_ roster: RosterSources) -> (schedule: Schedule, promiseFaults: [Diagnostic]) {
    let horizon = SiteModel.horizon(asOf: roster.asOf, roster.settings)
    let (schedule, faults) = Scheduler(roster.organisation, asOf: roster.asOf).schedule(through: horizon)
    let broken = reportFaults(faults, schedule, roster)
    reportForgottenChanges(schedule, roster)
    return (schedule, broken)
  }

  /// Reports what is wrong with a schedule, and with what the roster promises beside it.
  private func reportFaults(_ faults: [Diagnostic], _ schedule: Schedule, _ roster: RosterSources) -> [Diagnostic] {
    // Without people every turn would be a fault, and none of them worth telling.
    guard roster.organisation.unread.isEmpty else { return [] }
    collector.report(faults)
    let checks = PromiseChecks(
      schedule, organisation: roster.organisation, asOf: roster.asOf,
      today: roster.settings.zone.local(roster.asOf).day, notice: roster.settings.ahead)
    let broken = checks.diagnostics
    collector.report(broken)
    return broken
  }

  /// Reports changes that are gone; where changes.yml cannot be read whole, nobody knows which.
  func reportForgottenChanges(_ schedule: Schedule, _ roster: RosterSources) {
    guard roster.organisation.unread.isEmpty,
      !collector.diagnostics.contains(where: { $0.severity == .error && $0.range?.file == ChangeRecord.path })
    else { return }
    let today = roster.settings.zone.local(roster.asOf).day
    let since = roster.settings.zone.start(of: today.adding(roster.settings.history, times: -1))
    collector.report(
      ForgottenChangeCheck(schedule, organisation: roster.organisation, since: since, today: today).diagnostics)
  }

  private func publish(_ publisher: Publisher?) throws -> PublicationSummary? {
    do {
      return try publisher?.commit()
    } catch let refused as PublicationRefused {
      collector.report(refused.diagnostics)
      return nil
    }
  }
}

extension Build {
  private func judged(_ model: SiteModel) -> [Diagnostic] {
    collector.diagnostics.compactMap(model.settings.judged).inReadingOrder()
  }

  private func isClean(_ model: SiteModel) -> Bool {
    let diagnostics = judged(model)
    return request.isStrict ? diagnostics.isEmpty : !diagnostics.hasErrors
  }

  private func report(_ model: SiteModel, _ publication: PublicationSummary?) -> BuildReport {
    var report = BuildReport(diagnostics: judged(model))
    report.pages = model.handbook.entries.count + RosterPage.all(model).count + model.handbookPages.count
    report.feeds = Places.all(model.organisation, model.settings).count { $0.description.hasSuffix(".ics") }
    if model.settings.hasSecretFeeds { report.feeds += model.organisation.people.count }
    let planned = model.schedule.rotas.compactMap { rota in rota.plannedUntil.map(\.endDay) }
    report.plannedUntil = planned.min()
    report.publication = publication
    report.isClean = isClean(model)
    return report
  }
}
