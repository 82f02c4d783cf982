import Diagnostics

/// What stands between a `BEGIN` and its `END`, without the components inside.
struct Component {
  /// In upper case: `VEVENT`.
  var name: String
  /// The place of the enclosing component in the file's list.
  var parent: Int?
  var lines: [ContentLine] = []
  /// The `BEGIN` line.
  var range: SourceRange

  func all(_ name: String) -> [ContentLine] { lines.filter { $0.name == name } }
  func first(_ name: String) -> ContentLine? { lines.first { $0.name == name } }
}

/// Sorts content lines into components, in the order of their `BEGIN`; the list is flat, so that no nesting is too deep.
struct ComponentReader {
  /// The components that stand in a calendar and in nothing else (RFC 5545 3.6).
  private static let ofCalendars = ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"]

  let file: String
  let collector: DiagnosticCollector
  private var components: [Component] = []
  /// The open components, the innermost last.
  private var open: [Int] = []

  init(file: String, collector: DiagnosticCollector) {
    self.file = file
    self.collector = collector
  }

  /// A component that is never ended counts up to where it must have ended, and is an error.
  mutating func read(_ lines: [LogicalLine]) -> [Component] {
    for line in lines {
      guard let content = ContentLine(line, file: file) else {
        reportUnreadable(line)
        continue
      }
      add(content)
    }
    close(downTo: 0)
    return components
  }

  private mutating func add(_ line: ContentLine) {
    switch line.name {
    case "BEGIN": begin(line)
    case "END": end(line)
    default:
      guard let innermost = open.last else {
        collector.report(.outside(line))
        return
      }
      components[innermost].lines.append(line)
    }
  }

  /// A calendar stands in nothing, and an event, a task or a zone in nothing but a calendar: what else is open has no END.
  private mutating func begin(_ line: ContentLine) {
    let name = line.componentName
    if name == "VCALENDAR" { close(downTo: 0) }
    if Self.ofCalendars.contains(name) {
      let depth = open.lastIndex { components[$0].name == "VCALENDAR" }
      close(downTo: depth.map { $0 + 1 } ?? 0)
    }
    components.append(Component(name: name, parent: open.last, range: line.range))
    open.append(components.count - 1)
  }

  private mutating func end(_ line: ContentLine) {
    let name = line.componentName
    guard let depth = open.lastIndex(where: { components[$0].name == name }) else {
      let innermost = open.last.map { components[$0].name }
      collector.report(.strayEnd(line, expected: innermost))
      return
    }
    close(downTo: depth + 1)
    open.removeLast()
  }

  private mutating func close(downTo depth: Int) {
    for index in open[depth...].reversed() { collector.report(.missingEnd(components[index])) }
    open.removeLast(open.count - depth)
  }

  /// A line that is lost from an event or a zone may lose leave; from what is ignored anyhow, nothing.
  private func reportUnreadable(_ line: LogicalLine) {
    let name = open.last.map { components[$0].name }
    guard let severity = ComponentReader.severities[name ?? "VCALENDAR"] else { return }
    collector.report(.unreadable(line, file: file, severity))
  }

  private static let severities: [String: Diagnostic.Severity] = [
    "VCALENDAR": .warning, "VEVENT": .error, "VTIMEZONE": .error, "STANDARD": .error, "DAYLIGHT": .error,
  ]
}

extension ContentLine {
  fileprivate var componentName: String {
    String(value.text.uppercased().drop { $0 == " " }.prefix { $0 != " " && $0 != "\t" })
  }
}

extension Diagnostic {
  fileprivate static func unreadable(_ line: LogicalLine, file: String, _ severity: Severity) -> Diagnostic {
    let text = String(decoding: line.bytes, as: UTF8.self)
    return Diagnostic(
      severity, id: "ics-line", "'\(excerpt(text))' is no property such as DTSTART;VALUE=DATE:20261224",
      at: line.range(0..<line.bytes.count, file: file))
  }

  fileprivate static func outside(_ line: ContentLine) -> Diagnostic {
    .warning("ics-line", "'\(line.name)' stands outside BEGIN:VCALENDAR and END:VCALENDAR", at: line.range)
  }

  fileprivate static func strayEnd(_ line: ContentLine, expected: String?) -> Diagnostic {
    let wanted = expected.map { "; END:\($0) is expected" } ?? ""
    return .error("ics-component", "'\(excerpt(line.value.text))' ends here, but never began\(wanted)", at: line.range)
  }

  fileprivate static func missingEnd(_ component: Component) -> Diagnostic {
    .error(
      "ics-component", "'BEGIN:\(excerpt(component.name))' has no END:\(excerpt(component.name)): is the file whole?",
      at: component.range)
  }
}

/// The beginning of a text that somebody else's program wrote, short enough for a headline.
func excerpt(_ text: String) -> String {
  let line = text.prefix { !$0.isNewline }
  return line.count <= 60 ? String(line) : line.prefix(60) + "…"
}
