import CivilTime
import Diagnostics
import Rendering
import Site

/// Finds turns that ended without a hand-off note, and notes that belong to no turn.
struct HandoffCheck {
  let model: SiteModel

  var diagnostics: [Diagnostic] {
    model.handoffs.flatMap { notes in
      let missing = notes.missing.isEmpty ? [] : [Diagnostic.missing(notes)]
      return missing + notes.strays.map { .stray(model.handbook.entries[$0.page], notes, $0.turn) }
    }
  }
}

extension Diagnostic {
  fileprivate static func missing(_ notes: HandoffNotes) -> Diagnostic {
    let days = notes.missing.map(\.day.description).sorted()
    let turns = days.count == 1 ? "the turn of \(days[0])" : "the turns of \(days.joined(separator: ", "))"
    return .warning(
      "handoff-missing", "'\(notes.rota.id)' has no hand-off note for \(turns)", at: notes.rota.range,
      notes: [Note("write content/\(HandoffNotes.folder(of: notes.rota.id))/\(days[0]).md")])
  }

  fileprivate static func stray(_ entry: Handbook.Entry, _ notes: HandoffNotes, _ turn: Day) -> Diagnostic {
    .warning(
      "handoff-turn", "No turn of '\(notes.rota.id)' starts on the day that names this note",
      at: SourceRange(file: "content/" + entry.page.source, line: 1, column: 1),
      notes: [Note("the turn around it starts on \(turn)")])
  }
}
