import DiskTestSupport
import Foundation
import SiteTestSupport
import Testing

@Suite("Recording swaps and covers")
struct ChangeTests {
  private let folder = TemporaryFolder()
  private let file = "content/roster/changes.yml"

  /// Changes as somebody keeps them: with comments, without a line end.
  private static let changes = """
    # Ask before you swap.
    - {cover: {from: 2026-11-25 12:00, to: 2026-11-25 13:00}, rota: delivery, seat: engineer, person: ana,
       made: 2026-11-20, by: ana, reason: dentist}   # paid back
    # the end
    """

  private func write(_ files: [String: String] = [:]) throws {
    var source = SourceFolder.northwind
    source.files[file] = Self.changes
    source.files.merge(files) { $1 }
    try source.write(to: folder)
  }

  private func run(_ arguments: String...) throws -> Sitegen.Outcome {
    try Sitegen.run(arguments + ["--as-of", "2026-11-20"], in: folder.path)
  }

  @Test("swap appends one line, leaves every other letter alone, and says who must be told")
  func swap() throws {
    try write()
    let outcome = try run(
      "swap", "delivery", "engineer", "2026-12-14", "2026-12-07", "--by", "ben", "--reason", "a wedding: \"ours\"")
    let line =
      #"{swap: [2026-12-07, 2026-12-14], rota: delivery, seat: engineer, made: 2026-11-20, by: ben, reason: "a wedding: \"ours\""}"#
    #expect((outcome.status, outcome.errors) == (0, ""))
    #expect(
      outcome.output == """
        Delivery support, Engineer on call: is in content/roster/changes.yml
          - \(line)
          Mon 7 Dec 2026, 10:00 GMT-6 to Mon 14 Dec 2026, 10:00 GMT-6  Ben Ode → Ana Ruiz
          Mon 14 Dec 2026, 10:00 GMT-6 to Mon 21 Dec 2026, 10:00 GMT-6  Ana Ruiz → Ben Ode
          to be told: Ana Ruiz, Ben Ode

        """)
    #expect(folder.text(file) == Self.changes + "\n- \(line)\n")
  }

  @Test("cover names the stretch that moves, in the rota's zone, and says when that is late")
  func cover() throws {
    try write()
    let outcome = try run(
      "cover", "delivery", "engineer", "--from", "2026-11-26", "--to", "2026-11-26", "--person", "ana")
    #expect(
      outcome.output == """
        Delivery support, Engineer on call: is in content/roster/changes.yml
          - {cover: {from: 2026-11-26 00:00, to: 2026-11-27 00:00}, rota: delivery, seat: engineer, person: ana, made: 2026-11-20}
          Thu 26 Nov 2026, 00:00 GMT-6 to Fri 27 Nov 2026, 00:00 GMT-6  Ben Ode → Ana Ruiz
          less than 14 days ahead: this counts as a late change
          to be told: Ana Ruiz, Ben Ode

        """)
    let overlapping = [
      "cover", "delivery", "engineer", "--from", "2026-11-26T10:00", "--to", "2026-11-26T11:00", "--person", "ben",
    ]
    #expect(try Sitegen.run(overlapping, in: folder.path).status == 1)
    #expect(try Sitegen.run(overlapping + ["--over", "--made", "2026-11-21"], in: folder.path).status == 0)
  }

  @Test("A dry run writes nothing")
  func dryRun() throws {
    try write()
    let outcome = try run("swap", "delivery", "engineer", "2026-12-07", "2026-12-14", "--dry-run")
    #expect(outcome.output.hasPrefix("Delivery support, Engineer on call: would be in content/roster/changes.yml\n"))
    #expect(folder.text(file) == Self.changes)
  }

  @Test("A change that breaks a rule is refused with its reason, and nothing is written")
  func refused() throws {
    try write([
      "content/roster/people.yml": """
      ana: {name: Ana Ruiz, team: delivery, leave: [2026-12-09]}
      ben: {name: Ben Ode, team: delivery}
      eve: {name: Eve Kay, team: delivery}

      """
    ])
    let leave = try run("swap", "delivery", "engineer", "2026-11-30", "2026-12-07")
    #expect(leave.status == 1)
    #expect(
      leave.errors.contains(
        "error: 'ana' gets the turn of 2026-12-07 by this swap and is on leave on 2026-12-09 [swap-leave]"))
    #expect(leave.errors.hasSuffix("refused; content/roster/changes.yml stays as it was\n"))
    #expect(
      try run("cover", "delivery", "engineer", "--from", "2026-11-27", "--to", "2026-11-27", "--person", "eve").status
        == 1)
    #expect(try run("swap", "delivery", "engineer", "2026-12-01", "2026-12-07").status == 1)
    let past = try run("cover", "delivery", "engineer", "--from", "2020-01-01", "--to", "2020-01-02", "--person", "ana")
    #expect(past.status == 1)
    #expect(folder.text(file) == Self.changes)
  }

  @Test("A fault that was there before does not stand in the way of what mends it")
  func mending() throws {
    try write([
      file: "",
      "content/roster/people.yml": """
      ana: {name: Ana Ruiz, team: delivery}
      ben: {name: Ben Ode, team: delivery, leave: [2026-11-25]}

      """,
    ])
    #expect(try run("check").status == 1)
    #expect(
      try run(
        "cover", "delivery", "engineer", "--from", "2026-11-23T10:00", "--to", "2026-11-30T10:00", "--person", "ana"
      ).status == 0)
    #expect(try run("check").status == 0)
  }

  @Test(
    "Wrong names end with 64 and the nearest name",
    arguments: [
      (["swap", "delivry", "engineer", "2026-12-07", "2026-12-14"], "'delivry' is no rota; did you mean 'delivery'?"),
      (["swap", "delivery", "lead", "2026-12-07", "2026-12-14"], "'lead' is no seat of delivery, which has engineer"),
      (
        ["cover", "delivery", "engineer", "--from", "2026-12-07", "--to", "2026-12-08", "--person", "anna"],
        "'anna' is nobody in people.yml; did you mean 'ana'?"
      ),
      (["swap", "delivery", "engineer", "2026-12-07", "2026-12-07"], "a turn cannot be swapped with itself"),
      (
        ["cover", "delivery", "engineer", "--from", "2026-12-08", "--to", "2026-12-07", "--person", "ana"],
        "--to must be later than --from"
      ),
    ])
  func wrongNames(arguments: [String], message: String) throws {
    try write()
    let outcome = try Sitegen.run(arguments, in: folder.path)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message))
    #expect(folder.text(file) == Self.changes)
  }

  @Test(
    "A file that is missing, empty or holds an empty list is begun; one list in brackets is refused",
    arguments: [
      (nil, ""), ("", ""), ("# Swaps\n", "# Swaps\n"), ("---\n", "---\n"), ("# Swaps\n[]\n# end\n", "# Swaps\n"),
    ] as [(String?, String)])
  func beginnings(text: String?, kept: String) throws {
    try write()
    if let text { try folder.write(text, to: file) } else { try FileManager.default.removeItem(atPath: folder(file)) }
    #expect(try run("swap", "delivery", "engineer", "2026-12-07", "2026-12-14").status == 0)
    #expect(folder.text(file)?.hasPrefix(kept + "- {swap: [2026-12-07, 2026-12-14]") == true)
    #expect(try run("check").status == 0)
    try folder.write("[{swap: [2026-12-07, 2026-12-14], rota: delivery, seat: engineer, made: 2026-11-20}]\n", to: file)
    #expect(try run("swap", "delivery", "engineer", "2026-12-21", "2026-12-28").status == 64)
  }

  @Test("Of many that are recorded at once none is lost")
  func atOnce() async throws {
    try write([file: ""])
    let path = folder.path
    await withTaskGroup(of: Void.self) { group in
      for hour in 10..<22 {
        group.addTask {
          let arguments = [
            "cover", "delivery", "engineer", "--from", "2026-11-27T\(hour):00", "--to", "2026-11-27T\(hour):30",
            "--person", "ana", "--as-of", "2026-11-20",
          ]
          _ = try? Sitegen.run(arguments, in: path)
        }
      }
    }
    #expect(folder.text(file)?.split(separator: "\n").count == 12)
    #expect(try run("check").status == 0)
  }

  @Test("The commands that a check names settle leave against published turns, one after the other")
  func namedCommands() throws {
    try write([
      file: "",
      "content/roster/people.yml":
        "ana: {name: Ana, team: delivery, timezone: America/Chicago, leave: [2026-11-25]}\n"
        + "ben: {name: Ben, team: delivery, timezone: America/Chicago, leave: [2026-12-02]}\n"
        + "cat: {name: Cat, team: delivery, timezone: America/Chicago}\n",
      "content/roster/rotas/delivery.yml": (SourceFolder.northwind.files["content/roster/rotas/delivery.yml"] ?? "")
        .replacing("[ana, ben]", with: "[ana, ben, cat]") + "min_gap: 1\n",
      "content/roster/plan/delivery.csv":
        "turn,seat,person,reason,decided\n2026-11-23,engineer,ana,next,2026-10-02\n2026-11-30,engineer,ben,next,2026-10-02\n",
    ])
    for left in [1, 0] {
      let said = try run("check").errors
      let commands = said.split(separator: "\n").filter { $0.contains("could take it") }
      #expect(said.split(separator: "\n").count { $0.contains("[plan-leave]") } == left + 1, "\(said)")
      let command = try #require(
        commands.first.flatMap { line in line.firstRange(of: "sitegen ").map { line[$0.upperBound...] } })
      let outcome = try Sitegen.run(
        command.split(separator: " ").map(String.init) + ["--as-of", "2026-11-20"], in: folder.path)
      #expect(outcome.status == 0, "\(command) \(outcome.errors)")
    }
    #expect(try run("check").errors.contains("[plan-leave]") == false)
  }
}
