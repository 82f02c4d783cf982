package import DiskTestSupport

/// The files of a small site as people would write them, by their paths below the source folder.
package struct SourceFolder: ExpressibleByDictionaryLiteral {
  package var files: [String: String]

  package init(dictionaryLiteral files: (String, String)...) {
    self.files = Dictionary(files, uniquingKeysWith: { _, last in last })
  }

  /// These files, with others added or in place of those of the same path.
  package func with(_ more: SourceFolder) -> SourceFolder {
    var folder = self
    folder.files.merge(more.files) { _, new in new }
    return folder
  }

  package func write(to folder: TemporaryFolder) throws {
    for (path, text) in files { try folder.write(text, to: path) }
  }
}

extension SourceFolder {
  /// A handbook of three pages and a rota of two people in Chicago, whose first turn of December is not published yet.
  package static let northwind: SourceFolder = [
    "content/site.yml": """
    title: Northwind
    base_url: https://handbook.example.com/support/
    language: en-GB
    timezone: Europe/London
    calendar: {ahead: 1 week, history: 1 week}
    checks: {rota: off}

    """,
    "content/index.md": "# Handbook\n\nWho helps, and [when to page](playbook/escalation.md#whom).\n",
    "content/playbook/escalation.md": """
    ---
    title: Escalation
    ---
    ## Whom

    See [the rota](/rotas/delivery/), [Ana](../people/ana) and ![the chain](../assets/chain.svg).

    """,
    "content/assets/chain.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    "content/roster/people.yml": """
    ana: {name: Ana Ruiz, team: delivery, timezone: America/Chicago}
    ben: {name: Ben Ode, team: delivery, timezone: Europe/London}

    """,
    "content/roster/teams.yml": "delivery: {name: Delivery, lead: ana}\n",
    "content/roster/rotas/delivery.yml": delivery(
      kind: "support",
      """
      seats:
        engineer: {title: Engineer on call, members: [ana, ben]}
      playbook: playbook/escalation.md

      """),
    "content/roster/plan/delivery.csv": plan("2026-11-16,engineer,ana", "2026-11-23,engineer,ben"),
    "content/roster/changes.yml": """
    - {cover: {from: 2026-11-25 12:00, to: 2026-11-25 13:00}, rota: delivery, seat: engineer, person: ana,
       made: 2026-11-20, by: ana, reason: dentist}

    """,
  ]

  /// The same site with a rota of working hours in London, and nothing changed.
  package static let officeHours: SourceFolder = {
    let rota = "content/roster/rotas/delivery.yml"
    let inLondon = northwind.files[rota]!.replacing("America/Chicago", with: "Europe/London")
      .replacing("Monday 10:00", with: "Monday 09:00")
    return northwind.with([
      rota: inLondon + "hours: [\"Mon-Fri 09:00-17:00\"]\n", "content/roster/changes.yml": "[]\n",
    ])
  }()

  /// The rota `delivery`, which hands over on Mondays at ten in Chicago, with what else is said of it.
  package static func delivery(kind: String? = nil, _ more: String) -> String {
    """
    title: Delivery support
    \(kind.map { "kind: \($0)\n" } ?? "")team: delivery
    owner: ana
    timezone: America/Chicago
    handover: Monday 10:00
    turn: 1 week
    starts: 2026-11-02
    \(more)
    """
  }

  /// A plan of which every turn was decided on 2 October, for whoever was next.
  ///
  /// - Parameter turns: the day a turn begins, the seat and the person: `2026-11-16,engineer,ana`.
  package static func plan(_ turns: String...) -> String {
    "turn,seat,person,reason,decided\n" + turns.map { "\($0),next,2026-10-02\n" }.joined()
  }
}
