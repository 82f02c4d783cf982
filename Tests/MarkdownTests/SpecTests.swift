import Foundation
import Markdown
import Testing

/// The examples of the specifications, as data that stands beside the checkout in shared/spec.
enum SpecExamples {
  struct Example: Decodable, CustomTestStringConvertible {
    var example: Int
    var section: String
    var markdown: String
    var html: String
    /// The extensions that the example speaks of; an example without one is CommonMark.
    var `extension`: String
    var testDescription: String { "\(example), \(section)" }
  }

  static func read(_ name: String) -> [Example]? {
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let file = folder.appending(path: "shared/spec/\(name).json")
      if let data = try? Data(contentsOf: file) { return try? JSONDecoder().decode([Example].self, from: data) }
    }
    return nil
  }
}

/// HTML whose attributes stand in the order of the alphabet, void elements closed alike, footnotes named alike.
func normalised(_ html: String) -> String {
  html.replacing(#/<([a-z][a-z0-9]*)((?: [a-z]+(?:="[^"]*")?)+)( /)?>/#) { match in
    let attributes = match.2.matches(of: #/\ ([a-z]+)(="[^"]*")?/#).map { "\($0.1)\($0.2 ?? "=\"\"")" }
    return "<\(match.1) \(attributes.sorted().joined(separator: " "))>"
  }.replacing(" />", with: ">").replacing(#/(fn|fnref):(?=\d)/#) { $0.1 }
}

@Suite("The specifications' own examples")
struct SpecTests {
  static let missing: Comment = "shared/spec does not stand beside the checkout"

  @Test(
    "All examples of CommonMark 0.30 come out byte for byte",
    .enabled(if: SpecExamples.read("commonmark-0.30") != nil, missing))
  func commonMark() throws {
    let examples = try #require(SpecExamples.read("commonmark-0.30"))
    #expect(examples.count == 652)
    for example in examples {
      #expect(
        html(example.markdown, MarkdownOptions(dialect: .commonmark)) == example.html, "\(example.testDescription)")
    }
  }

  @Test(
    "All examples of GFM and its extensions come out in substance",
    .enabled(if: SpecExamples.read("gfm-0.29") != nil, missing),
    arguments: [("gfm-0.29", 673), ("cmark-gfm-extensions", 28)])
  func gfm(_ name: String, _ count: Int) throws {
    let examples = try #require(SpecExamples.read(name))
    #expect(examples.count == count)
    for example in examples where example.html != "<IGNORE>\n" {
      let isPlain = name == "gfm-0.29" && example.extension.isEmpty
      let ours = html(example.markdown, MarkdownOptions(dialect: isPlain ? .commonmark : .gfm))
      #expect(normalised(ours) == normalised(example.html), "\(example.testDescription)")
    }
  }
}
