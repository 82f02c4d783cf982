import ICalendar
import Testing

/// What stands in a calendar's one event, as bytes without the four lines around it.
func eventBytes(_ body: (inout CalendarWriter) -> Void) -> [UInt8] {
  var writer = CalendarWriter()
  writer.component(.calendar) { $0.component(.event, body) }
  let head = Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".utf8)
  let foot = Array("END:VEVENT\r\nEND:VCALENDAR\r\n".utf8)
  #expect(writer.bytes.starts(with: head) && writer.bytes.reversed().starts(with: foot.reversed()))
  return Array(writer.bytes.dropFirst(head.count).dropLast(foot.count))
}

func eventText(_ body: (inout CalendarWriter) -> Void) -> String {
  String(decoding: eventBytes(body), as: UTF8.self)
}

/// A small reader, written apart from the writer, that trusts nothing: physical lines, then content lines, then values.
enum CalendarReader {
  /// The content lines after unfolding; what RFC 5545 3.1 forbids is recorded as an issue.
  static func contentLines(_ bytes: [UInt8]) -> [String] {
    var lines: [[UInt8]] = []
    for line in physicalLines(bytes) {
      #expect(line.count <= 75)
      #expect(!line.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F })
      #expect(String(validating: line, as: UTF8.self) != nil, "a code point is torn")
      if line.first == 0x20 { lines[lines.count - 1] += line.dropFirst() } else { lines.append(line) }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  static func physicalLines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        lines.append([])
        index += 1
      } else {
        lines[lines.count - 1].append(bytes[index])
      }
      index += 1
    }
    #expect(lines.last == [], "the last line has no end")
    return lines.dropLast()
  }

  /// The value of the first content line, whose name has no parameters.
  static func value(_ bytes: [UInt8]) -> String {
    let line = contentLines(bytes).first.map { $0.unicodeScalars } ?? "".unicodeScalars
    return String(line.drop { $0 != ":" }.dropFirst())
  }

  /// The texts of a comma-separated value without its escapes; a bare `;` is recorded as an issue.
  static func texts(_ value: String) -> [String] {
    var texts: [String.UnicodeScalarView] = ["".unicodeScalars]
    var scalars = value.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      #expect(scalar != ";", "a bare semicolon")
      guard scalar == "\\" else {
        if scalar == "," { texts.append("".unicodeScalars) } else { texts[texts.count - 1].append(scalar) }
        continue
      }
      switch scalars.next() {
      case "n": texts[texts.count - 1].append("\n")
      case let escaped? where "\\;,".unicodeScalars.contains(escaped): texts[texts.count - 1].append(escaped)
      case let other: Issue.record("no escape: \(String(describing: other))")
      }
    }
    return texts.map { String($0) }
  }
}
