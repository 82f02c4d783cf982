import CivilTime
import Diagnostics
import Roster
import Scheduling
import Site
import Templates

extension DirectiveExpansion {
  /// `{{ rota delivery turn }}`: one fact in words, as the rota's own page says it.
  mutating func writeFact() {
    guard let schedule = rota("rota R FACT") else { return }
    guard let word = next() else {
      return write(link(schedule.rota.title, to: Places.rota(schedule.rota.id)), isParagraph: isBlock)
    }
    guard let fact = RotaFact(rawValue: word.text) else {
      let known = RotaFact.allCases.map(\.rawValue)
      let near = didYouMean(word.text, known)
      let help = near.isEmpty ? ": it is one of \(known.joined(separator: ", "))" : near
      return fail("directive-fact", "'\(word.text)' is no fact of a rota\(help)", at: word)
    }
    guard end() else { return }
    guard let text = html(of: fact, schedule) else {
      return fail("directive-nothing", "'\(schedule.rota.id)' states no \(fact.rawValue) in its file", at: word)
    }
    write(text, isParagraph: isBlock)
  }

  private mutating func write(_ text: String, isParagraph: Bool) {
    if isParagraph { block = ["html": .html(Array("<p>\(text)</p>".utf8))] } else { write(text) }
  }

  private mutating func html(of fact: RotaFact, _ schedule: RotaSchedule) -> String? {
    let rota = schedule.rota
    switch fact {
    case .owner: return personLink(rota.owner)
    case .team: return rota.team.flatMap(model.organisation.team).map { link($0.name, to: Places.team($0.id)) }
    case .playbook: return playbook(rota)
    case .title: return link(rota.title, to: Places.rota(rota.id))
    default: return words(of: fact, schedule)?.escaped
    }
  }

  private mutating func personLink(_ id: Person.ID) -> String? {
    model.organisation.person(id).map { link($0.name, to: Places.person($0.id)) }
  }

  private mutating func playbook(_ rota: Rota) -> String? {
    guard let path = rota.practice.playbook?.path, let index = model.handbook.bySource[path] else { return nil }
    let entry = model.handbook.entries[index]
    return link(entry.page.title, to: entry.address)
  }

  private func words(of fact: RotaFact, _ schedule: RotaSchedule) -> String? {
    let (rota, practice) = (schedule.rota, schedule.rota.practice)
    switch fact {
    case .turn: return rota.lengthWords
    case .handover: return rota.handoverWords
    case .timezone: return rota.zone.identifier
    case .hours: return rota.hours.plainWords
    case .holidays: return rota.holidayWords
    case .kind: return rota.kind.words
    case .promise: return practice.escalation?.promise?.description
    case .handle: return practice.handle
    case .recovery: return practice.recovery?.description
    case .gap: return rota.minGap > 0 ? "\(rota.minGap) \(rota.minGap == 1 ? "turn" : "turns")" : nil
    case .starts: return rota.cadence.starts.words
    case .planned: return schedule.plannedUntil?.lastDay.words
    case .members: return String(Set(rota.seats.flatMap { $0.members.map(\.person) }).count)
    case .title, .owner, .team, .playbook: return nil
    }
  }
}

/// What `{{ rota R … }}` can say.
enum RotaFact: String, CaseIterable {
  case title, kind, turn, handover, timezone, hours, holidays, owner, team, promise, handle, playbook, recovery, gap
  case starts, planned, members
}

extension Rota {
  /// How long a turn is: `1 week`, `one of the Product sprints`.
  var lengthWords: String {
    switch cadence.length {
    case .calendar(let calendar): "one of the \(calendar.title)"
    case .span(let span): span.description
    }
  }

  /// When turns change: `Monday 10:00` where they are weeks, else `10:00`.
  var handoverWords: String {
    guard case .span(let span) = cadence.length, span.unit == .weeks else { return cadence.handover.description }
    return "\(cadence.starts.weekday.name) \(cadence.handover)"
  }
}

extension Hours {
  var plainWords: String {
    switch self {
    case .always: "round the clock"
    case .windows: words
    }
  }
}
