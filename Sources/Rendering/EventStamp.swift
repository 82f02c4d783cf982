import CivilTime
import Roster
import Scheduling

/// When an event last changed (DTSTAMP and LAST-MODIFIED, RFC 5545 3.8.7.2 and .3), from the roster alone: the day of the
/// last decision that it depends on, and within that day seconds that grow with every decision.
///
/// Nobody decides about a turn that is only projected; what a projection can change by is the facts of the roster. So
/// their number counts too, less than a decision does: somebody joins, and calendars take the new projection.
struct EventStamp: Hashable {
  /// Nobody has more seconds to spare: a day has 86.
  private static let decision = 1000

  let instant: Instant
  /// How many facts of the roster the projected turns are made from that the event depends on, counted for each of them,
  /// so that an event changes with its stamp; `nil` where all are published.
  let basis: Int?

  /// - Parameters:
  ///   - decisions: the days of all decisions.
  ///   - projections: how many of the turns are only projected.
  init(decisions: [Day], projections: Int, of rota: Rota, facts: Int) {
    let known = min(facts, EventStamp.decision / 4 - 1)
    let day = Zone.utc.start(of: decisions.max() ?? rota.cadence.starts)
    instant = Instant(seconds: day.seconds + decisions.count * EventStamp.decision + projections * known)
    basis = projections > 0 ? projections * facts : nil
  }

  /// The stamp of what depends on turns with these holders.
  init(_ holders: [Holder], of rota: Rota, facts: Int) {
    self.init(
      decisions: holders.flatMap(\.decisions), projections: holders.count { $0.status == .projected }, of: rota,
      facts: facts)
  }
}

extension Organisation {
  /// How many facts projections of a rota are made from: members, when they come and go, their leave, pins, and how
  /// often turns were published.
  func facts(of rota: Rota) -> Int {
    let members = rota.seats.flatMap(\.members)
    let people = Set(members.map(\.person)).compactMap(person)
    let dates = members.reduce(0) { $0 + ($1.from == nil ? 1 : 2) + ($1.to == nil ? 0 : 1) }
    // Leave that recurs is one fact, however often it has recurred.
    let leave = people.reduce(0) { $0 + Set($1.leave.map(\.range)).count + ($1.left == nil ? 0 : 1) }
    let published = Set(plans[rota.id]?.lines.map(\.decided) ?? []).count + told.replacedLines(of: rota.id)
    return dates + leave + rota.pins.count + published
  }
}
