/// What a result shows of a document: a line each with address, title, section, kind and aliases, set apart by tabs.
///
/// The address is how many UTF-16 code units it shares with the one before, and the rest; section and kind are numbers.
struct PageList {
  /// How many lines share a file where the list is cut.
  static let chunk = 64
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

  var count: Int { lines.count }

  /// For each position how many words its title has, at most 50, as one digit.
  let titleLengths: [UInt8]

  /// The lines of some positions.
  func text(_ positions: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var last: [UTF16.CodeUnit] = []
    for fields in lines[positions] {
      if let address = fields.first { append(Array(address.utf16), fields.dropFirst(), &last, to: &text) }
      text.append(10)
    }
    return text
  }

  private func append(
    _ address: [UTF16.CodeUnit], _ fields: ArraySlice<String>, _ last: inout [UTF16.CodeUnit], to text: inout [UInt8]
  ) {
    let shared = zip(address, last).prefix { $0 == $1 && !UTF16.isSurrogate($0) }.count
    text.append(number: min(shared, 54))
    text += String(decoding: address[min(shared, 54)...], as: UTF16.self).utf8
    for field in fields {
      text.append(9)
      text += field.oneLine.utf8
    }
    last = address
  }

  func chunks() -> [SearchFile] {
    stride(from: 0, to: count, by: Self.chunk).map { start in
      var script = ScriptFile("pages/\(start / Self.chunk)")
      script.append(text(start..<min(start + Self.chunk, count)))
      return script.file
    }
  }
}

extension String {
  /// The text with spaces for tabs and line ends.
  var oneLine: String {
    contains { $0.isNewline || $0 == "\t" } ? String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) : self
  }
}
