import Diagnostics
import Markdown
import Site
import SiteTestSupport
import Testing

@Suite("Links of pages")
struct PageLinksTests {
  private let site = TestHandbook([
    "index.md": "title: Handbook", "playbook/index.md": "title: Playbook",
    "playbook/escalation.md": "title: Escalation",
    "playbook/before you page.md": "title: Before", "playbook/night/watch.md": "title: Watch",
    "tools.md": "title: Tools",
    "größe.md": "title: Size", "playbook/whom.md": "title: Whom, slug: chain", "playbook/here.md": "title: Here",
  ])

  /// What a link in a page becomes; links that lead nowhere stay as they were written.
  private func follow(_ destination: String, from page: String, kind: LinkKind = .link) -> (
    href: String, links: PageLinks
  ) {
    let index = LinkIndex(
      handbook: site.handbook, files: ["assets/watches.svg", "playbook/form a.pdf"],
      generated: [Address("now/"), Address("rotas/delivery/"), Address("calendar/all.ics")],
      drafts: ["playbook/draft.md", "plans/index.md"])
    var links = PageLinks(index: index, page: site.handbook.bySource[page] ?? 0)
    var out: [UInt8] = []
    var destination = destination
    let range = SourceRange(file: "content/" + page, line: 7, column: 3, length: destination.utf8.count)
    _ = destination.withUTF8 { links.resolve($0, kind: kind, at: range, into: &out) }
    return (String(decoding: out, as: UTF8.self), links)
  }

  @Test(
    "A link may name a page by its file, without the extension, or by its folder",
    arguments: [
      ("escalation.md", "../escalation/"), ("./escalation.md", "../escalation/"), ("escalation", "../escalation/"),
      ("escalation/", "../escalation/"), ("../playbook/escalation.md", "../escalation/"),
      ("/playbook/escalation.md", "../escalation/"), ("/playbook/escalation", "../escalation/"),
      ("night/watch.md", "../night/watch/"), ("night", "../night/"), ("night/", "../night/"), ("index.md", "../"),
      (".", "../"), ("./", "../"), ("..", "../../"), ("../", "../../"), ("/", "../../"), ("../index.md", "../../"),
      ("../tools.md", "../../tools/"), ("whom.md", "../chain/"), ("before%20you%20page.md", "../before%20you%20page/"),
      ("before you page.md", "../before%20you%20page/"), ("../gr%C3%B6%C3%9Fe.md", "../../gr%C3%B6%C3%9Fe/"),
      ("../größe", "../../gr%C3%B6%C3%9Fe/"), ("night//watch.md", "../night/watch/"),
      ("night/../escalation.md", "../escalation/"), ("tools/../../tools.md", "../../tools/"),
    ])
  func pages(link: String, href: String) {
    let (out, links) = follow(link, from: "playbook/here.md")
    #expect(out == href)
    #expect(links.diagnostics == [])
  }

  @Test(
    "A link may lead to a file, and to what is made from the roster",
    arguments: [
      ("../assets/watches.svg", "../../assets/watches.svg"), ("form%20a.pdf", "../form%20a.pdf"),
      ("/now/", "../../now/"), ("../now", "../../now/"), ("/rotas/delivery/", "../../rotas/delivery/"),
      ("../calendar/all.ics", "../../calendar/all.ics"),
    ])
  func files(link: String, href: String) {
    for kind in [LinkKind.link, .image] {
      let (out, links) = follow(link, from: "playbook/escalation.md", kind: kind)
      #expect(out == href)
      #expect(links.diagnostics == [])
    }
  }

  @Test(
    "A link that leaves the site stays as it was written",
    arguments: [
      "https://example.com/a b?c=d#e", "mailto:ana@example.com", "//example.com/x", "tel:+44", "xmpp:a@b",
    ])
  func external(link: String) {
    let (out, links) = follow(link, from: "playbook/escalation.md")
    #expect(out == link)
    #expect((links.diagnostics, links.fragments.count) == ([], 0))
  }

  @Test("A bare address in the text is not ours to change")
  func autolink() {
    #expect(follow("www.example.com/a", from: "index.md", kind: .autolink).href == "www.example.com/a")
  }

  @Test("Fragments and queries stay with their link, and fragments are remembered to be checked")
  func fragments() {
    func remembered(_ link: String) -> [String] {
      let (out, links) = follow(link, from: "playbook/escalation.md")
      return [out] + links.fragments.map { "\($0.target) \($0.fragment)" }
    }
    let (own, tools) = (
      site.handbook.bySource["playbook/escalation.md"] ?? -1, site.handbook.bySource["tools.md"] ?? -1
    )
    #expect(remembered("#whom") == ["#whom", "page(\(own)) whom"])
    #expect(remembered("../tools.md#gr%C3%B6%C3%9Fe") == ["../../tools/#gr%C3%B6%C3%9Fe", "page(\(tools)) größe"])
    #expect(remembered("../tools?a=b#c") == ["../../tools/?a=b#c", "page(\(tools)) c"])
    #expect(remembered("?a=b") == ["?a=b"])
    #expect(remembered("#") == ["#"])
    #expect(remembered("../tools#top") == ["../../tools/#top"])
    #expect(remembered("/now/#rota-delivery").count == 2)
    #expect(remembered("https://example.com/#x") == ["https://example.com/#x"])
  }

  @Test("A link that leads nowhere is an error at its place, with what was meant")
  func broken() {
    func fault(_ link: String, from page: String = "playbook/escalation.md") -> String {
      let (out, links) = follow(link, from: page)
      #expect(out == link)
      return printed(links.diagnostics, [:])
    }
    let place = "content/playbook/escalation.md:7:3: error: "
    #expect(
      fault("escalaton.md") == place + "'escalaton.md' leads to nothing; did you mean 'escalation.md'? [link-broken]\n")
    #expect(fault("../tols.md") == place + "'../tols.md' leads to nothing; did you mean '../tools.md'? [link-broken]\n")
    #expect(
      fault("/rotas/delivry/")
        == place + "'/rotas/delivry/' leads to nothing; did you mean '../rotas/delivery/'? [link-broken]\n")
    #expect(fault("quite/something/else") == place + "'quite/something/else' leads to nothing [link-broken]\n")
    #expect(
      fault("form a.pdf/") == place + "'form a.pdf/' leads to nothing; did you mean 'form%20a.pdf'? [link-broken]\n")
    #expect(
      fault("Escalation.md") == place
        + "'Escalation.md' leads to nothing; did you mean 'escalation.md'? [link-broken]\n")
    #expect(fault("../../tools.md") == place + "'../../tools.md' leads out of content/ [link-outside]\n")
    #expect(fault("draft.md") == place + "'draft.md' leads to a draft, which is not published [link-draft]\n")
    #expect(fault("../plans/") == place + "'../plans/' leads to a draft, which is not published [link-draft]\n")
    #expect(fault("../roster/people.yml") == place + "'../roster/people.yml' leads to nothing [link-broken]\n")
    #expect(fault("%") == place + "'%' leads to nothing [link-broken]\n")
    #expect(fault("../%zz") == place + "'../%zz' leads to nothing [link-broken]\n")
    #expect(fault("../%ff") == place + "'../%ff' leads to nothing [link-broken]\n")
  }
}
