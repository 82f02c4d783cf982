package import ArgumentParser

/// The tool: what its commands are called, and what each takes.
package struct Sitegen: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "The support handbook and calendar, as one static site.",
    subcommands: [
      BuildCommand.self, CheckCommand.self, PlanCommand.self, SwapCommand.self, CoverCommand.self, WhoCommand.self,
      FeedsCommand.self, RenderCommand.self,
    ])

  package init() {}
}
