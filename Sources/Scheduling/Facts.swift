import CivilTime
import Diagnostics
import Roster

// What is published or pinned stands before any rule is asked.
extension Desk {
  /// Lays out plans and pins. A published turn that has not ended at `asOf` and whose holder is no longer a member stays
  /// open, to be decided again alone.
  mutating func layOutFacts(asOf: Instant, repairsLeave: Bool, _ collector: DiagnosticCollector) {
    for rota in rotas.indices {
      if let plan = organisation.plans[rotas[rota].rota.id] {
        layOut(plan, rota, asOf, repairsLeave, collector)
      }
    }
    for rota in rotas.indices {
      for pin in rotas[rota].rota.pins { layOut(pin, rota, asOf, collector) }
    }
    orderLeaveClashes()
  }

  private mutating func layOut(
    _ plan: PublishedPlan, _ rota: Int, _ asOf: Instant, _ repairsLeave: Bool, _ collector: DiagnosticCollector
  ) {
    for line in plan.lines {
      if let shadowed = line.shadowedSeat {
        layOutShadow(line, beside: shadowed, rota, collector)
        continue
      }
      guard let seat = seat(line, rota, collector), let turn = turn(line.turn, rota, line.range, "plan-turn", collector)
      else { continue }
      if let earlier = rotas[rota].slots[turn][seat].range {
        collector.report(.twice(line, earlier))
        continue
      }
      rotas[rota].slots[turn][seat].past = past(line, rota)
      let ended = rotas[rota].turns[turn].end > asOf ? membershipEnd(line, rota, turn, seat) : nil
      if ended != nil || repairsLeave && wantsRepair(line, rota, turn, asOf) {
        if let ended { collector.report(ended) }
        rotas[rota].slots[turn][seat].range = line.range
        rotas[rota].slots[turn][seat].isRepair = true
        rotas[rota].slots[turn][seat].past += [line.decided, line.decided]
        continue
      }
      let reason = line.reason.isEmpty ? Reason.published : .word(line.reason)
      let holder = Holder(
        seat: line.seat, person: line.person, status: .published, reason: reason, decided: line.decided)
      assign(holder, rota: rota, turn: turn, seat: seat, range: line.range)
      noteLeave(line, rota: rota, turn: turn, seat: seat, asOf: asOf)
    }
  }

  /// The decisions that a line took the place of. A repaired line has had one before it, even where nobody noted which.
  private func past(_ line: PublishedPlan.Line, _ rota: Int) -> [Day] {
    let replaced = organisation.told.replacedLines(of: rotas[rota].rota.id, turn: line.turn, seat: line.seat)
    if replaced.isEmpty, line.reason == Reason.repaired.word { return [line.decided, line.decided] }
    return replaced.flatMap { [$0, $0] }
  }

  private mutating func layOutShadow(
    _ line: PublishedPlan.Line, beside shadowed: Seat.ID, _ rota: Int, _ collector: DiagnosticCollector
  ) {
    var seated = line
    seated.seat = shadowed
    guard let seat = seat(seated, rota, collector),
      let turn = turn(line.turn, rota, line.range, "plan-turn", collector)
    else { return }
    takeShadow(line, rota: rota, turn: turn, seat: seat)
  }

  private mutating func layOut(_ pin: Pin, _ rota: Int, _ asOf: Instant, _ collector: DiagnosticCollector) {
    guard let seat = rotas[rota].rota.seats.firstIndex(where: { $0.id == pin.seat }),
      let turn = turn(pin.turn, rota, pin.range, "pin-turn", collector)
    else { return }
    let slot = rotas[rota].slots[turn][seat]
    if let published = slot.holder.person {
      if published != pin.person { collector.report(.pinAgainstPlan(pin, published, slot.range)) }
      return
    }
    guard let member = rotas[rota].rota.seats[seat].member(pin.person),
      member.isMember(from: rotas[rota].turns[turn].day, through: rotas[rota].turns[turn].lastDay)
    else {
      collector.report(.pinOfNoMember(pin))
      return
    }
    let holder = Holder(
      seat: pin.seat, person: pin.person, status: .projected, reason: pin.by == "volunteer" ? .volunteer : .pinned)
    assign(holder, rota: rota, turn: turn, seat: seat, range: pin.range)
    guard rotas[rota].turns[turn].end > asOf, let day = leaveDay(pin.person, rota, turn) else { return }
    collector.report(.pinInLeave(pin, day))
  }
}

extension Desk {
  private func seat(_ line: PublishedPlan.Line, _ rota: Int, _ collector: DiagnosticCollector) -> Int? {
    let seats = rotas[rota].rota.seats
    if let seat = seats.firstIndex(where: { $0.id == line.seat }) { return seat }
    collector.report(.unknownSeat(line, seats))
    return nil
  }

  /// The position of the turn that starts on a day; where none does, an error names the nearest. A turn before the plan's
  /// first line is history, and nobody's error.
  func turn(_ day: Day, _ rota: Int, _ range: SourceRange, _ id: String, _ collector: DiagnosticCollector) -> Int? {
    if let position = rotas[rota].turnPosition(day) { return position }
    if rotas[rota].earlier.contains(day) { return nil }
    let nearest = rotas[rota].turns.min { abs($0.day - day) < abs($1.day - day) }
    collector.report(.noTurn(day, rotas[rota].rota, nearest, id, at: range))
    return nil
  }

  private func membershipEnd(_ line: PublishedPlan.Line, _ rota: Int, _ turn: Int, _ seat: Int) -> Diagnostic? {
    let facts = rotas[rota].turns[turn]
    let member = rotas[rota].rota.seats[seat].member(line.person)
    guard !(member?.isMember(from: facts.day, through: facts.lastDay) ?? false) else { return nil }
    return .publishedNonMember(line, rotas[rota].rota)
  }

  /// Whether a turn that has not begun wants another holder because of leave.
  private func wantsRepair(_ line: PublishedPlan.Line, _ rota: Int, _ turn: Int, _ asOf: Instant) -> Bool {
    guard rotas[rota].turns[turn].start > asOf, !line.isPinned else { return false }
    return untakenLeaveDay(line, rota, turn, asOf) != nil
  }

  /// The first covered day of a turn on which somebody is on leave.
  func leaveDay(_ person: Person.ID, _ rota: Int, _ turn: Int) -> Day? {
    let facts = rotas[rota].turns[turn]
    guard let person = organisation.person(person),
      person.leave.contains(where: { $0.days.lowerBound < facts.endDay && facts.day <= $0.days.upperBound })
    else { return nil }
    return rotas[rota].covered.days(of: facts).first(where: person.isOnLeave)
  }

}

extension PublishedPlan.Line {
  /// Whether somebody was named by hand, who may serve on leave.
  var isPinned: Bool { [Reason.pinned.word, Reason.volunteer.word].contains(reason) }
}

extension Diagnostic {
  fileprivate static func unknownSeat(_ line: PublishedPlan.Line, _ seats: [Seat]) -> Diagnostic {
    let near = didYouMean(line.seat.description, seats.map(\.id.description))
    return .error("unknown-seat", "'\(line.seat)' is no seat of this rota\(near)", at: line.range)
  }

  fileprivate static func noTurn(_ day: Day, _ rota: Rota, _ nearest: Turn?, _ id: String, at range: SourceRange)
    -> Diagnostic
  {
    let near = nearest.map { "; the nearest starts on \($0.day)" } ?? ""
    return .error(id, "'\(day)' is no day on which a turn of \(rota.id) starts\(near)", at: range)
  }

  fileprivate static func twice(_ line: PublishedPlan.Line, _ earlier: SourceRange) -> Diagnostic {
    .error(
      "plan-twice", "'\(line.turn)' stands twice for the seat \(line.seat)", at: line.range,
      notes: [Note("the first is here", range: earlier)])
  }

  fileprivate static func publishedNonMember(_ line: PublishedPlan.Line, _ rota: Rota) -> Diagnostic {
    .warning(
      "plan-member", "'\(line.person)' is no longer a member of \(rota.id) (\(line.seat)) for the turn of \(line.turn)",
      at: line.range, notes: [Note("the turn is decided again, alone; the plan's line wants changing")])
  }

  fileprivate static func pinAgainstPlan(_ pin: Pin, _ published: Person.ID, _ line: SourceRange?) -> Diagnostic {
    .warning(
      "pin-published", "'\(pin.person)' is pinned to the turn of \(pin.turn), which is published for \(published)",
      at: pin.range, notes: [Note("the published line stays", range: line)])
  }

  fileprivate static func pinOfNoMember(_ pin: Pin) -> Diagnostic {
    .error("pin-member", "'\(pin.person)' is not a member of \(pin.seat) for the turn of \(pin.turn)", at: pin.range)
  }

  fileprivate static func pinInLeave(_ pin: Pin, _ day: Day) -> Diagnostic {
    .warning(
      "pin-leave", "'\(pin.person)' is pinned to the turn of \(pin.turn) and is on leave on \(day)", at: pin.range)
  }
}
