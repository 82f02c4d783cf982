/// An index of words, cut by their first letters into files of about the same size.
///
/// Each line of a file is a word and, behind spaces, the numbers of its lists. A word is written as how many UTF-16 code
/// units it shares with the one before, as one digit, and the rest.
struct Shards {
  /// What a file holds at most, in bytes, unless one word alone is longer.
  static let limit = 10_000

  /// With which letters each file starts; a file goes up to where the next starts.
  private(set) var firsts: [String] = []
  private(set) var files: [SearchFile] = []

  private let folder: String
  private let vocabulary: Vocabulary
  /// The words that are in it.
  private let words: [Int]
  /// The lists of these words behind each other, and where each ends.
  private let lists: [UInt8]
  private let ends: [Int]

  /// - Parameter write: appends the lists of a word, set apart by spaces; nothing where the word is not in the index.
  init(_ folder: String, _ vocabulary: Vocabulary, _ write: (Int, inout [UInt8]) -> Void) {
    (self.folder, self.vocabulary) = (folder, vocabulary)
    var (words, lists, ends): ([Int], [UInt8], [Int]) = ([], [], [])
    for word in 0..<vocabulary.count {
      write(word, &lists)
      if lists.count == ends.last ?? 0 { continue }
      words.append(word)
      ends.append(lists.count)
    }
    (self.words, self.lists, self.ends) = (words, lists, ends)
    for family in gathered(families(of: words.indices, sharing: 0)) { self.write(family) }
  }

  /// Words that follow each other, and how many bytes of their first letters they share.
  private typealias Family = (entries: Range<Int>, letters: Int)

  /// The words, cut where a letter changes until the limit holds: after the first, then after the second.
  private func families(of entries: Range<Int>, sharing letters: Int) -> [Family] {
    guard size(entries) > Self.limit, entries.count > 1 else { return [(entries, letters)] }
    var families: [Family] = []
    var start = entries.lowerBound
    while start < entries.upperBound {
      let word = vocabulary[words[start]]
      let shared = word.prefix(letters + letterLength(word.dropFirst(letters).first))
      let isWhole = shared.count == letters
      let end = isWhole ? start + 1 : self.end(of: shared, from: start, before: entries.upperBound)
      families += self.families(of: start..<end, sharing: shared.count)
      start = end
    }
    return families
  }

  private func end(of letters: ArraySlice<UInt8>, from start: Int, before end: Int) -> Int {
    (start..<end).first { !vocabulary[words[$0]].starts(with: letters) } ?? end
  }

  /// As many neighbours together as the limit allows.
  private func gathered(_ families: [Family]) -> [Family] {
    var gathered: [Family] = []
    for family in families {
      if let last = gathered.last, size(last.entries.lowerBound..<family.entries.upperBound) <= Self.limit {
        gathered[gathered.count - 1].entries = last.entries.lowerBound..<family.entries.upperBound
      } else {
        gathered.append(family)
      }
    }
    return gathered
  }

  private func size(_ entries: Range<Int>) -> Int {
    guard let last = entries.last else { return 0 }
    let letters = entries.reduce(0) { $0 + vocabulary[words[$1]].count }
    return letters + ends[last] - start(entries.lowerBound) + 2 * entries.count
  }

  private func start(_ entry: Int) -> Int { entry == 0 ? 0 : ends[entry - 1] }

  private mutating func write(_ family: Family) {
    let firstWord = family.entries.first.map { vocabulary[words[$0]] } ?? []
    let first = files.isEmpty ? "" : String(decoding: firstWord.prefix(family.letters), as: UTF8.self)
    var script = ScriptFile(folder + "/" + Self.name(first))
    var last: ArraySlice<UInt8> = []
    for entry in family.entries {
      let word = vocabulary[words[entry]]
      script.append(FrontCoding.text(word, after: last))
      script.append(lists[start(entry)..<ends[entry]])
      script.endLine()
      last = word
    }
    firsts.append(first)
    files.append(script.file)
  }

  /// The letters as a file's name that every disk takes: "-" ends it, so that it is none that Windows keeps for itself.
  private static func name(_ letters: String) -> String {
    letters.unicodeScalars.map { scalar in
      scalar.isASCII ? String(scalar) : "-" + String(scalar.value, radix: 16)
    }.joined() + "-"
  }
}

/// How many bytes a code point has that starts with this byte.
private func letterLength(_ first: UInt8?) -> Int {
  guard let first else { return 0 }
  return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
}
