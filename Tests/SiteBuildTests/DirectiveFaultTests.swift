import SiteTestSupport
import Testing

@Suite("Mistakes in facts from the roster")
struct DirectiveFaultTests {
  @Test("Every name and argument is checked at its place")
  func faults() throws {
    let page = """
      Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
      Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
      Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.

      {{ table data/tier.csv }}

      {{ include snippets/cal.md }}

      """
    #expect(
      try renderPractised(page).faults == """
        content/playbook/page.md:1:8: error: 'persn' is no directive; did you mean 'person'? [directive-unknown]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                   ^~~~~
            note: for the braces themselves, write \\{{
        content/playbook/page.md:1:32: error: 'anna' is nobody in people.yml; did you mean 'ana'? [directive-person]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                                           ^~~~
        content/playbook/page.md:1:48: error: 'deliver' is no rota; did you mean 'delivery'? [directive-rota]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                                                           ^~~~~~~
        content/playbook/page.md:1:60: error: 'delivery' has several seats: name one of engineer, manager [directive-seat]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                                                                       ^~~~~~~~~~~~~~~~~~
        content/playbook/page.md:1:96: error: 'manger' is no seat of delivery; did you mean 'manager'? [directive-seat]
            Ask {{ persn ana }}, {{ person anna }}, {{ now deliver }}, {{ now delivery }}, {{ now delivery manger }}.
                                                                                                           ^~~~~~
        content/playbook/page.md:2:21: error: 'trun' is no fact of a rota; did you mean 'turn'? [directive-fact]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                ^~~~
        content/playbook/page.md:2:47: error: 'delivery' states no gap in its file [directive-nothing]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                                          ^~~
        content/playbook/page.md:2:55: error: 'team' is written {{ team TEAM }}, such as {{ team delivery }} [directive-arguments]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                                                  ^~~~~~~~~~
        content/playbook/page.md:2:78: error: 'rust' is no skill of anybody [directive-skill]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                                                                         ^~~~
        content/playbook/page.md:2:109: error: A checklist is that of the 'start' or of the 'end' of a turn [directive-arguments]
            Or {{ rota delivery trun }}, {{ rota delivery gap }}, {{ team }}, {{ experts rust }}, {{ checklist delivery noon }}.
                                                                                                                        ^~~~
        content/playbook/page.md:3:25: error: '6 moons' is no length of time such as '6 weeks' [directive-span]
            Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.
                                    ^
        content/playbook/page.md:3:58: error: '9 weeks' reaches past the turns that are worked out: the site's 'calendar: ahead' is 1 week [directive-span]
            Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.
                                                                     ^
        content/playbook/page.md:3:89: error: 'now' is one word too many for 'duties' [directive-arguments]
            Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.
                                                                                                    ^~~
        content/playbook/page.md:3:97: error: A table stands in a paragraph of its own [directive-place]
            Or {{ schedule delivery 6 moons }}, {{ schedule delivery 9 weeks }}, {{ duties delivery now }}, {{ table data/tiers.csv }}.
                                                                                                            ^~~~~~~~~~~~~~~~~~~~~~~~~~
        content/playbook/page.md:5:10: error: 'data/tier.csv' is no .csv or .yml file below content/data/; did you mean 'data/tiers.csv'? [directive-file]
            {{ table data/tier.csv }}
                     ^~~~~~~~~~~~~
        content/playbook/page.md:7:12: error: 'snippets/cal.md' is no Markdown file below content/snippets/; did you mean 'snippets/call.md'? [directive-file]
            {{ include snippets/cal.md }}
                       ^~~~~~~~~~~~~~~

        """)
  }

  @Test("A mistake in a table is told in the table's file")
  func tableFaults() throws {
    let found = try renderPractised(
      "{{ table data/a.csv }}\n\n{{ table data/b.csv }}\n\n{{ table data/c.yml }}\n\n{{ table data/d.csv }}\n",
      [
        "content/data/a.csv": "A,B\n1,2\n3\n", "content/data/b.csv": "A\n\"open\nmore\n",
        "content/data/c.yml": "- one\n",
        "content/data/d.csv": "\n",
      ]
    ).faults
    #expect(
      found
        == """
        content/data/a.csv:3:1: error: A row has 1 values, the header 2 [table-csv]
            3
            ^
        content/data/b.csv:2:1: error: This quote is never closed [table-csv]
            "open
            ^
        content/data/c.yml:1:3: error: A row is a mapping of columns, not 'one' [table-yaml]
            - one
              ^~~
        content/data/d.csv:1:1: error: The file holds no table [table-empty]

        """.replacing("[table-empty]\n", with: "[table-empty]\n    \n    ^\n"))
  }
}
