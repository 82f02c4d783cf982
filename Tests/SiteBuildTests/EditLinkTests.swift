import SiteTestSupport
import Testing

@Suite("From a page to its source")
struct EditLinkTests {
  private static let source: SourceFolder = [
    "content/site.yml": "title: Ropes\nedit_url: https://git.example/edit/{path}\n",
    "content/deck/sails & ropes.md": "# Sails\n",
    "content/hold/README.md": "# Hold\n",
    "content/hold/deep/1.md": "# One\n",
  ]

  @Test("A page leads to the file it is written in; a section that no file holds leads to none")
  func links() throws {
    let site = try BuiltSite(Self.source)
    #expect(site.faults(try site.build()) == "")
    let leads = { (page: String) in
      site.text(page + "index.html").firstMatch(of: /<a href="(https:[^"]*)">Edit this page<\/a>/).map { String($0.1) }
    }
    #expect(leads("deck/sails & ropes/") == "https://git.example/edit/deck/sails%20%26%20ropes.md")
    #expect(leads("hold/") == "https://git.example/edit/hold/README.md")
    #expect(leads("hold/deep/1/") == "https://git.example/edit/hold/deep/1.md")
    for page in ["", "deck/", "hold/deep/"] {
      #expect(leads(page) == nil && !site.text(page + "index.html").contains("About this page"), "\(page)")
    }
  }
}
