import DiskTestSupport
import SiteTestSupport
import Testing

@Suite("The handbook of this repository")
struct DemoTests {
  let folder = TemporaryFolder()

  @Test("It builds without a warning, and twice to the same bytes")
  func strict() throws {
    let outcome = try Sitegen.buildDemo(to: folder("one"), ["--strict"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Sitegen.buildDemo(to: folder("two"), ["--strict", "--jobs", "1"]).status == 0)
    #expect(folder.files("one").count > 100)
    #expect(folder.tree("one") == folder.tree("two"))
  }

  /// The pages that a page's text links to, and those that it says link to it.
  private func pageLinks(_ file: String) -> (to: Set<String>, from: Set<String>, isWhole: Bool) {
    let page = folder.text("one/" + file) ?? ""
    let body = page.split(separator: "<div class=\"prose\">", maxSplits: 1).dropFirst().first ?? ""
    let text = [" class=\"block\"", " class=\"onward\"", "<aside", "<footer"].reduce(body) { text, end in
      text.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    }
    let aside = page.split(separator: "<aside class=\"linked-from\"").dropFirst().first?.split(separator: "</aside>")
      .first
    let targets = { (html: Substring) in
      Set(attributes(["href"], of: String(html)).filter { !$0.contains(":") }.map { landing(of: $0, from: file) })
    }
    return (targets(text), targets(aside ?? ""), aside?.contains(" more</li>") != true)
  }

  @Test("Its pages name exactly the pages whose text links to them")
  func backlinks() throws {
    #expect(try Sitegen.buildDemo(to: folder("one")).status == 0)
    let pages = folder.files("one").filter { file in
      folder.text("one/" + file)?.contains("data-page-kind=\"page\"") == true
        || folder.text("one/" + file)?.contains("data-page-kind=\"section\"") == true
    }
    let links = Dictionary(uniqueKeysWithValues: (pages + ["index.html"]).map { ($0, pageLinks($0)) })
    #expect(pages.count > 90)
    for page in pages where links[page]?.isWhole == true {
      let sources = links.filter { $0.key != page && $0.value.to.contains(page) }.map(\.key)
      #expect(Set(sources) == links[page]?.from, "\(page)")
    }
  }

  @Test(
    "It builds on other days too: around clock changes, at holidays, long ago and far ahead",
    arguments: [
      "2026-01-01", "2026-10-25T00:30:00Z", "2026-11-23T16:00:00Z", "2026-12-25", "2027-03-28T01:00:00Z", "2028-02-29",
    ])
  func otherDays(asOf: String) throws {
    let outcome = try Sitegen.buildDemo(to: folder("public"), asOf: asOf)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
