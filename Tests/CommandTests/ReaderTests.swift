import DiskTestSupport
import Foundation
import SiteTestSupport
import Testing

@Suite("Readers with a keyboard, without a script, in the dark, on paper", .serialized, .inBrowser)
struct ReaderTests {
  let folder = TemporaryFolder()

  private func open(_ page: String, _ setting: BrowserPage.Setting = .init()) throws -> BrowserPage {
    if folder.text("public/index.html") == nil {
      try SourceFolder.northwind.write(to: folder)
      let outcome = try Sitegen.run(["build", "--as-of", "2026-11-23T12:00:00Z"], in: folder.path)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    return try BrowserPage(folder("public/" + page), setting)
  }

  @Test("The search is reached, used and left by keys alone; who leaves it is where he was")
  func searchByKeys() throws {
    let page = try open("playbook/escalation/index.html")
    try page.press("Tab", "Tab", "Tab")
    let before = try page.value(of: "document.activeElement.outerHTML")
    #expect(before.hasPrefix("<a "))
    try page.press("/")
    try page.wait(until: "document.activeElement.role === 'combobox'")
    try page.type("ana")
    try page.wait(until: "/^[0-9]+ results?$/.test(document.querySelector('.finding [role=status]')?.textContent)")
    #expect(try page.value(of: "document.activeElement.getAttribute('aria-expanded')") == "true")
    try page.press("ArrowDown", "ArrowDown", "ArrowUp")
    let chosen = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
    #expect(try page.value(of: chosen + "?.ariaSelected") == "true")
    try page.press("Escape")
    try page.wait(until: "!document.querySelector('dialog[open]')")
    #expect(try page.value(of: "document.activeElement.outerHTML") == before)
    try page.press("k", control: true)
    try page.wait(until: "document.activeElement.role === 'combobox'")
    try page.type("ana ruiz")
    try page.wait(until: "document.querySelector('.found > a')?.textContent.includes('Ana Ruiz')")
    try page.press("Enter")
    try page.wait(until: "location.pathname.endsWith('/people/ana/index.html')")
  }

  @Test("What is chosen stays so when further results come: an answer, and a page that an answer leads to as well")
  func chosenStays() throws {
    let page = try open("playbook/escalation/index.html")
    try page.press("/")
    try page.wait(until: "document.activeElement.role === 'combobox'")
    let chosen = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
    for (words, presses, isAnswer) in [("who", 1, true), ("ana", 2, false)] {
      try page.value(of: "document.activeElement.select()")
      try page.type(words)
      try page.wait(until: "document.querySelector('.found > a')?.textContent.includes('Ana Ruiz is on now')")
      for _ in 1...presses { try page.press("ArrowDown") }
      // As when a letter is typed that changes nothing: every result is drawn again.
      try page.value(of: "document.querySelector('.found > a').dataset.old = ''")
      try page.value(of: "document.activeElement.dispatchEvent(new Event('input'))")
      try page.wait(until: "!document.querySelector('.found > [data-old]')")
      try page.wait(until: "document.querySelector('.found > a').textContent.includes('Ana Ruiz is on now')")
      #expect(try page.value(of: chosen + "?.classList.contains('found-answer')") == "\(isAnswer)", "\(words)")
    }
  }

  @Test("Who gives the whole name of a page gets it first, above who is on; of a rota, who is on first")
  func wholeNames() throws {
    let page = try open("playbook/escalation/index.html")
    try page.press("/")
    try page.wait(until: "document.activeElement.role === 'combobox'")
    for (words, address) in [
      ("on now", "now/"), ("who is on", "rotas/delivery/"), ("delivery", "teams/delivery/"),
      ("delivery support", "rotas/delivery/"),
    ] {
      try page.value(of: "document.activeElement.select()")
      try page.type(words)
      let first = "document.querySelector('.found > a')?.href.replace(/.*public/, '')"
      let isAnswered = "document.querySelector('.found')?.textContent.includes('is on now')"
      try page.wait(until: "\(first) === '/\(address)index.html' && \(isAnswered)")
    }
  }

  @Test("By the Tab key alone the first stop leads past the navigation, and every stop can be seen")
  func tabStops() throws {
    let page = try open("playbook/escalation/index.html")
    try page.press("Tab")
    #expect(try page.value(of: "document.activeElement.hash") == "#page.main")
    for _ in 0..<25 {
      let look = """
        (() => { const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e)
          return e === document.body || b.width > 0 && b.bottom > 0 && b.top < innerHeight && s.outlineStyle !== 'none' })()
        """
      try page.wait(until: look)
      try page.press("Tab")
    }
  }

  @Test("Without a script all is there to be read, and nothing offers what it cannot do")
  func withoutScript() throws {
    for file in ["index.html", "now/index.html", "calendar/index.html", "rotas/delivery/index.html"] {
      let page = try open(file, .init(hasScript: false))
      // The views of the calendar are chosen by radio buttons that need no script.
      let seen = """
        [...document.querySelectorAll('button, select, input:not([type=radio])')].filter(e => e.checkVisibility({visibilityProperty: true}))
          .map(e => e.outerHTML).join()
        """
      #expect(try page.value(of: seen) == "", "\(file)")
      #expect(try page.value(of: "document.querySelector('main').innerText.includes('Ben Ode')") == "true", "\(file)")
      #expect(try page.value(of: "document.querySelector('.site-nav a').checkVisibility()") == "true")
    }
    let page = try open("playbook/escalation/index.html", .init(hasScript: false))
    let beside = """
      [...document.querySelectorAll('.side a')].filter(e => e.checkVisibility()).map(e => e.textContent).join()
      """
    #expect(try page.value(of: beside) == "Handbook,Playbook,Playbook,Escalation")
    let calendar = try open("calendar/index.html", .init(width: 390, hasScript: false))
    #expect(try calendar.value(of: "document.querySelector('.rows > li').checkVisibility()") == "true")
    try calendar.value(of: "document.querySelector('[name=view][value=lanes]').click()")
    #expect(try calendar.value(of: "document.querySelector('.lanes').checkVisibility()") == "true")
    let letters = try open("search/index.html", .init(hasScript: false))
    #expect(try letters.value(of: "[...document.links].some(a => a.textContent === 'Escalation')") == "true")
  }

  /// The least contrast of a text in a page against the paper behind it, by WCAG 2.2, section 1.4.3.
  private static let contrast = """
    (() => {
      const channel = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
      const light = colour => {
        canvas.clearRect(0, 0, 1, 1)
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
        return [0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255), a]
      }
      const behind = element => {
        for (let e = element; e; e = e.parentElement) {
          const [value, alpha] = light(getComputedStyle(e).backgroundColor)
          if (alpha === 255) return value
        }
        return matchMedia('(prefers-color-scheme: dark)').matches ? light('Canvas')[0] : 1
      }
      const texts = [...document.querySelectorAll('body *')].filter(e =>
        e.checkVisibility({ opacityProperty: true }) && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
      return Math.min(...texts.map(e => {
        const [over, under] = [light(getComputedStyle(e).color)[0], behind(e)].sort((a, b) => b - a)
        return (over + 0.05) / (under + 0.05)
      }))
    })()
    """

  @Test("Dark and light, a page keeps to the reader's scheme, and every text stands out from what is behind it")
  func schemes() throws {
    for file in ["index.html", "now/index.html", "calendar/index.html", "rotas/delivery/index.html"] {
      for isDark in [false, true] {
        let page = try open(file, .init(isDark: isDark))
        let ink = try page.value(
          of: "getComputedStyle(document.body).colorScheme + getComputedStyle(document.body).color")
        #expect(!ink.isEmpty)
        let least = Double(try page.value(of: Self.contrast)) ?? 0
        #expect(least >= 4.5, "\(file), \(isDark ? "dark" : "light"): \(least)")
      }
    }
  }

  @Test("The text comes before its section's pages, which stand beside it or, on a phone, below it; a link skips there")
  func textFirst() throws {
    let order = """
      (() => {
        const text = document.querySelector('main'), pages = document.querySelector('.side')
        const [a, b] = [text, pages].map(e => e.getBoundingClientRect())
        return [
          pages === document.getElementById(document.querySelectorAll('.skip')[1].hash.slice(1)),
          text.compareDocumentPosition(pages) === Node.DOCUMENT_POSITION_FOLLOWING,
          b.right <= a.left && b.top < a.top + 100,
          b.top >= a.bottom && b.left === a.left,
        ].join()
      })()
      """
    for (width, expected) in [(1280, "true,true,true,false"), (390, "true,true,false,true")] {
      let page = try open("playbook/escalation/index.html", .init(width: width))
      #expect(try page.value(of: order) == expected, "\(width)")
    }
  }

  @Test("What scrolls in a page has its bar on the page's own ground, dark and light")
  func scrollBars() throws {
    let bars = try [false, true].map { isDark in
      try open("playbook/escalation/index.html", .init(isDark: isDark))
        .value(of: "getComputedStyle(document.querySelector('.side')).scrollbarColor")
    }
    #expect(
      bars[0] != bars[1] && bars.allSatisfy { $0.hasPrefix("rgb(") && $0.hasSuffix(") rgba(0, 0, 0, 0)") }, "\(bars)")
  }

  @Test("On paper nothing is left that only a screen can use, and what a screen puts off is there")
  func paper() throws {
    for file in ["playbook/escalation/index.html", "rotas/delivery/index.html", "now/index.html"] {
      let page = try open(file, .init(isDark: true, isPrint: true))
      let left =
        "[...document.querySelectorAll('nav, button, input, dialog, .skip')].filter(e => e.checkVisibility()).length"
      #expect(try page.value(of: left) == "0", "\(file)")
      let putOff =
        "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).contentVisibility !== 'visible' && !e.hidden).length"
      #expect(try page.value(of: putOff) == "0", "\(file)")
      #expect(try page.value(of: "getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 255, 255)")
    }
  }

  @Test("On paper what is folded stands open; only a code for a phone does not, unless a reader opened it")
  func folded() throws {
    let page = "---\nowner: ana\nreviewed: 2026-11-01\nreview_every: 30d\n---\n# Knots\n"
    try SourceFolder.northwind.with(["content/playbook/knots.md": page]).write(to: folder)
    #expect(try Sitegen.run(["build", "--as-of", "2026-11-23"], in: folder.path).status == 0)
    let isSeen = { (selector: String) in
      "[...document.querySelectorAll('\(selector)')].map(e => e.checkVisibility()).join()"
    }
    let reviews = try BrowserPage(folder("public/freshness/index.html"), .init(isPrint: true))
    #expect(try reviews.value(of: isSeen(".owned .reviews a")) == "true")
    let rota = try BrowserPage(folder("public/rotas/delivery/index.html"), .init(isPrint: true))
    let codes = ".qr, .qr img"
    #expect(try rota.value(of: isSeen(codes)) == "false,false")
    try rota.value(of: "document.querySelector('.qr').open = true")
    #expect(try rota.value(of: isSeen(codes)) == "true,true")
  }

  @Test("The page of the search begins at its top; / leads to its field, and so does an address that asks")
  func searchPage() throws {
    let page = try open("search/index.html")
    try page.wait(until: "document.querySelector('.find').role === 'combobox'")
    #expect(try page.value(of: "document.activeElement.tagName") == "BODY")
    try page.press("Tab")
    #expect(try page.value(of: "document.activeElement.className") == "skip")
    try page.press("/")
    #expect(try page.value(of: "document.activeElement.className") == "find")
    try page.type("escalation")
    try page.wait(until: "document.querySelector('.found > a')?.textContent.includes('Escalation')")
    try page.go(to: "file://\(folder("public/search/index.html"))?q=escalation")
    try page.wait(until: "document.activeElement.className === 'find'")
  }

  @Test("On a phone each row of the review dates is as high as its title, and the date stands beside the first line")
  func reviewRows() throws {
    #expect(try Sitegen.buildDemo(to: folder.path).status == 0)
    let page = try BrowserPage(folder("freshness/index.html"), .init(width: 390))
    let spaces = """
      ['', ' and all else that a long title says'].flatMap(more =>
        [...document.querySelectorAll('#next-reviews ~ * tbody tr')].map(row => {
          row.querySelector('a').append(more)
          const seen = [...row.cells].slice(0, 2).map(cell => {
            const range = new Range()
            range.selectNodeContents(cell)
            return range.getBoundingClientRect()
          })
          const { top, bottom } = row.getBoundingClientRect()
          return Math.max(...seen.map(text => text.top - top), bottom - Math.max(...seen.map(text => text.bottom)))
        }))
      """
    let result = try page.value(of: spaces).split(separator: ",").compactMap { Double($0) }
    #expect(result.count > 10 && result.allSatisfy { $0 < 13 }, "\(result)")
  }

  @Test("Code and the addresses of feeds are copied by a button that says so, and says when it could not")
  func copying() throws {
    try SourceFolder.northwind.write(to: folder)
    try folder.write("# Restart\n\n```\ndocker restart api\n```\n", to: "content/restart.md")
    #expect(try Sitegen.run(["build", "--as-of", "2026-11-23T12:00:00Z"], in: folder.path).status == 0)
    let places = [
      ("restart", ".code > button", "docker restart api\n"),
      ("rotas/delivery", "[data-copy] + button", "/calendar/rotas/delivery.ics"),
    ]
    for (place, selector, text) in places {
      let page = try BrowserPage(folder("public/\(place)/index.html"))
      let button = "document.querySelector('\(selector)')"
      try page.wait(until: "!!\(button)")
      #expect(try page.value(of: "\(button).ariaLabel + ' ' + \(button).textContent").hasPrefix("Copy "))
      try page.value(of: "navigator.clipboard.writeText = async text => { globalThis.copied = text }")
      try page.value(of: "\(button).click()")
      try page.wait(until: "\(button).textContent === 'Copied'")
      #expect(try page.value(of: "copied").hasSuffix(text))
      #expect(try page.value(of: "\(button).ariaLabel") == "Copied")
      try page.wait(until: "\(button).textContent === 'Copy'")
      try page.value(of: "navigator.clipboard.writeText = async () => { throw new Error('not allowed') }")
      try page.value(of: "\(button).click()")
      try page.wait(until: "\(button).textContent === 'Not copied'")
    }
  }
}
