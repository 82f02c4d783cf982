package import CivilTime
import Content
package import Diagnostics
package import Roster
package import Scheduling

/// A roster with the schedule it makes, read without the handbook.
package struct RosterReport: Sendable {
  /// In reading order.
  package var diagnostics: [Diagnostic]
  package var organisation: Organisation
  package var schedule: Schedule
  package var asOf: Instant
  /// The as-of day in the site's zone.
  package var today: Day
  /// The day up to which the site plans ahead.
  package var horizon: Day
}

extension Build {
  /// Reads the roster and decides its turns.
  ///
  /// - Parameters:
  ///   - until: the last day of interest; the site's own horizon where it is `nil`.
  ///   - repairsLeave: whether published turns whose holder is on leave are decided again.
  ///   - overlay: texts that take the place of files, by path below the source folder.
  package static func roster(
    _ request: BuildRequest, until: Day? = nil, repairsLeave: Bool = false, overlay: [String: String] = [:]
  ) throws -> RosterReport {
    let files = try SourceFiles(source: request.source).with(overlay)
    return try Build(request: request, files: files).roster(until: until, repairsLeave)
  }

  /// The as-of day in the site's zone.
  package static func today(_ request: BuildRequest) throws -> Day {
    let sources = try Build(request: request, files: SourceFiles(source: request.source)).readRoster()
    return sources.settings.zone.local(sources.asOf).day
  }

  private func roster(until: Day?, _ repairsLeave: Bool) throws -> RosterReport {
    let sources = try readRoster()
    let today = sources.settings.zone.local(sources.asOf).day
    let horizon = until ?? today.adding(sources.settings.ahead)
    // A day to spare, since a turn's day is that of its own zone.
    let end = sources.settings.zone.start(of: horizon + 2)
    let scheduler = Scheduler(sources.organisation, asOf: sources.asOf, repairsLeave: repairsLeave, explains: false)
    let (schedule, faults) = scheduler.schedule(through: end)
    // What the roster promises beside its turns is for a check of the site: it must not keep anybody from a cover tonight.
    if sources.organisation.unread.isEmpty { collector.report(faults) }
    reportForgottenChanges(schedule, sources)
    let judged = collector.diagnostics.compactMap(sources.settings.judged).inReadingOrder()
    return RosterReport(
      diagnostics: judged, organisation: sources.organisation, schedule: schedule, asOf: sources.asOf, today: today,
      horizon: horizon)
  }
}
