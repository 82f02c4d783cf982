import CivilTime
import Diagnostics
import YAML

extension RosterReader {
  func readPractice(_ rota: Fields, seats: [String]) -> Practice {
    var practice = Practice()
    practice.escalation = rota["escalation"].flatMap { readEscalation($0, seats) }
    practice.responses = rota.list("responses").compactMap(readResponse)
    practice.channels = rota.list("channels").compactMap(readChannel)
    practice.duties = rota.texts("duties")
    practice.ceremonies = rota.list("ceremonies").compactMap(readCeremony)
    if let checklists = rota["checklists"].flatMap({ fields($0, "checklists", ["start", "end"]) }) {
      practice.startChecklist = checklists.texts("start")
      practice.endChecklist = checklists.texts("end")
    }
    practice.handle = rota.text("handle")
    practice.playbook = rota["playbook"].flatMap { node in
      rota.text(node).map { Practice.Playbook(path: $0, range: node.range) }
    }
    practice.recovery = rota.span("recovery")
    practice.modes = rota.list("modes").compactMap(readMode)
    practice.external = rota.list("external").compactMap(readExternal)
    return practice
  }

  private func readEscalation(_ node: YAMLNode, _ seats: [String]) -> Practice.Escalation? {
    guard let fields = fields(node, "an escalation", ["promise", "hours", "steps"]) else { return nil }
    return Practice.Escalation(
      promise: fields.span("promise"), clock: clock(fields),
      steps: fields.list("steps").compactMap { readStep($0, seats) }, range: fields["promise"]?.range ?? node.range)
  }

  private func readStep(_ node: YAMLNode, _ seats: [String]) -> Practice.Escalation.Step? {
    guard let fields = fields(node, "an escalation step", ["seat", "within", "when"]) else { return nil }
    let seat = reference(fields.required("seat"), "seat of this rota", in: seats, "unknown-seat")
    guard let within = fields.requiredSpan("within"), let seat else { return nil }
    return Practice.Escalation.Step(seat: seat, within: within, when: fields.text("when"), range: node.range)
  }

  private func clock(_ fields: Fields) -> Practice.Clock { fields.word("hours", Practice.Clock.self) ?? .all }

  private func readResponse(_ node: YAMLNode) -> Practice.Response? {
    guard let fields = fields(node, "a response", ["request", "within", "hours"]) else { return nil }
    guard let request = fields.required("request").flatMap(fields.text), let within = fields.requiredSpan("within")
    else {
      return nil
    }
    return Practice.Response(request: request, within: within, clock: clock(fields), range: node.range)
  }

  private func readChannel(_ node: YAMLNode) -> Practice.Channel? {
    guard let fields = fields(node, "a channel", ["name", "about", "look_for", "key"]),
      let name = fields.required("name").flatMap(fields.text)
    else { return nil }
    return Practice.Channel(
      name: name, about: fields.text("about") ?? "", lookFor: fields.text("look_for") ?? "",
      isKey: fields.flag("key") ?? false)
  }

  private func readCeremony(_ node: YAMLNode) -> Practice.Ceremony? {
    if let title = node.text {
      return Practice.Ceremony(title: title, when: "", lasts: nil, with: [], isSkipped: false, why: nil)
    }
    guard let fields = fields(node, "a ceremony", ["title", "at", "on", "lasts", "with", "skip", "why"]),
      let title = fields.required("title").flatMap(fields.text)
    else { return nil }
    return Practice.Ceremony(
      title: title, when: fields.text("at") ?? fields.text("on") ?? "", lasts: fields.span("lasts"),
      with: fields.texts("with"), isSkipped: fields.flag("skip") ?? false, why: fields.text("why"))
  }

  private func readMode(_ node: YAMLNode) -> Practice.Mode? {
    guard let fields = fields(node, "a mode", ["title", "from", "to", "duties", "ceremonies"]),
      let title = fields.required("title").flatMap(fields.text), let days = fields.days()
    else { return nil }
    return Practice.Mode(
      title: title, days: days, duties: fields.texts("duties"),
      ceremonies: fields.list("ceremonies").compactMap(readCeremony))
  }

  private func readExternal(_ node: YAMLNode) -> Practice.External? {
    guard let fields = fields(node, "an external link", ["title", "url"]),
      let title = fields.required("title").flatMap(fields.text), let address = fields.required("url")
    else { return nil }
    let url = fields.value(address, "bad-address", "an address that begins with https:// or http://") { text in
      text.hasPrefix("https://") || text.hasPrefix("http://") ? text : nil
    }
    return url.map { Practice.External(title: title, url: $0) }
  }
}
