import ArgumentParser
import CivilTime
import Diagnostics
import Files
import Roster
import SiteBuild

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Publish turns: append to the plan files what the rules decide.",
    discussion: """
      What is published stays. Only a turn whose holder is no longer a member, or with --repair leave one whose holder is \
      on leave, is decided again, alone. What changes is printed, with the people who must be told.
      """)

  @OptionGroup var site: RosterOptions

  @Option(help: "The rota to plan; default: all.")
  var rota: String?

  @Option(help: "The last start date to publish; default: as far as the site looks ahead.")
  var until: DayArgument?

  @Flag(help: "Print what would be written, and write nothing.")
  var dryRun = false

  @Option(help: "What else is decided again: leave.")
  var `repair`: Repair?

  @Flag(help: "Print the changes as Markdown, for a pull request.")
  var markdown = false

  enum Repair: String, ExpressibleByArgument, CaseIterable { case leave }

  func run() throws {
    let planning = try Console.exiting {
      try Planning.run(
        site.request, only: rota.map { Rota.ID($0) }, until: until?.day, repairsLeave: `repair` == .leave,
        writes: !dryRun)
    }
    Console.print(planning.diagnostics, source: site.source)
    let table = PlanTable(planning)
    print(markdown ? table.markdown : table.text, terminator: "")
    if planning.noted > 0 {
      let what = planning.noted == 1 ? "1 decision" : "\(planning.noted) decisions"
      Console.error("\(what) noted in content/roster/\(ToldDecisions.path), to be committed with the plan\n")
    }
    guard planning.isSound else {
      Console.error("the roster has errors; nothing was published\n")
      throw ExitCode(1)
    }
  }
}

/// The options of commands that read the roster alone.
struct RosterOptions: ParsableArguments {
  @Option(help: "The folder that holds content/ and templates/.")
  var source = "."

  @Option(name: .customLong("as-of"), help: "The day or instant that counts as now: 2026-11-23, 2026-11-23T16:00:00Z.")
  var asOf: AsOfArgument?

  var request: BuildRequest {
    BuildRequest(source: source, output: nil, asOf: asOf?.value ?? .instant(Console.now), jobs: 1)
  }
}

struct DayArgument: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(iso: argument) else { return nil }
    self.day = day
  }
}
