import SiteTestSupport
import Testing

@Suite("Subscribe blocks")
struct SubscribeTests {
  @Test("A feed is offered to calendar programs, to Google, to Outlook, to phones and to copy, and says what it holds")
  func offered() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let page = site.text("people/ana/index.html")
    let start = try #require(page.range(of: "<ul class=\"feeds\">")?.lowerBound)
    let end = try #require(page.range(of: "</ul>\n<p class=\"hint\">Subscribing")?.lowerBound)
    #expect(
      page[start..<end] == """
        <ul class="feeds">
        <li>
        <p class="feed-title">Turns of Ana Ruiz</p>
        <p class="hint">Every shift of Ana Ruiz on any rota, covers for others too, with meetings and days off.</p>
        <p class="feed-links"><a class="button" href="webcal://handbook.example.com/support/calendar/people/ana.ics" aria-label="Subscribe to Turns of Ana Ruiz">Subscribe</a> <a class="button" href="https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2Fhandbook.example.com%2Fsupport%2Fcalendar%2Fpeople%2Fana.ics" rel="noreferrer" aria-label="Add Turns of Ana Ruiz to Google Calendar">Add to Google</a> <a class="button" href="https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Fhandbook.example.com%2Fsupport%2Fcalendar%2Fpeople%2Fana.ics&amp;name=Turns%20of%20Ana%20Ruiz" rel="noreferrer" aria-label="Add Turns of Ana Ruiz to Outlook">Add to Outlook</a> <a class="button" href="../../calendar/people/ana.ics" aria-label="Download Turns of Ana Ruiz">Download</a></p>
        <p class="feed-address"><a href="https://handbook.example.com/support/calendar/people/ana.ics" data-copy aria-label="Address of Turns of Ana Ruiz">https://handbook.example.com/support/calendar/people/ana.ics</a></p>
        <details class="qr"><summary>Code for a phone</summary><img src="../../calendar/people/ana.qr.svg" alt="QR code that subscribes a phone to Turns of Ana Ruiz" width="196" height="196" loading="lazy"></details>
        </li>

        """)
    #expect(site.text("calendar/people/ana.qr.svg").hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox="))
  }

  @Test("Where nobody knows the site's address there is only the file")
  func withoutAddress() throws {
    let site = try BuiltSite(
      .northwind.with([
        "content/site.yml": "title: Northwind\ntimezone: Europe/London\nchecks: {rota: off, promise: off}\n"
      ]))
    try site.build()
    let page = site.text("people/ana/index.html")
    #expect(page.contains("href=\"../../calendar/people/ana.ics\""))
    #expect(!page.contains("webcal") && !page.contains("google") && !page.contains("qr.svg"))
    #expect(!site.published().contains { $0.hasSuffix(".qr.svg") })
  }
}
