import CivilTime
import DiskTestSupport
import SiteBuild
import SiteTestSupport
import Testing

@Suite("Mistakes of content")
struct ContentFaultTests {
  @Test("Links to nothing, to no place, out of content/ and to drafts")
  func links() throws {
    let guide = """
      # Guide

      See [whom](playbook/escalaton.md), ![chain](assets/chian.svg) and [part](playbook/escalation.md#who).
      Or [out](../README.md), [draft](plans.md), [here](#gude) and [on now](/now/#rota-delivry).

      | a | b |
      | - | - |
      | [x](nowhere.md) | [Ana](people/ana/#no) |

      [ref]: playbook/nothing-here.md
      A [ref] and [again](playbook/escalaton.md).

      """
    let found = try northwindFaults(["content/guide.md": guide, "content/plans.md": "---\ndraft: true\n---\n"])
    #expect(
      found == """
        content/guide.md:3:12: error: 'playbook/escalaton.md' leads to nothing; did you mean 'playbook/escalation.md'? [link-broken]
            See [whom](playbook/escalaton.md), ![chain](assets/chian.svg) and [part](playbook/escalation.md#who).
                       ^~~~~~~~~~~~~~~~~~~~~
        content/guide.md:3:45: error: 'assets/chian.svg' leads to nothing; did you mean 'assets/chain.svg'? [link-broken]
            See [whom](playbook/escalaton.md), ![chain](assets/chian.svg) and [part](playbook/escalation.md#who).
                                                        ^~~~~~~~~~~~~~~~
        content/guide.md:3:74: error: '#who' is no place in that page; did you mean 'whom'? [link-fragment]
            See [whom](playbook/escalaton.md), ![chain](assets/chian.svg) and [part](playbook/escalation.md#who).
                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~
        content/guide.md:4:10: error: '../README.md' leads out of content/ [link-outside]
            Or [out](../README.md), [draft](plans.md), [here](#gude) and [on now](/now/#rota-delivry).
                     ^~~~~~~~~~~~
        content/guide.md:4:33: error: 'plans.md' leads to a draft, which is not published [link-draft]
            Or [out](../README.md), [draft](plans.md), [here](#gude) and [on now](/now/#rota-delivry).
                                            ^~~~~~~~
        content/guide.md:4:51: error: '#gude' is no place in that page; did you mean 'guide'? [link-fragment]
            Or [out](../README.md), [draft](plans.md), [here](#gude) and [on now](/now/#rota-delivry).
                                                              ^~~~~
        content/guide.md:4:71: error: '#rota-delivry' is no place in that page; did you mean 'rota-delivery'? [link-fragment]
            Or [out](../README.md), [draft](plans.md), [here](#gude) and [on now](/now/#rota-delivry).
                                                                                  ^~~~~~~~~~~~~~~~~~
        content/guide.md:8:7: error: 'nowhere.md' leads to nothing [link-broken]
            | [x](nowhere.md) | [Ana](people/ana/#no) |
                  ^~~~~~~~~~
        content/guide.md:8:27: error: '#no' is no place in that page [link-fragment]
            | [x](nowhere.md) | [Ana](people/ana/#no) |
                                      ^~~~~~~~~~~~~~
        content/guide.md:10:8: error: 'playbook/nothing-here.md' leads to nothing [link-broken]
            [ref]: playbook/nothing-here.md
                   ^~~~~~~~~~~~~~~~~~~~~~~~
        content/guide.md:11:21: error: 'playbook/escalaton.md' leads to nothing [link-broken]
            A [ref] and [again](playbook/escalaton.md).
                                ^~~~~~~~~~~~~~~~~~~~~

        """)
  }

  @Test("Bytes that are no UTF-8 are told at the first of them")
  func notUTF8() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let before = site.bytes()
    try site.folder.write(
      bytes: Array("# Guide\n\nGr".utf8) + [0xF6, 0xDF] + Array("e\n".utf8), to: "content/guide.md")
    try site.folder.write(bytes: Array("# ok: ".utf8) + [0xE9, 10], to: "content/roster/teams.yml")
    let report = try site.build()
    #expect(
      site.faults(report) == """
        content/guide.md:3:3: error: This byte is no UTF-8 [encoding]
            Gr��e
              ^
            note: save the file as UTF-8
        content/roster/teams.yml:1:7: error: This byte is no UTF-8 [encoding]
            # ok: �
                  ^
            note: save the file as UTF-8

        """)
    #expect(site.bytes() == before)
  }

  @Test("A rota's playbook that is no page")
  func playbook() throws {
    let rota = SourceFolder.northwind.files["content/roster/rotas/delivery.yml"] ?? ""
    let found = try northwindFaults([
      "content/roster/rotas/delivery.yml": rota.replacing("escalation.md", with: "escalaton.md")
    ])
    #expect(
      found == """
        content/roster/rotas/delivery.yml:11:11: error: 'playbook/escalaton.md' is no page below content/; did you mean 'playbook/escalation.md'? [unknown-page]
            playbook: playbook/escalaton.md
                      ^~~~~~~~~~~~~~~~~~~~~

        """)
  }

  @Test("All mistakes of a run are told together, in the order of files and lines")
  func together() throws {
    let found = try northwindFaults([
      "content/site.yml":
        "titel: x\nbase_url: https://handbook.example.com/\ntimezone: Europe/London\ncalendar: {ahead: 1 week}\nchecks: {rota: off}\n",
      "content/guide.md": "---\norder: first\n---\n[a](nothing.md)\n\n[b](#nowhere)\n",
      "content/roster/people.yml": "ana: {name: Ana Ruiz, team: delivry, timezone: America/Chicago}\n"
        + "ben: {name: Ben Ode, team: delivery, timezone: Europe/Londn}\n",
      "content/zebra.md": "+++\ntitle = \"x\"\n+++\n",
    ])
    #expect(
      found == """
        content/guide.md:2:8: error: 'first' is not a whole number [value-kind]
            order: first
                   ^~~~~
        content/guide.md:4:5: error: 'nothing.md' leads to nothing [link-broken]
            [a](nothing.md)
                ^~~~~~~~~~
        content/guide.md:6:5: error: '#nowhere' is no place in that page [link-fragment]
            [b](#nowhere)
                ^~~~~~~~
        content/roster/people.yml:1:29: error: 'delivry' is no team; did you mean 'delivery'? [unknown-team]
            ana: {name: Ana Ruiz, team: delivry, timezone: America/Chicago}
                                        ^~~~~~~
        content/roster/people.yml:2:48: error: 'Europe/Londn' is no time zone such as Europe/London; did you mean 'Europe/London'? [bad-zone]
            ben: {name: Ben Ode, team: delivery, timezone: Europe/Londn}
                                                           ^~~~~~~~~~~~
        content/site.yml:1:1: error: 'titel' is no key of site.yml; did you mean 'title'? [unknown-key]
            titel: x
            ^~~~~
        content/zebra.md:1:1: error: TOML front matter (+++) is not read: write YAML between two lines of --- [front-matter-toml]
            +++
            ^~~

        """)
  }

  @Test("A link of content/ to nothing, and a pipe, are mistakes too")
  func oddFiles() throws {
    let site = try BuiltSite(.northwind)
    try site.folder.link("content/gone.md", to: "nowhere.md")
    site.folder.makePipe("content/pipe.md")
    let found = site.faults(try site.build())
    #expect(
      found == """
        content/gone.md:1:1: error: 'gone.md' is a link to nothing [file-unreadable]
        content/pipe.md:1:1: error: 'pipe.md' is neither a file nor a folder [file-unreadable]

        """)
    #expect(site.published() == [])
  }

  @Test("A source without content/ is no site")
  func noContent() throws {
    let folder = TemporaryFolder()
    let request = BuildRequest(
      source: folder.path, output: folder("public"), asOf: .instant(Instant(seconds: 0)), jobs: 1)
    #expect(throws: BuildFailure.self) { try Build.run(request) }
    #expect(folder.tree() == [])
  }

  @Test("A check finds what a build finds, and writes nothing")
  func check() throws {
    let site = try BuiltSite(.northwind.with(["content/guide.md": "[a](nothing.md)\n"]))
    let report = try site.build(to: nil)
    #expect(report.diagnostics == (try site.build()).diagnostics)
    #expect(site.folder.tree().contains { $0.hasPrefix("public") } == false)
  }
}
