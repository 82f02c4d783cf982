import Foundation
import Markdown
import Testing

/// GitHub's own renderer, where it is installed, is asked about tables as people write them.
@Suite("Tables come out as GitHub's renderer writes them")
struct TableAgreementTests {
  private static let tool = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm", "/opt/homebrew/bin/cmark-gfm"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test("1,500 random tables agree", .enabled(if: tool != nil, "cmark-gfm is not installed"))
  func tables() throws {
    var random = SplitMix(seed: 2026)
    let texts = (0..<1_500).map { _ in AuthorTable.text(&random) }
    let separator = "\n\n# next\n\n"
    let whole = texts.joined(separator: separator)
    let theirs = try Self.expected(whole).components(separatedBy: "<h1>next</h1>\n")
    let ours = html(whole, MarkdownOptions(dialect: .gfm)).components(separatedBy: "<h1>next</h1>\n")
    #expect(theirs.count == texts.count)
    #expect(ours.count == texts.count)
    for (text, pair) in zip(texts, zip(ours, theirs)) { #expect(normalised(pair.0) == normalised(pair.1), "\(text)") }
  }

  private static func expected(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID().uuidString).md")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: try #require(tool))
    process.arguments =
      ["--unsafe"] + ["table", "strikethrough", "autolink", "tagfilter", "tasklist"].flatMap { ["-e", $0] } + [
        file.path
      ]
    process.standardOutput = output
    try process.run()
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}

/// Makes tables as people write them: pipes left out, rows too short and too long, tables in quotes and items.
private enum AuthorTable {
  private static let words = [
    "Owner", "06:00-18:00", "`code`", "`a \\| b`", "**bold**", "*it*", "~~gone~~", "[link](a.md)", "Zoë", "C#", "1.",
    "https://example.com/x", "a\\|b", "<b>x</b>", "[ref]", "x_y_z", "", "", "&amp;", "\"q\"", "ana@example.com", "- x",
    "foo #", "!", "\\\\",
  ]

  static func text(_ random: inout SplitMix) -> String {
    let columns = Int.random(in: 1...4, using: &random)
    var lines = [row(columns, &random), delimiters(columns, &random)]
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      lines.append(row(columns + [0, 0, 0, 1, -1][Int.random(in: 0..<5, using: &random)], &random))
    }
    if chance(0.2, &random) { lines.insert("Text *before*", at: 0) }
    if chance(0.3, &random) { lines += [pick(["text after", "> quote", "# H", "***", "```\ncode\n```"], &random)] }
    let nested =
      switch Int.random(in: 0..<8, using: &random) {
      case 0: lines.map { "> \($0.replacing("\n", with: "\n> "))" }
      case 1: ["1. item", ""] + lines.map { "   \($0.replacing("\n", with: "\n   "))" }
      default: lines
      }
    return (nested + ["", "Text.", "", "[ref]: /url"]).joined(separator: "\n")
  }

  private static func row(_ columns: Int, _ random: inout SplitMix) -> String {
    let cells = (0..<max(1, columns)).map { _ in
      (0...Int.random(in: 0...2, using: &random)).map { _ in pick(words, &random) }.joined(separator: " ")
    }
    // A row without any pipe at its ends would be another block where it opens with a mark.
    return "| \(cells.joined(separator: " | "))" + (chance(0.9, &random) ? " |" : "")
  }

  private static func delimiters(_ columns: Int, _ random: inout SplitMix) -> String {
    let cells = (0..<columns).map { _ in pick(["---", ":--", "--:", ":-:", " --- ", "-"], &random) }
    return "|\(cells.joined(separator: "|"))" + (chance(0.9, &random) ? "|" : "")
  }

  private static func chance(_ share: Double, _ random: inout SplitMix) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }

  private static func pick(_ choices: [String], _ random: inout SplitMix) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
