import ArgumentParser
import CivilTime
import Diagnostics
import Roster
import SiteBuild

struct SwapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap", abstract: "Exchange two whole turns: append a line to changes.yml.",
    discussion: "A swap that breaks leave, exclusion or membership is refused, and nothing is written.")

  @Argument(help: "The rota.") var rota: String
  @Argument(help: "The seat.") var seat: String
  @Argument(help: "The first day of one turn: 2026-12-07.") var turn: DayArgument
  @Argument(help: "The first day of the other.") var other: DayArgument
  @OptionGroup var change: ChangeOptions

  func validate() throws {
    if turn.day == other.day { throw ValidationError("a turn cannot be swapped with itself") }
  }

  func run() throws {
    try change.record(.swap(min(turn.day, other.day), max(turn.day, other.day)), rota: rota, seat: seat)
  }
}

struct CoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover", abstract: "Let somebody take a part of a turn: append a line to changes.yml.",
    discussion: """
      Times are those of the rota's zone. A cover that breaks leave, exclusion or membership is refused, and nothing is \
      written.
      """)

  @Argument(help: "The rota.") var rota: String
  @Argument(help: "The seat.") var seat: String
  @Option(help: "From when on: 2026-12-09T12:00, or a day.") var from: LocalTimeArgument
  @Option(help: "Until when: 2026-12-09T13:00, or the last whole day.") var to: LocalTimeArgument
  @Option(help: "Who covers.") var person: String
  @Flag(help: "Take the place of another cover at that time.") var over = false
  @OptionGroup var change: ChangeOptions

  private var end: LocalTime { to.isDay ? LocalTime(day: to.time.day + 1, time: .midnight) : to.time }

  func validate() throws {
    if from.time >= end { throw ValidationError("--to must be later than --from") }
  }

  func run() throws {
    try change.record(.cover(from: from.time, to: end, by: Person.ID(person), over: over), rota: rota, seat: seat)
  }
}

struct LocalTimeArgument: ExpressibleByArgument {
  let time: LocalTime
  let isDay: Bool

  init?(argument: String) {
    if let day = Day(iso: argument) {
      (time, isDay) = (LocalTime(day: day, time: .midnight), true)
    } else if let time = LocalTime(argument) {
      (self.time, isDay) = (time, false)
    } else {
      return nil
    }
  }
}

/// What `swap` and `cover` have in common.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var site: RosterOptions
  @Option(help: "Who agreed on it, or asked for it.") var by: String?
  @Option(help: "Why.") var reason: String?
  @Option(help: "The day on which it was agreed; default: today.") var made: DayArgument?
  @Flag(help: "Print what would change, and write nothing.") var dryRun = false

  func record(_ action: Change.Action, rota: String, seat: String) throws {
    let record = try Console.exiting {
      let request = site.request
      let made = try made?.day ?? Build.today(request)
      let line = ChangeLine(action, rota: Rota.ID(rota), seat: Seat.ID(seat), made: made, by: by, reason: reason)
      return try ChangeRecord.run(request, line, writes: !dryRun)
    }
    Console.print(record.diagnostics, source: site.source, texts: [ChangeRecord.path: Array(record.text.utf8)])
    guard record.isSound else {
      Console.error("refused; \(ChangeRecord.path) stays as it was\n")
      throw ExitCode(1)
    }
    print(ChangeTable(record, isDryRun: dryRun).text, terminator: "")
  }
}

/// Prints what a swap or cover changes, and who must be told.
struct ChangeTable {
  let record: ChangeRecord
  let isDryRun: Bool

  init(_ record: ChangeRecord, isDryRun: Bool) {
    self.record = record
    self.isDryRun = isDryRun
  }

  private func name(_ id: Person.ID?) -> String {
    id.map { record.organisation.person($0)?.name ?? $0.description } ?? "nobody"
  }

  var text: String {
    let zone = record.rota.zone
    let moves = record.moves.map { move in
      let stretch = "\(zone.words(move.interval.lowerBound)) to \(zone.words(move.interval.upperBound))"
      return "  \(stretch)  \(name(move.was)) → \(name(move.person))\n"
    }
    let people = Set(record.moves.flatMap { [$0.was, $0.person] }.compactMap { $0 }).map { name($0) }.sorted()
    let late = record.isLate ? "  less than 14 days ahead: this counts as a late change\n" : ""
    return "\(record.rota.title), \(record.seat.title): \(isDryRun ? "would be" : "is") in \(ChangeRecord.path)\n"
      + "  - \(record.line)\n" + moves.joined() + late + "  to be told: \(people.joined(separator: ", "))\n"
  }
}
