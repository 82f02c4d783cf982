/// The numbers behind a word in a file: its documents, each as the distance from the one before.
struct WordLists {
  private let postings: Postings
  /// In as many documents a word is taken to be in all.
  private let isCommon: Int

  init(_ postings: Postings, documents: Int) {
    self.postings = postings
    isCommon = max(64, documents / 2)
  }

  /// Titles, then aliases.
  func appendNames(of word: Int, to out: inout [UInt8]) {
    append([.title, .alias].map { [UInt8](postings[$0, word]) }, to: &out)
  }

  /// Headings with their places in the document, then the documents that say it often, then those that say it.
  ///
  /// A word of more than half of all documents tells little: of it there are only the first, behind a `!`.
  func appendTexts(of word: Int, to out: inout [UInt8]) {
    let fields = [Field.heading, .oftenInText, .text].map { postings[$0, word] }
    guard fields.reduce(0, { $0 + $1.count }) >= isCommon else {
      return append([[UInt8](headings: fields[0]), [UInt8](fields[1]), [UInt8](fields[2])], to: &out)
    }
    let first = fields[1].isEmpty ? fields[2] : fields[1]
    append([[UInt8](headings: fields[0].prefix(100)), [UInt8(ascii: "!")] + [UInt8](first.prefix(100))], to: &out)
  }

  /// Whether a word is worth naming to somebody who mistyped it.
  func isKnown(_ word: Int) -> Bool {
    [Field.title, .alias, .heading].contains { !postings[$0, word].isEmpty }
      || postings[.oftenInText, word].count + postings[.text, word].count > 2
  }

  /// Appends the lists up to the last that is not empty, each behind a space.
  private func append(_ lists: [[UInt8]], to out: inout [UInt8]) {
    guard let last = lists.lastIndex(where: { !$0.isEmpty }) else { return }
    for list in lists[...last] {
      out.append(32)
      out += list
    }
  }
}

extension [UInt8] {
  /// The documents in the same way, each with the heading's place in it.
  fileprivate init(headings places: ArraySlice<Postings.Place>) {
    self = []
    var last = 0
    for place in places {
      append(number: place.document - last)
      append(number: place.heading)
      last = place.document
    }
  }

  /// The documents, each as the distance from the one before.
  fileprivate init(_ places: ArraySlice<Postings.Place>) {
    self = []
    var last = 0
    for place in places {
      append(number: place.document - last)
      last = place.document
    }
  }
}
