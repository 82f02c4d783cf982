import CivilTime
import Roster
import SiteBuild
import SiteTestSupport
import Testing

@Suite("Secret feeds")
struct SecretFeedTests {
  private static let key = "0123456789abcdef0123456789abcdef"
  private static let secret = SourceFolder.northwind.with([
    "content/site.yml": SourceFolder.northwind.files["content/site.yml"]!
      .replacing("history: 1 week}", with: "history: 1 week, feeds: secret}")
  ])

  private func build(_ site: BuiltSite, key: String?, output: String? = "public") throws -> BuildReport {
    var request = BuildRequest(
      source: site.folder.path, output: output.map { site.folder($0) }, asOf: .day(Day(iso: "2026-11-23")!), jobs: 1)
    request.feedKey = key
    return try Build.run(request)
  }

  @Test("A person's feed stands at an address that no other file tells")
  func untold() throws {
    let site = try BuiltSite(Self.secret)
    let report = try build(site, key: Self.key)
    #expect(site.faults(report) == "")
    #expect(report.feeds == 7)
    let feeds = site.published().filter { $0.hasPrefix("calendar/people/") }
    #expect(feeds.count == 2)
    for feed in feeds {
      let name = feed.split(separator: "/")[2].prefix { $0 != "." }
      #expect(name.count == 32)
      for path in site.folder.files("public") where path != feed {
        #expect(!site.text(path).contains(name), "\(path)")
      }
    }
    #expect(feeds.contains { site.text($0).contains("NAME:Turns of Ana Ruiz") })
    #expect(!site.text("people/ana/index.html").contains(".ics"))
  }

  @Test("`feeds` tells each person the address; the rota's and the team's stay open")
  func told() throws {
    let site = try BuiltSite(Self.secret)
    _ = try build(site, key: Self.key)
    var request = BuildRequest(source: site.folder.path, output: nil, asOf: .day(Day(iso: "2026-11-23")!), jobs: 1)
    request.feedKey = Self.key
    let told = try PersonFeeds.run(request, of: [Person.ID("ben")])
    let base = "https://handbook.example.com/support/"
    let address = try #require(told.addresses.first?.address)
    #expect(told.addresses.map(\.person) == [Person.ID("ben")])
    #expect(site.text(String(address.dropFirst(base.count))).contains("NAME:Turns of Ben Ode"))
    #expect(site.text("calendar/rotas/delivery.ics").contains("Ben Ode"))
  }

  @Test("The next build knows its secret files again: unchanged they stay, with another key they go")
  func knownAgain() throws {
    let site = try BuiltSite(Self.secret)
    _ = try build(site, key: Self.key)
    let before = site.published()
    let again = try build(site, key: Self.key)
    #expect(again.publication?.written == 0)
    #expect(again.publication?.removed == 0)
    try site.folder.write("mine", to: "public/calendar/people/notes.txt")
    let other = try build(site, key: String(Self.key.reversed()))
    #expect(other.publication?.written == 2)
    #expect(other.publication?.removed == 2)
    #expect(Set(site.published()).subtracting(before).count == 3)
    #expect(site.text("calendar/people/notes.txt") == "mine")
  }

  @Test("Without a key, or with one too short, a build says so and stops; a check needs none")
  func withoutKey() throws {
    let site = try BuiltSite(Self.secret)
    let report = try build(site, key: nil)
    #expect(
      site.faults(report) == """
        content/site.yml:5:51: error: Secret feeds need a key in the environment: SITEGEN_FEED_KEY is not set [calendar-key]
            calendar: {ahead: 1 week, history: 1 week, feeds: secret}
                                                              ^~~~~~
            note: make one once and keep it: openssl rand -hex 32; with another key everybody's address is another
            note: to look at pages on your own machine, any text of 32 letters will do

        """)
    #expect(site.published() == [])
    let short = try build(site, key: "short")
    #expect(
      short.diagnostics.map(\.summary) == [
        "Secret feeds need a key in the environment: SITEGEN_FEED_KEY is 5 characters long, too few to be a secret"
      ])
    #expect(try build(site, key: nil, output: nil).isClean)
  }

  @Test("A page cannot link to a feed whose address is secret")
  func linked() throws {
    let site = try BuiltSite(
      Self.secret.with(["content/index.md": "# Handbook\n\n[Ana's turns](/calendar/people/ana.ics)\n"]))
    let report = try build(site, key: Self.key)
    #expect(report.diagnostics.map(\.id) == ["link-broken"])
  }
}
