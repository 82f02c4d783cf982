import DiskTestSupport
import SiteTestSupport
import Testing

@Suite("Publishing turns, and asking who is on")
struct PlanTests {
  let folder = TemporaryFolder()
  private let file = "content/roster/plan/delivery.csv"

  /// The plan as somebody left it: with a space that nobody asked for.
  private static let plan = """
    turn,seat,person,reason,decided
    2026-11-16,engineer,ana,next,2026-10-02
    2026-11-23, engineer,ben,next,2026-10-02

    """

  private func run(_ arguments: String...) throws -> Sitegen.Outcome {
    try Sitegen.run(arguments, in: folder.path)
  }

  private func write(_ files: [String: String] = [:]) throws {
    var source = SourceFolder.northwind
    source.files[file] = Self.plan
    source.files["content/roster/changes.yml"] = ""
    source.files.merge(files) { $1 }
    try source.write(to: folder)
  }

  @Test("plan appends what is not published yet and leaves every other letter alone; a dry run writes nothing")
  func append() throws {
    try write()
    let printed = """
      Delivery support: 2 lines in content/roster/plan/delivery.csv
        2026-11-30  engineer  Ana Ruiz (next)
        2026-12-07  engineer  Ben Ode (next)

      """
    let dry = try run("plan", "--as-of", "2026-11-20", "--until", "2026-12-07", "--dry-run")
    #expect((dry.status, dry.output) == (0, printed))
    #expect(folder.text(file) == Self.plan)
    let outcome = try run("plan", "--as-of", "2026-11-20", "--until", "2026-12-07")
    #expect((outcome.status, outcome.output) == (0, printed))
    #expect(
      folder.text(file) == Self.plan
        + "2026-11-30,engineer,ana,next,2026-11-20\n2026-12-07,engineer,ben,next,2026-11-20\n")
    #expect(
      try run("plan", "--as-of", "2026-11-20", "--until", "2026-12-07").output
        == "Nothing to publish: the plan holds every turn.\n")
  }

  @Test("A turn in leave is decided again on request, alone, and the people are named who must be told")
  func repairs() throws {
    try write([
      "content/roster/people.yml":
        "ana: {name: Ana Ruiz, team: delivery}\nben: {name: Ben Ode, team: delivery, leave: [2026-11-25]}\n"
    ])
    let arguments = ["plan", "--as-of", "2026-11-20", "--until", "2026-11-23"]
    #expect(try Sitegen.run(arguments, in: folder.path).status == 1)
    #expect(folder.text(file) == Self.plan)
    let outcome = try Sitegen.run(arguments + ["--repair", "leave", "--markdown"], in: folder.path)
    #expect(
      outcome.output == """
        ### Delivery support

        | Turn | Seat | Was | Is | Why |
        | --- | --- | --- | --- | --- |
        | 2026-11-23 | engineer | Ben Ode | Ana Ruiz | repaired |

        To be told: Ana Ruiz, Ben Ode.

        """)
    #expect(folder.text(file)?.contains("2026-11-23,engineer,ana,repaired,2026-11-20\n") == true)
    #expect(folder.text(file)?.contains("ben") == false)
  }

  @Test("who names the holder and whoever is next; an unknown rota is wrong usage")
  func who() throws {
    try write()
    let answer = try run("who", "delivery", "--at", "2026-11-20T12:00:00Z")
    #expect(
      answer.output == """
        Delivery support
          Engineer on call: Ana Ruiz until Mon 23 Nov 2026, 10:00 GMT-6; next Ben Ode from Mon 23 Nov 2026, 10:00 GMT-6

        """)
    let unknown = try run("who", "delivry")
    #expect((unknown.status, unknown.errors) == (64, "error: 'delivry' is no rota; did you mean 'delivery'?\n"))
  }

  @Test("plan puts down the changes that people wrote by hand, and says so beside its table")
  func noted() throws {
    try write([
      "content/roster/changes.yml":
        "- {cover: {from: 2026-11-25 12:00, to: 2026-11-25 13:00}, rota: delivery, person: ana, made: 2026-11-20}\n"
    ])
    let outcome = try run("plan", "--as-of", "2026-11-20", "--until", "2026-11-23")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains("1 decision noted in content/roster/plan/changes.lock, to be committed with the plan\n"))
    #expect(
      folder.text("content/roster/plan/changes.lock")?.hasSuffix("2026-11-25T12:00,2026-11-25T13:00,ana\n") == true)
    #expect(!(try run("plan", "--as-of", "2026-11-20", "--until", "2026-11-23")).errors.contains("noted"))
  }
}
