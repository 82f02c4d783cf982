import SiteTestSupport
import Testing

@Suite("A site's own templates")
struct ThemeTests {
  @Test("One template of the site's own takes the place of the default theme's; all others stay")
  func override() throws {
    let site = try BuiltSite(
      .northwind.with([
        "templates/page.mustache": "<title>{{title}}</title>\n{{{content}}}", "templates/site.css": "p {}\n",
      ]))
    let report = try site.build()
    #expect(site.faults(report) == "")
    #expect(
      site.text("playbook/escalation/index.html") == """
        <title>Escalation</title>
        <h2 id="whom">Whom <a class="anchor" href="#whom" aria-label="Link to this section: Whom">#</a></h2>
        <p>See <a href="../../rotas/delivery/">the rota</a>, <a href="../../people/ana/">Ana</a> and <img src="../../assets/chain.svg" alt="the chain">.</p>

        """)
    #expect(site.text("theme/site.css") == "p {}\n")
    #expect(site.text("theme/site.js").contains("use strict"))
    #expect(site.text("now/index.html").contains("<main id=\"main\""))
  }

  @Test("A further file of templates/ is published below theme/")
  func furtherFile() throws {
    let site = try BuiltSite(["content/index.md": "", "templates/fonts/a.woff2": "font"])
    #expect(try site.build().isClean)
    #expect(site.text("theme/fonts/a.woff2") == "font")
  }

  @Test("A mistake in a template is told at its place, with those of the pages, and nothing is published")
  func mistakes() throws {
    let site = try BuiltSite(
      .northwind.with([
        "templates/page.mustache": "<h1>{{titel}}</h1>\n{{#rotas}}\n{{> hed}}\n", "content/guide.md": "[x](y.md)\n",
      ]))
    let report = try site.build()
    #expect(
      site.faults(report) == """
        content/guide.md:1:5: error: 'y.md' leads to nothing [link-broken]
            [x](y.md)
                ^~~~
        templates/page.mustache:2:1: error: 'rotas' is a section without an end [template-unclosed-section]
            {{#rotas}}
            ^~~~~~~~~~
        templates/page.mustache:3:5: error: 'hed' is no template; did you mean 'head'? [template-missing-partial]
            {{> hed}}
                ^~~

        """)
    #expect(site.published() == [])
  }
}
