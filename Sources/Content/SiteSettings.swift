package import CivilTime
package import Diagnostics
import YAML

/// What site.yml says about the whole site.
package struct SiteSettings: Sendable {
  package enum Severity: String, Sendable, CaseIterable { case error, warning, off }

  package var title = "Handbook"
  package var description = ""
  /// Where public/ is served, with a slash at its end; may have a path. `nil` where nobody said it.
  package var baseURL: String?
  package var language = "en"
  /// The zone of dates that belong to no rota.
  package var zone = Zone.utc
  /// The address of a page's editor, with `{path}` for the path below content/.
  package var editURL: String?
  package var allowsRobots = false
  /// How far after and before the as-of day calendars reach.
  package var ahead = Span(13, .weeks)
  package var history = Span(8, .weeks)
  /// Whether the addresses of people's feeds are known to those people alone.
  package var hasSecretFeeds = false
  /// Where the site says so.
  package var feedsRange: SourceRange?
  package var reviewEvery: Span?
  package var rawHTML = false
  /// Whether the whole handbook stands on one page too; `nil` leaves it to the number of pages.
  package var isPrinted: Bool?
  /// The severities that the site gives to checks.
  package var checks: [String: Severity] = [:]

  package init() {}
}

extension SiteSettings {
  /// Reads site.yml; without one every setting has its default.
  package static func read(_ file: SourceFile?) -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
    var settings = SiteSettings()
    guard let file else { return (settings, []) }
    var syntax: [Diagnostic] = []
    let node = YAMLNode.parse(file.text, file: file.path, diagnostics: &syntax)
    let collector = DiagnosticCollector()
    collector.report(syntax)
    guard let node, !node.isNull, let fields = Fields(node, "site.yml", known: keys, collector) else {
      return (settings, collector.diagnostics)
    }
    settings.take(fields)
    settings.takeParts(fields)
    return (settings, collector.diagnostics)
  }

  private mutating func take(_ fields: Fields) {
    title = fields.text("title") ?? title
    description = fields.text("description") ?? description
    baseURL = fields.value(
      "base_url", "bad-address", "an address such as https://handbook.example.com/", SiteSettings.address)
    language = fields.text("language") ?? language
    editURL = fields.text("edit_url")
    allowsRobots = fields.word("robots", Robots.self) == .index
    guard let node = fields["timezone"] else { return }
    if let known = node.text.flatMap(Zone.init) {
      zone = known
      return
    }
    let near = node.text.map { didYouMean($0, Zone.names) } ?? ""
    fields.collector.report(
      .error("bad-zone", "\(node.kind) is not a time zone such as Europe/London\(near)", at: node.range))
  }

  private mutating func takeParts(_ fields: Fields) {
    if let calendar = fields.part("calendar", ["ahead", "history", "feeds"]) {
      ahead = calendar.span("ahead") ?? ahead
      history = calendar.span("history") ?? history
      hasSecretFeeds = calendar.word("feeds", PersonFeeds.self) == .secret
      feedsRange = calendar["feeds"]?.range
    }
    if let review = fields.part("review", ["every"]) { reviewEvery = review.span("every") }
    isPrinted = fields.flag("print")
    if let markdown = fields.part("markdown", ["raw_html"]) { rawHTML = markdown.flag("raw_html") ?? false }
    guard let checks = fields.part("checks", SiteSettings.checkNames) else { return }
    for name in SiteSettings.checkNames { self.checks[name] = checks.word(name, Severity.self) }
  }

  private enum PersonFeeds: String, CaseIterable { case open, secret }
  private enum Robots: String, CaseIterable { case noindex, index }

  /// An address with a scheme and a host, a slash put at its end.
  private static func address(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    let host = text.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" }
    guard !host.isEmpty, !text.contains(where: { " ?#\"<>".contains($0) }) else { return nil }
    return text.hasSuffix("/") ? text : text + "/"
  }

  private static let keys = [
    "title", "description", "base_url", "language", "timezone", "edit_url", "robots", "calendar", "review", "markdown",
    "checks", "print",
  ]

  /// Checks whose severity a site may choose; each is the first word of its diagnostics' ids.
  package static let checkNames = [
    "link", "review", "handoff", "heading", "image", "page", "plan", "gap", "calendar", "pin", "list", "duration",
    "compose", "promise", "coverage", "rota", "owner", "team", "person",
  ]
}

extension SiteSettings {
  /// The host of the base address, which makes identifiers of events unique in the world.
  package var host: String {
    guard let baseURL else { return "localhost" }
    return String(baseURL.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != ":" })
  }

  /// The path of the base address, from slash to slash.
  package var basePath: String {
    guard let baseURL else { return "/" }
    return String(baseURL.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" })
  }

  /// The diagnostic with the severity that the site gives to its check, or `nil` where that is off.
  package func judged(_ diagnostic: Diagnostic) -> Diagnostic? {
    let check = diagnostic.id.prefix { $0 != "-" }
    guard let severity = checks[String(check)] else { return diagnostic }
    guard severity != .off else { return nil }
    var judged = diagnostic
    judged.severity = severity == .error ? .error : .warning
    return judged
  }
}

extension Fields {
  /// The fields of a mapping below a key.
  func part(_ key: String, _ known: [String]) -> Fields? {
    self[key].flatMap { Fields($0, "'\(key)'", known: known, collector) }
  }

  func span(_ key: String) -> Span? {
    value(key, "bad-duration", "a length of time such as '13 weeks' or '6 months'") { Span($0) }
  }
}
