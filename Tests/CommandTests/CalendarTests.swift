import DiskTestSupport
import Foundation
import SiteTestSupport
import Testing

@Suite("The calendar in a browser, opened from disk", .serialized, .inBrowser)
struct CalendarTests {
  let folder = TemporaryFolder()
  let browser = Browser()

  /// Two rotas: one by the week, one by sprints with a weekend between two of them that nobody promises.
  private static let source = SourceFolder.northwind.with([
    "content/site.yml": SourceFolder.northwind.files["content/site.yml"]!.replacing("1 week,", with: "4 weeks,"),
    "content/roster/people.yml": """
    ana: {name: Ana Ruiz, team: delivery, timezone: America/Chicago}
    ben: {name: Ben Ode, team: delivery, timezone: Europe/London}
    cat: {name: Cat Lund, team: desk, timezone: Europe/London, leave: [{from: 2026-12-14, to: 2026-12-15}]}

    """,
    "content/roster/teams.yml": "delivery: {name: Delivery, lead: ana}\ndesk: {name: The desk, lead: cat}\n",
    "content/roster/calendars/sprints.yml": """
    title: Sprints
    turns:
      - {name: One, starts: 2026-11-16, ends: 2026-11-27}
      - {name: Two, starts: 2026-11-30}
      - {name: Three, starts: 2026-12-14}
    ends: 2027-01-11

    """,
    "content/roster/holidays/england.yml": "2026-12-25: Christmas Day\n",
    "content/roster/rotas/sprint.yml": """
    title: Sprint desk
    kind: support
    team: desk
    owner: cat
    timezone: Europe/London
    handover: "10:00"
    turn: calendar sprints
    starts: 2026-11-16
    holidays: {calendar: england, then: cover}
    seats:
      engineer: {title: Engineer, members: [cat, ben]}

    """,
    "content/roster/plan/sprint.csv": """
    turn,seat,person,reason,decided
    2026-11-16,engineer,cat,next,2026-10-02
    2026-11-30,engineer,ben,next,2026-10-02

    """,
    "content/roster/changes.yml": """
    - {cover: {from: 2026-11-25 12:00, to: 2026-11-26 13:00}, rota: delivery, seat: engineer, person: ana,
       made: 2026-11-20, by: ana, reason: dentist}

    """,
  ])

  private func build() throws -> String {
    try Self.source.write(to: folder)
    let outcome = try Sitegen.run(["build", "--as-of", "2026-11-23T12:00:00Z"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder("public/calendar/index.html")
  }

  /// The page with a script that does something in it and says in the title what it found.
  private func probe(_ page: String, _ script: String, query: String = "", width: Int = 1280) throws -> String {
    let html = folder.text("public/calendar/index.html") ?? ""
    let asked = html.replacing("</body>", with: "<script src=\"probe.js\" defer></script></body>")
    try folder.write(asked, to: "public/calendar/probe.html")
    let whenReady = """
      const wait = setInterval(() => {
        if (document.querySelector('[data-choice]').hidden) return
        clearInterval(wait)
        document.title = (() => { \(script) })()
      }, 20)
      """
    try folder.write(whenReady, to: "public/calendar/probe.js")
    let opened = try browser.open(folder("public/calendar/probe.html") + query, width: width)
    #expect(opened.complaints == [])
    return opened.document.firstMatch(of: /<title>([^<]*)<\/title>/).map { String($0.1) } ?? ""
  }

  /// What stands in the rows that can be seen.
  private static let visible = """
    return [...document.querySelectorAll('.rows > li')].filter(row => row.checkVisibility())
      .map(row => row.querySelector('.who').textContent + ', ' + row.querySelector('.what').textContent).join('; ')
    """

  @Test("The address chooses by rota, team and person; a cover is found by whom it is for, too")
  func choices() throws {
    let page = try build()
    #expect(
      try probe(page, Self.visible, query: "?person=cat&view=agenda")
        == "CL Cat Lund, Sprint desk")
    #expect(
      try probe(page, Self.visible, query: "?team=desk&view=agenda")
        == "CL Cat Lund, Sprint desk; Nobody, Sprint desk; BO Ben Ode, Sprint desk; BO Ben Ode, Sprint desk")
    #expect(
      try probe(page, Self.visible, query: "?rota=delivery&person=ben&view=agenda").hasPrefix(
        "BO Ben Ode, Delivery support; AR Ana Ruiz for Ben Ode, Delivery support"))
    #expect(try probe(page, Self.visible, query: "?person=nobody&view=agenda") == "")
    #expect(
      try probe(page, "return document.querySelectorAll('.lane:not([hidden])').length", query: "?team=desk") == "1")
  }

  @Test("Without a choice in the address all turns stand there, and none is hidden without the script")
  func everything() throws {
    let page = try build()
    let html = folder.text("public/calendar/index.html") ?? ""
    #expect(!html.contains("<li class=\"hue-0\" hidden"))
    let rows = html.matches(of: /<li class="hue-/).count
    #expect(try probe(page, "return document.querySelectorAll('.rows > li:not([hidden])').length") == "\(rows)")
  }

  @Test("Who the reader is, is said once; later one press shows his turns, and one more all of them")
  func mine() throws {
    let page = try build()
    let choose = """
      document.querySelector('[data-mine]').click()
      const select = document.querySelector('[data-me] select')
      select.value = 'ana'
      select.dispatchEvent(new Event('change'))
      return document.querySelector('[data-kind=person]').value
      """
    #expect(try probe(page, choose) == "ana")
    let press = """
      const mine = document.querySelector('[data-mine]')
      const before = document.querySelector('[data-kind=person]').value
      mine.click()
      const pressed = mine.getAttribute('aria-pressed') + document.querySelector('[data-kind=person]').value
      mine.click()
      return [before, pressed, document.querySelector('[data-kind=person]').value].join('/')
      """
    #expect(try probe(page, press) == "/trueana/")
  }

  @Test("A wide window has seven days beside each other, a narrow one an agenda; the drawing waits to be chosen")
  func views() throws {
    let page = try build()
    let look = """
      const [first, last] = ['first', 'last'].map(place => document.querySelector(`.days > :${place}-child`).getBoundingClientRect())
      const isGrid = last.left > first.left && first.width > 0
      return [isGrid, document.querySelector('.lanes').checkVisibility(), document.body.scrollWidth <= innerWidth].join(' ')
      """
    #expect(try probe(page, look) == "true false true")
    #expect(try probe(page, look, query: "?view=lanes") == "false true true")
    #expect(try probe(page, look, query: "?view=agenda") == "false false true")
    #expect(try probe(page, look, width: 500) == "false false true")
    #expect(try probe(page, look, query: "?view=lanes", width: 500) == "false true true")
  }

  @Test("It prints on one A4 sheet, wide side down, chosen from or not; the handbook's demo too")
  func print() throws {
    let page = try build()
    let sheet = ["0 0 841.91998 594.95996"]
    #expect(try browser.print(page) == sheet)
    #expect(try browser.print(page + "?person=ben") == sheet)
    #expect(try Sitegen.buildDemo(to: folder("demo")).status == 0)
    #expect(try browser.print(folder("demo/calendar/index.html")) == sheet)
  }

  @Test("Every reader may read the times by the own clock; the mark of today moves to the present day")
  func times() throws {
    let page = try build()
    let read = """
      const time = document.querySelector('.when time')
      const before = time.textContent
      document.querySelector('[data-zone]').click()
      return before + ' / ' + time.textContent
      """
    #expect(try probe(page, read) == "Mon 23 Nov 2026, 10:00 GMT-6 / Mon 23 Nov 2026, 16:00 GMT")
    let today = """
      const days = [...document.querySelectorAll('.week')].flatMap(week => [...week.querySelectorAll('.days > li')].map((day, index) =>
        [new Date(Date.parse(week.dataset.from) + index * 864e5).toDateString(), day.hasAttribute('aria-current')]))
      return days.every(([day, isMarked]) => isMarked === (day === new Date().toDateString()))
      """
    #expect(try probe(page, today) == "true")
  }
}
