private import Dispatch
private import Synchronization

/// The files of the search.
///
/// - `search/titles.js` comes first: how the rest is cut, and up to 96 kB the whole list of pages. A browser answers from
///   it at the first key. Of a larger site it fetches `titles/…` by the letters typed and `pages/…` for what it shows.
/// - `search/words/…` has the words of headings and texts by their first letters.
/// - `search/text/…` has headings and beginnings of texts, for what is shown.
/// - `search/spelling.js` has the words that somebody may have meant who mistyped one.
package struct SearchIndex {
  package let files: [SearchFile]

  /// An index of what was collected; the files that the collectors handed out before belong to it too.
  ///
  /// - Precondition: no position was given twice.
  package init(_ collectors: consuming [SearchCollector]) {
    var collectors = collectors
    let texts = collectors.indices.flatMap { collectors[$0].takeLastFiles() }
    files = Self.files(of: collectors) + texts
  }

  /// An index of documents in the order of the site.
  package init(documents: [SearchDocument], jobs: Int = 1) {
    let share = (documents.count / max(jobs, 1) / ExcerptGroups.size + 1) * ExcerptGroups.size
    let collectors = Mutex([SearchCollector](repeating: SearchCollector(), count: max(jobs, 1)))
    DispatchQueue.concurrentPerform(iterations: max(jobs, 1)) { job in
      var collector = SearchCollector()
      for position in documents.indices.dropFirst(job * share).prefix(share) {
        collector.add(documents[position], at: position)
      }
      collectors.withLock { [collector] in $0[job] = collector }
    }
    self.init(collectors.withLock { $0 })
  }

  private static func files(of collectors: [SearchCollector]) -> [SearchFile] {
    let order = order(of: collectors)
    let documents = order.map { collectors[$0.collector].documents[$0.document] }
    let vocabulary = Vocabulary(collectors.map(\.words))
    let lists = WordLists(Postings(collectors, order, vocabulary), documents: documents.count)
    let pages = PageList(documents)
    let words = Shards("words", vocabulary) { lists.appendTexts(of: $0, to: &$1) }
    let list = pages.whole()
    let titles = list != nil ? nil : Shards("titles", vocabulary) { lists.appendNames(of: $0, to: &$1) }
    var files = words.files + [spelling(vocabulary, lists)]
    if let titles { files += titles.files + pages.chunks() }
    let head = [
      list != nil ? [] : pages.titleLengths, Array(words.firsts.joined(separator: " ").utf8),
      Array((titles?.firsts ?? []).joined(separator: " ").utf8), Array(pages.sections.joined(separator: "\t").utf8),
      list ?? [],
    ]
    files.append(start(head, version: version(of: files + [start(head, version: "")])))
    return files
  }

  private static func order(of collectors: [SearchCollector]) -> [DocumentIndex] {
    let indices = collectors.enumerated().flatMap { collector, collected in
      collected.documents.indices.map { DocumentIndex(collector: collector, document: $0) }
    }
    let position = { (index: DocumentIndex) in collectors[index.collector].documents[index.document].position }
    return indices.sorted { position($0) < position($1) }
  }

  /// The file that a browser asks for first: the version of the index, which it adds to the addresses of all others,
  /// and the lines of `head`.
  private static func start(_ head: [[UInt8]], version: String) -> SearchFile {
    var script = ScriptFile("titles")
    script.append(version)
    for line in head {
      script.endLine()
      script.append(line)
    }
    return script.file
  }

  private static func spelling(_ vocabulary: Vocabulary, _ lists: WordLists) -> SearchFile {
    var script = ScriptFile("spelling")
    var last: ArraySlice<UInt8> = []
    for word in 0..<vocabulary.count where vocabulary[word].count > 3 && lists.isKnown(word) {
      script.append(FrontCoding.text(vocabulary[word], after: last))
      script.endLine()
      last = vocabulary[word]
    }
    return script.file
  }

  /// FNV-1a of all bytes.
  private static func version(of files: [SearchFile]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in files {
      for byte in file.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return String(hash, radix: 36)
  }
}
