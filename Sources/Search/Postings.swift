/// For each field, for each word of a vocabulary: the documents that have it, in their order.
struct Postings {
  /// A document and, in a heading, the heading's place in it.
  struct Place {
    private let bits: UInt32

    init(document: Int, heading: UInt32 = 0) { bits = UInt32(document) << 8 | heading }

    var document: Int { Int(bits >> 8) }
    var heading: Int { Int(bits & 0xFF) }
  }

  private var starts: [[Int]]
  private var places: [[Place]]

  subscript(field: Field, word: Int) -> ArraySlice<Place> {
    places[field.rawValue][starts[field.rawValue][word]..<starts[field.rawValue][word + 1]]
  }

  /// Counts first, then puts each place where it belongs: linear, and in order without sorting.
  init(_ collectors: [SearchCollector], _ order: [DocumentIndex], _ vocabulary: Vocabulary) {
    let fields = Field.allCases.count
    var ends = [[Int]](repeating: [Int](repeating: 0, count: vocabulary.count + 1), count: fields)
    for (collector, words) in zip(collectors, vocabulary.places) {
      for document in collector.documents {
        Self.eachWord(of: document, in: collector) { field, word, _ in ends[field][Int(words[word]) + 1] += 1 }
      }
    }
    for field in ends.indices { for word in 0..<vocabulary.count { ends[field][word + 1] += ends[field][word] } }
    starts = ends
    places = ends.map { [Place](repeating: Place(document: 0), count: $0[vocabulary.count]) }
    for index in order {
      let collector = collectors[index.collector]
      let words = vocabulary.places[index.collector]
      let document = collector.documents[index.document]
      Self.eachWord(of: document, in: collector) { field, word, heading in
        let end = ends[field][Int(words[word])]
        places[field][end] = Place(document: document.position, heading: heading)
        ends[field][Int(words[word])] = end + 1
      }
    }
  }

  /// Calls `body` with the number of each field and the collector's number of each word in it.
  @inline(__always)
  private static func eachWord(
    of document: Collected, in collector: SearchCollector, _ body: (Int, Int, UInt32) -> Void
  ) {
    collector.stream.withUnsafeBufferPointer { stream in
      var index = document.words
      for field in 0..<Field.allCases.count {
        var rest = readNumber(stream, &index)
        while rest > 0 {
          let isHeading = field == Field.heading.rawValue
          let heading = isHeading ? readNumber(stream, &index) : 0
          body(field, Int(readNumber(stream, &index)), heading)
          rest -= isHeading ? 2 : 1
        }
      }
    }
  }

  @inline(__always)
  private static func readNumber(_ stream: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    var (number, shift): (UInt32, UInt32) = (0, 0)
    while true {
      let byte = stream[index]
      index += 1
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}

/// Where a document stands among the collectors.
struct DocumentIndex {
  let collector: Int
  let document: Int
}
