import CalendarReading
import CivilTime
import Diagnostics
import YAML

// Leave and holidays that other systems export (RFC 5545), beside what stands in YAML.
extension RosterReader {
  /// `leave/<person>.ics`: the days off of one person, each of which an entry fills to at least half a working day.
  func readLeaveFiles(_ people: [Person]) -> [Person] {
    var people = people
    for file in files(in: "leave/", extension: "ics") {
      guard let position = people.firstIndex(where: { $0.id.description == file.name }) else {
        reportNobody(file)
        continue
      }
      let leave = readLeave(file.path, zone: people[position].zone)
      people[position].leave += leave
    }
    return people
  }

  private func reportNobody(_ file: (name: String, path: String)) {
    guard let known = names.people, !known.contains(file.name) else { return }
    collector.report(
      .error(
        "unknown-person",
        "'\(file.name)' is nobody in people.yml, so this leave is nobody's\(didYouMean(file.name, known))",
        at: SourceRange(file: folder + file.path, line: 1, column: 1)))
  }

  private func readLeave(_ path: String, zone: Zone) -> [Leave] {
    let leave = entries(of: path, zone: zone).compactMap { entry in
      days(of: entry, zone: zone).map { Leave(days: $0, makeup: nil, note: entry.summary, range: entry.range) }
    }
    return RosterReader.joined(leave)
  }

  /// Leave systems export a day at a time: days that follow each other are one leave.
  private static func joined(_ leave: [Leave]) -> [Leave] {
    var joined: [Leave] = []
    for next in leave.sorted(by: { ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound) }
    ) {
      guard let last = joined.last, next.days.lowerBound <= last.days.upperBound + 1 else {
        joined.append(next)
        continue
      }
      joined[joined.count - 1].days = last.days.lowerBound...max(last.days.upperBound, next.days.upperBound)
    }
    return joined
  }

  /// Less than this of a day leaves a person able to serve.
  private static let leastLeave = 4 * 3600

  private func days(of entry: CalendarEntry, zone: Zone) -> ClosedRange<Day>? {
    guard case .instants(let stretch) = entry.time else {
      guard case .days(let days) = entry.time else { return nil }
      return days
    }
    let (first, last) = (zone.local(stretch.lowerBound).day, zone.local(stretch.upperBound).day)
    let filled = (first.number...last.number).map { Day(number: $0) }.filter { day in
      let whole = zone.start(of: day)..<zone.start(of: day + 1)
      let part = stretch.clamped(to: whole)
      return part.upperBound.seconds - part.lowerBound.seconds >= RosterReader.leastLeave
    }
    guard let start = filled.first, let end = filled.last else { return nil }
    return start...end
  }

  /// `holidays/<name>.ics`: known up to the end of the year of its last entry.
  func readHolidayFiles() -> [String: HolidayCalendar] {
    var table: [String: HolidayCalendar] = [:]
    for file in files(in: "holidays/", extension: "ics") {
      var calendar = HolidayCalendar(
        id: file.name, days: [:], until: nil, range: SourceRange(file: folder + file.path, line: 1, column: 1))
      for entry in entries(of: file.path, zone: siteZone) {
        guard let days = days(of: entry, zone: siteZone) else { continue }
        for number in days.lowerBound.number...days.upperBound.number {
          let day = Day(number: number)
          calendar.days[day] = calendar.days[day] ?? entry.summary
        }
      }
      calendar.until = calendar.days.keys.max().flatMap { Day(iso: "\($0.description.prefix(4))-12-31") }
      table[file.name] = calendar
    }
    return table
  }

  private func entries(of path: String, zone: Zone) -> [CalendarEntry] {
    guard let file = files[folder + path] else { return [] }
    var found: [Diagnostic] = []
    let entries = readCalendar(
      Array(file.text.utf8), file: file.path, zone: zone, window: Day(number: 0)...horizon, diagnostics: &found)
    collector.report(found)
    return entries
  }

  /// A name that stands for two files is one too many.
  func reportTwice(_ holidays: [String: HolidayCalendar]) {
    for file in files(in: "holidays/", extension: "yml") where holidays[file.name] != nil {
      collector.report(
        .error(
          "holidays-twice", "'\(file.name)' stands here twice, as \(file.name).yml and as \(file.name).ics",
          at: SourceRange(file: folder + file.path, line: 1, column: 1)))
    }
  }
}
