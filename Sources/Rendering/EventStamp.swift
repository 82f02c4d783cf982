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

  init(_ decisions: Decisions, of rota: Rota, facts: Int) {
    let known = min(facts, EventStamp.decision / 4 - 1)
    let day = Zone.utc.start(of: decisions.last ?? rota.cadence.starts)
    instant = Instant(seconds: day.seconds + decisions.count * EventStamp.decision + decisions.projections * known)
    basis = decisions.projections > 0 ? decisions.projections * facts : nil
  }
}

/// The decisions that an event depends on.
struct Decisions {
  private(set) var count = 0
  /// The day of the last of them.
  private(set) var last: Day?
  /// How many turns are only projected.
  private(set) var projections = 0

  init() {}

  init(of holder: Holder) {
    let days = holder.decisions
    (count, last, projections) = (days.count, days.max(), holder.status == .projected ? 1 : 0)
  }

  /// The decisions about several turns.
  init(of holders: some Sequence<Holder>) {
    for holder in holders { add(Decisions(of: holder)) }
  }

  static func single(_ day: Day) -> Decisions {
    var one = Decisions()
    one.add(count: 1, last: day)
    return one
  }

  mutating func add(_ other: Decisions) {
    add(count: other.count, last: other.last)
    projections += other.projections
  }

  mutating func add(count: Int, last: Day?) {
    self.count += count
    if let last { self.last = max(self.last ?? last, last) }
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
