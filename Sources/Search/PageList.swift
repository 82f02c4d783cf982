/// What a result shows of a document: a line each with address, title, section, kind and aliases, set apart by tabs.
///
/// The address is how many UTF-16 code units it shares with the one before, and the rest; section and kind are numbers.
struct PageList {
  /// How many lines share a file where the list is cut.
  static let chunk = 32
  /// Up to this size the list is one file, in bytes.
  static let wholeLimit = 96_000

  let sections: [String]
  /// For each position a line; empty where there is no document.
  private let lines: [[String]]

  init(_ documents: [Collected]) {
    var numbers: [String: Int] = [:]
    var sections: [String] = []
    var lines = [[String]](repeating: [], count: (documents.last?.position ?? -1) + 1)
    for document in documents {
      let number = numbers[document.section] ?? sections.count
      if number == sections.count { sections.append(document.section) }
      numbers[document.section] = number
      lines[document.position] =
        [document.address, document.title, String(number), String(document.kind.rawValue)] + document.aliases
    }
    (self.sections, self.lines) = (sections, lines)
    titleLengths = documents.reduce(into: lines.map { _ in UInt8(37) }) {
      $0[$1.position] += UInt8(min($1.titleWords, 50))
    }
  }

  /// For each position how many words its title has, at most 50, as one digit.
  let titleLengths: [UInt8]

  /// All lines, or `nil` where they are too long for one file.
  func whole() -> [UInt8]? {
    guard lines.reduce(0, { $0 + ($1.count < 2 ? 0 : $1[1].utf8.count) }) <= Self.wholeLimit else { return nil }
    let text = text(0..<lines.count)
    return text.count <= Self.wholeLimit ? text : nil
  }

  private func text(_ positions: Range<Int>) -> [UInt8] {
    var (text, last): ([UInt8], [UInt8]) = ([], [])
    for fields in lines[positions] {
      if let address = fields.first.map({ Array($0.utf8) }) {
        text += FrontCoding.text(address[...], after: last[...])
        last = address
      }
      for field in fields.dropFirst() {
        text.append(9)
        text += field.oneLine.utf8
      }
      text.append(10)
    }
    return text
  }

  func chunks() -> [SearchFile] {
    stride(from: 0, to: lines.count, by: Self.chunk).map { start in
      var script = ScriptFile("pages/\(start / Self.chunk)")
      script.append(text(start..<min(start + Self.chunk, lines.count)))
      return script.file
    }
  }
}

extension String {
  /// The text with spaces for tabs and line ends.
  var oneLine: String {
    utf8.contains { $0 < 32 } ? String(unicodeScalars.map { $0.value < 32 ? " " : Character($0) }) : self
  }
}
