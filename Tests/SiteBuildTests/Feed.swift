/// A calendar feed as a subscriber sees it: unfolded, its events apart.
struct Feed {
  /// One event: the value of each property, parameters left out.
  typealias Event = [String: String]

  private(set) var events: [Event] = []

  init(_ text: String) {
    let lines = text.split(separator: "\r\n").reduce(into: [String]()) { lines, line in
      if line.first == " ", !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(String(line))
      }
    }
    var event: Event?
    for line in lines {
      switch line {
      case "BEGIN:VEVENT": event = [:]
      case "END:VEVENT":
        events.append(event ?? [:])
        event = nil
      default:
        let name = line.prefix { $0 != ":" && $0 != ";" }
        event?[String(name)] = String(line.drop { $0 != ":" }.dropFirst())
      }
    }
  }

  /// `20261123T160000Z` as `2026-11-23T16:00:00Z`.
  static func iso(_ value: String) -> String {
    let digits = Array(value)
    guard digits.count == 16 else { return value }
    let part = { (range: Range<Int>) in String(digits[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z"
  }
}
