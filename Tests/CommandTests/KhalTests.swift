import DiskTestSupport
import Foundation
import Testing

/// A calendar program that people use reads the demo's feed (https://lostpackets.de/khal/).
@Suite("In khal", .enabled(if: Khal.path != nil, "khal is not installed"))
struct KhalTests {
  private struct Rota: Decodable {
    struct Shift: Decodable {
      var start: String
      var end: String
      var person: String
    }
    var shifts: [Shift]
  }

  @Test("It lists each shift of the demo's rotas at its time, once, however often the feed is imported")
  func listed() throws {
    let folder = TemporaryFolder()
    #expect(try Sitegen.buildDemo(to: folder("site")).status == 0)
    let khal = try Khal(in: folder)
    for rota in ["delivery", "watch-apac", "harbour-comms"] {
      let data = try #require(folder.bytes("site/api/rotas/\(rota).json"))
      let shifts = try JSONDecoder().decode(Rota.self, from: Data(data)).shifts
      for _ in 0..<2 { try khal.take(folder("site/calendar/rotas/\(rota).ics"), as: rota) }
      let listed = try khal.list(rota, from: "2026-11-01", days: 90)
      let expected = shifts.filter { ("2026-11-02"..<"2027-01-25").contains($0.start.prefix(10)) }
      #expect(expected.count > 10)
      for shift in expected {
        // Several seats may change hands at once.
        let alike = shifts.count { ($0.start, $0.end) == (shift.start, shift.end) }
        #expect(listed.count { $0 == "\(shift.start) \(shift.end)" } == alike, "\(rota) \(shift)")
      }
    }
  }
}

/// The program with a configuration of its own.
struct Khal {
  static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/khal" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private let folder: TemporaryFolder

  init(in folder: TemporaryFolder) throws { self.folder = folder }

  /// Imports a feed into a calendar of that name.
  func take(_ feed: String, as name: String) throws {
    try folder.makeFolder("khal/\(name)")
    try folder.write(
      """
      [calendars]
      [[\(name)]]
      path = \(folder("khal/\(name)"))
      [locale]
      local_timezone = UTC
      default_timezone = UTC
      timeformat = %H:%M:%S
      dateformat = %Y-%m-%d
      longdateformat = %Y-%m-%d
      datetimeformat = %Y-%m-%dT%H:%M:%SZ
      longdatetimeformat = %Y-%m-%dT%H:%M:%SZ
      [sqlite]
      path = \(folder("khal/\(name).db"))
      [default]
      default_calendar = \(name)

      """, to: "khal/\(name).conf")
    let outcome = try run(name, ["import", "--batch", "-a", name, feed])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// The start and the end of every shift, meetings and days off left out.
  func list(_ name: String, from: String, days: Int) throws -> [String] {
    let format = "{start-long-full} {end-long-full}{categories}\u{1E}"
    let outcome = try run(name, ["list", "--once", "-df", "", "--format", format, from, "\(days)d"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let kinds = ["Meeting", "Hand-off", "Recovery"]
    return outcome.output.split(separator: "\u{1E}").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { line in !kinds.contains { line.hasSuffix($0) } }
      .map { line in line.split(separator: " ").prefix(2).joined(separator: " ").prefix(41) }.map { String($0) }
  }

  private func run(_ name: String, _ arguments: [String]) throws -> Sitegen.Outcome {
    try Sitegen.run(
      ["-c", folder("khal/\(name).conf")] + arguments, program: Khal.path ?? "", in: folder.path,
      environment: ["LC_ALL": "C.UTF-8", "HOME": folder.path, "TZ": "UTC"])
  }
}
