import Content
package import Diagnostics
import Rendering
package import Roster
import Secrets

extension Build {
  /// The key of secret feeds. Where the site wants one and a build has none it says so and stops; a check writes no feed
  /// and needs none.
  func feedKey(_ settings: SiteSettings, isNeeded: Bool) -> SecretKey? {
    guard settings.hasSecretFeeds else { return nil }
    if let key = request.feedKey.flatMap(SecretKey.init) { return key }
    if isNeeded { collector.report(.noFeedKey(request.feedKey, at: settings.feedsRange)) }
    return nil
  }
}

/// Where people's calendars are, to tell each of them his own.
package struct PersonFeeds: Sendable {
  package var diagnostics: [Diagnostic]
  /// In the order of people.yml; the address is whole where the site has a base address.
  package var addresses: [(person: Person.ID, address: String)]

  /// - Parameter people: whose; all where it is empty. An unknown one is a `BuildFailure`.
  package static func run(_ request: BuildRequest, of people: [Person.ID]) throws -> PersonFeeds {
    let build = try Build(request: request, files: SourceFiles(source: request.source))
    let roster = try build.readRoster()
    let organisation = roster.organisation
    for person in people where organisation.person(person) == nil {
      throw BuildFailure.noPerson(person.description, organisation.people.map(\.id.description))
    }
    let key = build.feedKey(roster.settings, isNeeded: true)
    let addresses = organisation.people.map(\.id).filter { people.isEmpty || people.contains($0) }.compactMap { id in
      Places.feed(of: id, roster.settings, key: key).map { address in
        (person: id, address: roster.settings.baseURL.map(address.absolute) ?? address.description)
      }
    }
    let faults = build.collector.diagnostics.compactMap(roster.settings.judged).inReadingOrder()
    return PersonFeeds(diagnostics: faults, addresses: addresses)
  }
}

extension BuildRequest {
  /// The environment variable that holds the key of secret feeds.
  package static let feedKeyVariable = "SITEGEN_FEED_KEY"
}

extension Diagnostic {
  fileprivate static func noFeedKey(_ text: String?, at range: SourceRange?) -> Diagnostic {
    let why =
      text.map { "is \($0.utf8.count) characters long, too few to be a secret" } ?? "is not set"
    return .error(
      "calendar-key", "Secret feeds need a key in the environment: \(BuildRequest.feedKeyVariable) \(why)", at: range,
      notes: [
        Note("make one once and keep it: openssl rand -hex 32; with another key everybody's address is another"),
        Note("to look at pages on your own machine, any text of \(SecretKey.leastLength) letters will do"),
      ])
  }
}
