import ArgumentParser
import CivilTime
import Diagnostics
import Foundation
import Roster
import Scheduling
import SiteBuild

struct WhoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "who", abstract: "Say who is on, and who is next.")

  @Argument(help: "The rota; default: all.")
  var rota: String?

  @Option(help: "The folder that holds content/.")
  var source = "."

  @Option(help: "The day or instant to speak of; default: now.")
  var at: AsOfArgument?

  @Option(help: "text or json.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() throws {
    let request = BuildRequest(source: source, output: nil, asOf: at?.value ?? .instant(Console.now), jobs: 1)
    let report = try Console.exiting { try Build.roster(request) }
    if report.diagnostics.hasErrors {
      Console.print(report.diagnostics, source: source)
      throw ExitCode(1)
    }
    if let rota, report.organisation.rota(Rota.ID(rota)) == nil {
      let known = report.organisation.rotas.map(\.id.description)
      Console.error("error: '\(rota)' is no rota\(didYouMean(rota, known))\n")
      throw ExitCode(64)
    }
    let rotas = report.schedule.rotas.filter { rota == nil || $0.rota.id.description == rota }
    print(try format == .json ? json(rotas, report) : text(rotas, report), terminator: "")
  }

  private func text(_ rotas: [RotaSchedule], _ report: RosterReport) -> String {
    rotas.map { schedule in
      let zone = schedule.rota.zone
      let seats = schedule.rota.seats.map { seat in
        let (now, next) = schedule.nowAndNext(seat.id, at: report.asOf)
        let serving =
          now.map { "\(name($0, report)) until \(zone.words($0.interval.upperBound))" }
          ?? schedule.vacancy(of: seat.id, at: report.asOf).rawValue
        let coming = next.map { "; next \(name($0, report)) from \(zone.words($0.interval.lowerBound))" } ?? ""
        return "  \(seat.title): \(serving)\(coming)\n"
      }
      return "\(schedule.rota.title)\n" + seats.joined()
    }.joined()
  }

  private func name(_ shift: Shift, _ report: RosterReport) -> String {
    let name = { (id: Person.ID) in report.organisation.person(id)?.name ?? id.description }
    return name(shift.person) + (shift.coveredFor.map { " for \(name($0))" } ?? "")
  }

  private struct Answer: Encodable {
    struct Stretch: Encodable {
      var person: String
      var name: String
      var start: String
      var end: String
    }

    var rota: String
    var seat: String
    var now: Stretch?
    var next: Stretch?
  }

  private func json(_ rotas: [RotaSchedule], _ report: RosterReport) throws -> String {
    let answers = rotas.flatMap { schedule in
      schedule.rota.seats.map { seat in
        let (now, next) = schedule.nowAndNext(seat.id, at: report.asOf)
        return Answer(
          rota: schedule.rota.id.description, seat: seat.id.description, now: now.map { stretch($0, report) },
          next: next.map { stretch($0, report) })
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(answers), as: UTF8.self) + "\n"
  }

  private func stretch(_ shift: Shift, _ report: RosterReport) -> Answer.Stretch {
    Answer.Stretch(
      person: shift.person.description, name: name(shift, report), start: shift.interval.lowerBound.description,
      end: shift.interval.upperBound.description)
  }
}
