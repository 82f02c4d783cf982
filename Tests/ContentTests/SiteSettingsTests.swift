import CivilTime
import Content
import Diagnostics
import SiteTestSupport
import Testing

@Suite("site.yml")
struct SiteSettingsTests {
  private func read(_ text: String) -> (settings: SiteSettings, faults: String) {
    let (settings, diagnostics) = SiteSettings.read(SourceFile(path: "content/site.yml", text: text))
    return (settings, printed(diagnostics.inReadingOrder(), ["content/site.yml": text]))
  }

  @Test("Without a site.yml, or with an empty one, every setting has its default")
  func defaults() {
    for settings in [SiteSettings.read(nil).settings, read("").settings, read("# nothing yet\n").settings] {
      #expect((settings.title, settings.language, settings.baseURL) == ("Handbook", "en", nil))
      #expect((settings.zone, settings.ahead, settings.history) == (.utc, Span(13, .weeks), Span(8, .weeks)))
      #expect((settings.allowsRobots, settings.rawHTML, settings.reviewEvery) == (false, false, nil))
      #expect((settings.host, settings.basePath) == ("localhost", "/"))
    }
  }

  @Test("Every setting arrives, and the base address gets its slash")
  func everySetting() {
    let (settings, faults) = read(
      """
      title: Northwind support handbook
      description: How engineering supports customers
      base_url: https://handbook.example.com:8443/support
      language: en-GB
      timezone: Europe/London
      edit_url: https://git.example.com/edit/main/content/{path}
      robots: index
      calendar: {ahead: 6 weeks, history: 1 week}
      review: {every: 6 months}
      markdown: {raw_html: true}
      checks: {link: warning, review: off}
      """)
    #expect(faults == "")
    #expect((settings.title, settings.language) == ("Northwind support handbook", "en-GB"))
    #expect(settings.baseURL == "https://handbook.example.com:8443/support/")
    #expect((settings.host, settings.basePath) == ("handbook.example.com", "/support/"))
    #expect((settings.zone.identifier, settings.allowsRobots, settings.rawHTML) == ("Europe/London", true, true))
    #expect(
      (settings.ahead, settings.history, settings.reviewEvery) == (Span(6, .weeks), Span(1, .weeks), Span(6, .months)))
    let link = Diagnostic.error("link-broken", "'a.md' leads to nothing", at: nil)
    #expect(settings.judged(link)?.severity == .warning)
    #expect(settings.judged(.warning("review-overdue", "'a' was due", at: nil)) == nil)
    #expect(settings.judged(.error("encoding", "This byte is no UTF-8", at: nil))?.severity == .error)
  }

  @Test("All mistakes of site.yml are told together, with what was expected and the nearest name")
  func mistakes() {
    let text = """
      titel: Northwind
      base_url: handbook.example.com
      timezone: Europe/Londn
      robots: nofollow
      calendar: {ahead: soon, histroy: 1 week}
      review: 6 months
      markdown: {raw_html: maybe}
      checks: {lnk: error, link: fatal}
      """
    #expect(
      read(text).faults == """
        content/site.yml:1:1: error: 'titel' is no key of site.yml; did you mean 'title'? [unknown-key]
            titel: Northwind
            ^~~~~
        content/site.yml:2:11: error: 'handbook.example.com' is not an address such as https://handbook.example.com/ [bad-address]
            base_url: handbook.example.com
                      ^~~~~~~~~~~~~~~~~~~~
        content/site.yml:3:11: error: 'Europe/Londn' is not a time zone such as Europe/London; did you mean 'Europe/London'? [bad-zone]
            timezone: Europe/Londn
                      ^~~~~~~~~~~~
        content/site.yml:4:9: error: 'nofollow' is no robots: it is one of noindex, index [value-kind]
            robots: nofollow
                    ^~~~~~~~
        content/site.yml:5:19: error: 'soon' is not a length of time such as '13 weeks' or '6 months' [bad-duration]
            calendar: {ahead: soon, histroy: 1 week}
                              ^~~~
        content/site.yml:5:25: error: 'histroy' is no key of 'calendar'; did you mean 'history'? [unknown-key]
            calendar: {ahead: soon, histroy: 1 week}
                                    ^~~~~~~
        content/site.yml:6:9: error: 'review' is a mapping of keys, not '6 months' [value-kind]
            review: 6 months
                    ^~~~~~~~
        content/site.yml:7:22: error: 'maybe' is not true or false [value-kind]
            markdown: {raw_html: maybe}
                                 ^~~~~
        content/site.yml:8:10: error: 'lnk' is no key of 'checks'; did you mean 'link'? [unknown-key]
            checks: {lnk: error, link: fatal}
                     ^~~
        content/site.yml:8:28: error: 'fatal' is no link: it is one of error, warning, off [value-kind]
            checks: {lnk: error, link: fatal}
                                       ^~~~~

        """)
  }

  @Test("A site.yml that is no mapping is one mistake", arguments: ["- title: Northwind", "Northwind"])
  func noMapping(text: String) {
    let kind = text.hasPrefix("-") ? "a list" : "'Northwind'"
    #expect(
      read(text).faults.hasPrefix(
        "content/site.yml:1:1: error: site.yml is a mapping of keys, not \(kind) [value-kind]\n"))
  }
}
