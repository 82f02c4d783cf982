import DiskTestSupport
import SiteTestSupport
import Testing

@Suite("Long names", .inBrowser)
struct LongNameTests {
  @Test("A long title of the site leaves room for the search")
  func title() throws {
    let folder = TemporaryFolder()
    try SourceFolder.northwind.with(["content/site.yml": "title: The support handbook of Northwind Traders\n"])
      .write(to: folder)
    #expect(try Sitegen.run(["build", "--as-of", "2026-11-23"], in: folder.path).status == 0)
    for width in [320, 390] {
      let page = try BrowserPage(folder("public/index.html"), .init(width: width))
      let box = { (selector: String) in "document.querySelector('\(selector)').getBoundingClientRect()" }
      #expect(try page.value(of: "\(box(".site-name")).right < \(box(".find-open")).left") == "true", "\(width) wide")
    }
  }

  @Test("The mark of a rota's colour stands beside the first line of its title, however long that is")
  func marks() throws {
    let folder = TemporaryFolder()
    let rota = "content/roster/rotas/delivery.yml"
    let long = "Delivery support of whatever reaches a customer"
    try SourceFolder.northwind.with([
      rota: SourceFolder.northwind.files[rota]!.replacing("Delivery support", with: long)
    ]).write(to: folder)
    #expect(try Sitegen.run(["build", "--as-of", "2026-11-23"], in: folder.path).status == 0)
    for width in [320, 1280] {
      let page = try BrowserPage(folder("public/rotas/index.html"), .init(width: width))
      let height = { (selector: String) in "document.querySelector('\(selector)').getBoundingClientRect().height" }
      #expect(try page.value(of: "\(height(".hue-mark a")) > 40") == "true", "\(width) wide")
      let isAlone = "\(height(".hue-mark")) >= \(height(".hue-mark a")) + 8"
      #expect(try page.value(of: isAlone) == "false", "\(width) wide")
    }
  }
}
