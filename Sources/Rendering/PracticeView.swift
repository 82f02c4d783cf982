import CivilTime
import Roster
import Scheduling
import Site
import Templates

extension View {
  /// How a rota is served: the parts of its page that the roster states in words.
  func practice(_ schedule: RotaSchedule) -> Members {
    let practice = schedule.rota.practice
    let playbook = practice.playbook.flatMap(page)
    let section = model.handoffs.first { $0.rota.id == schedule.rota.id }.map { model.handbook.entries[$0.section] }
    return [
      "escalation": practice.escalation.map { escalation($0, schedule) } ?? false,
      "duties": texts(practice.duties), "has_duties": .flag(!practice.duties.isEmpty),
      "channels": .list(practice.channels.map(channel)), "has_channels": .flag(!practice.channels.isEmpty),
      "responses": .list(practice.responses.map(response)), "has_responses": .flag(!practice.responses.isEmpty),
      "ceremonies": .list(practice.ceremonies.map(ceremony)), "has_ceremonies": .flag(!practice.ceremonies.isEmpty),
      "checklist_start": texts(practice.startChecklist), "has_checklist_start": .flag(!practice.startChecklist.isEmpty),
      "checklist_end": texts(practice.endChecklist), "has_checklist_end": .flag(!practice.endChecklist.isEmpty),
      "has_checklists": .flag(!practice.startChecklist.isEmpty || !practice.endChecklist.isEmpty),
      "handle": text(practice.handle), "playbook": playbook ?? false,
      "external": .list(practice.external.map { ["title": .text($0.title), "url": .text($0.url)] }),
      "has_external": .flag(!practice.external.isEmpty), "modes": .list(practice.modes.map(mode)),
      "has_modes": .flag(!practice.modes.isEmpty), "handoffs": newestNotes(of: schedule.rota),
      "has_handoffs": .flag(section != nil), "all_handoffs": section.map { link(to: $0.address) } ?? false,
    ]
  }

  private func page(_ playbook: Practice.Playbook) -> TemplateValue? {
    model.handbook.bySource[playbook.path].map { index in
      let entry = model.handbook.entries[index]
      return link(entry.page.title, entry.address)
    }
  }

  func escalation(_ escalation: Practice.Escalation, _ schedule: RotaSchedule) -> TemplateValue {
    var total = 0
    let steps = escalation.steps.map { step -> TemplateValue in
      total += step.within.minutes ?? 0
      let seat = schedule.rota.seats.first { $0.id.description == step.seat }
      let current = seat.flatMap { schedule.nowAndNext($0.id, at: model.asOf).now?.person }
      return [
        "seat": .text(seat?.title ?? step.seat), "within": .text(step.within.description),
        "total": .text(Span(max(total, 1), .minutes).description), "person": person(current),
        "key": .text(seat.map { schedule.rota.key(of: $0.id) } ?? ""), "condition": text(step.when),
      ]
    }
    return [
      "promise": text(escalation.promise?.description), "steps": .list(steps), "rota": rota(schedule.rota),
      "picture": .html(Array(EscalationPicture(escalation, schedule.rota).svg.utf8)),
      "has_conditions": .flag(escalation.steps.contains { $0.when != nil }),
    ]
  }

  func channel(_ channel: Practice.Channel) -> TemplateValue {
    [
      "name": .text(channel.name), "about": .text(channel.about), "look_for": .text(channel.lookFor),
      "key": .flag(channel.isKey),
    ]
  }

  func response(_ response: Practice.Response) -> TemplateValue {
    ["request": .text(response.request), "within": .text(response.words)]
  }

  func ceremony(_ ceremony: Practice.Ceremony) -> TemplateValue {
    [
      "title": .text(ceremony.title), "when": .text(View.words(ceremony.when)),
      "lasts": text(ceremony.lasts?.description),
      "with": ceremony.with.isEmpty ? false : .text(ceremony.with.joined(separator: ", ")),
      "skip": .flag(ceremony.isSkipped), "why": text(ceremony.why),
    ]
  }

  private static func words(_ when: String) -> String {
    switch when {
    case "start": "at the start of the turn"
    case "end": "at the end of the turn"
    default: when
    }
  }

  private func mode(_ mode: Practice.Mode) -> TemplateValue {
    [
      "title": .text(mode.title), "from": day(mode.days.lowerBound), "to": day(mode.days.upperBound),
      "duties": texts(mode.duties), "has_mode_duties": .flag(!mode.duties.isEmpty),
      "ceremonies": texts(mode.ceremonies.map { [$0.title, $0.when].filter { !$0.isEmpty }.joined(separator: ", ") }),
      "has_mode_ceremonies": .flag(!mode.ceremonies.isEmpty), "active": .flag(mode.days.contains(model.today)),
    ]
  }
}

extension Practice.Response {
  /// `4 h`, `4 h of covered time`.
  var words: String { clock == .covered ? "\(within) of covered time" : within.description }
}
