import Content
import Diagnostics
import Markdown
import Roster
import Scheduling
import Site
import Templates

/// Works out what one directive becomes: words for a line of text, or the values of a block.
struct DirectiveExpansion {
  let directive: Directive
  let view: View
  let materials: PageMaterials
  var diagnostics: [Diagnostic] = []
  /// Rotas whose shifts the browser needs.
  var serving: Set<Rota.ID> = []
  /// HTML for a line of text.
  var html: [UInt8] = []
  /// Values for the template `directive`, where the directive is a block.
  var block: View.Members?
  /// How many arguments were read.
  private var read = 0

  init(directive: Directive, view: View, materials: PageMaterials) {
    self.directive = directive
    self.view = view
    self.materials = materials
  }

  var model: SiteModel { view.model }
  var isBlock: Bool { directive.isAlone }

  mutating func write(_ name: DirectiveName) {
    switch name {
    case .person: writePerson()
    case .now: writeServing(isNext: false)
    case .next: writeServing(isNext: true)
    case .rota: writeFact()
    case .schedule: writeSchedule()
    case .escalation: writeEscalation()
    case .responses: writeResponses()
    case .channels: writeChannels()
    case .duties: writeDuties()
    case .checklist: writeChecklist()
    case .members: writeMembers()
    case .ceremonies: writeCeremonies()
    case .team: writeTeam()
    case .experts: writeExperts()
    case .capacity: writeCapacity()
    case .subscribe: writeSubscribe()
    case .table: writeTable()
    case .include: break
    }
  }

  // MARK: Output

  mutating func write(_ text: String) { html += text.utf8 }

  /// The words of a list in a line of text.
  mutating func write(list: [String]) { write(list.map(\.escaped).joined(separator: ", ")) }

  mutating func link(_ text: String, to target: Address) -> String {
    view.anchor(text, to: target, isPlain: directive.isInLink)
  }

  // MARK: Arguments

  /// The next argument, or `nil` at the end.
  mutating func next() -> Directive.Word? {
    guard read < directive.arguments.count else { return nil }
    defer { read += 1 }
    return directive.arguments[read]
  }

  var hasMore: Bool { read < directive.arguments.count }

  /// Reports arguments beyond those that were read.
  mutating func end() -> Bool {
    guard hasMore else { return true }
    let extra = directive.arguments[read]
    diagnostics.append(
      .error(
        "directive-arguments", "'\(extra.text)' is one word too many for '\(directive.name.text)'", at: extra.range))
    return false
  }

  mutating func fail(_ id: String, _ summary: String, at word: Directive.Word? = nil) {
    diagnostics.append(.error(id, summary, at: word?.range ?? directive.range))
  }

  /// The rota that the next argument names; `nil` with a report where there is none.
  mutating func rota(_ form: String) -> RotaSchedule? {
    let rotas = model.organisation.rotas
    guard let word = next() else {
      diagnostics.append(.wrongArguments(directive, form, example(form)))
      return nil
    }
    if let schedule = model.schedule.rota(Rota.ID(word.text)) { return schedule }
    guard !model.organisation.unreadRotas.contains(Rota.ID(word.text)) else { return nil }
    fail("directive-rota", "'\(word.text)' is no rota\(didYouMean(word.text, rotas.map(\.id.description)))", at: word)
    return nil
  }

  /// A form with names of this site in place of its capitals.
  private func example(_ form: String) -> String {
    let rota = model.organisation.rotas.first
    let names = [
      "SEAT": rota?.seats.first?.id.description ?? "engineer", "FACT": "turn", "TEAM": team, "PERSON": person,
      "R": rota?.id.description ?? "delivery", "[SEAT]": "", "[N weeks]": "6 weeks", "start|end": "start",
    ]
    return form.split(separator: " ").map { names[String($0)] ?? String($0) }.filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  private var team: String { model.organisation.teams.first?.id.description ?? "delivery" }
  private var person: String { model.organisation.people.first?.id.description ?? "ana" }

  /// The seat that an argument names.
  mutating func seat(_ word: Directive.Word, of rota: Rota) -> Seat? {
    if let seat = rota.seat(Seat.ID(word.text)) { return seat }
    let known = rota.seats.map(\.id.description)
    let near = didYouMean(word.text, known)
    let help = near.isEmpty ? ", which has \(known.joined(separator: ", "))" : near
    fail("directive-seat", "'\(word.text)' is no seat of \(rota.id)\(help)", at: word)
    return nil
  }

  /// Reports that a rota states nothing of what the directive shows.
  mutating func nothing(_ what: String, _ rota: Rota) {
    fail("directive-nothing", "'\(rota.id)' states no \(what) in its file", at: directive.arguments.first)
  }
}
