import ArgumentParser
import Diagnostics
import Files
import Foundation
import Markdown
import SiteBuild

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Print one Markdown file as HTML, without a layout.",
    discussion: """
      A page below content/ is rendered as the site shows it: links resolved, facts taken from the roster. Any other file \
      keeps its links as they are written. The dialects gfm and commonmark print what those specifications print: raw \
      HTML passes, headings have no ids.
      """)

  @Argument(help: "The file, or - for standard input.")
  var file: String

  @Option(help: "site, gfm or commonmark.")
  var dialect = MarkdownDialect.site

  @Option(help: "The folder that holds content/ and templates/.")
  var source = "."

  @Option(name: .customLong("as-of"), help: "The day or instant that counts as now.")
  var asOf: AsOfArgument?

  func run() throws {
    let (rendering, name, text) = try Console.exiting { try rendered() }
    FileHandle.standardOutput.write(Data(rendering.html))
    Console.print(rendering.diagnostics, source: source, texts: [name: text])
    if rendering.diagnostics.hasErrors { throw ExitCode(1) }
  }

  private func rendered() throws -> (TextRendering, name: String, text: [UInt8]) {
    if dialect == .site, let path = pathInSite {
      var request = BuildRequest(source: source, output: nil, asOf: asOf?.value ?? .instant(Console.now), jobs: 1)
      request.includesDrafts = true
      if let rendering = try TextRendering.page(path, of: request) { return (rendering, "", []) }
    }
    let text = file == "-" ? Array(FileHandle.standardInput.readDataToEndOfFile()) : try readFile(file)
    let name = file == "-" ? "standard input" : file
    return (TextRendering(text, file: name, dialect: dialect), name, text)
  }

  /// The path below the source's content/, where the file lies there.
  private var pathInSite: String? {
    guard file != "-" else { return nil }
    let folder = URL(fileURLWithPath: source + "/content").resolvingSymlinksInPath().path + "/"
    let path = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
  }
}

extension MarkdownDialect: ExpressibleByArgument {}
