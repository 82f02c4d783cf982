import CivilTime
import Diagnostics

extension RosterReader {
  /// Reads `plan/<rota>.csv`: a header, then one line for each turn and seat.
  func readPlan(_ file: (name: String, path: String)) -> (Rota.ID, PublishedPlan)? {
    guard names.rotas.contains(file.name), let source = files[folder + file.path] else { return nil }
    let rows = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard rows.first.map({ columns($0).map(String.init) == RosterReader.planHeader }) ?? false else {
      collector.report(
        .error(
          "plan-syntax", "A plan begins with the line \(RosterReader.planHeader.joined(separator: ","))",
          at: SourceRange(file: source.path, line: 1, column: 1, length: rows.first?.utf8.count ?? 1)))
      return nil
    }
    var lines: [PublishedPlan.Line] = []
    for (index, row) in rows.enumerated().dropFirst() where !row.isEmpty {
      if let line = readPlanLine(
        row, SourceRange(file: source.path, line: index + 1, column: 1, length: row.utf8.count))
      {
        lines.append(line)
      }
    }
    return (Rota.ID(file.name), PublishedPlan(file: source.path, lines: lines.sortedByTurn))
  }

  private func readPlanLine(_ row: Substring, _ range: SourceRange) -> PublishedPlan.Line? {
    let cells = columns(row)
    guard cells.count == RosterReader.planHeader.count else {
      collector.report(
        .error(
          "plan-syntax", "A plan's line has \(RosterReader.planHeader.count) values, this one has \(cells.count)",
          at: range))
      return nil
    }
    let turn = day(cells[0], part(0, of: row, range))
    let decided = day(cells[4], part(4, of: row, range))
    let person = personInPlan(String(cells[2]), part(2, of: row, range))
    guard let turn, let decided, let person else { return nil }
    return PublishedPlan.Line(
      turn: turn, seat: Seat.ID(String(cells[1])), person: person, reason: String(cells[3]), decided: decided,
      range: range)
  }

  private func day(_ text: Substring, _ range: @autoclosure () -> SourceRange) -> Day? {
    if let day = Day(iso: text) { return day }
    collector.report(.error("bad-date", "'\(text)' is not a day such as 2026-11-23", at: range()))
    return nil
  }

  private func personInPlan(_ name: String, _ range: @autoclosure () -> SourceRange) -> Person.ID? {
    guard let people = names.people, !people.contains(name) else { return Person.ID(name) }
    collector.report(.error("unknown-person", "'\(name)' is no person\(didYouMean(name, people))", at: range()))
    return nil
  }

  /// The values of a line, without spaces around them.
  private func columns(_ row: Substring) -> [Substring] {
    row.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { cell in
      var cell = Substring(cell)
      while cell.utf8.first == 32 { cell.removeFirst() }
      while cell.utf8.last == 32 { cell.removeLast() }
      return cell
    }
  }

  /// The place of one value in a line of comma-separated values.
  private func part(_ index: Int, of row: Substring, _ range: SourceRange) -> SourceRange {
    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
    let before = cells.prefix(index).reduce(0) { $0 + $1.utf8.count + 1 }
    return SourceRange(file: range.file, line: range.start.line, column: before + 1, length: cells[index].utf8.count)
  }

  static let planHeader = ["turn", "seat", "person", "reason", "decided"]
}

extension [PublishedPlan.Line] {
  /// By turn; lines of one turn stay in the order of the file.
  fileprivate var sortedByTurn: [PublishedPlan.Line] {
    enumerated().sorted { ($0.element.turn, $0.offset) < ($1.element.turn, $1.offset) }.map(\.element)
  }
}
