import CivilTime
import Content
import Markdown
import Roster
import Site
import Templates

extension View {
  /// The page or section of the handbook that an entry stands for, its text rendered already.
  func handbookPage(_ index: Int, document: RenderedDocument, content: [UInt8], navigation: [UInt8]) -> Members {
    let entry = model.handbook.entries[index]
    let page = entry.page
    let kind = index == 0 ? "home" : entry.isSection ? "section" : "page"
    let ancestors = model.handbook.ancestors(of: index).map { model.handbook.entries[$0] }
    var members = common(
      PageFacts(
        kind: kind, title: page.title, description: page.description ?? description(of: entry, content),
        ancestors: ancestors.map { ($0.page.title, $0.address) }))
    members["title_html"] = titleHTML(document.title, index)
    members["content"] = .html(content)
    members["navigation"] = .html(navigation)
    let contents = tableOfContents(document.headings, page)
    members["toc"] = .html(contents)
    members["has_toc"] = .flag(!contents.isEmpty)
    members["shifts_json"] = false
    members["extra"] = View.extra(page.extra)
    members["authors"] = texts(page.authors)
    members["has_authors"] = .flag(!page.authors.isEmpty)
    members["date"] = day(page.date)
    members["draft"] = .flag(page.isDraft)
    members["unlisted"] = .flag(page.isUnlisted)
    takeNeighbours(of: entry, &members)
    takeChildren(of: index, entry, &members)
    members["handoffs"] = handoffs(index)
    members["note"] = note(index)
    takeFacts(about: page, index, &members)
    if index == 0 { takeBoard(&members) }
    return members
  }

  /// What the front matter holds for templates alone.
  private static func extra(_ extra: [Page.Extra]) -> TemplateValue {
    .object(Dictionary(extra.map { ($0.key, value($0.value)) }, uniquingKeysWith: { first, _ in first }))
  }

  private static func value(_ value: Page.ExtraValue) -> TemplateValue {
    switch value {
    case .text(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .list(let values): .list(values.map { self.value($0) })
    case .mapping(let entries): extra(entries)
    }
  }

  /// The first words of a page; of one without words, what its section holds.
  private func description(of entry: Handbook.Entry, _ content: [UInt8]) -> String {
    let excerpt = Excerpt.text(of: content)
    guard excerpt.isEmpty else { return excerpt }
    let titles = entry.children.prefix(5).map { model.handbook.entries[$0].page.title }
    return ([entry.page.title] + titles).joined(separator: ", ")
  }

  private func titleHTML(_ title: Heading?, _ index: Int) -> TemplateValue {
    guard let title else { return .html(Array(model.heading(of: index).escaped.utf8)) }
    return .html(Array("<span id=\"\(title.id.escaped)\">\(title.html)</span>".utf8))
  }

  private func takeNeighbours(of entry: Handbook.Entry, _ members: inout Members) {
    members["previous"] = neighbour(entry.previous)
    members["next"] = neighbour(entry.next)
    members["has_neighbours"] = .flag(entry.previous != nil || entry.next != nil)
  }

  /// The pages that link here, the first twelve of them by name.
  func take(_ sources: [Int], _ members: inout Members) {
    members["linked_from"] = .list(
      sources.prefix(12).map { link(model.handbook.entries[$0].page.title, model.handbook.entries[$0].address) })
    members["has_linked_from"] = .flag(!sources.isEmpty)
    members["linked_from_more"] = more(sources.count - 12)
  }

  private func neighbour(_ index: Int?) -> TemplateValue {
    guard let index else { return false }
    let entry = model.handbook.entries[index]
    return link(entry.page.title, entry.address)
  }

  private func takeChildren(of index: Int, _ entry: Handbook.Entry, _ members: inout Members) {
    let shown = entry.children.filter { !isListedElsewhere($0, in: index) }
    let children = shown.map { index -> TemplateValue in
      let child = model.handbook.entries[index]
      return [
        "title": .text(child.page.title), "href": link(to: child.address), "summary": text(child.page.description),
      ]
    }
    members["children"] = .list(children)
    members["has_children"] = .flag(!children.isEmpty)
    members["sections"] = .list(children)
    members["has_sections"] = .flag(!children.isEmpty)
  }

  private func takeFacts(about page: Page, _ index: Int, _ members: inout Members) {
    let due = page.reviewDue(every: model.settings.reviewEvery)
    let rotas = model.rotasByPlaybook[page.source] ?? []
    let file = model.handbook.entries[index].isImplied ? nil : Address.encoded(page.source)
    let edit = file.flatMap { model.settings.editURL?.replacing("{path}", with: $0) }
    members["owner"] = owner(page.owner)
    members["reviewed"] = day(page.reviewed)
    members["review_due"] = day(due)
    members["review_overdue"] = .flag(due.map { $0 < model.today } ?? false)
    members["updated"] = day(model.changed[index].map { model.settings.zone.local($0).day })
    members["tags"] = tags(of: page)
    members["has_tags"] = .flag(!page.tags.isEmpty)
    members["edit_url"] = text(edit)
    members["rotas"] = .list(rotas.map { rota($0) })
    members["has_rotas_here"] = .flag(!rotas.isEmpty)
    let hasAbout =
      page.owner != nil || page.reviewed != nil || model.changed[index] != nil || !page.tags.isEmpty
      || !page.authors.isEmpty || page.date != nil
    members["has_about"] = .flag(hasAbout || !rotas.isEmpty || edit != nil)
  }

  /// The person or team that a page names as its owner, linked where the roster knows it.
  func owner(_ name: String?) -> TemplateValue {
    guard let name else { return false }
    if let person = model.organisation.person(Person.ID(name)) {
      return ["name": .text(person.name), "href": link(to: Places.person(person.id))]
    }
    if let team = model.organisation.team(Team.ID(name)) {
      return ["name": .text(team.name), "href": link(to: Places.team(team.id))]
    }
    return ["name": .text(name), "href": false]
  }

  /// Second and third level headings as nested lists; nothing where a page has fewer than two, unless it asks for them.
  private func tableOfContents(_ headings: [Heading], _ page: Page) -> [UInt8] {
    let shown = headings.filter { (2...3).contains($0.level) && !$0.id.isEmpty }
    guard page.showsContents ?? (shown.count > 1), !shown.isEmpty else { return [] }
    var out: [UInt8] = Array("<ul>".utf8)
    var isDeep = false
    for (position, heading) in shown.enumerated() {
      let goesDeep = heading.level == 3 && position > 0
      if goesDeep, !isDeep { out += "<ul>".utf8 } else if position > 0 { out += "</li>".utf8 }
      if isDeep, !goesDeep { out += "</ul></li>".utf8 }
      isDeep = goesDeep
      out += "<li><a href=\"#\(heading.id.escaped)\">\(heading.html)</a>".utf8
    }
    out += isDeep ? "</li></ul></li></ul>".utf8 : "</li></ul>".utf8
    return out
  }

  /// The home page's board: who is on, and the next handovers.
  private func takeBoard(_ members: inout Members) {
    let rotas = model.schedule.rotas
    members["seats"] = .list(rotas.flatMap { rota in rota.rota.seats.map { seat(rota, $0) } })
    members["has_seats"] = .flag(!rotas.isEmpty)
    members["handovers"] = .list(handovers)
    members["has_handovers"] = .flag(!handovers.isEmpty)
    members["shifts_json"] = shiftData(rotas, before: soon)
    members["lately"] = lately()
    members["valid_until"] = validUntil.map { time($0, model.settings.zone) } ?? false
  }

  /// The next handovers of turns: of two weeks, so that there are some to show when the page is read days later.
  private var handovers: [TemplateValue] {
    let coming = model.schedule.rotas.flatMap { rota in
      zip(rota.turns, rota.turns.dropFirst()).filter { $1.turn.start > model.asOf }.prefix(8).flatMap { before, after in
        rota.rota.seats.indices.map { (rota: rota.rota, before: before, after: after, seat: $0) }
      }
    }
    let sorted = coming.sorted {
      ($0.after.turn.start, $0.rota.id, $0.seat) < ($1.after.turn.start, $1.rota.id, $1.seat)
    }
    let soon = Instant(seconds: model.asOf.seconds + 14 * 86_400)
    let near = sorted.prefix { $0.after.turn.start < soon }.prefix(32)
    return (near.count < 8 ? sorted.prefix(8) : near).map { handover in
      [
        "rota": rota(handover.rota), "at": time(handover.after.turn.start, handover.rota.zone),
        "seat": .text(handover.rota.seats[handover.seat].title),
        "outgoing": person(handover.before.holders[handover.seat].person),
        "incoming": person(handover.after.holders[handover.seat].person),
      ]
    }
  }
}
