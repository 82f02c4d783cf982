import DiskTestSupport
import Foundation
import SiteTestSupport
import Testing

@Suite("Who will be on at another time", .serialized, .inBrowser)
struct OtherTimeTests {
  let folder = TemporaryFolder()
  let browser = Browser()

  private func build(asOf: String = "2026-11-23T12:00:00Z") throws -> String {
    try SourceFolder.northwind.write(to: folder)
    let outcome = try Sitegen.run(["build", "--as-of", asOf], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder("public/now/index.html")
  }

  /// What the page says of its only seat, and above of the time it speaks of.
  private func answer(_ page: String, at time: String, zone: String = "UTC") throws -> [String] {
    let opened = try browser.open("\(page)?at=\(time)", zone: zone)
    #expect(opened.complaints == [])
    let note = opened.document.firstMatch(of: /data-asked=""[^>]*>(.*?)<\/p>/)?.1 ?? ""
    let seat = opened.document.firstMatch(of: /<div class="seat-text">([\s\S]*?)<\/div>/)?.1 ?? ""
    return [note, seat].map { $0.replacing("</p>", with: " ").replacing(/<[^>]*>/, with: "") }.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  @Test("The page answers from the shifts it knows, covers too, by the reader's clock, and says that it is not now")
  func answers() throws {
    let page = try build()
    #expect(
      try answer(page, at: "2026-11-24T09:00") == [
        """
        Not now. This is who will be on at Tue 24 Nov 2026, 09:00 GMT, as far as was known on \
        Mon 23 Nov 2026, 12:00 GMT. Back to now
        """,
        """
        Ben Ode until Wed 25 Nov 2026, 12:00 GMT-6 Next: Ana Ruiz, from Wed 25 Nov 2026, 12:00 GMT-6
        """,
      ])
    let cover = """
      Ana Ruiz for Ben Ode until Wed 25 Nov 2026, 13:00 GMT-6 Next: Ben Ode, from Wed 25 Nov 2026, 13:00 GMT-6
      """
    #expect(try answer(page, at: "2026-11-25T12:30", zone: "America/Chicago")[1] == cover)
    #expect(try answer(page, at: "2026-11-26T05:30", zone: "Australia/Sydney")[1] == cover)
    let half = try answer(page, at: "2026-11-25T18:30Z", zone: "Asia/Kolkata")
    #expect(half[0].contains("who will be on at Thu 26 Nov 2026, 00:00 GMT+5:30, as far as") && half[1] == cover)
  }

  @Test("A field asks for another time; it comes after the first picture, and nothing moves")
  func field() throws {
    let top = "document.querySelector('main section').getBoundingClientRect().top"
    let watch = "addEventListener('DOMContentLoaded', () => { before = \(top) })"
    let page = try BrowserPage(try build(), .init(instant: "2026-11-23T12:00:00Z", script: watch))
    let form = "document.querySelector('[data-ask]')"
    try page.wait(until: "!\(form).hidden && \(form).at.type === 'datetime-local'")
    #expect(try page.value(of: "\(form).at.value") == "2026-11-23T12:00")
    #expect(try page.value(of: "\(top) - before") == "0")
    try page.value(of: "\(form).at.value = '2026-11-24T09:00', \(form).requestSubmit()")
    try page.wait(until: "document.title.startsWith('Not now: Tue 24 Nov 2026, 09:00 GMT')")
  }

  @Test("Around a change of the rota's clocks every time is told with the offset of its day")
  func clockChange() throws {
    let page = try build(asOf: "2027-03-08T12:00:00Z")
    let before = try answer(page, at: "2027-03-08T14:00Z")[1]
    #expect(before.contains(" until Mon 8 Mar 2027, 10:00 GMT-6 Next: "), "\(before)")
    let after = try answer(page, at: "2027-03-09T09:00")[1]
    #expect(after.contains(" until Mon 15 Mar 2027, 10:00 GMT-5 Next: "), "\(after)")
    #expect(after.hasSuffix(", from Mon 15 Mar 2027, 10:00 GMT-5"), "\(after)")
  }

  @Test("Before its build and beyond its last shifts it says that it does not know")
  func outside() throws {
    let page = try build()
    for time in ["2026-11-20T10:00", "2027-06-01T10:00", "2026-11-23"] {
      let said = try answer(page, at: time)
      #expect(said[0].hasPrefix("Not now. This page does not know who is on at "), "\(time)")
      #expect(said[1] == "Not known This page does not reach that far.", "\(time)")
    }
    #expect(try answer(page, at: "soon")[0] == "“soon” is no date and time; this is now. Back to now")
  }

  @Test("Without a question the note is empty; a page built long ago says so, one built today does not")
  func staleness() throws {
    let now = ISO8601DateFormatter()
    let fresh = try build(asOf: now.string(from: Date()))
    let quiet = try browser.open(fresh)
    #expect(!quiet.document.contains("who is on may have changed since"))
    #expect(quiet.document.contains("data-asked=\"\" role=\"status\" hidden=\"\"></p>"))
    let old = try browser.open(try build(asOf: now.string(from: Date().addingTimeInterval(-9 * 86_400))))
    #expect(old.document.contains("Old page.</strong> This page was built on "))
    let calendar = try browser.open(folder("public/calendar/index.html"))
    #expect(calendar.document.contains("who is on may have changed since"))
    let text = try browser.open(folder("public/playbook/escalation/index.html"))
    #expect(!text.document.contains("who is on may have changed since"))
  }

  @Test(
    "That a page is old is told at the foot of the screen: nothing moves below the reader's eyes",
    arguments: [390, 1280])
  func oldPage(width: Int) throws {
    _ = try build()
    let tops = """
      ['h1', '.as-of', '.seat, .weeks'].map(name => document.querySelector(name)?.getBoundingClientRect().top).join()
      """
    for name in ["", "now/", "rotas/delivery/", "calendar/"] {
      let file = folder("public/\(name)index.html")
      let fresh = try BrowserPage(file, .init(width: width, instant: "2026-11-23T12:00:00Z"))
      let old = try BrowserPage(file, .init(width: width, instant: "2026-12-03T12:00:00Z"))
      try old.wait(until: "document.querySelector('.notices p')?.textContent.startsWith('Old page.')")
      #expect(
        try old.value(of: "document.querySelector('.notices').getBoundingClientRect().bottom") == "900", "\(name)")
      #expect(try old.value(of: tops) == fresh.value(of: tops), "\(name)")
      #expect(try fresh.value(of: "document.querySelector('.notices')") == "null")
    }
  }

  @Test("Nothing of an old page stays hidden: what has the focus is in sight, and its end is")
  func oldPageEnd() throws {
    _ = try build()
    let page = try BrowserPage(
      folder("public/rotas/delivery/index.html"), .init(width: 390, instant: "2026-12-03T12:00:00Z"))
    try page.wait(until: "!!document.querySelector('.notices p')")
    let (top, box) = ("document.querySelector('.notices').getBoundingClientRect().top", "getBoundingClientRect()")
    let link = "[...document.querySelectorAll('main a')].find(a => a.\(box).top > innerHeight)"
    try page.value(of: "window.below = \(link), scrollBy(0, below.\(box).bottom - innerHeight + 4)")
    #expect(try page.value(of: "\(top) < below.\(box).top && below.\(box).bottom < innerHeight") == "true")
    try page.value(of: "below.focus()")
    #expect(try page.value(of: "below.\(box).bottom <= \(top)") == "true")
    try page.value(of: "scrollTo(0, document.documentElement.scrollHeight)")
    let hidden = try page.value(of: "document.querySelector('.bottom').\(box).bottom - \(top)")
    #expect(-1...1 ~= Double(hidden) ?? 99, "\(hidden)")
  }

  @Test("In a badge every text stays in its box, whatever people are called")
  func badges() throws {
    _ = try build()
    let names = ["Ben Ode", "Wilhelmina Mommsen-Wömmel", "MMMM WWWW", "山田 太郎", "ÅÄÖ Ñandú", "Иван Щукин"]
    for name in names {
      let people = SourceFolder.northwind.files["content/roster/people.yml"]!.replacing("Ben Ode", with: name)
      try folder.write(people, to: "content/roster/people.yml")
      #expect(try Sitegen.run(["build", "--as-of", "2026-11-24"], in: folder.path).status == 0)
      let svg = folder.text("public/api/badges/delivery.svg") ?? ""
      let page = """
        <!doctype html><title></title>\(svg)<script>
        const boxes = [...document.querySelectorAll('g > path')].map(path => path.getBBox())
        document.title = [...document.querySelectorAll('text')].every((text, index) => {
          const [inner, outer] = [text.getBBox(), boxes[index]]
          return inner.x >= outer.x + 4 && inner.x + inner.width <= outer.x + outer.width - 4
        })</script>
        """
      try folder.write(page, to: "badge.html")
      #expect(try browser.open(folder("badge.html")).document.contains("<title>true</title>"), "\(name)")
      #expect(svg.contains(">\(name)<"))
    }
  }
}
