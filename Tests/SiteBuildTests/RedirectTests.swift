import SiteTestSupport
import Testing

@Suite("Earlier addresses of a page")
struct RedirectTests {
  @Test("Each leads on to the page, from where it stood")
  func redirects() throws {
    let site = try BuiltSite([
      "content/index.md": "",
      "content/guide/paging.md": "---\ntitle: Paging\naliases: [/old/page/, when-to-page.md]\n---\nText\n",
    ])
    #expect(site.faults(try site.build()) == "")
    #expect(site.text("old/page/index.html").contains("content=\"0; url=../../guide/paging/\""))
    #expect(site.text("guide/when-to-page/index.html").contains("content=\"0; url=../paging/\""))
  }

  @Test("One that something else has, or that leads out of the site, is an error at its place")
  func faults() throws {
    let site = try BuiltSite([
      "content/index.md": "", "content/a.md": "---\naliases: [/b/, ../../c]\n---\n# A\n", "content/b.md": "# B\n",
    ])
    #expect(
      site.faults(try site.build()) == """
        content/a.md:2:11: error: '/b/' is the address of something else [address-taken]
            aliases: [/b/, ../../c]
                      ^~~
        content/a.md:2:16: error: '../../c' is no earlier address of a page, such as '/playbook/old-name/' [bad-alias]
            aliases: [/b/, ../../c]
                           ^~~~~~~

        """)
  }
}
