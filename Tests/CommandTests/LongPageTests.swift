import DiskTestSupport
import SiteTestSupport
import Testing

@Suite("Long pages: what is far below waits, and is all there", .serialized, .inBrowser)
struct LongPageTests {
  let folder = TemporaryFolder()
  /// Pages of the demo handbook, and what stands far below on each.
  private let parts = ["people/": ".directory > li", "calendar/": ".week"]

  private func demo() throws {
    let build = ["build", "--source", Sitegen.repository, "--as-of", "2026-11-23T12:00:00Z", "--output", folder.path]
    let outcome = try Sitegen.run(build, in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("It is laid out when the reader comes near it, and on paper at once")
  func laidOutLate() throws {
    try demo()
    for (name, selector) in parts {
      let all = "[...document.querySelectorAll('\(selector)')]"
      let isLaidOut = "\(all).at(-1).firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
      let page = try BrowserPage(folder("\(name)index.html"))
      #expect(try page.value(of: isLaidOut) == "false", "\(name)")
      #expect(
        try page.value(of: "\(all)[0].firstElementChild.checkVisibility({ contentVisibilityAuto: true })") == "true")
      try page.value(of: "\(all).at(-1).scrollIntoView()")
      try page.wait(until: isLaidOut)
      let paper = try BrowserPage(folder("\(name)index.html"), .init(isPrint: true))
      #expect(try paper.value(of: "\(all).every(e => getComputedStyle(e).contentVisibility === 'visible')") == "true")
    }
  }

  @Test("What waits is at least as high as it will be: what is too low would lie upon what follows")
  func heights() throws {
    try demo()
    for (name, selector) in parts {
      for width in [390, 1280] {
        let page = try BrowserPage(folder("\(name)index.html"), .init(width: width))
        let all = "[...document.querySelectorAll('\(selector)')]"
        try page.value(of: "heights = () => \(all).map(e => e.getBoundingClientRect().height)")
        try page.value(of: "before = heights()")
        try page.value(of: "\(all).forEach(e => { e.style.contentVisibility = 'visible' })")
        #expect(try page.value(of: "heights().filter((h, i) => h > before[i])") == "", "\(name) \(width) wide")
        #expect(try page.value(of: "heights().some((h, i) => h < before[i])") == "true")
      }
    }
  }

  @Test("An address of something far below leads to it, on a phone too")
  func addressed() throws {
    try demo()
    for (name, place) in [("people/", "will"), ("calendar/", "m2027-02"), ("now/", "rota-landfall-crew")] {
      for width in [390, 1280] {
        let page = try BrowserPage("\(folder("\(name)index.html"))#\(place)", .init(width: width))
        let top = "document.getElementById('\(place)').getBoundingClientRect().top"
        try page.wait(until: "\(top) >= 0 && \(top) < 100")
      }
    }
  }

  @Test("Only what scrolls sideways is a stop for keys, within a folded part from when it is opened")
  func sideways() throws {
    try SourceFolder.northwind.write(to: folder)
    let wide = String(repeating: "wide ", count: 60)
    let code = ["\(wide)\n", "narrow\n"].map { "```\n\($0)```\n\n" }.joined()
    let folded = "<details><summary>More</summary>\n\n\(code)</details>\n"
    try folder.write("title: Northwind\nmarkdown: {raw_html: true}\n", to: "content/site.yml")
    try folder.write("# Restart\n\n\(code)\(folded)", to: "content/restart.md")
    let outcome = try Sitegen.run(["build", "--as-of", "2026-11-23T12:00:00Z"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try BrowserPage(folder("public/restart/index.html"))
    let stops = "[...document.querySelectorAll('pre')].map(e => e.tabIndex).join(' ')"
    try page.wait(until: "\(stops) === '0 -1 0 0'")
    try page.value(of: "document.querySelector('main details:not(.contents)').open = true")
    try page.wait(until: "\(stops) === '0 -1 0 -1'")
  }
}
