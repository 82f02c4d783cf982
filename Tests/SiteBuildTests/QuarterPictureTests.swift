import Foundation
import SiteTestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("The quarter as a picture")
struct QuarterPictureTests {
  @Test("It says in words who is on each seat, what is only projected, and of which instant it speaks")
  func words() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let svg = site.text("calendar/quarter.svg")
    let start = try #require(svg.range(of: "<desc id=\"d\">")?.upperBound)
    let end = try #require(svg.range(of: "</desc>")?.lowerBound)
    #expect(
      svg[start..<end] == """
        As of Mon 23 Nov 2026, 00:00 GMT. Delivery support: Ana Ruiz from Mon 16 Nov 2026, \
        Ben Ode from Mon 23 Nov 2026, Ana Ruiz from Mon 30 Nov 2026 (projected).
        """)
    #expect(svg.contains("<title id=\"t\">Northwind: who is on, Mon 23 Nov 2026 to Sun 21 Feb 2027</title>"))
  }

  @Test("It is well-formed and asks nothing of a page around it, whatever people are called")
  func wellFormed() throws {
    let names = SourceFolder.northwind.files["content/roster/people.yml"]!
      .replacing("Ana Ruiz", with: "\"Ana <b>&amp; \\\"Ruiz\\\"\"").replacing("Ben Ode", with: "山田 太郎 山田 太郎")
    let site = try BuiltSite(.northwind.with(["content/roster/people.yml": names]))
    try site.build()
    let svg = site.text("calendar/quarter.svg")
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    for outside in ["class=", "style=", "href", "<script", "var("] { #expect(!svg.contains(outside)) }
    #expect(svg.contains(">山田</text>") || svg.contains("山田 太郎"))
  }

  @Test("Every bar and every text stays within the picture")
  func within() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    let svg = site.text("calendar/quarter.svg")
    let width = try #require(svg.firstMatch(of: /viewBox="0 0 (\d+) \d+"/).flatMap { Double($0.1) })
    let bars = svg.matches(of: /<rect x="([\d.]+)" y="[\d.]+" width="(\d+)"/)
    #expect(bars.count > 4)
    for bar in bars { #expect((Double(bar.1) ?? 0) + (Double(bar.2) ?? 0) <= width) }
  }
}
