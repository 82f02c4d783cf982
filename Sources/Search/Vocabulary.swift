/// The words of all collectors, each once, in the order in which JavaScript compares strings.
struct Vocabulary {
  /// The words behind each other.
  private(set) var bytes: [UInt8] = []
  /// Where each word starts in `bytes`, and at last where they end.
  private(set) var starts: [Int] = [0]
  /// For each collector the place of each of its words here.
  private(set) var places: [[UInt32]]

  var count: Int { starts.count - 1 }

  subscript(word: Int) -> ArraySlice<UInt8> { bytes[starts[word]..<starts[word + 1]] }

  init(_ tables: [WordTable]) {
    places = tables.map { [UInt32](repeating: 0, count: $0.count) }
    for (word, table, number) in Self.sorted(tables) {
      if count == 0 || self[count - 1] != word {
        bytes += word
        starts.append(bytes.count)
      }
      places[table][number] = UInt32(count - 1)
    }
  }

  private typealias Entry = (word: ArraySlice<UInt8>, table: Int, number: Int)

  private static func sorted(_ tables: [WordTable]) -> [Entry] {
    let entries = tables.enumerated().flatMap { table, words in
      (0..<words.count).map { (word: words.bytes[words[$0]], table: table, number: $0) }
    }
    return entries.sorted { precedes($0.word, $1.word) }
  }

  /// Whether a word comes before another by its UTF-16 code units.
  private static func precedes(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    var (index, otherIndex) = (one.startIndex, other.startIndex)
    while index < one.endIndex, otherIndex < other.endIndex {
      if one[index] != other[otherIndex] { return rank(one[index]) < rank(other[otherIndex]) }
      (index, otherIndex) = (index + 1, otherIndex + 1)
    }
    return one.count < other.count
  }

  /// UTF-16 puts U+E000 to U+FFFF, which start with EE or EF, behind the code points above.
  private static func rank(_ byte: UInt8) -> UInt8 {
    byte == 0xEE || byte == 0xEF ? byte + 8 : byte
  }
}
