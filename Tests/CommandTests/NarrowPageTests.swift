import DiskTestSupport
import SiteTestSupport
import Testing

@Suite("Phones, down to the narrowest", .inBrowser)
struct NarrowPageTests {
  /// Opens page after page in a frame 320 px wide, as it is and with the long words of all names twice as long.
  private static let frame = """
    <!doctype html><title></title><iframe width="320" height="800" style="border: 0"></iframe><script>
    const frame = document.querySelector('iframe')
    const open = src => new Promise(onload => Object.assign(frame, { onload, src }))
    const lengthen = element => {
      for (const node of element.childNodes) if (node.nodeType === 3) node.data = node.data.replace(/\\p{L}{8,}/gu, '$&$&')
    }
    const check = async pages => {
      const wide = []
      for (const page of pages) {
        await open(page)
        const { body, documentElement: root } = frame.contentDocument
        if (root.scrollWidth > root.clientWidth) wide.push(page)
        const named = 'main :is(a, h1, h2, h3, p, li, .hint):not(svg *, table *, .table *, .tag)'
        body.querySelectorAll(named).forEach(lengthen)
        if (root.scrollWidth > root.clientWidth) wide.push(page + ' with long names')
      }
      return wide.join('\\n')
    }
    </script>
    """

  @Test("No page scrolls sideways, whatever pages, people and rotas are called")
  func narrow() throws {
    let folder = TemporaryFolder()
    #expect(try Sitegen.buildDemo(to: folder.path).status == 0)
    try folder.write(Self.frame, to: "frame.html")
    let pages = folder.files("").filter { name in
      name.hasSuffix(".html") && name != "frame.html" && folder.text(name)?.contains("http-equiv=\"refresh\"") == false
    }
    #expect(pages.count > 200)
    let server = try SiteServer(folder.path)
    defer { server.stop() }
    let page = try BrowserPage(server.address + "frame.html")
    let wide = try page.value(of: "check(\(pages.map { "/" + $0 }))")
    #expect(wide == "")
  }

  @Test("On a phone a table of four columns of text scrolls sideways, sooner than it breaks after each word")
  func tables() throws {
    let folder = TemporaryFolder()
    let text = "what a customer may ask of us"
    try SourceFolder.northwind.with([
      "content/tables.md": """
      # Tables

      | One | Two | Three | Four |
      | --- | --- | --- | --- |
      | \(text) | \(text) | \(text) | \(text) |

      | 1 | 2 | 3 | 4 |
      | --- | --- | --- | --- |
      | a | b | c | d |

      | One | Two | Three |
      | --- | --- | --- |
      | \(text) | \(text) | \(text) |

      """
    ]).write(to: folder)
    #expect(try Sitegen.run(["build", "--as-of", "2026-11-23"], in: folder.path).status == 0)
    let page = try BrowserPage(folder("public/tables/index.html"), .init(width: 390))
    let widths = "[...document.querySelectorAll('.table')].map(box => `${box.clientWidth} ${box.scrollWidth}`).join()"
    #expect(try page.value(of: widths) == "358 480,358 358,358 358")
    #expect(try page.value(of: "document.documentElement.scrollWidth") == "390")
  }
}
