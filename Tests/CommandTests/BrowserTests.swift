import DiskTestSupport
import Foundation
import SiteTestSupport
import Testing

@Suite("Pages in a browser, opened from disk", .serialized, .inBrowser)
struct BrowserTests {
  let folder = TemporaryFolder()
  let browser = Browser()

  /// A rota whose holder changes every day at 10:00 UTC, among three people.
  private static let daily = SourceFolder.northwind.with([
    "content/roster/rotas/delivery.yml": """
    title: Delivery support
    kind: support
    team: delivery
    owner: ana
    timezone: UTC
    handover: 10:00
    turn: 1 day
    starts: 2026-01-05
    seats:
      engineer: {title: Engineer on call, members: [ana, ben, cat]}

    """,
    "content/roster/people.yml": """
    ana: {name: Ana Ruiz, team: delivery, timezone: UTC}
    ben: {name: Ben Ode, team: delivery, timezone: UTC}
    cat: {name: Cat Lund, team: delivery, timezone: UTC}

    """,
    "content/roster/plan/delivery.csv": "turn,seat,person,reason,decided\n", "content/roster/changes.yml": "[]\n",
  ])

  private func build(_ source: SourceFolder, daysAgo: Double = 0) throws {
    try source.write(to: folder)
    let asOf = Date().addingTimeInterval(-86_400 * daysAgo).ISO8601Format()
    let outcome = try Sitegen.run(["build", "--as-of", asOf], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// Who serves at the present instant, by the data files.
  private func onNow() throws -> String? {
    let text = folder.text("public/api/rotas/delivery.json") ?? ""
    let data = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let now = Date().ISO8601Format()
    let shift = (data?["shifts"] as? [[String: Any]])?.first { shift in
      shift["start"] as? String ?? "" <= now && now < shift["end"] as? String ?? ""
    }
    return ["ana": "Ana Ruiz", "ben": "Ben Ode", "cat": "Cat Lund"][shift?["person"] as? String ?? ""]
  }

  @Test("A page of the handbook that names who serves is right at this moment too, in a line and in a link")
  func directivesAreRecomputed() throws {
    try build(
      Self.daily.with([
        "content/who.md": "Ask {{ now delivery engineer }} or [{{ now delivery engineer }}](index.md).\n"
      ]),
      daysAgo: 4)
    let before = try onNow()
    let page = try browser.open(folder("public/who/index.html"))
    guard let name = before, before == (try onNow()) else { return }
    #expect(page.document.contains("data-now=\"\">\(name)</a></span> or <a"))
    #expect(
      page.document.contains("data-plain=\"\">\(name)</span></a>") || page.document.contains(">\(name)</span></a>"))
    #expect(page.complaints == [])
  }

  @Test("The search finds a title, forgives a slip, and answers who is on; before that it loads nothing")
  func search() throws {
    try build(Self.daily)
    let search = folder("public/search/index.html")
    for (words, address) in [
      ("escalation", "playbook/escalation/"), ("escaaltion", "playbook/escalation/"), ("ben ode", "people/ben/"),
    ] {
      let page = try browser.open(search + "?q=" + words.replacing(" ", with: "%20"))
      let found = page.document.split(separator: "class=\"found\"").last.map(String.init) ?? ""
      #expect(found.contains(address), "\(words)")
      #expect(page.complaints == [])
    }
    let before = try onNow()
    let answer = try browser.open(search + "?q=who%20is%20on%20delivery").document
    if let name = before, before == (try onNow()) {
      let first = answer.split(separator: "found-answer").dropFirst().first.map(String.init) ?? ""
      #expect(first.prefix(600).contains(name))
    }
    let fresh = try browser.open(folder("public/playbook/escalation/index.html")).document
    #expect(fresh.contains("data-search"))
    #expect(!fresh.contains("search/titles.js") && !fresh.contains("search-index.js"))
  }

  @Test("A page that was built four days ago names who is on at this moment")
  func nowIsRecomputed() throws {
    try build(Self.daily, daysAgo: 4)
    for file in ["now/index.html", "index.html", "rotas/delivery/index.html"] {
      let before = try onNow()
      let page = try browser.open(folder("public/" + file))
      let after = try onNow()
      let shown = page.document.split(separator: " data-now=\"\">").dropFirst().first.map { $0.prefix { $0 != "<" } }
      #expect(before != nil)
      #expect([before, after].contains(shown.map(String.init)), "\(file)")
      #expect(folder.text("public/" + file)?.contains(" data-now>\(before ?? "")<") == false)
      #expect(page.complaints == [])
    }
  }

  @Test("The directory of a site that was built three days ago names everybody's next turn at this moment")
  func directoryIsRecomputed() throws {
    try build(Self.daily, daysAgo: 3)
    let page = try BrowserPage(folder("public/people/index.html"), .init(instant: nil))
    let isRight = """
      [...document.querySelectorAll('.directory > li')].every(person => {
        const seen = [...person.querySelectorAll('.on > .hint')].filter(hint => hint.checkVisibility())
        return seen.length === 1 && Date.parse(seen[0].querySelector('time').dateTime) > Date.now()
      })
      """
    try page.wait(until: isRight)
  }

  @Test("A page that knows no later turn says that it has to be built again")
  func tooOld() throws {
    try build(Self.daily, daysAgo: 60)
    let page = try browser.open(folder("public/now/index.html"))
    #expect(page.document.contains("knows no later turn. It has to be built again."))
    #expect(!page.document.contains("data-now"))
  }

  @Test("A page built a month ago knows what has become overdue since")
  func overdue() throws {
    let reviewed = Date().addingTimeInterval(-86_400 * 40).ISO8601Format().prefix(10)
    let page = "---\nreviewed: \(reviewed)\nreview_every: 30 days\n---\nText.\n"
    let later = page.replacing("30 days", with: "2 years")
    try build(["content/ropes.md": page, "content/sails.md": later], daysAgo: 35)
    let built = folder.text("public/ropes/index.html") ?? ""
    #expect(built.contains("data-review-due=") && built.contains(" hidden><strong>Review overdue."))
    let banner = try browser.open(folder("public/ropes/index.html"))
    #expect(
      banner.document.contains("data-review-due=") && !banner.document.contains(" hidden=\"\"><strong>Review overdue."))
    let list = try browser.open(folder("public/freshness/index.html"))
    let rows = list.document.split(separator: "<tr>\n<td>").dropFirst().prefix(2).map { row in
      (row.split(separator: "</tr>").first ?? "").contains(" hidden=\"\">overdue<")
    }
    #expect(rows == [false, true])
    #expect(banner.complaints + list.complaints == [])
  }

  @Test("Every link leads to a file, without a server")
  func linksFromDisk() throws {
    try build(.northwind)
    let files = Set(folder.files("public"))
    for file in ["index.html", "calendar/index.html", "playbook/escalation/index.html", "people/ana/index.html"] {
      let page = try browser.open(folder("public/" + file))
      let links = attributes(["href"], of: page.document).filter { !$0.contains(":") && !$0.hasPrefix("#") }
      #expect(links.count > 8)
      #expect(links.filter { $0.hasSuffix("/") } == [], "\(file)")
      #expect(links.filter { !files.contains(landing(of: $0, from: file)) } == [], "\(file)")
      #expect(page.complaints == [])
    }
  }

  @Test("Light and dark, wide and narrow, a page shows something, and not the same")
  func pictures() throws {
    try build(.northwind)
    let file = folder("public/calendar/index.html")
    let pictures = [
      try browser.picture(of: file, width: 1280, isDark: false),
      try browser.picture(of: file, width: 390, isDark: false), try browser.picture(of: file, width: 390, isDark: true),
    ]
    for picture in pictures { #expect(picture.count > 8_000) }
    #expect(Set(pictures).count == 3)
  }
}
