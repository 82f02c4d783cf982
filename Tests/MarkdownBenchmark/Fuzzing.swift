import Foundation
import Markdown
import SiteTestSupport

/// Renders random bytes and mutated pages in every dialect: none may crash, hang, or cost more than linear time.
struct Fuzzing {
  private var random: Dice
  private let seed: UInt64
  private let renderers = [
    MarkdownRenderer(MarkdownOptions(dialect: .site, rawHTML: true, separatesTitle: true)),
    MarkdownRenderer(MarkdownOptions(dialect: .site)), MarkdownRenderer(MarkdownOptions(dialect: .gfm)),
    MarkdownRenderer(MarkdownOptions(dialect: .commonmark)),
  ]
  private var corpus: [[UInt8]]

  /// More than this for 64 KB of text is reported as too slow.
  private static let mostSeconds = 1.0

  init(seed: UInt64) {
    self.seed = seed
    random = Dice(seed: seed)
    corpus = HandbookPages.all(20) + Fuzzing.seeds.map { Array($0.utf8) }
  }

  /// Answers whether every text was rendered in time.
  mutating func run(minutes: Double) -> Bool {
    let end = Date().addingTimeInterval(minutes * 60)
    var (texts, bytes, slowest) = (0, 0, 0.0)
    while Date() < end {
      let text = next()
      let seconds = render(text)
      (texts, bytes, slowest) = (texts + 1, bytes + text.count, max(slowest, seconds))
      guard seconds < Fuzzing.mostSeconds else {
        print(
          "too slow: \(seconds) s for \(text.count) bytes, seed \(seed), text \(texts): \(Data(text).base64EncodedString())"
        )
        return false
      }
    }
    print(
      "seed \(seed): \(texts) texts, \(bytes / 1_000_000) MB, slowest \(Int(slowest * 1_000)) ms, no crash, no hang")
    return true
  }

  private func render(_ text: [UInt8]) -> Double {
    var out: [UInt8] = []
    return renderers.map { renderer in
      RenderingTime.seconds {
        var references = UnresolvedReferences()
        out.removeAll(keepingCapacity: true)
        text.withUnsafeBufferPointer {
          _ = renderer.render($0, file: "fuzz.md", firstLine: 1, references: &references, into: &out)
        }
      }
    }.max() ?? 0
  }

  private mutating func next() -> [UInt8] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return randomBytes(Int.random(in: 0...400, using: &random))
    case 1: return repeated()
    default: return mutated()
    }
  }

  private mutating func randomBytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      Bool.random(using: &random)
        ? Fuzzing.marks.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
    }
  }

  /// One or two short pieces again and again, up to 64 KB.
  private mutating func repeated() -> [UInt8] {
    let (first, second) = (piece(), piece())
    let times = Int.random(in: 1...(32_000 / max(1, first.count + second.count)), using: &random)
    let body = (0..<times).flatMap { _ in first }
    return Bool.random(using: &random)
      ? body + (0..<times).flatMap { _ in second } : (0..<times).flatMap { _ in first + second }
  }

  private mutating func piece() -> [UInt8] {
    Bool.random(using: &random)
      ? randomBytes(Int.random(in: 1...6, using: &random)) : Array(Fuzzing.pieces.randomElement(using: &random)!.utf8)
  }

  /// A page with parts cut out, doubled, exchanged with another's, or strewn with marks.
  private mutating func mutated() -> [UInt8] {
    var text = corpus.randomElement(using: &random)!
    for _ in 0..<Int.random(in: 1...8, using: &random) where !text.isEmpty {
      let start = Int.random(in: 0..<text.count, using: &random)
      let end = min(text.count, start + Int.random(in: 0...60, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: text.removeSubrange(start..<end)
      case 1: text.insert(contentsOf: text[start..<end], at: Int.random(in: 0...text.count, using: &random))
      case 2: text.insert(contentsOf: piece(), at: start)
      case 3:
        let other = corpus.randomElement(using: &random)!
        let from = Int.random(in: 0..<max(1, other.count), using: &random)
        text.replaceSubrange(start..<end, with: other[from..<min(other.count, from + 80)])
      default: text[start] = Fuzzing.marks.randomElement(using: &random)!
      }
    }
    return text
  }

  private static let marks = Array("|-:>*_`~[]()!<>&#\\ \n\n\r\t1.+=\"'^{}%@w/:;$\u{0}é‚Äô".utf8)
  private static let pieces = [
    "[", "](a)", "`", "``", "> ", "- ", "1. ", "**", "_", "~~", "| a | b |\n|---|---|\n", "[^1]", "[^1]: x\n",
    "{{ a }}", "{{", "}}",
    "{%", "@ana ", "www.", "http://a", "<a ", "<!--", "-->", "&amp;", "\\{{", "\n\n", "    ", "# ", "***\n", "```\n",
    "![a](b)",
    "<div>\n", "[a]: b\n", "> [!NOTE]\n", "- [x] ", "\u{FFFD}", "::: a\n", "a@b.c ", "\\|", "&#123;{ x }}",
  ]
  private static let seeds = [
    "[^a] and [^a]\n\n[^a]: Note\n    more\n\n> [!WARNING]\n> {{ include x.md }}\n\n- [ ] task\n\n  | a |\n  |---|\n  | `x\\|y` |\n",
    "<div onclick=\"x\">\n<script>a</script>\n</div>\n\nText <b onload=x>b</b> [x](javascript:a) www.a.example ~~no~~\n",
    "Setext\n======\n\n* a\n\n   1. b\n\n      ```yaml\n      a: b\n      ```\n\n[a]: <b> \"c\"\n\n[a] ![a] {{ now x y }} @ana `{{ x }}`\n",
  ]
}
