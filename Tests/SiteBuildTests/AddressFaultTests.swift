import SiteTestSupport
import Testing

@Suite("Mistakes of addresses")
struct AddressFaultTests {
  /// What is told of a file that says `text`, where the build itself puts `path`.
  private func taken(_ file: String, _ path: String) -> String {
    """
    \(file):1:1: error: '\(path)' is written by the build itself or by another page [address-taken]
        text
        ^
        note: another name avoids it
    """
  }

  @Test("Two pages of one address, and a page where the build puts something of its own")
  func addresses() throws {
    let found = try northwindFaults([
      "content/a.md": "text", "content/a/index.md": "text", "content/b/x.md": "---\nslug: y\n---\n",
      "content/b/y.md": "text",
      "content/now.md": "text", "content/people/ana.md": "text", "content/robots.txt": "text",
      "content/calendar/all.ics": "text",
      "content/theme/site.css": "text", "content/playbook/escalation/index.html": "text",
    ])
    #expect(
      found == """
        content/a/index.md:1:1: error: '/a/' is the address of two pages [address-shared]
            text
            ^
            content/a.md:1:1: note: the other is here
        content/b/y.md:1:1: error: '/b/y/' is the address of two pages [address-shared]
            text
            ^
            content/b/x.md:1:1: note: the other is here
        \(taken("content/calendar/all.ics", "calendar/all.ics"))
        \(taken("content/now.md", "now/index.html"))
        \(taken("content/people/ana.md", "people/ana/index.html"))
        \(taken("content/people/ana.md", "people/index.html"))
        \(taken("content/playbook/escalation/index.html", "playbook/escalation/index.html"))
        \(taken("content/robots.txt", "robots.txt"))
        \(taken("content/theme/site.css", "theme/site.css"))

        """)
  }

  @Test("A file where a page needs a folder, and a slug that would leave its folder")
  func filesAndFolders() throws {
    let found = try northwindFaults([
      "content/guide": "text", "content/guide.md": "text", "content/x/a.md": "---\nslug: ../../etc\n---\n",
      "content/x/b.md": "---\nslug: \"\"\n---\n", "content/x/c.md": "---\nslug: index.html\n---\n",
      "content/x/d.md": "---\nurl-slug: .sitegen-manifest\n---\n",
    ])
    #expect(
      found == """
        \(taken("content/guide", "guide"))
        content/x/a.md:2:7: error: '../../etc' is not one part of an address, such as 'before-you-page' [bad-slug]
            slug: ../../etc
                  ^~~~~~~~~
        content/x/b.md:2:1: error: '' is not one part of an address, such as 'before-you-page' [bad-slug]
            slug: ""
            ^~~~
        content/x/c.md:1:1: error: 'x/index.html/index.html' is written by the build itself or by another page [address-taken]
            ---
            ^
            note: another name avoids it
        content/x/d.md:2:11: error: '.sitegen-manifest' is not one part of an address, such as 'before-you-page' [bad-slug]
            url-slug: .sitegen-manifest
                      ^~~~~~~~~~~~~~~~~

        """)
  }
}
