package import CivilTime
package import Diagnostics
import YAML

/// Reads the files of content/roster/ into an `Organisation`.
///
/// It knows the formats and which names exist; who serves when is not its business. Every fault is a diagnostic at its
/// place, and reading goes on to find the next.
package struct RosterReader {
  let files: [String: SourceFile]
  let folder: String
  let unreadable: Set<String>
  let siteZone: Zone
  /// Recurring leave and holidays are followed up to this day.
  let horizon: Day
  let collector: DiagnosticCollector
  var names = RosterNames()

  /// - Parameters:
  ///   - files: every file below the roster folder.
  ///   - folder: the folder's path, with a slash at its end: `content/roster/`.
  ///   - unreadable: the paths of files that are there and whose text is not known; what they would name is not missed.
  ///   - zone: the zone of people and rotas that name none.
  ///   - horizon: the last day of interest: leave and holidays that recur without an end are followed up to it.
  package init(
    files: [SourceFile], unreadable: [String] = [], folder: String, zone: Zone, horizon: Day = Day(number: 36_524)
  ) {
    self.horizon = horizon
    self.unreadable = Set(unreadable)
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.folder = folder
    siteZone = zone
    collector = DiagnosticCollector()
  }

  package mutating func read() -> (organisation: Organisation, diagnostics: [Diagnostic]) {
    let peopleNode = document("people.yml")
    let teamsNode = document("teams.yml")
    let rotaFiles = self.files(in: "rotas/", extension: "yml")
    names.people = self.names(of: peopleNode, in: "people.yml")
    names.teams = self.names(of: teamsNode, in: "teams.yml")
    names.rotas = Set(rotaFiles.map(\.name))
    names.calendars = table("calendars/") { readTurnCalendar($0, name: $1) }
    let holidays = readHolidayFiles()
    reportTwice(holidays)
    names.holidays = holidays.merging(table("holidays/") { readHolidays($0, name: $1) }) { $1 }

    let people = readLeaveFiles(peopleNode.map(readPeople) ?? [])
    let teams = teamsNode.map(readTeams) ?? []
    names.lastDays = Dictionary(people.compactMap { p in p.left.map { (p.id, $0) } }, uniquingKeysWith: { a, _ in a })
    names.firstDays = Dictionary(
      people.compactMap { p in p.joined.map { (p.id, $0) } }, uniquingKeysWith: { a, _ in a })
    names.weights = Dictionary(people.map { ($0.id, $0.weight) }, uniquingKeysWith: { a, _ in a })
    names.groups = names.people == nil ? nil : Set(people.flatMap(\.groups))
    let rotas = rotaFiles.compactMap { file in document(file.path).flatMap { readRota($0, name: file.name) } }
    let plans = self.files(in: "plan/", extension: "csv").compactMap(readPlan)
    let changes = document("changes.yml").map { readChanges($0, rotas: rotas) } ?? []
    reportUnreadFiles()
    var organisation = Organisation(
      people: people, teams: teams, rotas: rotas,
      plans: Dictionary(plans, uniquingKeysWith: { first, _ in first }), changes: changes)
    organisation.told = readToldDecisions()
    organisation.unread = [("people", names.people), ("teams", names.teams)].filter { $1 == nil }.map(\.0)
    organisation.unreadRotas = rotaFiles.map { Rota.ID($0.name) }.filter { organisation.rota($0) == nil }
    return (organisation, collector.diagnostics)
  }
}

/// The names that references may use, known before any reference is read.
struct RosterNames {
  /// `nil` where the file could not be read, so that any name may be right.
  var people: Set<String>? = []
  var teams: Set<String>? = []
  var rotas: Set<String> = []
  var calendars: [String: TurnCalendar] = [:]
  var holidays: [String: HolidayCalendar] = [:]
  var lastDays: [Person.ID: Day] = [:]
  var firstDays: [Person.ID: Day] = [:]
  var weights: [Person.ID: Weight] = [:]
  var groups: Set<String>? = []
}

extension RosterReader {
  /// The YAML of a file below the roster folder, or `nil` where it is absent, empty or no YAML.
  func document(_ path: String) -> YAMLNode? {
    guard let file = files[folder + path] else { return nil }
    var found: [Diagnostic] = []
    let node = YAMLNode.parse(file.text, file: file.path, diagnostics: &found)
    collector.report(found)
    guard let node, !node.isNull else { return nil }
    return node
  }

  /// The names that a file defines; `nil` where it is there and could not be read.
  private func names(of node: YAMLNode?, in path: String) -> Set<String>? {
    if let entries = node?.entries { return Set(entries.map(\.key)) }
    let text = files[folder + path]?.text
    return unreadable.contains(folder + path) || text?.contains(where: { !$0.isWhitespace }) == true ? nil : []
  }

  /// The files of one folder with one extension, sorted by name.
  func files(in subfolder: String, extension suffix: String) -> [(name: String, path: String)] {
    files.keys.filter { $0.hasPrefix(folder + subfolder) && $0.hasSuffix(".\(suffix)") }.sorted().map { path in
      let name = path.dropFirst((folder + subfolder).count).dropLast(suffix.count + 1)
      return (String(name), String(path.dropFirst(folder.count)))
    }
  }

  private func table<Value>(_ subfolder: String, _ read: (YAMLNode, String) -> Value?) -> [String: Value] {
    var table: [String: Value] = [:]
    for file in files(in: subfolder, extension: "yml") {
      table[file.name] = document(file.path).flatMap { read($0, file.name) }
    }
    return table
  }

  /// A file that nothing reads is a mistake: a wrong extension, or a name that the format does not know.
  private func reportUnreadFiles() {
    let folders: KeyValuePairs = [
      "rotas/": "yml", "calendars/": "yml", "holidays/": "yml", "plan/": "csv", "leave/": "ics", "holidays/": "ics",
    ]
    for path in files.keys.sorted() {
      let inner = path.dropFirst(folder.count)
      if ["people.yml", "teams.yml", "changes.yml", ToldDecisions.path].contains(String(inner)) { continue }
      if folders.contains(where: { inner.hasPrefix($0.key) && inner.hasSuffix("." + $0.value) }) { continue }
      collector.report(.unreadFile(String(inner), at: SourceRange(file: path, line: 1, column: 1)))
    }
    for plan in files(in: "plan/", extension: "csv") where !names.rotas.contains(plan.name) {
      collector.report(
        .error(
          "unknown-rota", "'\(plan.name)' is no rota, so this plan is for nobody\(didYouMean(plan.name, names.rotas))",
          at: SourceRange(file: folder + plan.path, line: 1, column: 1)))
    }
  }
}

extension Diagnostic {
  fileprivate static func unreadFile(_ name: String, at range: SourceRange) -> Diagnostic {
    .error(
      "roster-file", "'\(name)' is no file of the roster", at: range,
      notes: [
        Note(
          "read are people.yml, teams.yml, changes.yml, rotas/*.yml, calendars/*.yml, holidays/*.yml, holidays/*.ics, leave/*.ics, plan/*.csv, plan/changes.lock"
        )
      ])
  }
}
