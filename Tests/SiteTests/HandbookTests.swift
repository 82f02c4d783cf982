import Site
import Testing

@Suite("Handbook")
struct HandbookTests {
  @Test("Folders are sections; numbered pages stand first, then titles decide, then paths")
  func order() {
    let site = TestHandbook([
      "index.md": "title: Handbook", "b.md": "title: Bells", "a.md": "title: Zulu", "z.md": "title: Last, order: 9",
      "y.md": "title: First, order: -1", "playbook/index.md": "title: Playbook, order: 2",
      "playbook/two.md": "title: Same", "playbook/one.md": "title: Same", "playbook/deep/x.md": "title: X",
      "playbook/deep/index.md": "title: Deep",
    ])
    #expect(
      site.outline == [
        "First /y/", "Playbook /playbook/", "  Deep /playbook/deep/", "    X /playbook/deep/x/",
        "  Same /playbook/one/", "  Same /playbook/two/", "Last /z/", "Bells /b/", "Zulu /a/",
      ])
    #expect(site.faults == "")
  }

  @Test("Previous and next go through the whole handbook as one would read it")
  func neighbours() {
    let site = TestHandbook([
      "index.md": "title: Handbook", "a/index.md": "title: A", "a/one.md": "title: One", "b.md": "title: B",
      "a/hidden.md": "title: Hidden, unlisted: true",
    ])
    func neighbours(_ source: String) -> [String?] {
      let entry = site.entry(source)
      return [entry?.previous, entry?.next].map { $0.map { site.handbook.entries[$0].page.source } }
    }
    #expect(neighbours("a/index.md") == [nil, "a/one.md"])
    #expect(neighbours("a/one.md") == ["a/index.md", "b.md"])
    #expect(neighbours("b.md") == ["a/one.md", nil])
    #expect(neighbours("index.md") == [nil, nil])
    #expect(neighbours("a/hidden.md") == [nil, nil])
    #expect(site.outline == ["A /a/", "  One /a/one/", "B /b/"])
  }

  @Test("A folder without an index is a section of its own, called after the folder")
  func noIndex() {
    let site = TestHandbook(["on-call/deep/x.md": "title: X"])
    #expect(site.outline == ["On call /on-call/", "  Deep /on-call/deep/", "    X /on-call/deep/x/"])
    #expect(site.handbook.entries.map(\.isImplied) == [true, true, true, false])
    #expect(site.handbook.entries[0].page.title == "Northwind")
    let names = site.handbook.bySource["on-call/deep/x.md"].map { entry in
      site.handbook.ancestors(of: entry).map { site.handbook.entries[$0].page.title }
    }
    #expect(names == ["Northwind", "On call", "Deep"])
    let titled = TestHandbook(
      ["a/b/x.md": "title: X", "a/c/index.md": "title: C"], titles: ["a/b": "Nights", "a/c": "Not C", "a/d": "None"])
    #expect(titled.outline == ["A /a/", "  C /a/c/", "  Nights /a/b/", "    X /a/b/x/"])
  }

  @Test("README.md serves as the index where index.md is missing, and is a page where it is not")
  func readme() {
    let alone = TestHandbook(["README.md": "title: Home", "a/README.md": "title: A"])
    #expect(alone.handbook.entries[0].page.title == "Home")
    #expect(alone.outline == ["A /a/"])
    let both = TestHandbook(["a/README.md": "title: About", "a/index.md": "title: A"])
    #expect(both.outline == ["A /a/", "  About /a/README/"])
  }

  @Test("A slug takes the place of the file's name; the address of two pages is an error at the slug")
  func slugs() {
    #expect(TestHandbook(["a/one.md": "title: One, slug: uno"]).outline == ["A /a/", "  One /a/uno/"])
    #expect(
      TestHandbook(["a/one.md": "title: One", "a/two.md": "title: Two, slug: one"]).faults == """
        content/a/two.md:2:20: error: '/a/one/' is the address of two pages [address-shared]
            {title: Two, slug: one}
                               ^~~
            content/a/one.md:1:1: note: the other is here

        """)
    #expect(
      TestHandbook(["a.md": "title: One", "a/index.md": "title: Two"]).faults == """
        content/a/index.md:1:1: error: '/a/' is the address of two pages [address-shared]
            ---
            ^
            content/a.md:1:1: note: the other is here

        """)
  }

  @Test("The order in which files are found changes nothing")
  func anyOrder() {
    let one = TestHandbook([
      "a/x.md": "title: Same", "b.md": "title: Same", "a/index.md": "title: A", "c.md": "title: C",
    ])
    let other = TestHandbook([
      "c.md": "title: C", "a/index.md": "title: A", "b.md": "title: Same", "a/x.md": "title: Same",
    ])
    #expect(one.outline == other.outline)
    #expect(one.handbook.entries.map(\.address) == other.handbook.entries.map(\.address))
  }
}
