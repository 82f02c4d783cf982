import CivilTime
import Diagnostics
import Roster
import Scheduling
import Site
import Templates

// What a rota states in words. In a line of text each is a list of its items; a block is a table or a list.
extension DirectiveExpansion {
  private mutating func onlyRota(_ form: String) -> RotaSchedule? {
    guard let schedule = rota(form), end() else { return nil }
    return schedule
  }

  /// `{{ escalation delivery }}`
  mutating func writeEscalation() {
    guard let schedule = onlyRota("escalation R") else { return }
    guard let escalation = schedule.rota.practice.escalation else { return nothing("escalation", schedule.rota) }
    serving.insert(schedule.rota.id)
    guard isBlock else {
      let steps = escalation.steps.map { step in
        "\(schedule.rota.seats.first { $0.id.description == step.seat }?.title ?? step.seat) within \(step.within)"
      }
      return write(steps.joined(separator: ", then ").escaped)
    }
    block = ["escalation": view.escalation(escalation, schedule)]
  }

  /// `{{ responses delivery }}`
  mutating func writeResponses() {
    guard let rota = onlyRota("responses R")?.rota else { return }
    let responses = rota.practice.responses
    guard !responses.isEmpty else { return nothing("responses", rota) }
    guard isBlock else { return write(list: responses.map { "\($0.request) within \($0.words)" }) }
    block = ["responses": ["rota": view.rota(rota), "items": .list(responses.map(view.response))]]
  }

  /// `{{ channels delivery }}`
  mutating func writeChannels() {
    guard let rota = onlyRota("channels R")?.rota else { return }
    let channels = rota.practice.channels
    guard !channels.isEmpty else { return nothing("channels", rota) }
    guard isBlock else { return write(list: channels.map(\.name)) }
    block = [
      "channels": [
        "rota": view.rota(rota), "items": .list(channels.map(view.channel)),
        "has_look_for": .flag(channels.contains { !$0.lookFor.isEmpty }),
      ]
    ]
  }

  /// `{{ duties delivery }}`
  mutating func writeDuties() {
    guard let rota = onlyRota("duties R")?.rota else { return }
    let duties = rota.practice.duties
    guard !duties.isEmpty else { return nothing("duties", rota) }
    guard isBlock else { return write(list: duties) }
    block = ["duties": ["items": view.texts(duties)]]
  }

  /// `{{ checklist delivery start }}`
  mutating func writeChecklist() {
    guard let rota = rota("checklist R start|end")?.rota else { return }
    guard let word = next(), word.text == "start" || word.text == "end" else {
      return fail(
        "directive-arguments", "A checklist is that of the 'start' or of the 'end' of a turn",
        at: directive.arguments.last)
    }
    guard end() else { return }
    let items = word.text == "start" ? rota.practice.startChecklist : rota.practice.endChecklist
    guard !items.isEmpty else { return nothing("checklist for the \(word.text) of a turn", rota) }
    guard isBlock else { return write(list: items) }
    block = ["checklist": ["items": view.texts(items)]]
  }

  /// `{{ ceremonies delivery }}`
  mutating func writeCeremonies() {
    guard let rota = onlyRota("ceremonies R")?.rota else { return }
    let ceremonies = rota.practice.ceremonies
    guard !ceremonies.isEmpty else { return nothing("ceremonies", rota) }
    guard isBlock else { return write(list: ceremonies.filter { !$0.isSkipped }.map(\.title)) }
    block = ["ceremonies": ["rota": view.rota(rota), "items": .list(ceremonies.map(view.ceremony))]]
  }

  /// `{{ members delivery }}`, `{{ members delivery engineer }}`
  mutating func writeMembers() {
    guard let schedule = rota("members R [SEAT]") else { return }
    var seats = schedule.rota.seats
    if let word = next() {
      guard let seat = seat(word, of: schedule.rota) else { return }
      seats = [seat]
    }
    guard end() else { return }
    guard isBlock else {
      let people = seats.flatMap(\.members).filter { $0.to.map { $0 >= model.today } ?? true }.map(\.person)
      var seen: Set<Person.ID> = []
      let names = people.filter { seen.insert($0).inserted }.compactMap(model.organisation.person)
      return write(names.map { link($0.name, to: Places.person($0.id)) }.joined(separator: ", "))
    }
    block = ["members": ["rota": view.rota(schedule.rota), "seats": .list(seats.map { view.members($0, schedule) })]]
  }

  /// `{{ capacity delivery }}`
  mutating func writeCapacity() {
    guard let rota = onlyRota("capacity R")?.rota else { return }
    guard let capacity = model.fairness.rotas.first(where: { $0.rota.id == rota.id })?.capacity else { return }
    guard isBlock else { return write("\(capacity.cost.percent) %") }
    block = [
      "capacity": [
        "rota": view.rota(rota), "seats": .number(capacity.seats), "people": .number(capacity.people),
        "percent": .number(capacity.cost.percent), "days": .number(capacity.engineerDays),
        "quarter": .text(capacity.quarter), "of_team": .flag(rota.team != nil),
      ]
    ]
  }

  /// `{{ subscribe delivery }}`
  mutating func writeSubscribe() {
    guard let rota = onlyRota("subscribe R")?.rota else { return }
    let feed = Places.feed(rota.id)
    guard isBlock else { return write(link("Calendar of \(rota.title)", to: feed)) }
    block = ["subscribe": ["feeds": [view.feed(of: rota)]]]
  }
}
