import SiteBuild
import SiteTestSupport
import Testing

@Suite("The feed of changed pages")
struct AtomFeedTests {
  private static let site: SourceFolder = [
    "content/site.yml": "title: Dues & more\nbase_url: https://x.example/a/\ntimezone: Europe/Oslo\nlanguage: nb\n",
    "content/index.md": "# Home\n",
    "content/b.md": """
    ---
    title: "Berths < boats\\u0007"
    description: Who lies where
    date: 2026-02-01
    updated: 2026-07-01
    authors: [Kari Nes]
    ---

    """,
    "content/deck/ropes.md": "---\nupdated: 2026-11-02\n---\n# Ropes\n",
    "content/deck/hidden.md": "---\nupdated: 2026-11-03\nunlisted: true\n---\n# Hidden\n",
    "content/deck/plans.md": "---\nupdated: 2026-11-03\ndraft: true\n---\n# Plans\n",
  ]

  @Test("Pages of which a change is known, the newest first, with lasting identifiers; no draft, nothing unlisted")
  func wholeFeed() throws {
    let site = try BuiltSite(Self.site)
    let feed = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb">
      <id>https://x.example/a/feed.xml</id>
      <title>Dues &amp; more</title>
      <updated>2026-11-01T23:00:00Z</updated>
      <author><name>Dues &amp; more</name></author>
      <link rel="self" type="application/atom+xml" href="https://x.example/a/feed.xml"/>
      <link rel="alternate" type="text/html" href="https://x.example/a/"/>
      <entry>
      <id>https://x.example/a/deck/ropes/</id>
      <title>Ropes</title>
      <updated>2026-11-01T23:00:00Z</updated>
      <link rel="alternate" type="text/html" href="https://x.example/a/deck/ropes/"/>
      <category term="Deck"/>
      </entry>
      <entry>
      <id>https://x.example/a/b/</id>
      <title>Berths &lt; boats</title>
      <updated>2026-06-30T22:00:00Z</updated>
      <published>2026-01-31T23:00:00Z</published>
      <author><name>Kari Nes</name></author>
      <link rel="alternate" type="text/html" href="https://x.example/a/b/"/>
      <summary>Who lies where</summary>
      </entry>
      </feed>

      """
    try site.build()
    #expect(site.text("feed.xml") == feed)
    try site.build(asOf: "2027-03-01", drafts: true)
    #expect(site.text("feed.xml") == feed)
    #expect(
      site.text("deck/ropes/index.html").contains(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Dues &amp; more\" href=\"../../feed.xml\">"))
    #expect(site.text("404.html").contains("href=\"/a/feed.xml\""))
  }

  @Test("Without an address of the site, or without any known change, there is no feed and no link to one")
  func none() throws {
    var source = Self.site
    source.files["content/site.yml"] = "title: Dues\n"
    for files in [source, .northwind] {
      let site = try BuiltSite(files)
      try site.build()
      #expect(!site.published().contains("feed.xml"))
      #expect(!site.text("index.html").contains("atom"))
    }
  }

  @Test("A hand-off note that nothing dates counts as written when its turn ended, by whoever had the turn")
  func note() throws {
    let site = try BuiltSite(
      .northwind.with(["content/handoffs/delivery/2026-11-16.md": "---\ntitle: Third week\n---\n"]))
    try site.build(asOf: "2026-11-23")
    #expect(!site.published().contains("feed.xml"))
    try site.build(asOf: "2026-11-24")
    let entry = site.text("feed.xml").split(separator: "<entry>\n").last.map(String.init) ?? ""
    #expect(entry.contains("<updated>2026-11-23T16:00:00Z</updated>\n<author><name>Ana Ruiz</name></author>\n"))
  }
}
