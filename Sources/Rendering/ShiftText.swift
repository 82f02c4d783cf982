import CivilTime
import Roster
import Scheduling
import Site

/// What a feed says of one shift.
struct ShiftText {
  var summary: String
  var description: String
  /// Depends on the shift's own decisions, and on those of the turns before and after, whose holders the text names.
  var stamp: EventStamp
}

/// Finds the words for the shifts of one rota.
struct ShiftTexts {
  private let schedule: RotaSchedule
  private let model: SiteModel
  private let positions: [Day: Int]
  private let facts: Int

  init(_ schedule: RotaSchedule, _ model: SiteModel) {
    self.schedule = schedule
    self.model = model
    facts = model.organisation.facts(of: schedule.rota)
    positions = Dictionary(
      schedule.turns.enumerated().map { ($1.turn.day, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func text(of shift: Shift) -> ShiftText {
    let seat = schedule.rota.seat(shift.seat)
    let position = positions[shift.turn] ?? 0
    let (before, after) = (holder(position - 1, shift.seat), holder(position + 1, shift.seat))
    return ShiftText(
      summary: summary(shift, seat), description: lines(shift, seat, position, before, after).joined(separator: "\n"),
      stamp: stamp(shift, position, [before, after].compactMap { $0 }))
  }

  /// The text of a shift that is no more; calendars that show cancelled events as if they stood show this.
  func text(of withdrawn: WithdrawnShift) -> ShiftText {
    let shift = withdrawn.shift
    let seat = schedule.rota.seat(shift.seat)
    let lines = ["Withdrawn on \(withdrawn.day.words), it was:", times(shift, schedule.rota.zone)]
    return ShiftText(
      summary: "Withdrawn: \(summary(shift, seat))", description: (lines + links()).joined(separator: "\n"),
      stamp: stamp(shift, positions[shift.turn] ?? 0, []))
  }

  private func holder(_ position: Int, _ seat: Seat.ID) -> Holder? {
    guard schedule.turns.indices.contains(position) else { return nil }
    return schedule.turns[position].holders.first { $0.seat == seat }
  }

  private func summary(_ shift: Shift, _ seat: Seat?) -> String {
    let cover = shift.coveredFor.map { " for \(name($0))" } ?? ""
    return "\(schedule.rota.title) · \(name(shift.person)) (\(seat?.title ?? shift.seat.description))\(cover)"
  }

  private func lines(_ shift: Shift, _ seat: Seat?, _ position: Int, _ before: Holder?, _ after: Holder?) -> [String] {
    let turn = schedule.turns[position]
    var lines = ["\(seat?.title ?? shift.seat.description), \(schedule.rota.title)", times(shift, schedule.rota.zone)]
    if let zone = model.organisation.person(shift.person)?.zone, zone != schedule.rota.zone {
      lines.append("For \(name(shift.person)): " + times(shift, zone))
    }
    if let covered = shift.coveredFor {
      lines.append("Covers for \(name(covered))")
    } else {
      if let person = before?.person { lines.append("Takes over from \(name(person))") }
      if let person = after?.person { lines.append("Hands over to \(name(person))") }
      if let own = turn.holders.first(where: { $0.seat == shift.seat }) {
        lines.append("Why: \(shift.change == .swap ? "swapped" : own.reason.words)")
      }
    }
    if shift.status == .projected { lines.append("Projected: may still change until the plan is published") }
    return lines + links()
  }

  private func times(_ shift: Shift, _ zone: Zone) -> String {
    "\(zone.words(shift.interval.lowerBound)) to \(zone.words(shift.interval.upperBound))"
  }

  private func links() -> [String] {
    guard let base = model.settings.baseURL else { return [] }
    let playbook = schedule.rota.practice.playbook.flatMap { model.handbook.bySource[$0.path] }
    let notes = model.handbook.byFolder["handoffs/\(schedule.rota.id)"]
    return [("Playbook", playbook), ("Hand-off notes", notes)].compactMap { title, entry in
      entry.map { "\(title): \(model.handbook.entries[$0].address.absolute(base))" }
    }
  }

  private func name(_ person: Person.ID) -> String { model.organisation.person(person)?.name ?? person.description }

  private func stamp(_ shift: Shift, _ position: Int, _ neighbours: [Holder]) -> EventStamp {
    let own = holder(position, shift.seat)
    let holders = neighbours + [own].compactMap { $0 }
    // Of the shift's own decisions the holder knows all but those about covers.
    let covers = shift.revision - (own?.decisions.count ?? 0)
    let last = [shift.decided].compactMap { $0 }
    let decisions =
      holders.flatMap(\.decisions) + (last.first.map { Array(repeating: $0, count: max(0, covers)) } ?? [])
    return EventStamp(
      decisions: decisions, projections: holders.count { $0.status == .projected }, of: schedule.rota, facts: facts)
  }
}
