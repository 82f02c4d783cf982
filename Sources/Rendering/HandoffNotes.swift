package import CivilTime
import Content
package import Roster
import Scheduling
import Site

/// The hand-off notes of one rota beside its turns. A rota keeps notes where there is a folder `handoffs/<rota>/` with one.
package struct HandoffNotes: Sendable {
  /// A turn that has a note or ought to have one; or a note of which no turn is known.
  package struct Entry: Sendable {
    /// The local start date of the turn, by which its note is named.
    package var day: Day
    /// The last day of the turn, and the name that a calendar gives it; `nil` where the turn is not known.
    package var lastDay: Day?
    package var name: String?
    /// The end of the turn, by which the note is due.
    package var due: Instant?
    package var outgoing: [Person.ID] = []
    package var incoming: [Person.ID] = []
    /// The note among the entries of the handbook.
    package var page: Int?
    /// Whether the note was written only after the turn.
    package var isLate = false
  }

  package var rota: Rota
  /// The section that holds the notes.
  package var section: Int
  /// The newest first.
  package var entries: [Entry]
  /// Notes named by a day on which no turn starts, with the day on which the turn around it does.
  package var strays: [(page: Int, turn: Day)]

  /// The turns that ended without a note; those that ended before calendars begin are forgiven.
  package var missing: [Entry] = []
}

extension HandoffNotes {
  /// The folder below content/ in which each rota has one for its notes.
  package static let folder = "handoffs"
  package static func folder(of rota: Rota.ID) -> String { "\(folder)/\(rota)" }

  /// - Parameter earliest: from when on a turn's missing note is missed.
  init?(_ schedule: RotaSchedule, _ handbook: Handbook, _ history: PageHistory, asOf: Instant, earliest: Instant) {
    guard let section = handbook.byFolder[HandoffNotes.folder(of: schedule.rota.id)] else { return nil }
    let pages = HandoffNotes.pages(of: section, handbook)
    guard let first = pages.keys.min() else { return nil }
    (rota, self.section) = (schedule.rota, section)
    entries = []
    strays = []
    for (position, turn) in schedule.turns.enumerated() where turn.turn.start <= asOf || pages[turn.turn.day] != nil {
      let incoming = position + 1 < schedule.turns.count ? schedule.turns[position + 1] : nil
      let entry = Entry(turn, incoming, pages[turn.turn.day])
      if entry.page == nil, turn.turn.end <= asOf, turn.turn.end > earliest, turn.turn.day > first {
        missing.append(entry)
      }
      let isOpen = turn.turn.end > asOf && turn.turn.day > first
      if entry.page != nil || missing.last?.day == entry.day || isOpen { entries.append(entry) }
    }
    takeUnknown(pages, schedule)
    entries.sort { $0.day > $1.day }
    missing.reverse()
    markLate(handbook, history)
  }

  /// The notes of a section by the day in their names.
  private static func pages(of section: Int, _ handbook: Handbook) -> [Day: Int] {
    let named = handbook.entries.indices.compactMap { index -> (Day, Int)? in
      let entry = handbook.entries[index]
      guard entry.parent == section, !entry.isSection, !entry.page.isDraft else { return nil }
      let name = entry.page.source.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
      return Day(iso: name).map { ($0, index) }
    }
    return Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  /// Notes that no turn belongs to: of a time before the schedule, or misnamed.
  private mutating func takeUnknown(_ pages: [Day: Int], _ schedule: RotaSchedule) {
    let known = Set(entries.map(\.day))
    for (day, page) in pages.sorted(by: { $0.key < $1.key }) where !known.contains(day) {
      entries.append(Entry(day: day, page: page))
      guard let turn = schedule.turns.first(where: { $0.turn.day < day && day < $0.turn.endDay }) else { continue }
      strays.append((page, turn.turn.day))
    }
  }

  /// A note is late by the day that it states, else by the commit that brought it. What came with the first commit of a
  /// rota's notes was brought along from elsewhere, and nothing is said of it.
  private mutating func markLate(_ handbook: Handbook, _ history: PageHistory) {
    let added = entries.map { $0.page.flatMap { history.added(handbook.entries[$0].page.source) } }
    let first = added.compactMap { $0 }.min()
    for (position, added) in added.enumerated() {
      guard let page = entries[position].page, let due = entries[position].due else { continue }
      if let date = handbook.entries[page].page.date {
        entries[position].isLate = date > rota.zone.local(due).day
      } else if let added, added != first {
        entries[position].isLate = added > due
      }
    }
  }
}

extension HandoffNotes.Entry {
  fileprivate init(_ turn: ScheduledTurn, _ next: ScheduledTurn?, _ page: Int?) {
    (day, lastDay, name, due) = (turn.turn.day, turn.turn.lastDay, turn.turn.name, turn.turn.end)
    self.page = page
    outgoing = turn.people
    incoming = next?.people ?? []
  }
}

extension ScheduledTurn {
  /// The holders in the order of the seats, each person once.
  fileprivate var people: [Person.ID] {
    var seen: Set<Person.ID> = []
    return holders.compactMap(\.person).filter { seen.insert($0).inserted }
  }
}
