import Testing

@testable import Search

@Suite("The files of the search")
struct SearchIndexTests {
  @Test("A small site has its pages in one file, and its words in another")
  func smallSite() {
    let files = SearchIndex(documents: .northwind).written
    #expect(
      files["search/titles.js"]?.hiding(#/`\w+\n/#) == """
        sitegenSearch('titles',`VERSION



        \tPlaybook\tPeople
        %\tNorthwind\t0\t0
        %playbook/escalation/\tEscalation\t1\t0\tpaging\t911
        &eople/ana/\tAna Ruiz\t2\t1
        `)

        """)
    #expect(
      files["search/words/-.js"] == """
        sitegenSearch('words/-',`%after   &
        %costs %%
        %db   &
        %handbook   %
        %it %%
        %minutes  &
        %on   &
        'ly   '
        %people   '
        'rson   &
        &laybook   &
        %somebody   '
        %ten   &
        &he   %&
        %what %%
        'y %&
        `)

        """)
    #expect(
      files["search/text/0.js"] == """
        sitegenSearch('text/0',`The handbook\twhat\tWhat it costs\twhy\tWhy
        Minutes after minutes, minutes & minutes: ten. The person on \\$DB \\`on\\`
        Somebody only
        `)

        """)
    #expect(
      files["search/spelling.js"] == """
        sitegenSearch('spelling',`%costs
        %escalation
        %northwind
        %paging
        %ruiz
        %what
        `)

        """)
    #expect(files.count == 4)
  }

  @Test("However the documents are spread over threads, the bytes are the same")
  func deterministic() {
    let documents = [SearchDocument].synthetic(200)
    let one = SearchIndex(documents: documents).written
    #expect(SearchIndex(documents: documents, jobs: 3).written == one)
    var collectors = [SearchCollector(), SearchCollector()]
    var handedOut: [SearchFile] = []
    for position in documents.indices {
      collectors[position / 4 % 2].add(documents[position], at: position)
      handedOut += collectors[position / 4 % 2].takeFiles()
    }
    #expect(handedOut.count > 40)
    let rest = SearchIndex(collectors).files
    #expect(Dictionary(uniqueKeysWithValues: (handedOut + rest).map { ($0.path, $0.text) }) == one)
  }

  @Test("A position that was left out is an empty line")
  func gaps() {
    var collector = SearchCollector()
    collector.add(SearchDocument(address: "a/", title: "First"), at: 0)
    collector.add(SearchDocument(address: "a/b/", title: "Last"), at: 6)
    let files = SearchIndex([collector]).written
    #expect(files["search/titles.js"]?.hasSuffix("\n%a/\tFirst\t0\t0\n\n\n\n\n\n'b/\tLast\t0\t0\n`)\n") == true)
    #expect(files["search/text/1.js"] == "sitegenSearch('text/1',`\n\n\n`)\n")
  }

  @Test("Nothing to search is an index too")
  func empty() {
    #expect(
      SearchIndex(documents: []).files.map(\.path).sorted() == [
        "search/spelling.js", "search/titles.js", "search/words/-.js",
      ])
  }

  @Test("Every word of a large site is in the file that its letters lead to, with all documents that have it")
  func largeSite() {
    let documents = [SearchDocument].synthetic(2500)
    let files = SearchIndex(documents: documents).written
    let head = files["search/titles.js"]?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    #expect(head[1].count == 2500)
    for (kind, firsts) in [("words", head[2]), ("titles", head[3])] {
      let firsts = firsts.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let expected = Self.index(documents, kind)
      var seen = 0
      #expect(firsts.count > 2)
      #expect(firsts == firsts.sorted())
      #expect(
        Set(files.keys.filter { $0.hasPrefix("search/\(kind)/") }) == Set(firsts.map { "search/\(kind)/\($0)-.js" }))
      for (place, first) in firsts.enumerated() {
        let words = Self.words(files["search/\(kind)/\(first)-.js"] ?? "")
        #expect(words.keys.allSatisfy { $0 >= first && (place + 1 == firsts.count || $0 < firsts[place + 1]) })
        let wrong = words.filter { !Self.isCommon($0.value) && Self.documents($0.value, kind) != expected[$0.key] }
        #expect(wrong == [:])
        seen += words.count
      }
      #expect(seen == expected.count)
    }
    for file in files where file.key.hasPrefix("search/words/") || file.key.hasPrefix("search/titles/") {
      #expect(file.value.utf8.count < 12_000)
    }
  }

  @Test("A word of most pages takes little room")
  func common() {
    let documents = (0..<500).map {
      SearchDocument(
        address: "\($0)/", title: "T", headings: [.init(id: "x", text: "Problem")], text: Array("the".utf8))
    }
    let file = SearchIndex(documents: documents).written["search/words/-.js"] ?? ""
    #expect(file.utf8.count < 500)
    #expect(file.contains("problem "))
    #expect(file.contains("the  !%&&"))
  }

  @Test("2,000 pages of 5 kB", .timeLimit(.minutes(1)))
  func speed() {
    let documents = [SearchDocument].synthetic(2_000, words: 700)
    let clock = ContinuousClock()
    let start = clock.now
    let files = SearchIndex(documents: documents, jobs: 2).files
    let size = documents.reduce(0) { $0 + $1.text.count }
    print(
      "\(size) bytes of text, \(files.count) files, \(files.reduce(0) { $0 + $1.bytes.count }) bytes: \(clock.now - start)"
    )
    #expect(files.count < 1_500)
  }

  /// The lists of each word of a file.
  private static func words(_ file: String) -> [String: [String]] {
    let text = file.drop { $0 != "`" }.dropFirst().prefix { $0 != "`" }
    var words: [String: [String]] = [:]
    var last = ""
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      last = String(last.prefix(Int(fields[0].utf8.first ?? 0) - 37) + fields[0].dropFirst())
      words[last] = Array(fields.dropFirst())
    }
    return words
  }

  private static func isCommon(_ lists: [String]) -> Bool { lists.contains { $0.hasPrefix("!") } }

  private static func documents(_ lists: [String], _ kind: String) -> Set<Int> {
    var documents: Set<Int> = []
    for (place, list) in lists.enumerated() {
      let numbers = numbers(list)
      let isHeadings = kind == "words" && place == 0
      var sum = 0
      for index in stride(from: 0, to: numbers.count, by: isHeadings ? 2 : 1) {
        sum += numbers[index]
        documents.insert(sum)
      }
    }
    return documents
  }

  /// As `search-index.js` reads them.
  private static func numbers(_ digits: String) -> [Int] {
    var (numbers, number): ([Int], Int) = ([], 0)
    for digit in digits.utf8 {
      if digit > 96 {
        number = number * 30 + Int(digit) - 96
      } else {
        numbers.append(number * 55 + Int(digit) - 37)
        number = 0
      }
    }
    return numbers
  }

  /// The obvious way: for each word the documents that have it. A word of the title is not listed for headings and text.
  private static func index(_ documents: [SearchDocument], _ kind: String) -> [String: Set<Int>] {
    var index: [String: Set<Int>] = [:]
    for (number, document) in documents.enumerated() {
      let words = { (text: String) in Set(text.lowercased().split(separator: " ").map(String.init)) }
      let named = words(document.title)
      let text = String(decoding: document.text, as: UTF8.self)
      let all = words(([text, document.section] + document.headings.map(\.text)).joined(separator: " "))
      for word in kind == "titles" ? named : all.subtracting(named) { index[word, default: []].insert(number) }
    }
    return index
  }

  @Test(
    "A number is written in as few digits as it needs",
    arguments: [0, 1, 54, 55, 1704, 1705, 51_204, 51_205, 9_999_999])
  func numbers(_ number: Int) {
    var digits: [UInt8] = []
    digits.append(number: number)
    #expect(Self.numbers(String(decoding: digits, as: UTF8.self)) == [number])
    #expect(digits.count == (number < 55 ? 1 : number < 1705 ? 2 : number < 51_205 ? 3 : number < 1_536_205 ? 4 : 5))
  }
}

extension SearchIndex {
  /// What each file holds, by its path.
  fileprivate var written: [String: String] {
    Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
  }
}

extension SearchFile {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension String {
  fileprivate func hiding(_ version: some RegexComponent) -> String {
    replacing(version, with: "`VERSION\n", maxReplacements: 1)
  }
}

extension [SearchDocument] {
  fileprivate static let northwind = [
    SearchDocument(
      address: "", title: "Northwind",
      headings: [.init(id: "what", text: "What it costs"), .init(id: "why", text: "Why")],
      text: [UInt8]("The  handbook\n".utf8)),
    SearchDocument(
      address: "playbook/escalation/", title: "Escalation", section: "Playbook", aliases: ["paging", "911"],
      text: [UInt8]("Minutes after minutes, minutes & minutes: ten. The person on $DB `on`".utf8)),
    SearchDocument(
      address: "people/ana/", title: "Ana Ruiz", section: "People", kind: .person, text: [UInt8]("Somebody only".utf8)),
  ]

  /// Documents of made-up words, the same ones each time; of two words one is rare.
  fileprivate static func synthetic(_ count: Int, words: Int = 60) -> [SearchDocument] {
    var state: UInt64 = 1
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func word() -> String {
      let syllables = ["ba", "co", "di", "fu", "ge", "ha", "ki", "lo", "mu", "ne"]
      let number = random(below: 2) == 0 ? random(below: 40) : random(below: 20_000)
      return String(number).map { syllables[Int(String($0)) ?? 0] }.joined()
    }
    func text(_ count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }
    let texts = (0..<200).map { _ in [UInt8](text(words).utf8) }
    return (0..<count).map { number in
      SearchDocument(
        address: "section\(number / 20)/page\(number)/", title: "Page " + text(6), section: "Section \(number / 20)",
        headings: (0..<4).map { .init(id: "h\($0)", text: text(2)) }, text: texts[number % 200])
    }
  }
}
