package import CivilTime
package import Diagnostics

// Reads iCalendar files that other programs export (RFC 5545): somebody's leave, a government's holidays.
// It refuses to know whose file it is and what an entry is good for. An event that could not be read is always an error,
// never a shorter list; libical follows the recurrence rules, behind Libical.swift.

/// Reads all occurrences that touch a window.
///
/// - Parameters:
///   - bytes: the file as it is.
///   - file: its name for places.
///   - zone: the zone of floating times (no TZID, no Z) and of the window's midnights, e.g. the person's.
///   - window: days, both included.
///   - diagnostics: gets what cannot be read; ids begin with `ics-`.
/// - Returns: entries by start, then end, then place; no two are equal. Events with STATUS:CANCELLED are left out, tasks and journals too.
package func readCalendar(
  _ bytes: [UInt8], file: String, zone: Zone, window: ClosedRange<Day>, diagnostics: inout [Diagnostic]
) -> [CalendarEntry] {
  let collector = DiagnosticCollector()
  defer { diagnostics += collector.diagnostics.inReadingOrder() }
  let lines = LogicalLine.lines(of: bytes)
  guard isCalendar(lines, file: file, collector) else { return [] }
  if let fault = lines.lazy.compactMap({ $0.notUTF8(file: file) }).first { collector.report(fault) }
  // A day and more beyond the window, so that no zone's clock is behind it.
  let last = WallTime(day: window.upperBound + 2)
  var components = ComponentReader(file: file, collector: collector)
  let read = components.read(lines)
  let clocks = ClockLookup(read, through: last, collector)
  let events = EventReader(clocks: clocks, zone: zone, collector: collector)
  let occurrences = Occurrences(zone: zone, window: window, last: last, collector: collector)
  return sorted(occurrences.entries(read.filter { $0.name == "VEVENT" }.compactMap(events.read)), in: zone)
}

private func isCalendar(_ lines: [LogicalLine], file: String, _ collector: DiagnosticCollector) -> Bool {
  let first = lines.first { $0.bytes.contains { $0 != 0x20 && $0 != 0x09 } }
  let text = first.map { String(decoding: $0.bytes, as: UTF8.self) }
  guard let text, text.uppercased().hasPrefix("BEGIN:VCALENDAR") else {
    let range = first.map { $0.range(0..<$0.bytes.count, file: file) } ?? SourceRange(file: file, line: 1, column: 1)
    collector.report(.noCalendar(text, at: range))
    return false
  }
  return true
}

private func sorted(_ entries: [CalendarEntry], in zone: Zone) -> [CalendarEntry] {
  let keyed = Set(entries).map { ($0, $0.time.instants(in: zone)) }
  return keyed.sorted { a, b in
    let (x, y) = ((a.1.lowerBound, a.1.upperBound, a.0.range), (b.1.lowerBound, b.1.upperBound, b.0.range))
    return x < y
  }.map(\.0)
}

extension LogicalLine {
  /// An error at the first byte that is not UTF-8; a character may lie across a fold.
  fileprivate func notUTF8(file: String) -> Diagnostic? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return .notUTF8(bytes[min(offset, bytes.count - 1)], at: range(offset..<offset + 1, file: file))
  }
}

extension Diagnostic {
  fileprivate static func noCalendar(_ text: String?, at range: SourceRange) -> Diagnostic {
    let found = text.map { "'\(excerpt($0))' begins no calendar" } ?? "The file is empty"
    return .error("ics-file", "\(found): expected BEGIN:VCALENDAR, as calendars are exported", at: range)
  }

  fileprivate static func notUTF8(_ byte: UInt8, at range: SourceRange) -> Diagnostic {
    .error(
      "ics-encoding", "Byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8: export it as UTF-8", at: range)
  }
}
