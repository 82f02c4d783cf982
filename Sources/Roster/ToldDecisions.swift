package import CivilTime
package import Diagnostics

/// The decisions that calendars have been told of beside what the plans say now: `plan/changes.lock`.
///
/// A subscriber's calendar takes an update only where its SEQUENCE has not fallen (RFC 5546 2.1.4). The number counts
/// decisions, so none may be forgotten: not the line that a repair replaced, and not a change that somebody deleted.
package struct ToldDecisions: Sendable {
  package struct Decision: Hashable, Sendable {
    package enum What: Hashable, Sendable {
      case swap(Day, Day)
      case cover(from: LocalTime, to: LocalTime, by: Person.ID)
      /// A line of the plan that another one has replaced.
      case line(turn: Day, person: Person.ID)
    }

    package var made: Day
    package var rota: Rota.ID
    package var seat: Seat.ID
    package var what: What

    package init(made: Day, rota: Rota.ID, seat: Seat.ID, what: What) {
      self.made = made
      self.rota = rota
      self.seat = seat
      self.what = what
    }
  }

  /// In the order of the file, each with its place there.
  package private(set) var decisions: [(decision: Decision, range: SourceRange)] = []
  private var replaced: [Slot: [Day]] = [:]

  private struct Slot: Hashable {
    var rota: Rota.ID
    var turn: Day
    var seat: Seat.ID
  }

  package init() {}

  package mutating func add(_ decision: Decision, at range: SourceRange) {
    decisions.append((decision, range))
    guard case .line(let turn, _) = decision.what else { return }
    replaced[Slot(rota: decision.rota, turn: turn, seat: decision.seat), default: []].append(decision.made)
  }

  /// The days on which lines for a turn and seat were decided that others have replaced since.
  package func replacedLines(of rota: Rota.ID, turn: Day, seat: Seat.ID) -> [Day] {
    replaced[Slot(rota: rota, turn: turn, seat: seat)] ?? []
  }

  /// How many lines of a rota's plan others have replaced since.
  package func replacedLines(of rota: Rota.ID) -> Int {
    replaced.reduce(0) { $1.key.rota == rota ? $0 + $1.value.count : $0 }
  }
}

extension ToldDecisions.Decision {
  /// The decision that a line of changes.yml records.
  package init(_ change: Change) {
    let what: What =
      switch change.action {
      case .swap(let first, let second): .swap(first, second)
      case .cover(let from, let to, let person, _): .cover(from: from, to: to, by: person)
      }
    self.init(made: change.made, rota: change.rota, seat: change.seat, what: what)
  }

  package init(_ change: ChangeLine) {
    let what: What =
      switch change.action {
      case .swap(let first, let second): .swap(min(first, second), max(first, second))
      case .cover(let from, let to, let person, _): .cover(from: from, to: to, by: person)
      }
    self.init(made: change.made, rota: change.rota, seat: change.seat, what: what)
  }

  /// `2026-11-20,delivery,engineer,cover,2026-12-09T12:00,2026-12-09T13:00,ben`
  package var line: String {
    let about = "\(made),\(rota),\(seat)"
    switch what {
    case .swap(let first, let second): return "\(about),swap,\(first),\(second),"
    case .cover(let from, let to, let person):
      return "\(about),cover,\(from.day)T\(from.time),\(to.day)T\(to.time),\(person)"
    case .line(let turn, let person): return "\(about),line,\(turn),,\(person)"
    }
  }

  /// - Returns: `nil` where the text is no such line.
  package init?(line: some StringProtocol) {
    let cells = String(line).split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    guard cells.count == 7, let made = Day(iso: cells[0]) else { return nil }
    let (from, to, person) = (cells[4], cells[5], Person.ID(cells[6]))
    switch cells[3] {
    case "swap":
      guard let first = Day(iso: from), let second = Day(iso: to) else { return nil }
      what = .swap(first, second)
    case "cover":
      guard let start = LocalTime(from), let end = LocalTime(to) else { return nil }
      what = .cover(from: start, to: end, by: person)
    case "line":
      guard let turn = Day(iso: from) else { return nil }
      what = .line(turn: turn, person: person)
    default: return nil
    }
    (self.made, rota, seat) = (made, Rota.ID(cells[1]), Seat.ID(cells[2]))
  }
}

extension ToldDecisions {
  /// The file's path below the roster's folder.
  package static let path = "plan/changes.lock"

  private static let head =
    "# What calendars were told beside the plans. Written by sitegen: commit it, and leave it as it is.\n"

  /// The text of the file with decisions put in where they belong; those that it holds stay, letter by letter.
  package static func text(_ before: String, adding decisions: [Decision]) -> String {
    var lines = before.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map(String.init)
    // Two lines that are alike are two decisions only where a line of the plan was replaced twice in a day.
    for decision in decisions {
      if case .line = decision.what {} else if lines.contains(decision.line) { continue }
      lines.append(decision.line)
    }
    return lines.isEmpty ? before : head + lines.sorted().map { $0 + "\n" }.joined()
  }
}

extension RosterReader {
  /// Reads `plan/changes.lock`.
  func readToldDecisions() -> ToldDecisions {
    var told = ToldDecisions()
    guard let source = files[folder + ToldDecisions.path] else { return told }
    let rows = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, row) in rows.enumerated() where !row.isEmpty && !row.hasPrefix("#") {
      let range = SourceRange(file: source.path, line: index + 1, column: 1, length: row.utf8.count)
      if let decision = ToldDecisions.Decision(line: row) {
        told.add(decision, at: range)
      } else {
        collector.report(
          .error(
            "plan-syntax", "This is no line of changes.lock, which sitegen writes", at: range,
            notes: [Diagnostic.Note("the file's last committed state is likely right")]))
      }
    }
    return told
  }
}
