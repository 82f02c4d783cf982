/// Everything under content/roster/: people, teams, rotas, what was published and what was changed since.
package struct Organisation: Sendable {
  /// In the order of people.yml.
  package var people: [Person] = []
  /// In the order of teams.yml.
  package var teams: [Team] = []
  /// Sorted by id.
  package var rotas: [Rota] = []
  package var plans: [Rota.ID: PublishedPlan] = [:]
  /// In the order of changes.yml.
  package var changes: [Change] = []
  /// What calendars have been told beside the plans.
  package var told = ToldDecisions()
  /// Rotas whose file has mistakes, so that nothing else is known of them: links to their pages are not wrong.
  package var unreadRotas: [Rota.ID] = []
  /// `people` or `teams`, where that file could not be read: links to their pages are not wrong either.
  package var unread: [String] = []

  private var peopleByID: [Person.ID: Int] = [:]
  private var teamsByID: [Team.ID: Int] = [:]
  private var rotasByID: [Rota.ID: Int] = [:]

  package init() {}

  package init(
    people: [Person], teams: [Team], rotas: [Rota], plans: [Rota.ID: PublishedPlan], changes: [Change]
  ) {
    self.people = people
    self.teams = teams
    self.rotas = rotas.sorted { $0.id < $1.id }
    self.plans = plans
    self.changes = changes
    peopleByID = Dictionary(people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    teamsByID = Dictionary(teams.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    rotasByID = Dictionary(self.rotas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The changes that nobody has taken back.
  package var changesInForce: [Change] { changes.filter { $0.withdrawn == nil } }

  package func person(_ id: Person.ID) -> Person? { peopleByID[id].map { people[$0] } }
  package func team(_ id: Team.ID) -> Team? { teamsByID[id].map { teams[$0] } }
  package func rota(_ id: Rota.ID) -> Rota? { rotasByID[id].map { rotas[$0] } }

  /// Whether there is anything to show beside the handbook.
  package var isEmpty: Bool { people.isEmpty && teams.isEmpty && rotas.isEmpty }
}
