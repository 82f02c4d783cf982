import Markdown
import Site
import Templates

extension View {
  /// What the last notes of each rota ask of planning: the newest first, at most four of a rota.
  func prioritiesPage(_ texts: GatheredTexts) -> Members {
    let section = model.handbook.byFolder[HandoffNotes.folder].map { model.handbook.entries[$0] }
    var members = common(
      PageFacts(
        kind: "priorities", title: "Priorities from hand-off notes",
        description: "What those who ended a turn would do next, for the next planning meeting",
        ancestors: above((section?.page.title ?? "Hand-off notes", section?.address ?? Places.priorities))))
    let rotas = model.handoffs.compactMap { priorities($0, texts) }
    members["rotas"] = .list(rotas)
    members["has_rotas_here"] = .flag(!rotas.isEmpty)
    members["shifts_json"] = shiftData(of: texts.serving(in: texts.priorities.keys))
    return members
  }

  private func priorities(_ notes: HandoffNotes, _ texts: GatheredTexts) -> TemplateValue? {
    let recent = notes.entries.filter { entry in
      entry.page.map { texts.priorities[$0] != nil && !model.handbook.entries[$0].page.isUnlisted } ?? false
    }
    let shown = recent.prefix(4).compactMap { entry in entry.page.map { note(entry, $0, notes, texts) } }
    guard !shown.isEmpty else { return nil }
    return [
      "id": .text(notes.rota.id.description), "title": .text(notes.rota.title), "colour": colour(notes.rota),
      "href": link(to: Places.rota(notes.rota.id)), "notes": .list(shown),
    ]
  }

  private func note(
    _ entry: HandoffNotes.Entry, _ page: Int, _ notes: HandoffNotes, _ texts: GatheredTexts
  ) -> TemplateValue {
    let note = model.handbook.entries[page]
    var html: [UInt8] = []
    MovedHTML(from: note.address, to: address, levels: 1, prefix: "\(notes.rota.id)-\(entry.day)-")
      .append(texts.priorities[page].map { $0[...] } ?? [], to: &html)
    return [
      "title": .text(note.page.title), "href": link(to: note.address), "day": day(entry.day),
      "last_day": day(entry.lastDay), "outgoing": .list(entry.outgoing.map(person)), "html": .html(html),
    ]
  }
}

/// Finds what a hand-off note asks of planning.
enum Priorities {
  /// The HTML between a second level heading that speaks of priorities and the next one; `nil` without such a heading.
  static func of(_ html: [UInt8], _ headings: [Heading]) -> [UInt8]? {
    let isMeant: (Heading) -> Bool = { $0.level == 2 && $0.text.lowercased().contains("priorities") }
    guard let position = headings.firstIndex(where: isMeant) else { return nil }
    guard let start = place(of: headings[position], in: html, from: 0) else { return nil }
    let next = headings[(position + 1)...].first { $0.level <= 2 }
    let end = next.flatMap { place(of: $0, in: html, from: start) } ?? html.count
    let close = Array("</h2>".utf8)
    let text = html[start..<end]
    let body = text.indices.first { text[$0...].starts(with: close) }.map { $0 + close.count } ?? start
    return Array(text[body...])
  }

  private static func place(of heading: Heading, in html: [UInt8], from start: Int) -> Int? {
    let mark = Array("<h\(heading.level) id=\"\(heading.id)\"".utf8)
    return html.indices.dropFirst(start).first { html[$0] == mark[0] && html[$0...].starts(with: mark) }
  }
}
