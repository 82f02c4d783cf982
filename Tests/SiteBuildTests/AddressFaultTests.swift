import SiteTestSupport
import Testing

@Suite("Mistakes of addresses")
struct AddressFaultTests {
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
        content/calendar/all.ics:1:1: error: 'calendar/all.ics' is written by the build itself or by another page [address-taken]
            text
            ^
            note: another name avoids it
        content/now.md:1:1: error: 'now/index.html' is written by the build itself or by another page [address-taken]
            text
            ^
            note: another name avoids it
        content/people/ana.md:1:1: error: 'people/ana/index.html' is written by the build itself or by another page [address-taken]
            text
            ^
            note: another name avoids it
        content/people/ana.md:1:1: error: 'people/index.html' is written by the build itself or by another page [address-taken]
            text
            ^
            note: another name avoids it
        content/playbook/escalation/index.html:1:1: error: 'playbook/escalation/index.html' is written by the build itself or by another page [address-taken]
            text
            ^
            note: another name avoids it
        content/robots.txt:1:1: error: 'robots.txt' is written by the build itself or by another page [address-taken]
            text
            ^
            note: another name avoids it
        content/theme/site.css:1:1: error: 'theme/site.css' is written by the build itself or by another page [address-taken]
            text
            ^
            note: another name avoids it

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
        content/guide:1:1: error: 'guide' is written by the build itself or by another page [address-taken]
            text
            ^
            note: another name avoids it
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
