import Diagnostics
import Markdown
import Roster
import Site
import Templates
import YAML

extension DirectiveExpansion {
  /// `{{ table data/tiers.csv }}`
  mutating func writeTable() {
    guard let word = next() else {
      return diagnostics.append(.wrongArguments(directive, "table FILE", "table data/tiers.csv"))
    }
    guard end() else { return }
    guard let file = materials.texts[word.text], DataTable.endings.contains(where: word.text.hasSuffix) else {
      guard !materials.unreadable.contains(word.text) else { return }
      let known = materials.texts.keys.filter { path in DataTable.endings.contains { path.hasSuffix($0) } }.sorted()
      return fail(
        "directive-file", "'\(word.text)' is no .csv or .yml file below content/data/\(didYouMean(word.text, known))",
        at: word)
    }
    guard isBlock else {
      return fail("directive-place", "A table stands in a paragraph of its own")
    }
    guard let table = DataTable(file, path: word.text, &diagnostics) else { return }
    let numeric = table.header.indices.map { column in
      table.rows.allSatisfy { $0[column].isEmpty || $0[column].isDecimal }
        && table.rows.contains { !$0[column].isEmpty }
    }
    block = [
      "table": [
        "label": .text(table.name),
        "header": .list(zip(table.header, numeric).map { ["text": .text($0), "number": .flag($1)] }),
        "rows": .list(table.rows.map { row in ["cells": .list(zip(row, numeric).map { cell($0, isNumber: $1) })] }),
      ]
    ]
  }

  /// A cell is plain text; one that is an address is a link, one that is `@name` a person.
  private mutating func cell(_ text: String, isNumber: Bool) -> TemplateValue {
    var html = text.escaped
    if text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(" ") {
      html = "<a href=\"\(text.escaped)\">\(html)</a>"
    } else if text.hasPrefix("@"), let person = model.organisation.person(Person.ID(String(text.dropFirst()))) {
      html = link(person.name, to: Places.person(person.id))
    }
    return ["html": .html(Array(html.utf8)), "number": .flag(isNumber)]
  }
}

extension String {
  /// Digits with at most a sign, a point and a percent sign.
  fileprivate var isDecimal: Bool {
    let bare = (hasSuffix("%") ? String(dropLast()) : self).drop { "+-−".contains($0) }
    return !bare.isEmpty && bare.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," } && bare.first != "."
  }
}

/// A table as a file holds it: every row has as many cells as the header.
struct DataTable {
  static let endings = [".csv", ".yml", ".yaml"]

  /// The file's name in words.
  let name: String
  private(set) var header: [String] = []
  private(set) var rows: [[String]] = []

  /// `nil` where the file holds no table; why is reported.
  init?(_ file: SourceFile, path: String, _ diagnostics: inout [Diagnostic]) {
    let stem = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    let words = stem.map { $0 == "-" || $0 == "_" ? " " : $0 }
    name = words.prefix(1).map { $0.uppercased() }.joined() + String(words.dropFirst())
    let isRead = path.hasSuffix(".csv") ? read(csv: file, &diagnostics) : read(yaml: file, &diagnostics)
    guard isRead else { return nil }
  }

  private mutating func read(csv file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Bool {
    let records = CSVRecords(file.text)
    if let open = records.unclosedQuote {
      diagnostics.append(
        .error("table-csv", "This quote is never closed", at: SourceRange(file: file.path, line: open, column: 1)))
      return false
    }
    guard let first = records.records.first else { return empty(file, &diagnostics) }
    header = first.cells
    var isWhole = true
    for record in records.records.dropFirst() {
      guard record.cells.count == header.count else {
        diagnostics.append(
          .error(
            "table-csv", "A row has \(record.cells.count) values, the header \(header.count)",
            at: SourceRange(file: file.path, line: record.line, column: 1)))
        isWhole = false
        continue
      }
      rows.append(record.cells)
    }
    return isWhole
  }

  private func empty(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Bool {
    diagnostics.append(
      .error("table-empty", "The file holds no table", at: SourceRange(file: file.path, line: 1, column: 1)))
    return false
  }
}

extension DataTable {
  /// A list of mappings, or a mapping of mappings, whose keys are then the first column.
  private mutating func read(yaml file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Bool {
    let known = diagnostics.count
    guard let node = YAMLNode.parse(file.text, file: file.path, diagnostics: &diagnostics), !node.isNull else {
      return diagnostics.count > known ? false : empty(file, &diagnostics)
    }
    let named = (node.entries ?? []).map { (name: String?.some($0.key), node: $0.value) }
    let items = node.elements?.map { (name: String?.none, node: $0) } ?? named
    guard !items.isEmpty else { return empty(file, &diagnostics) }
    var keys: [String] = []
    for (_, item) in items {
      guard let entries = item.entries else {
        diagnostics.append(.error("table-yaml", "A row is a mapping of columns, not \(item.kind)", at: item.range))
        return false
      }
      keys += entries.map(\.key).filter { !keys.contains($0) }
    }
    header = (node.elements == nil ? [""] : []) + keys
    rows = items.map { name, item in (name.map { [$0] } ?? []) + keys.map { DataTable.text(item[$0]) } }
    return true
  }

  private static func text(_ node: YAMLNode?) -> String {
    guard let node else { return "" }
    return node.text ?? node.elements?.map { text($0) }.joined(separator: ", ") ?? ""
  }
}

/// Comma-separated values (RFC 4180): quotes keep commas, line ends and doubled quotes.
struct CSVRecords {
  struct Record {
    var cells: [String]
    /// The line on which it begins, from 1.
    var line: Int
  }

  private(set) var records: [Record] = []
  /// The line of a quote that is never closed.
  private(set) var unclosedQuote: Int?

  init(_ text: String) {
    var (cells, cell, line, start) = ([String](), "", 1, 1)
    var (isQuoted, quoteLine) = (false, 1)
    var rest = Substring(text.replacing("\r\n", with: "\n"))
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        rest.removeFirst()
        cell.append("\"")
      case "\"" where isQuoted: isQuoted = false
      case "\"" where cell.isEmpty: (isQuoted, quoteLine) = (true, line)
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        finish(&cells, &cell, start)
        (line, start) = (line + 1, line + 1)
      default:
        if character == "\n" { line += 1 }
        cell.append(character)
      }
    }
    finish(&cells, &cell, start)
    if isQuoted { unclosedQuote = quoteLine }
  }

  private mutating func finish(_ cells: inout [String], _ cell: inout String, _ line: Int) {
    if !cells.isEmpty || !cell.isEmpty {
      let trimmed = (cells + [cell]).map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
      records.append(Record(cells: trimmed, line: line))
    }
    cells = []
    cell = ""
  }
}
