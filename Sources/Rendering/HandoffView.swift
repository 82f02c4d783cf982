import Content
import Roster
import Site
import Templates

extension SiteModel {
  /// What a page of the handbook calls itself where nothing around it does: the notes of a rota are not the rota.
  func heading(of index: Int) -> String {
    let entry = handbook.entries[index]
    guard entry.isImplied, handoffs.contains(where: { $0.section == index }) else { return entry.page.title }
    return "\(entry.page.title): hand-off notes"
  }
}

extension View {
  /// The lists of hand-off notes on the section that holds all of them, or on that of one rota; else nothing.
  ///
  /// On the section of all each rota has its newest five.
  func handoffs(_ index: Int) -> TemplateValue {
    let entry = model.handbook.entries[index]
    guard !model.handoffs.isEmpty, entry.isSection else { return false }
    let isWhole = entry.folder == HandoffNotes.folder
    let shown = isWhole ? model.handoffs : model.handoffs.filter { $0.section == index }
    guard !shown.isEmpty else { return false }
    let missing = isWhole ? shown.flatMap { notes in notes.missing.map { row($0, notes) } } : []
    return [
      "rotas": .list(shown.map { rota($0, limit: isWhole ? 5 : nil) }), "is_whole": .flag(isWhole),
      "missing": .list(missing), "has_missing": .flag(!missing.isEmpty),
      "priorities": model.has(Places.priorities) ? link(to: Places.priorities) : false,
    ]
  }

  private func rota(_ notes: HandoffNotes, limit: Int?) -> TemplateValue {
    let rows = limit.map { Array(notes.entries.prefix($0)) } ?? notes.entries
    let section = model.handbook.entries[notes.section]
    let isMore = rows.count < notes.entries.count
    return [
      "id": .text(notes.rota.id.description), "title": .text(notes.rota.title), "colour": colour(notes.rota),
      "href": link(to: Places.rota(notes.rota.id)), "notes": link(to: section.address), "more": .flag(isMore),
      "rows": .list(rows.map { row($0, notes) }),
    ]
  }

  /// The newest notes of a rota, for its page.
  func newestNotes(of rota: Rota) -> TemplateValue {
    guard let notes = model.handoffs.first(where: { $0.rota.id == rota.id }) else { return [] }
    return .list(notes.entries.prefix(6).map { row($0, notes) })
  }

  private func row(_ entry: HandoffNotes.Entry, _ notes: HandoffNotes) -> TemplateValue {
    let page = entry.page.map { model.handbook.entries[$0] }
    let isOpen = entry.page == nil && entry.due.map { $0 > model.asOf } ?? false
    return [
      "rota": rota(notes.rota), "title": text(page?.page.title), "href": page.map { link(to: $0.address) } ?? false,
      "summary": text(page?.page.description), "day": day(entry.day), "last_day": day(entry.lastDay),
      "name": text(entry.name), "outgoing": .list(entry.outgoing.map(person)),
      "incoming": .list(entry.incoming.map(person)), "has_incoming": .flag(!entry.incoming.isEmpty),
      "late": .flag(entry.isLate), "due": isOpen ? entry.due.map { time($0, notes.rota.zone) } ?? false : false,
      "missing": .flag(entry.page == nil && !isOpen),
    ]
  }

  /// Whose turn a page is the note of; nothing on any other page.
  func note(_ index: Int) -> TemplateValue {
    guard model.notes.contains(index) else { return false }
    let parent = model.handbook.entries[index].parent
    guard let notes = model.handoffs.first(where: { $0.section == parent }),
      let entry = notes.entries.first(where: { $0.page == index }), entry.lastDay != nil
    else { return false }
    return row(entry, notes)
  }

  /// The sections that stand in lists of their own, so that "In this section" leaves them out.
  func isListedElsewhere(_ child: Int, in index: Int) -> Bool {
    guard !model.handoffs.isEmpty else { return false }
    let section = model.handbook.entries[index]
    let isWhole = section.isSection && section.folder == HandoffNotes.folder
    return model.handoffs.contains { notes in
      notes.section == child && isWhole
        || notes.section == index && notes.entries.contains { $0.page == child }
    }
  }
}
