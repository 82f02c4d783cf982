import ArgumentParser
import CivilTime
import Diagnostics
import Files
import SiteBuild

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Write the site.",
    discussion: "Nothing is published where the content has an error; the site that stood before stays whole.")

  @OptionGroup var site: SiteOptions

  @Option(help: "The folder to publish to; default: public below the source.")
  var output: String?

  func run() throws {
    try BuildRun(site, output: output ?? site.source + "/public").run()
  }
}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check everything that build checks; write nothing.")

  @OptionGroup var site: SiteOptions

  func run() throws {
    try BuildRun(site, output: nil).run()
  }
}

/// What every command that reads a site takes.
struct SiteOptions: ParsableArguments {
  @Option(help: "The folder that holds content/ and templates/.")
  var source = "."

  @Option(name: .customLong("as-of"), help: "The day or instant that counts as now: 2026-11-23, 2026-11-23T16:00:00Z.")
  var asOf: AsOfArgument?

  @Option(name: .customLong("base-url"), help: "Where the site is served, in place of base_url in site.yml.")
  var baseURL: BaseURLArgument?

  @Flag(help: "Include pages that are drafts.")
  var drafts = false

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Option(help: "How many pages are rendered at once; default: one for each core.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number of at least 1") }
  }
}

struct AsOfArgument: ExpressibleByArgument {
  let value: BuildRequest.AsOf

  init?(argument: String) {
    if let day = Day(iso: argument) {
      value = .day(day)
    } else if let instant = Instant(iso: argument) {
      value = .instant(instant)
    } else {
      return nil
    }
  }
}

struct BaseURLArgument: ExpressibleByArgument {
  let value: String

  init?(argument: String) {
    guard argument.hasPrefix("https://") || argument.hasPrefix("http://") else { return nil }
    value = argument.hasSuffix("/") ? argument : argument + "/"
  }
}
