package import CivilTime
package import Diagnostics
package import Roster

/// Holds what a roster promises against the schedule that it makes: each rule in a file of its own.
///
/// Nothing is told of time before the as-of instant, nor of what another fault already tells: a turn that nobody can
/// take is not reported a second time as uncovered.
package struct PromiseChecks {
  let schedule: Schedule
  let organisation: Organisation
  let asOf: Instant
  let today: Day
  let notice: Span

  /// - Parameters:
  ///   - today: the as-of day in the site's zone.
  ///   - notice: how far ahead turns are to be published.
  package init(_ schedule: Schedule, organisation: Organisation, asOf: Instant, today: Day, notice: Span) {
    self.schedule = schedule
    self.organisation = organisation
    self.asOf = asOf
    self.today = today
    self.notice = notice
  }

  /// In no particular order.
  package var diagnostics: [Diagnostic] {
    escalations + replies + coverage + notices + seats + turnLengths + departures + doubleDuties + idlePeople
      + recoveries + paging + shares
  }
}
