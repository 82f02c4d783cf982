import Diagnostics
import SiteBuild
import SiteTestSupport
import Testing

@Suite("The fairness page")
struct FairnessPageTests {
  @Test("Turns beside shares, the difference with its sign, the last and the next turn, and what the rota costs")
  func page() throws {
    let site = try BuiltSite(.northwind)
    #expect(!(try site.build(asOf: "2026-11-25")).diagnostics.hasErrors)
    let page = site.text("fairness/index.html")
    for part in [
      "<td><a href=\"../people/ana/\">Ana Ruiz</a></td>\n<td class=\"right\">1</td>\n<td class=\"right\">1</td>\n<td class=\"right\">0</td>",
      "<time datetime=\"2026-11-30\">",
    ] { #expect(page.contains(part), "\(page)") }
    #expect(page.contains("1 of 2 people at a time: 50 % of the team"))
    #expect(site.text("rotas/index.html").contains("href=\"../fairness/\""))
  }

  @Test("The data say the same")
  func data() throws {
    let site = try BuiltSite(.northwind)
    try site.build(asOf: "2026-11-25")
    #expect(
      site.text("api/fairness.json").contains(
        #"{"seat":"engineer","person":"ana","member":true,"turns":1,"days":7,"share":"1","difference":"0","weekends":1"#
      ))
  }
}
