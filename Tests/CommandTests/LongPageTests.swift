import DiskTestSupport
import Foundation
import SiteTestSupport
import Testing

@Suite("Long pages: what is far below waits, and is all there", .serialized, .inBrowser)
struct LongPageTests {
  let folder = TemporaryFolder()
  /// Pages of the demo handbook, and what stands far below on each.
  private let parts = ["people/": ".directory > li", "calendar/": ".week"]

  private func demo() throws {
    #expect(try Sitegen.buildDemo(to: folder.path).status == 0)
  }

  private func all(_ selector: String) -> String { "[...document.querySelectorAll('\(selector)')]" }

  @Test("It is laid out when the reader comes near it, and on paper at once")
  func laidOutLate() throws {
    try demo()
    for (name, selector) in parts {
      let isLaidOut = { (place: Int) in
        "\(all(selector)).at(\(place)).firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
      }
      let page = try BrowserPage(folder("\(name)index.html"))
      #expect(try page.value(of: isLaidOut(0)) == "true", "\(name)")
      #expect(try page.value(of: isLaidOut(-1)) == "false", "\(name)")
      try page.value(of: "\(all(selector)).at(-1).scrollIntoView()")
      try page.wait(until: isLaidOut(-1))
      let paper = try BrowserPage(folder("\(name)index.html"), .init(isPrint: true))
      let isShown = "\(all(selector)).every(e => getComputedStyle(e).contentVisibility === 'visible')"
      #expect(try paper.value(of: isShown) == "true", "\(name)")
    }
  }

  @Test("What waits is at least as high as it will be: nothing in it lies upon what follows")
  func heights() throws {
    try demo()
    for (name, selector) in parts {
      for width in [320, 360, 390, 768, 1280] {
        let page = try BrowserPage(folder("\(name)index.html"), .init(width: width))
        try page.value(of: "heights = () => \(all(selector)).map(e => e.getBoundingClientRect().height)")
        try page.value(of: "before = heights()")
        try page.value(of: "\(all(selector)).forEach(e => { e.style.contentVisibility = 'visible' })")
        #expect(try page.value(of: "heights().filter((h, i) => h > before[i])") == "", "\(name) \(width) wide")
        #expect(try page.value(of: "heights().some((h, i) => h < before[i])") == "true")
      }
    }
  }

  @Test("An address of something far below leads to it, on a phone too")
  func addressed() throws {
    try demo()
    let places = [
      ("people/", "will"), ("calendar/", "m2027-02"), ("now/", "rota-landfall-crew"),
      ("rotas/delivery/", "turn-2027-01-18"),
    ]
    for (name, place) in places {
      for width in [390, 1280] {
        let page = try BrowserPage("\(folder("\(name)index.html"))#\(place)", .init(width: width))
        // What comes late, such as the times of now, has come.
        usleep(500_000)
        let top = try page.value(of: "document.getElementById('\(place)').getBoundingClientRect().top")
        #expect(0..<100 ~= Double(top) ?? -1, "\(name) \(width) wide")
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
