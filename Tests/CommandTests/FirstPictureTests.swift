import DiskTestSupport
import Foundation
import Testing

@Suite("The first picture of a page comes soon")
struct FirstPictureTests {
  /// The demo handbook, which has pages of every kind.
  private func demo() throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    let outcome = try Sitegen.buildDemo(to: folder.path, asOf: "2026-11-23T12:00:00Z")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder
  }

  /// The bytes of files as they travel, packed each by itself.
  private func packed(_ files: [String], in folder: TemporaryFolder) throws -> [String: Int] {
    let pack = "for file; do gzip -c \"$file\" | wc -c; done"
    let outcome = try Sitegen.run(["-c", pack, "sh"] + files, program: "/bin/sh", in: folder.path)
    return Dictionary(zip(files, outcome.output.split(separator: "\n").compactMap { Int($0) })) { first, _ in first }
  }

  @Test("Markup, styles and scripts of a page are 30 kB at most; only the whole handbook on one page is more")
  func weight() throws {
    let folder = try demo()
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let pages = files.filter { $0.hasSuffix(".html") && $0 != "print/index.html" }
    let bytes = try packed(files.filter { $0.hasPrefix("theme/") } + pages, in: folder)
    #expect(pages.count > 200)
    for page in pages {
      let text = try #require(folder.text(page))
      let theme = text.matches(of: /<(?:link rel="stylesheet" href|script src)="[.\/]*(theme\/[a-z-]+\.(?:css|js))/)
      let all = [page] + theme.map { String($0.1) }
      let sum = try all.reduce(0) { try $0 + #require(bytes[$1]) }
      #expect(sum <= 30 * 1024, "\(page)")
      #expect(theme.count >= 2 || text.contains("http-equiv=\"refresh\""), "\(page)")
    }
  }

  @Test("A page sets up few fonts: four sizes in two weights, and what its text brings along", .inBrowser)
  func fonts() throws {
    let folder = try demo()
    let fonts = """
      [...new Set([...document.querySelectorAll('body *')]
        .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .map(e => getComputedStyle(e)).filter(s => s.fontStyle === 'normal' && !s.fontFamily.includes('mono'))
        .map(s => s.fontWeight + ' ' + s.fontSize))].sort().join(', ')
      """
    let allowed: Set = ["400 14px", "400 16px", "600 14px", "600 16px", "600 22px", "600 36px"]
    for page in [
      "", "now/", "rotas/delivery/", "people/ines/", "teams/watch/", "playbook/triage/", "fairness/", "search/",
    ] {
      let used = try BrowserPage(folder(page + "index.html")).value(of: fonts)
      #expect(Set(used.split(separator: ", ").map(String.init)).isSubset(of: allowed), "\(page): \(used)")
    }
  }

  @Test("What the script has to change it changes after the first picture", .inBrowser)
  func script() throws {
    let folder = try demo()
    let watch = """
      frames = 0
      requestAnimationFrame(function count() {
        if (document.readyState !== 'loading') frames++
        requestAnimationFrame(count)
      })
      new MutationObserver(() => { window.before ??= frames })
        .observe(document, { subtree: true, attributes: true, attributeFilter: ['data-state'] })
      """
    for page in ["teams/watch/", "now/"] {
      let page = try BrowserPage(folder(page + "index.html"), .init(instant: "2026-11-23T16:30:00Z", script: watch))
      try page.wait(until: "window.before !== undefined")
      #expect(try page.value(of: "before > 0") == "true")
    }
  }

  @Test(
    "A long page waits for the styles of its end where its first screen ends: nothing above it wants them", .inBrowser)
  func fold() throws {
    let folder = try demo()
    let place = "document.querySelector('main link[href*=\"below.css\"]')"
    let edge =
      "(\(place).nextElementSibling?.getBoundingClientRect().top ?? \(place).parentElement.getBoundingClientRect().bottom)"
    let wanted = """
      [...document.querySelector('link[href*="below.css"]').sheet.cssRules].filter(r => r.selectorText)
        .flatMap(r => [...document.querySelectorAll(r.selectorText)])
        .filter(e => e.compareDocumentPosition(\(place)) & Node.DOCUMENT_POSITION_FOLLOWING).length
      """
    // From disk a style sheet tells nobody its rules.
    let server = try SiteServer(folder.path)
    defer { server.stop() }
    for name in [
      "", "now/", "calendar/", "rotas/delivery/", "start-here/whom-to-ask/", "handoffs/", "fairness/", "search/",
      "freshness/", "people/", "glossary/", "print/",
    ] {
      let page = try BrowserPage(server.address + name)
      let top = try page.value(of: edge)
      #expect(800..<1400 ~= Double(top) ?? 0, "\(name): \(top)")
      #expect(try page.value(of: wanted) == "0", "\(name)")
    }
    for name in ["tags/", "teams/", "teams/watch/", "404.html"] {
      let page = try #require(folder.text(name.hasSuffix("/") ? name + "index.html" : name))
      #expect(page.contains(/below\.css[^\n]*\n(.*\n)*<\/head>/), "\(name)")
    }
  }
}
