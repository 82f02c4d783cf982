import ArgumentParser
import Diagnostics
import Roster
import SiteBuild

struct FeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds", abstract: "Print the addresses of people's calendars.",
    discussion: """
      Where site.yml says `calendar: {feeds: secret}` no page leads to them: tell each person their own. It takes the \
      key that the site is built with, from the environment variable \(BuildRequest.feedKeyVariable).
      """)

  @Argument(help: "Whose; default: everybody's.") var people: [String] = []
  @OptionGroup var site: RosterOptions

  func run() throws {
    let feeds = try Console.exiting {
      var request = site.request
      request.feedKey = Console.feedKey
      return try PersonFeeds.run(request, of: people.map { Person.ID($0) })
    }
    Console.print(feeds.diagnostics.filter { $0.severity == .error }, source: site.source)
    guard !feeds.diagnostics.hasErrors else { throw ExitCode(1) }
    for (person, address) in feeds.addresses { print("\(person)\t\(address)") }
  }
}
