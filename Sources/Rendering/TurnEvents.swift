import CivilTime
import Roster
import Scheduling
import Site

/// What a turn brings beside its shifts: meetings, the hand-off note's due time, the day off after it.
struct TurnEvents {
  private let turns: [ScheduledTurn]
  private let following: ScheduledTurn?
  private let colour: Int
  private let model: SiteModel
  /// See `Organisation.facts(of:)`.
  private let facts: Int
  private let rota: Rota
  private let zone: Zone
  private let page: String
  private let meetings: [Meeting]

  init(_ schedule: RotaSchedule, colour: Int, _ model: SiteModel) {
    turns = schedule.turns
    following = schedule.following
    self.colour = colour
    self.model = model
    rota = schedule.rota
    facts = model.organisation.facts(of: rota)
    zone = rota.zone
    page = Places.rota(rota.id).description
    meetings = TurnEvents.meetings(of: rota)
  }

  func events(in window: Range<Instant>) -> [FeedEvent] {
    turns.indices.filter { turns[$0].turn.interval.overlaps(window) }.flatMap { index -> [FeedEvent] in
      let (before, after) = (index > 0 ? turns[index - 1] : nil, index + 1 < turns.count ? turns[index + 1] : following)
      let turn = turns[index]
      return meetings(turn, before, after) + handoff(turn) + recovery(turn, after)
    }
  }

  // MARK: Meetings

  /// A kind of meeting, with the word that tells it apart from the rota's others.
  private struct Meeting {
    var ceremony: Practice.Ceremony
    var slug: String
    /// The season that it is held in, where it is not held all year.
    var season: ClosedRange<Day>?
  }

  private static func meetings(of rota: Rota) -> [Meeting] {
    let own = rota.practice.ceremonies.map { ($0, ClosedRange<Day>?.none) }
    let seasonal = rota.practice.modes.flatMap { mode in mode.ceremonies.map { ($0, ClosedRange<Day>?.some(mode.days)) }
    }
    var uses: [String: Int] = [:]
    return (own + seasonal).filter { !$0.0.isSkipped }.map { ceremony, season in
      let slug = slug(ceremony.title)
      uses[slug, default: 0] += 1
      let number = uses[slug, default: 1]
      return Meeting(ceremony: ceremony, slug: number == 1 ? slug : "\(slug)-\(number)", season: season)
    }
  }

  private func meetings(_ turn: ScheduledTurn, _ before: ScheduledTurn?, _ after: ScheduledTurn?) -> [FeedEvent] {
    let days = turn.turn.day...turn.turn.lastDay
    return meetings.filter { $0.season?.overlaps(days) ?? true }.flatMap { meeting in
      times(of: meeting.ceremony, turn.turn).filter { meeting.season?.contains(zone.local($0).day) ?? true }
        .compactMap {
          self.meeting(meeting, at: $0, turn, meeting.ceremony.with.contains("outgoing") ? before : nil, after)
        }
    }
  }

  private func minutes(of ceremony: Practice.Ceremony) -> Int { max(1, ceremony.lasts?.minutes ?? 30) }

  /// When a meeting of a turn begins: at the turn's start, so that it ends with the turn, or on days and at a time.
  private func times(of ceremony: Practice.Ceremony, _ turn: Turn) -> [Instant] {
    switch ceremony.when {
    case "start": return [turn.start]
    case "end": return [Instant(seconds: turn.end.seconds - minutes(of: ceremony) * 60)]
    default:
      guard let (days, time) = MeetingTime.read(ceremony.when) else { return [] }
      return (turn.day.number...turn.lastDay.number + 1).map { Day(number: $0) }
        .filter { days.contains($0.weekday) && !isOff($0) }
        .map { zone.instant(LocalTime(day: $0, time: time)) }.filter(turn.interval.contains)
    }
  }

  /// Whether a day is a public holiday on which the rota does nothing.
  private func isOff(_ day: Day) -> Bool {
    guard let rule = rota.holidays, rule.effect != .cover else { return false }
    return rule.calendar.days[day] != nil
  }

  private func meeting(
    _ meeting: Meeting, at start: Instant, _ turn: ScheduledTurn, _ before: ScheduledTurn?, _ after: ScheduledTurn?
  ) -> FeedEvent? {
    let ceremony = meeting.ceremony
    let next = ceremony.when == "end" && ceremony.with.contains("incoming") ? after : nil
    let holders = turn.holders + (before?.holders ?? []) + (next?.holders ?? [])
    let people = holders.compactMap(\.person)
    guard !people.isEmpty else { return nil }
    let local = zone.local(start)
    let others = ceremony.with.filter { $0 != "incoming" && $0 != "outgoing" }
    var event = event(
      "\(rota.id).\(turn.turn.day).meeting.\(meeting.slug).\(local.day)",
      .instants(start..<Instant(seconds: start.seconds + minutes(of: ceremony) * 60)),
      "\(ceremony.title) · \(rota.title)", [turn, before, next].compactMap { $0 }, holders, "Meeting")
    event.description = ([zone.words(start), "With \(names(people, others))"] + [ceremony.why].compactMap { $0 })
      .joined(separator: "\n")
    event.page += "?meeting=\(Address.encoded(meeting.slug))"
    return event
  }

  private func names(_ people: [Person.ID], _ others: [String]) -> String {
    var seen: Set<Person.ID> = []
    let named = people.filter { seen.insert($0).inserted }.map { model.organisation.person($0)?.name ?? $0.description }
    let more = others.map { model.organisation.person(Person.ID($0))?.name ?? $0 }.filter { !named.contains($0) }
    return (named + more).joined(separator: ", ")
  }

  /// Letters and digits of a title in lower case, joined by hyphens.
  private static func slug(_ title: String) -> String {
    let parts = title.lowercased().split { !($0.isLetter || $0.isNumber) }
    return parts.joined(separator: "-")
  }

  // MARK: Around the end of a turn

  /// The last quarter of an hour before the note is due, where the rota keeps hand-off notes.
  private func handoff(_ turn: ScheduledTurn) -> [FeedEvent] {
    guard model.handbook.byFolder[HandoffNotes.folder(of: rota.id)] != nil else { return [] }
    let (end, people) = (turn.turn.end, turn.holders.compactMap(\.person))
    guard !people.isEmpty else { return [] }
    var event = event(
      "\(rota.id).\(turn.turn.day).handoff-note", .instants(Instant(seconds: end.seconds - 900)..<end),
      "Hand-off note due · \(rota.title)", [turn], turn.holders, "Hand-off")
    event.description = "By \(zone.words(end)): \(names(people, []))"
    event.page += "?note=\(turn.turn.day)"
    return [event]
  }

  /// The days off that the rota suggests, from the first whole day after the turn on.
  private func recovery(_ turn: ScheduledTurn, _ after: ScheduledTurn?) -> [FeedEvent] {
    guard let span = rota.practice.recovery, span.unit == .days, let after else { return [] }
    let end = zone.local(turn.turn.end)
    let first = end.time == .midnight ? end.day : end.day + 1
    return turn.holders.compactMap { holder in
      guard let person = holder.person, !after.holders.contains(where: { $0.person == person }) else {
        return nil
      }
      var event = event(
        "\(rota.id).\(turn.turn.day).\(holder.seat).recovery", .days(first...first + (span.count - 1)),
        "Recovery · \(names([person], [])) (\(rota.title))", [turn], [holder], "Recovery")
      event.description = "\(span) off is suggested after a turn"
      event.page += "?recovery=\(Address.encoded(holder.seat.description))"
      return event
    }
  }

  private func event(
    _ uid: String, _ time: FeedEvent.Time, _ summary: String, _ turns: [ScheduledTurn], _ holders: [Holder],
    _ category: String
  ) -> FeedEvent {
    let isProjected = turns.contains { $0.holders.contains { $0.status == .projected } }
    let decisions = Decisions(of: holders)
    return FeedEvent(
      uid: uid, time: time, summary: summary, description: "", stamp: EventStamp(decisions, of: rota, facts: facts),
      sequence: decisions.count, category: category,
      status: isProjected ? .tentative : .confirmed,
      page: page, rota: rota.id, seats: Set(holders.map(\.seat)),
      people: Set(holders.compactMap(\.person)), colour: colour)
  }
}

/// `Mon-Fri 09:30`, `Tue,Thu 14:00`, `daily 16:00`: the days and the time of a meeting.
enum MeetingTime {
  static func read(_ text: String) -> (days: Set<Weekday>, time: TimeOfDay)? {
    let parts = text.split(separator: " ")
    guard parts.count >= 2, let time = parts.last.flatMap({ TimeOfDay($0) }), time.minutes < 1440 else { return nil }
    var days: Set<Weekday> = []
    for word in parts.dropLast().joined().split(separator: ",") {
      guard let some = Hours.Window.weekdays(word) else { return nil }
      days.formUnion(some)
    }
    return days.isEmpty ? nil : (days, time)
  }
}
