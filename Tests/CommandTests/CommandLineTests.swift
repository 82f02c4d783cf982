import DiskTestSupport
import Foundation
import SiteTestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
  let folder = TemporaryFolder()

  private func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Sitegen.Outcome {
    try Sitegen.run(arguments, in: folder.path, environment: environment)
  }

  private func build(_ arguments: String...) throws -> Sitegen.Outcome {
    try Sitegen.run(["build", "--as-of", "2026-11-23"] + arguments, in: folder.path)
  }

  @Test("A build writes public/, sums up on standard error, leaves standard output clean and ends with 0")
  func wholeBuild() throws {
    try SourceFolder.northwind.write(to: folder)
    let outcome = try build()
    #expect((outcome.status, outcome.output) == (0, ""))
    let counts = "16 pages, 7 feeds, turns planned until 2026-11-30; 71 files written, 0 unchanged, 0 removed; "
    #expect(outcome.errors.hasPrefix(counts))
    #expect(outcome.errors.dropFirst(counts.count).wholeMatch(of: /\d+\.\d{3} s\n/) != nil)
    #expect(try build().errors.contains("; 0 files written, 71 unchanged, 0 removed; "))
  }

  @Test("An error in the content ends with 1, is told on standard error, and nothing is published")
  func contentError() throws {
    try SourceFolder.northwind.with(["content/guide.md": "[a](nothing.md)\n"]).write(to: folder)
    let outcome = try build()
    #expect((outcome.status, outcome.output) == (1, ""))
    #expect(
      outcome.errors == """
        content/guide.md:1:5: error: 'nothing.md' leads to nothing [link-broken]
            [a](nothing.md)
                ^~~~~~~~~~
        1 error; nothing was published

        """)
    #expect(folder.files("").allSatisfy { $0.hasPrefix("content/") })
  }

  @Test("A warning is no error, unless the build is strict")
  func strict() throws {
    try SourceFolder.northwind.with(["content/guide.md": "---\ndescripton: x\n---\n"]).write(to: folder)
    #expect(try build("--strict").status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder("public")))
    let outcome = try build()
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("content/guide.md:2:1: warning: 'descripton' is no key of front matter"))
  }

  @Test("A check says what a build says, and writes nothing")
  func check() throws {
    try SourceFolder.northwind.with(["content/guide.md": "[a](nothing.md)\n"]).write(to: folder)
    let before = folder.tree()
    let outcome = try run("check", "--as-of", "2026-11-23")
    #expect((outcome.status, outcome.output) == (1, ""))
    #expect(outcome.errors.hasSuffix("1 error\n"))
    #expect(folder.tree() == before)
    try folder.write("", to: "content/guide.md")
    #expect(try run("check", "--as-of", "2026-11-23").status == 0)
    #expect(folder.files("").allSatisfy { $0.hasPrefix("content/") })
  }

  @Test(
    "Wrong usage ends with 64 and says what was wrong",
    arguments: [
      ["build", "--as-of", "yesterday"], ["build", "--as-of", "2026-02-30"], ["build", "--jobs", "0"],
      ["build", "--base-url", "handbook.example.com"], ["build", "--fast"], ["biuld"], ["check", "--output", "x"],
      ["build", "--source", "/nowhere/at/all"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try Sitegen.run(arguments, in: folder.path)
    #expect((outcome.status, outcome.output) == (64, ""))
    #expect(outcome.errors.lowercased().hasPrefix("error: "))
    #expect(folder.tree() == [])
  }

  @Test("A disk that fails ends with 74 and names the path")
  func disk() throws {
    try SourceFolder.northwind.write(to: folder)
    try folder.write("", to: "taken")
    let outcome = try build("--output", "taken/public")
    #expect((outcome.status, outcome.output) == (74, ""))
    #expect(outcome.errors.hasPrefix("error: cannot "))
    #expect(outcome.errors.contains("taken"))
  }

  @Test("An output folder with files of others in the way is refused with 1, and they stay")
  func foreignFiles() throws {
    try SourceFolder.northwind.write(to: folder)
    try folder.write("mine", to: "public/index.html")
    let outcome = try build()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[output-foreign]"))
    #expect(folder.tree("public") == ["index.html: mine"])
  }

  @Test("--as-of takes a day, which begins in the site's zone, or an instant")
  func asOf() throws {
    let settings = "base_url: https://x.example/\ntimezone: America/Chicago\n"
    try SourceFolder.northwind.with(["content/site.yml": settings]).write(to: folder)
    let instants = [
      ("2026-11-23", "2026-11-23T06:00:00Z"), ("2026-11-23T17:00:00Z", "2026-11-23T17:00:00Z"),
      ("2026-11-23T10:00-06:00", "2026-11-23T16:00:00Z"),
    ]
    for (argument, instant) in instants {
      #expect(try run("build", "--as-of", argument).status == 0)
      #expect(folder.text("public/api/now.json")?.hasPrefix("{\"as_of\":\"\(instant)\"") == true)
    }
  }

  @Test("--base-url takes the place of the site's own address")
  func baseURL() throws {
    try SourceFolder.northwind.write(to: folder)
    #expect(try build("--base-url", "https://preview.example.com/42").status == 0)
    #expect(folder.text("public/404.html")?.contains("href=\"/42/now/\"") == true)
    #expect(folder.text("public/sitemap.xml")?.contains("handbook.example.com") == false)
  }

  @Test("--drafts shows drafts, and the next build without it takes them away")
  func drafts() throws {
    try SourceFolder.northwind.with(["content/plans.md": "---\ndraft: true\n---\n"]).write(to: folder)
    #expect(try build("--drafts").status == 0)
    #expect(folder.files("public").contains("plans/index.html"))
    #expect(try build().errors.contains(", 1 removed; "))
  }

  @Test("Off a terminal no colour appears, with or without NO_COLOR", arguments: [[:], ["NO_COLOR": "1"]])
  func noColour(environment: [String: String]) throws {
    try folder.write("[a](nothing.md)\n", to: "content/guide.md")
    let outcome = try run("check", environment: environment)
    #expect(outcome.status == 1)
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test("The machine's language, its zone and the number of jobs change no byte")
  func anyMachine() throws {
    try SourceFolder.northwind.write(to: folder)
    let machines = [
      ["LANG": "C", "TZ": "UTC"], ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kolkata"], ["LANG": "en_US.UTF-8"],
    ]
    for (number, machine) in machines.enumerated() {
      let arguments = ["build", "--as-of", "2026-11-23", "--jobs", "\(number + 1)", "--output", "out\(number)"]
      #expect(try Sitegen.run(arguments, in: folder.path, environment: machine).status == 0)
    }
    #expect(folder.tree("out0") == folder.tree("out1"))
    #expect(folder.tree("out0") == folder.tree("out2"))
  }

  @Test("The tool alone, copied elsewhere, builds a site that has no templates")
  func copiedBinary() throws {
    try SourceFolder.northwind.write(to: folder)
    try FileManager.default.copyItem(atPath: Sitegen.path, toPath: folder("tool"))
    let outcome = try Sitegen.run(["build", "--as-of", "2026-11-23"], program: folder("tool"), in: folder.path)
    #expect(outcome.status == 0)
    #expect(folder.text("public/theme/site.css")?.isEmpty == false)
  }

  @Test("--help explains every command on standard output")
  func help() throws {
    let outcome = try run("--help")
    #expect((outcome.status, outcome.errors) == (0, ""))
    #expect(outcome.output.contains("build") && outcome.output.contains("check"))
  }
}
