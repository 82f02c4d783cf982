import CivilTime
import Diagnostics
import Roster

/// Finds lengths of time on a rota's playbook page that are not the rota's own: text and rota must not disagree.
///
/// Looked at are paragraphs that speak of turns (days, weeks, months) or of answers (minutes, hours); code and directives
/// are left out.
struct DurationCheck {
  private let rotas: [Rota]
  private let own: [Span]
  private let file: String
  private let firstLine: Int
  private(set) var diagnostics: [Diagnostic] = []

  init(_ rotas: [Rota], body: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
    self.rotas = rotas
    self.file = file
    self.firstLine = firstLine
    own = rotas.flatMap(\.ownSpans)
    var paragraph: [(number: Int, words: [PageWord])] = []
    var isCode = false
    for (index, line) in body.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let mark = line.drop { $0 == 32 }.prefix(3)
      let isFence = mark.elementsEqual("```".utf8) || mark.elementsEqual("~~~".utf8)
      if isFence { isCode.toggle() }
      let words = isFence || isCode ? [] : PageWord.words(of: line)
      if !words.isEmpty { paragraph.append((index, words)) }
      if words.isEmpty || PageWord.beginsItem(line) {
        let next = PageWord.beginsItem(line) ? [paragraph.removeLast()] : []
        check(paragraph)
        paragraph = next
      }
    }
    check(paragraph)
  }

  private mutating func check(_ paragraph: [(number: Int, words: [PageWord])]) {
    guard !paragraph.isEmpty else { return }
    let stems = paragraph.flatMap(\.words).map(\.text)
    let (speaksOfTurns, speaksOfAnswers) = (
      DurationCheck.holds(stems, turnStems), DurationCheck.holds(stems, answerStems)
    )
    guard speaksOfTurns || speaksOfAnswers else { return }
    for (number, words) in paragraph {
      for (length, bytes) in PageWord.spans(in: words) {
        let isShort = length.unit == .minutes || length.unit == .hours
        guard isShort ? speaksOfAnswers : speaksOfTurns, differs(length, isShort) else { continue }
        let range = SourceRange(
          file: file, line: firstLine + number, column: bytes.lowerBound + 1, length: bytes.count)
        diagnostics.append(.differs(length, rotas[0], isShort, at: range))
      }
    }
  }

  /// Whether a length is none of the rota's own of its kind, of which there are some.
  private func differs(_ length: Span, _ isShort: Bool) -> Bool {
    let same = own.filter { ($0.unit == .minutes || $0.unit == .hours) == isShort }
    guard !same.isEmpty else { return false }
    return !own.contains { $0 == length || ($0.minutes != nil && $0.minutes == length.minutes) }
  }

  private static func holds(_ words: [String], _ stems: [String]) -> Bool {
    words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  private var turnStems: [String] { ["turn", "rota", "shift", "duty", "serve", "serving", "oncall", "handover"] }
  private var answerStems: [String] { ["acknowledg", "answer", "respon", "reply", "replies", "escalat", "promise"] }
}

extension Rota {
  /// Every length of time that the rota's file states, or that follows from it.
  fileprivate var ownSpans: [Span] {
    let steps = practice.escalation?.steps.map(\.within) ?? []
    let sums = steps.indices.map { Span(max(1, steps[...$0].reduce(0) { $0 + ($1.minutes ?? 0) }), .minutes) }
    let stated =
      steps + sums + [practice.escalation?.promise, practice.recovery].compactMap { $0 }
      + practice.responses.map(\.within) + practice.ceremonies.compactMap(\.lasts)
    switch cadence.length {
    case .span(let span):
      // A member's turn comes round after as many turns as there are members.
      return stated + [span] + seats.map { Span(span.count * $0.members.count, span.unit) }
    case .calendar(let calendar):
      let ends = calendar.turns.dropFirst().map(\.starts) + [calendar.ends]
      return stated + zip(calendar.turns, ends).map { Span(max(1, ($0.ends ?? $1) - $0.starts), .days) }
    }
  }
}

/// A word of a page, in lower case, with its bytes in the line.
struct PageWord {
  var text: String
  var bytes: Range<Int>

  /// The words of a line, without those in code and in directives.
  static func words(of line: Slice<UnsafeBufferPointer<UInt8>>) -> [PageWord] {
    var words: [PageWord] = []
    var index = line.startIndex
    var start: Int?
    func close(_ end: Int) {
      guard let from = start else { return }
      let text = String(decoding: line[from..<end], as: UTF8.self).lowercased()
      words.append(PageWord(text: text, bytes: from - line.startIndex..<end - line.startIndex))
      start = nil
    }
    while index < line.endIndex {
      let byte = line[index]
      if isWordByte(byte) {
        if start == nil { start = index }
        index += 1
        continue
      }
      close(index)
      if byte == UInt8(ascii: "`") {
        index = (line[(index + 1)...].firstIndex(of: byte) ?? index) + 1
      } else if byte == UInt8(ascii: "{"), line[(index + 1)...].first == byte {
        index = (line[index...].firstIndex(of: UInt8(ascii: "}")) ?? index) + 1
      } else {
        index += 1
      }
    }
    close(line.endIndex)
    return words
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 128...:
      true
    default: false
    }
  }

  /// Whether a line begins an item, a heading or a row of a table: there another paragraph begins.
  static func beginsItem(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = line.drop { $0 == 32 }
    guard let first = text.first, !words(of: line).isEmpty else { return false }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "|") { return true }
    let mark = text.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return mark.first.map { "-*+.)".utf8.contains($0) } == true && mark.dropFirst().first == 32
  }

  /// The lengths of time among words: `two weeks`, `6-weeker`, `24 h`, `20min`.
  static func spans(in words: [PageWord]) -> [(Span, Range<Int>)] {
    var found: [(Span, Range<Int>)] = []
    for (index, word) in words.enumerated() {
      if let span = Span(word.text) { found.append((span, word.bytes)) }
      guard index + 1 < words.count, words[index + 1].bytes.lowerBound == word.bytes.upperBound + 1,
        let count = number(word.text), let unit = unit(words[index + 1].text), let span = Span("\(count) \(unit)")
      else { continue }
      // "Two weeks ago" tells of the past.
      guard span.unit != .years, index + 2 >= words.count || words[index + 2].text != "ago" else { continue }
      found.append((span, word.bytes.lowerBound..<words[index + 1].bytes.upperBound))
    }
    return found
  }

  private static func number(_ word: String) -> Int? {
    if let number = Int(word), word.utf8.count <= 3 { return number }
    return names.firstIndex(of: word).map { $0 + 1 }
  }

  private static let names = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// `weeker` counts as a week.
  private static func unit(_ word: String) -> String? {
    let stem = word.hasSuffix("er") ? String(word.dropLast(2)) : word
    return Span("1 \(stem)") == nil ? nil : stem
  }
}

extension Diagnostic {
  fileprivate static func differs(_ length: Span, _ rota: Rota, _ isShort: Bool, at range: SourceRange) -> Diagnostic {
    guard !isShort else {
      let promise =
        rota.practice.escalation?.promise.map { " promises an answer within \($0)" } ?? " states no such time"
      return .warning(
        "duration-differs", "'\(length)' is no time that \(rota.id) states: its file\(promise)", at: range,
        notes: [Note("{{ escalation \(rota.id) }} and {{ responses \(rota.id) }} always say the rota's own")])
    }
    return .warning(
      "duration-differs", "'\(length)' is not the length of a turn of \(rota.id), which is \(rota.lengthWords)",
      at: range,
      notes: [Note("{{ rota \(rota.id) turn }} always says the rota's own")])
  }
}
