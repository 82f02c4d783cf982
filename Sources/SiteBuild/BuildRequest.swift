package import CivilTime

/// What a build is asked for.
package struct BuildRequest: Sendable {
  /// The instant that counts as now.
  package enum AsOf: Sendable {
    case instant(Instant)
    /// The beginning of a day in the site's zone.
    case day(Day)
  }

  /// The folder that holds content/ and templates/.
  package var source: String
  /// The folder to publish to; `nil` only checks.
  package var output: String?
  package var asOf: AsOf
  /// Takes the place of the site's own base address.
  package var baseURL: String?
  /// The text that the addresses of people's feeds are made with, where the site keeps them secret.
  package var feedKey: String?
  package var includesDrafts = false
  /// Whether a warning keeps the site from being published, as an error does.
  package var isStrict = false
  /// How many pages are rendered at once.
  package var jobs: Int

  package init(source: String, output: String?, asOf: AsOf, jobs: Int) {
    self.source = source
    self.output = output
    self.asOf = asOf
    self.jobs = max(1, jobs)
  }
}
