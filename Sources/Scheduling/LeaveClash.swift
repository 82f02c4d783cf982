import CivilTime
import Diagnostics
import Roster

/// A published turn whose holder is on leave, with those who might take it.
struct LeaveClash {
  var line: PublishedPlan.Line
  var rota: Int
  var turn: Int
  var seat: Int
  /// The first covered day of leave still to come that nobody else takes.
  var day: Day
  /// The members of the seat, the one to serve next first, as published and pinned turns have it.
  var order: [Candidate] = []
}

// Which clashes there are.
extension Desk {
  /// Keeps a published turn in mind whose holder is on leave in what is still to come of it.
  mutating func noteLeave(_ line: PublishedPlan.Line, rota: Int, turn: Int, seat: Int, asOf: Instant) {
    guard rotas[rota].turns[turn].end > asOf, let day = untakenLeaveDay(line, rota, turn, asOf) else { return }
    leaveClashes.append(LeaveClash(line: line, rota: rota, turn: turn, seat: seat, day: day))
  }

  /// Puts the members of each clash in order, once all facts are counted.
  mutating func orderLeaveClashes() {
    for place in leaveClashes.indices {
      leaveClashes[place].order = candidates(rota: leaveClashes[place].rota, seat: leaveClashes[place].seat)
    }
  }

  /// The first covered day of a turn, from `asOf` on, on which its holder is on leave and no swap or cover takes it.
  func untakenLeaveDay(_ line: PublishedPlan.Line, _ rota: Int, _ turn: Int, _ asOf: Instant) -> Day? {
    guard leaveDay(line.person, rota, turn) != nil, let person = organisation.person(line.person) else { return nil }
    let (state, facts) = (rotas[rota], rotas[rota].turns[turn])
    let changes = organisation.changesInForce.filter { $0.rota == state.rota.id && $0.seat == line.seat }
    guard !changes.contains(where: { $0.exchanges(facts.day) }) else { return nil }
    let covers = changes.compactMap { $0.coveredTime(in: state.rota.zone) }
    let today = state.rota.zone.local(asOf).day
    return state.covered.days(of: facts).first { day in
      guard day >= today, person.isOnLeave(day) else { return false }
      let hours = state.rota.zone.start(of: day)..<state.rota.zone.start(of: day + 1)
      let pieces = state.covered.pieces(of: facts).compactMap { $0.interval.clamped(toNonEmpty: hours) }
      return !TimeStretches.uncovered(in: pieces, by: covers).isEmpty
    }
  }
}

extension Change {
  fileprivate func exchanges(_ turn: Day) -> Bool {
    guard case .swap(let first, let second) = action else { return false }
    return first == turn || second == turn
  }

  fileprivate func coveredTime(in zone: Zone) -> Range<Instant>? {
    guard case .cover(let from, let to, _, _) = action else { return nil }
    let (start, end) = (zone.instant(from), zone.instant(to))
    return start < end ? start..<end : nil
  }
}

// Who could help.
extension Desk {
  /// Reports each clash with the three people whom taking the turn would burden least, once everybody's turns are known.
  func reportLeaveClashes(asOf: Instant, _ collector: DiagnosticCollector) {
    for clash in leaveClashes {
      let helpers = helpers(clash).prefix(3)
      collector.report(.publishedInLeave(clash, facts(clash), helpers.flatMap { notes($0, clash, asOf) }))
    }
  }

  private func facts(_ clash: LeaveClash) -> Turn { rotas[clash.rota].turns[clash.turn] }

  /// Those who could take the turn, in order; those who would have another turn too near come last.
  private func helpers(_ clash: LeaveClash) -> [Person.ID] {
    let able = clash.order.map(\.person).filter { $0 != clash.line.person && isFree($0, clash.turn, clash) }
    return able.filter { !isNear($0, clash.turn, clash) } + able.filter { isNear($0, clash.turn, clash) }
  }

  /// Whether somebody is a member for a whole turn, not on leave in it and nowhere else that excludes it.
  private func isFree(_ person: Person.ID, _ turn: Int, _ clash: LeaveClash) -> Bool {
    let (state, facts) = (rotas[clash.rota], rotas[clash.rota].turns[turn])
    guard let member = state.rota.seats[clash.seat].member(person),
      member.isMember(from: facts.day, through: facts.lastDay), leaveDay(person, clash.rota, turn) == nil
    else { return false }
    return !([clash.rota] + state.excluded).contains { other in
      zip(rotas[other].turns, rotas[other].slots).contains { there, slots in
        guard there.interval.overlaps(facts.interval) else { return false }
        return slots.enumerated().contains { seat, slot in
          slot.holder.person == person && !(other == clash.rota && seat == clash.seat)
        }
      }
    }
  }

  /// Whether another of somebody's turns in the rota is nearer than its `min_gap` allows.
  private func isNear(_ person: Person.ID, _ turn: Int, _ clash: LeaveClash, without given: Int? = nil) -> Bool {
    let gap = rotas[clash.rota].rota.minGap
    return rotas[clash.rota].slots.indices.contains { other in
      other != turn && other != given && abs(other - turn) <= gap
        && rotas[clash.rota].slots[other].contains { $0.holder.person == person }
    }
  }

  /// The nearest turn still to come of somebody's own that he could exchange without breaking a rule.
  private func exchange(with person: Person.ID, _ clash: LeaveClash, _ asOf: Instant) -> Turn? {
    guard facts(clash).start > asOf else { return nil }
    let state = rotas[clash.rota]
    let own = state.turns.indices.filter { turn in
      let holder = state.slots[turn][clash.seat].holder
      return state.turns[turn].start > asOf && holder.person == person && holder.status == .published
    }
    let fitting = own.filter { turn in
      isFree(clash.line.person, turn, clash) && !isNear(clash.line.person, turn, clash, without: clash.turn)
        && !isNear(person, clash.turn, clash, without: turn)
    }
    return fitting.min { abs($0 - clash.turn) < abs($1 - clash.turn) }.map { state.turns[$0] }
  }

  private func notes(_ person: Person.ID, _ clash: LeaveClash, _ asOf: Instant) -> [Diagnostic.Note] {
    let (rota, turn) = (rotas[clash.rota].rota, facts(clash))
    var notes: [Diagnostic.Note] = []
    if let cover = cover(by: person, clash, asOf) {
      let nearness = isNear(person, clash.turn, clash) ? ", sooner than min_gap \(rota.minGap) allows" : ""
      notes.append(Diagnostic.Note("\(person) could take it\(nearness): \(cover)"))
    }
    if let other = exchange(with: person, clash, asOf) {
      let command = "sitegen swap \(rota.id) \(clash.line.seat) \(turn.day) \(other.day)"
      notes.append(Diagnostic.Note("\(person) could exchange it: \(command)"))
    }
    return notes
  }

  /// The command by which somebody takes the turn, or what is left of it from the first day of leave where it has begun;
  /// `nil` where his own leave or membership would break the cover.
  private func cover(by person: Person.ID, _ clash: LeaveClash, _ asOf: Instant) -> String? {
    let (rota, turn) = (rotas[clash.rota].rota, facts(clash))
    let opening = turn.start > asOf ? turn.start : max(turn.start, rota.zone.start(of: clash.day))
    let (from, to) = (rota.zone.local(opening), rota.zone.local(turn.end))
    let last = to.time == .midnight ? to.day - 1 : to.day
    guard rota.seats[clash.seat].member(person)?.isMember(from: from.day, through: last) ?? false,
      !(0...(last - from.day)).contains(where: { organisation.person(person)?.isOnLeave(from.day + $0) ?? false })
    else { return nil }
    return "sitegen cover \(rota.id) \(clash.line.seat) --from \(from.typed) --to \(to.typed) --person \(person)"
  }
}

extension LocalTime {
  /// `2026-12-07T10:00`, one word on a command line.
  fileprivate var typed: String { "\(day)T\(time)" }
}

extension Diagnostic {
  fileprivate static func publishedInLeave(_ clash: LeaveClash, _ turn: Turn, _ helpers: [Note]) -> Diagnostic {
    let line = clash.line
    let general = "a swap or a cover in changes.yml gives the turn to somebody else"
    return Diagnostic(
      line.isPinned ? .warning : .error, id: "plan-leave",
      "'\(line.person)' has the published turn of \(turn.day) as \(line.seat) and is on leave on \(clash.day)",
      at: line.range, notes: [Note(helpers.isEmpty ? general + ", but nobody of the seat is free" : general)] + helpers)
  }
}
