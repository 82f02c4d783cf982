import CivilTime
import Diagnostics
import Roster
import Scheduling

/// A roster as its owner writes it: the text of files by their path below content/roster/.
struct RosterLiteral {
  var files: [String: String]

  init(_ files: [String: String]) { self.files = files }

  /// People named by their ids alone, and one rota `r` of the rest of the text.
  init(people: String = "ana ben cat dan", rota: String, plan: String? = nil, changes: String? = nil) {
    files = ["people.yml": people.split(separator: " ").map { "\($0): {name: \($0)}\n" }.joined()]
    let zone = rota.contains("timezone:") ? "" : "timezone: Europe/London\n"
    files["rotas/r.yml"] = "owner: ana\n\(zone)" + rota
    files["plan/r.csv"] = plan.map { "turn,seat,person,reason,decided\n" + $0 }
    files["changes.yml"] = changes
  }

  func read() -> (organisation: Organisation, diagnostics: [Diagnostic]) {
    let sources = files.map { SourceFile(path: "content/roster/\($0.key)", text: $0.value) }
    var reader = RosterReader(files: sources, folder: "content/roster/", zone: .utc)
    return reader.read()
  }

  /// What the build says of the roster, as it prints it.
  func printed(asOf: String = "2026-01-01", through: String = "2026-04-01") -> String {
    let (organisation, reading) = read()
    return printed((reading + schedule(organisation, asOf, through).diagnostics).inReadingOrder())
  }

  /// Diagnostics as the build prints them.
  func printed(_ diagnostics: [Diagnostic]) -> String {
    let text = DiagnosticText(colour: false) { file, line in
      let lines = files[String(file.dropFirst("content/roster/".count))]?.split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.flatMap { $0.indices.contains(line - 1) ? String($0[line - 1]) : nil }
    }
    return diagnostics.map(text.text).joined()
  }

  func schedule(_ organisation: Organisation, _ asOf: String, _ through: String)
    -> (schedule: Schedule, diagnostics: [Diagnostic])
  {
    Scheduler(organisation, asOf: Zone.utc.start(of: Day(iso: asOf)!)).schedule(
      through: Zone.utc.start(of: Day(iso: through)!))
  }

  /// `01-05 ana next` for each turn of a rota's first seat, up to a day.
  func turns(_ rota: String = "r", asOf: String = "2026-01-01", through: String = "2026-03-31") -> [String] {
    turns(schedule(read().organisation, asOf, through).schedule, rota, through)
  }

  func turns(_ schedule: Schedule, _ rota: String, _ through: String) -> [String] {
    let found = schedule.rota(Rota.ID(rota))!.turns.filter { $0.turn.day < Day(iso: through)! }
    return found.flatMap { turn in
      turn.holders.map { holder in
        let seat = turn.holders.count > 1 ? "/\(holder.seat)" : ""
        return
          "\(turn.turn.day.description.dropFirst(5))\(seat) \(holder.person?.description ?? "-") \(holder.reason.word)"
      }
    }
  }

  /// `start – end person [change for]` for each shift of a rota, in its zone.
  func shifts(_ rota: String = "r", asOf: String = "2026-01-01", through: String = "2026-01-25") -> [String] {
    let schedule = schedule(read().organisation, asOf, through).schedule.rota(Rota.ID(rota))!
    let zone = schedule.rota.zone
    return schedule.shifts.filter { $0.turn < Day(iso: through)! }.map { shift in
      let change = shift.change.map { " \($0.rawValue)" } ?? ""
      let covered = shift.coveredFor.map { " for \($0)" } ?? ""
      let (start, end) = (zone.local(shift.interval.lowerBound), zone.local(shift.interval.upperBound))
      return "\(start) – \(end) \(shift.person)\(change)\(covered) #\(shift.piece)"
    }
  }
}

/// A generator whose numbers depend on its seed alone (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
