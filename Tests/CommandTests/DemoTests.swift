import DiskTestSupport
import Testing

@Suite("The handbook of this repository")
struct DemoTests {
  let folder = TemporaryFolder()

  private func build(asOf: String, to output: String, _ more: String...) throws -> Sitegen.Outcome {
    try Sitegen.run(
      ["build", "--source", Sitegen.repository, "--as-of", asOf, "--output", folder(output)] + more, in: folder.path)
  }

  @Test("It builds without a warning, and twice to the same bytes")
  func strict() throws {
    let outcome = try build(asOf: "2026-11-23", to: "one", "--strict")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try build(asOf: "2026-11-23", to: "two", "--strict", "--jobs", "1").status == 0)
    #expect(folder.files("one").count > 100)
    #expect(folder.tree("one") == folder.tree("two"))
  }

  @Test(
    "It builds on other days too: around clock changes, at holidays, long ago and far ahead",
    arguments: [
      "2026-01-01", "2026-10-25T00:30:00Z", "2026-11-23T16:00:00Z", "2026-12-25", "2027-03-28T01:00:00Z", "2028-02-29",
    ])
  func otherDays(asOf: String) throws {
    let outcome = try build(asOf: asOf, to: "public")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
