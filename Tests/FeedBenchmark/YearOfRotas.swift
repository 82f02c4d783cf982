import CivilTime
import Content
import Diagnostics
import Rendering
import Roster
import Scheduling
import Site

/// Twenty rotas with daily turns of two seats, meetings and days off, for a year.
struct YearOfRotas {
  let model: SiteModel

  init() {
    let day = Day(iso: "2026-11-23")!
    let (organisation, faults) = YearOfRotas.roster()
    precondition(!faults.hasErrors, "\(faults)")
    var settings = SiteSettings()
    settings.baseURL = "https://handbook.example.com/"
    settings.ahead = Span(1, .years)
    let asOf = settings.zone.start(of: day)
    let horizon = SiteModel.horizon(asOf: asOf, settings)
    let (schedule, _) = Scheduler(organisation, asOf: asOf, explains: false).schedule(through: horizon)
    var found: [Diagnostic] = []
    model = SiteModel(
      settings: settings, organisation: organisation, schedule: schedule,
      handbook: Handbook([], titles: [:], diagnostics: &found), asOf: asOf, themeVersion: "")
  }

  private static func roster() -> (organisation: Organisation, diagnostics: [Diagnostic]) {
    let zones = ["Europe/London", "America/Chicago", "Asia/Kolkata", "Australia/Lord_Howe"]
    let people = (0..<200).map { "p\($0): {name: Person \($0), timezone: \(zones[$0 % 4]), joined: 2020-01-01}\n" }
    let rotas = (0..<20).map { rota in
      let members = (0..<10).map { "p\(rota * 10 + $0)" }
      return SourceFile(
        path: "content/roster/rotas/r\(rota).yml",
        text: """
          title: Rota \(rota)
          kind: on-call
          owner: p\(rota * 10)
          timezone: \(zones[rota % 4])
          handover: 09:30
          turn: 1 day
          starts: 2026-11-23
          seats:
            primary: {title: Primary, members: [\(members.prefix(5).joined(separator: ", "))]}
            secondary: {title: Secondary, members: [\(members.suffix(5).joined(separator: ", "))]}
          ceremonies: [{title: Handover, at: start, with: [incoming, outgoing]}]
          """)
    }
    var reader = RosterReader(
      files: rotas + [SourceFile(path: "content/roster/people.yml", text: people.joined())],
      folder: "content/roster/", zone: Zone("Europe/London")!)
    return reader.read()
  }
}
