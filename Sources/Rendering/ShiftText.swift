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
  private let rota: Rota
  private let model: SiteModel
  private let facts: Int
  private let positions: [Day: Int]
  /// By turn, then by seat.
  private let slots: [[Slot]]
  private let seats: [Seat.ID: Int]
  /// The last lines of every description.
  private let links: [String]
  private var clock = ClockWords()

  /// What texts say of a turn's holder.
  private struct Slot {
    var name: String?
    var why: String
    var decisions: Decisions
  }

  init(_ schedule: RotaSchedule, _ model: SiteModel) {
    rota = schedule.rota
    self.model = model
    facts = model.organisation.facts(of: rota)
    positions = Dictionary(
      schedule.turns.enumerated().map { ($1.turn.day, $0) }, uniquingKeysWith: { first, _ in first })
    slots = (schedule.turns + [schedule.following].compactMap { $0 }).map { turn in
      turn.holders.map { holder in
        Slot(
          name: holder.person.map { model.organisation.person($0)?.name ?? $0.description }, why: holder.reason.words,
          decisions: Decisions(of: holder))
      }
    }
    seats = Dictionary(rota.seats.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    links = ShiftTexts.links(rota, model)
  }

  private static func links(_ rota: Rota, _ model: SiteModel) -> [String] {
    guard let base = model.settings.baseURL else { return [] }
    let playbook = rota.practice.playbook.flatMap { model.handbook.bySource[$0.path] }
    let notes = model.handbook.byFolder[HandoffNotes.folder(of: rota.id)]
    return [("Playbook", playbook), ("Hand-off notes", notes)].compactMap { title, entry in
      entry.map { "\(title): \(model.handbook.entries[$0].address.absolute(base))" }
    }
  }

  mutating func text(of shift: Shift) -> ShiftText {
    let position = positions[shift.turn] ?? 0
    let (before, after) = (slot(position - 1, shift.seat), slot(position + 1, shift.seat))
    return ShiftText(
      summary: summary(shift), description: description(shift, slot(position, shift.seat), before, after),
      stamp: stamp(shift, position, shift.coveredFor == nil ? [before, after] : []))
  }

  /// The text of a shift that is no more; calendars that show cancelled events as if they stood show this.
  mutating func text(of withdrawn: WithdrawnShift) -> ShiftText {
    let shift = withdrawn.shift
    let lines = ["Withdrawn on \(withdrawn.day.words), it was:", times(shift, rota.zone)]
    return ShiftText(
      summary: "Withdrawn: \(summary(shift))", description: (lines + links).joined(separator: "\n"),
      stamp: stamp(shift, positions[shift.turn] ?? 0, []))
  }

  private func slot(_ position: Int, _ seat: Seat.ID) -> Slot? {
    guard slots.indices.contains(position), let seat = seats[seat] else { return nil }
    return slots[position][seat]
  }

  private func title(of seat: Seat.ID) -> String { seats[seat].map { rota.seats[$0].title } ?? seat.description }

  private func summary(_ shift: Shift) -> String {
    let cover = shift.coveredFor.map { " for \(name($0))" } ?? ""
    return "\(rota.title) · \(name(shift.person)) (\(title(of: shift.seat)))\(cover)"
  }

  private mutating func description(_ shift: Shift, _ own: Slot?, _ before: Slot?, _ after: Slot?) -> String {
    var text = "\(title(of: shift.seat)), \(rota.title)\n\(times(shift, rota.zone))"
    if let person = model.organisation.person(shift.person), person.zone != rota.zone {
      text += "\nFor \(person.name): \(times(shift, person.zone))"
    }
    if let covered = shift.coveredFor {
      text += "\nCovers for \(name(covered))"
    } else {
      if let name = before?.name { text += "\nTakes over from \(name)" }
      if let name = after?.name { text += "\nHands over to \(name)" }
      if let own { text += "\nWhy: \(shift.change == .swap ? "swapped" : own.why)" }
    }
    if shift.status == .projected { text += "\nProjected: may still change until the plan is published" }
    for link in links { text += "\n\(link)" }
    return text
  }

  private mutating func times(_ shift: Shift, _ zone: Zone) -> String {
    "\(clock.words(shift.interval.lowerBound, zone)) to \(clock.words(shift.interval.upperBound, zone))"
  }

  private func name(_ person: Person.ID) -> String { model.organisation.person(person)?.name ?? person.description }

  private func stamp(_ shift: Shift, _ position: Int, _ neighbours: [Slot?]) -> EventStamp {
    var decisions = neighbours.reduce(into: Decisions()) { sum, slot in slot.map { sum.add($0.decisions) } }
    if let own = slot(position, shift.seat) {
      decisions.add(own.decisions)
      // Of the shift's own decisions the holder knows all but those about covers.
      decisions.add(count: max(0, shift.revision - own.decisions.count), last: shift.decided)
    }
    return EventStamp(decisions, of: rota, facts: facts)
  }
}

/// The words of instants, kept: one shift ends when another begins, on several seats.
struct ClockWords {
  private var known: [Zone: [Instant: String]] = [:]

  mutating func words(_ instant: Instant, _ zone: Zone) -> String {
    if let words = known[zone]?[instant] { return words }
    let words = zone.words(instant)
    known[zone, default: [:]][instant] = words
    return words
  }
}
