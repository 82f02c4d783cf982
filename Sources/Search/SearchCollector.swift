/// Reads documents into words; every thread of a build may have its own.
///
/// A document is given with its position: its place in the order of the site, which is its number in the index. Positions
/// may be left out. Those of one group (`ExcerptGroups.size` from a multiple of it) go to one collector, in their order.
package struct SearchCollector: Sendable {
  private(set) var words = WordTable()
  private(set) var documents: [Collected] = []
  /// For each document, for each field how many words it has and then their numbers.
  private(set) var stream: [UInt8] = []
  private var excerpts = ExcerptGroups()

  private var uses: [Use] = []
  private var found = [[UInt32]](repeating: [], count: Field.allCases.count)
  private var bodyWords: [UInt32] = []

  package init() {}

  package mutating func add(_ document: SearchDocument, at position: Int) {
    excerpts.add(document, at: position)
    let serial = UInt32(documents.count + 1)
    let titleWords = read(document, serial)
    documents.append(
      Collected(
        position: position, address: document.address, title: document.title, section: document.section,
        kind: document.kind, aliases: document.aliases, titleWords: titleWords, words: stream.count))
    writeWords()
  }

  /// The files that are complete so far, each handed out once: what they hold is not kept.
  package mutating func takeFiles() -> [SearchFile] { excerpts.takeComplete() }

  /// The last files, after the last document.
  mutating func takeLastFiles() -> [SearchFile] { excerpts.takeAll() }

  /// The answer is how many words the title has.
  private mutating func read(_ document: SearchDocument, _ serial: UInt32) -> Int {
    var count = 0
    each(document.title, serial) { collector, word in
      count += 1
      collector.note(word, .title)
    }
    for alias in document.aliases { each(alias, serial) { $0.note($1, .alias) } }
    for (index, heading) in document.headings.prefix(250).enumerated() {
      each(heading.text, serial) { $0.note($1, heading: UInt8(index + 1)) }
    }
    each(document.section, serial) { $0.noteInText($1) }
    document.text.withUnsafeBufferPointer { each($0, serial) { $0.noteInText($1) } }
    for word in bodyWords { found[(uses[Int(word)].times < 4 ? Field.text : .oftenInText).rawValue].append(word) }
    bodyWords.removeAll(keepingCapacity: true)
    return count
  }

  private mutating func each(_ text: String, _ serial: UInt32, _ body: (inout SearchCollector, Int) -> Void) {
    var text = text
    text.withUTF8 { each($0, serial, body) }
  }

  @inline(__always)
  private mutating func each(
    _ text: UnsafeBufferPointer<UInt8>, _ serial: UInt32, _ body: (inout SearchCollector, Int) -> Void
  ) {
    WordReader.read(text) { word in
      let number = words.number(of: word)
      if number == uses.count { uses.append(Use()) }
      if uses[number].serial != serial { uses[number] = Use(serial: serial) }
      body(&self, number)
    }
  }

  /// A word of the title or of an alias counts once, and no longer in the text.
  private mutating func note(_ word: Int, _ field: Field) {
    guard !uses[word].isNamed else { return }
    uses[word].isNamed = true
    found[field.rawValue].append(UInt32(word))
  }

  /// A word of a heading counts once in it, unless the title has it.
  private mutating func note(_ word: Int, heading: UInt8) {
    guard !uses[word].isNamed, uses[word].heading != heading else { return }
    uses[word].heading = heading
    found[Field.heading.rawValue] += [UInt32(heading) - 1, UInt32(word)]
  }

  @inline(__always)
  private mutating func noteInText(_ word: Int) {
    guard !uses[word].isNamed, uses[word].heading == 0 else { return }
    if uses[word].times == 0 { bodyWords.append(UInt32(word)) }
    if uses[word].times < 255 { uses[word].times += 1 }
  }

  private mutating func writeWords() {
    for field in found.indices {
      stream.append(variableLength: UInt32(found[field].count))
      for number in found[field] { stream.append(variableLength: number) }
      found[field].removeAll(keepingCapacity: true)
    }
  }

  /// What the document at hand does with a word.
  private struct Use: Sendable {
    var serial: UInt32 = 0
    /// The last heading with the word, from 1.
    var heading: UInt8 = 0
    var times: UInt8 = 0
    var isNamed = false
  }
}

/// Where in a document a word stands.
enum Field: Int, CaseIterable {
  case title, alias, heading, oftenInText, text
}

/// A document without its text.
struct Collected: Sendable {
  let position: Int
  let address: String
  let title: String
  let section: String
  let kind: SearchDocument.Kind
  let aliases: [String]
  let titleWords: Int
  /// Where its words start in the collector's stream.
  let words: Int
}

extension [UInt8] {
  /// Seven bits a byte, the low ones first.
  @inline(__always)
  fileprivate mutating func append(variableLength number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
