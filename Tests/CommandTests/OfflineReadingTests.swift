import DiskTestSupport
import Foundation
import SiteTestSupport
import Testing

@Suite("Readers without a network", .serialized, .inBrowser)
struct OfflineReadingTests {
  let folder = TemporaryFolder()

  private func build(_ site: SourceFolder) throws {
    try site.write(to: folder)
    let outcome = try Sitegen.run(["build", "--as-of", "2026-11-23T12:00:00Z"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// Whether the browser has kept all that the present edition tells it to.
  private static let isKept = """
    (async () => {
      const cache = await caches.open('site /')
      const sums = await (await cache.match('/.revisions'))?.json() ?? {}
      const edition = await (await fetch('/sw.js', { cache: 'no-store' })).text()
      return Object.entries(sums).length > 20 && Object.entries(sums).every(([url, sum]) => edition.includes(`"${sum}"`))
    })()
    """

  @Test("After one visit the site is read without a network; with one, nothing old is shown again")
  func outage() throws {
    try build(.northwind)
    let server = try SiteServer(folder("public"))
    let page = try BrowserPage(server.address + "playbook/")
    let title = "document.querySelector('h1').textContent"
    #expect(try page.value(of: title) == "Playbook")
    try page.wait(until: Self.isKept)

    server.stop()
    for (address, heading) in [
      ("now/", "On now"), ("rotas/delivery/", "Delivery support"), ("playbook/escalation/", "Escalation"),
      ("calendar/?person=ana", "Calendar"), ("people/ana/", "Ana Ruiz"),
      ("fairness/", "This page is not kept on your device"),
    ] {
      try page.go(to: server.address + address)
      #expect(try page.value(of: title) == heading)
    }
    try page.go(to: server.address + "now/")
    #expect(try page.value(of: "document.querySelector('[data-now]').textContent") == "Ana Ruiz")
    #expect(try page.value(of: "getComputedStyle(document.body).display") == "flex")
    try page.press("/")
    try page.wait(until: "document.activeElement.role === 'combobox'")
    try page.type("escal")
    try page.wait(until: "document.querySelector('.found > a')?.textContent.includes('Escalation')")

    try build(["content/playbook/escalation.md": "# Escalation, by telephone\n\n## Whom\n"])
    let again = try SiteServer(folder("public"), port: server.port)
    defer { again.stop() }
    try page.go(to: again.address + "playbook/escalation/")
    #expect(try page.value(of: title) == "Escalation, by telephone")
    try page.wait(until: Self.isKept)
  }
}
