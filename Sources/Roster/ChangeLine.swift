package import CivilTime

/// A change as a line of changes.yml.
package struct ChangeLine: Sendable {
  package var action: Change.Action
  package var rota: Rota.ID
  package var seat: Seat.ID
  package var made: Day
  package var by: String?
  package var reason: String?
  package var withdrawn: Day?

  package init(
    _ action: Change.Action, rota: Rota.ID, seat: Seat.ID, made: Day, by: String? = nil, reason: String? = nil,
    withdrawn: Day? = nil
  ) {
    self.withdrawn = withdrawn
    self.action = action
    self.rota = rota
    self.seat = seat
    self.made = made
    self.by = by
    self.reason = reason
  }

  /// `{swap: [2026-12-07, 2026-12-14], rota: delivery, seat: engineer, made: 2026-11-20, by: ana}`
  package var yaml: String {
    var parts: [String] = []
    switch action {
    case .swap(let first, let second): parts.append("swap: [\(first), \(second)]")
    case .cover(let from, let to, _, _): parts.append("cover: {from: \(from), to: \(to)}")
    }
    parts += ["rota: \(ChangeLine.scalar(rota.description))", "seat: \(ChangeLine.scalar(seat.description))"]
    if case .cover(_, _, let person, let over) = action {
      parts.append("person: \(ChangeLine.scalar(person.description))")
      if over { parts.append("over: true") }
    }
    parts.append("made: \(made)")
    if let by { parts.append("by: \(ChangeLine.scalar(by))") }
    if let reason { parts.append("reason: \(ChangeLine.scalar(reason))") }
    if let withdrawn { parts.append("withdrawn: \(withdrawn)") }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// The text of changes.yml with the line behind all others; everything that stands there is kept letter by letter.
  ///
  /// - Returns: `nil` where the file's list is written in one bracket, which takes no line.
  package func appended(to text: String) -> String? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let content = lines.filter { line in
      let bare = line.drop { $0 == " " }
      return !bare.isEmpty && !bare.hasPrefix("#") && bare != "---"
    }
    guard let first = content.first else { return ChangeLine.closed(text) + "- \(yaml)\n" }
    if content.count == 1, ["[]", "~", "null"].contains(ChangeLine.withoutComment(first)) {
      let kept = lines.map { $0 == first ? "- \(yaml)" : String($0) }
      return ChangeLine.closed(kept.joined(separator: "\n"))
    }
    let indent = first.prefix { $0 == " " }
    guard first.dropFirst(indent.count).hasPrefix("-") else { return nil }
    return ChangeLine.closed(text) + "\(indent)- \(yaml)\n"
  }

  /// The text with a line end behind its last line.
  private static func closed(_ text: String) -> String {
    text.isEmpty || text.last?.isNewline == true ? text : text + "\n"
  }

  private static func withoutComment(_ line: Substring) -> String {
    let bare = line.prefix { $0 != "#" }
    return String(bare.filter { $0 != " " })
  }

  /// A text as YAML: plain where it can only be read as that text, else in double quotes.
  static func scalar(_ text: String) -> String {
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    let isPlain =
      text.first?.isLetter == true && text.last != " "
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || " _-./".unicodeScalars.contains($0)
      }
      && !words.contains(text.lowercased())
    guard !isPlain else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _
      where scalar.value < 32 || scalar.value == 127 || scalar.value == 0x85 || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
