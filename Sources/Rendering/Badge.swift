import CivilTime
import Roster
package import Scheduling

/// A small picture that says who is on a rota and until when that holds (`api/badges/<rota>.svg`), to be shown in a wiki or
/// a README. It needs no style sheet and brings its own ground, so that it can be read on light and on dark pages.
package struct Badge {
  /// What stands in it, from left to right: the rota, who is on, until when.
  let parts: [Part]
  /// The whole in words.
  let words: String
  /// Names of its own for its parts, where several stand in one page.
  private let id: String

  struct Part {
    var text: String
    fileprivate var ink: String
    fileprivate var ground: String
    var width: Int { Badge.width(of: text) + 2 * Badge.padding }
  }

  private static let padding = 8
  static let height = 24
  /// A name that is longer than this is cut.
  private static let longest = 60

  package init(_ schedule: RotaSchedule, _ model: SiteModel) {
    let rota = schedule.rota
    id = "badge-\(rota.id)"
    let states = rota.seats.map { seat in (seat: seat, state: schedule.nowAndNext(seat.id, at: model.asOf)) }
    let names = states.compactMap { seat, state -> (name: String, seat: String)? in
      state.now.map { (model.organisation.person($0.person)?.name ?? $0.person.description, seat.title) }
    }
    let changes = states.compactMap { _, state in state.now?.interval.upperBound ?? state.next?.interval.lowerBound }
    let until = changes.min().map { "until \(rota.zone.shortWords($0))" }
    // Off duty is no alarm; a gap in any of the seats is one.
    let vacancy = states.contains { schedule.vacancy(of: $0.seat.id, at: model.asOf) == .gap } ? Vacancy.gap : .offDuty
    let who = names.isEmpty ? vacancy.rawValue : names.map(\.name).joined(separator: ", ")
    let seated = rota.seats.count > 1 ? names.map { "\($0.name) (\($0.seat))" } : names.map(\.name)
    words =
      "\(rota.title): \(names.isEmpty ? vacancy.sentence : seated.joined(separator: ", "))\(until.map { ", \($0)" } ?? "")"
    let parts = [
      Part(text: Badge.cut(rota.title), ink: "#fff", ground: "#2b3438"),
      Part(text: Badge.cut(who), ink: "#fff", ground: names.isEmpty ? vacancy.ground : "#0b5a61"),
    ]
    self.parts = parts + (until.map { [Part(text: $0, ink: "#171c1d", ground: "#e6f0f0")] } ?? [])
  }

  var width: Int { parts.reduce(0) { $0 + $1.width } }

  package var svg: [UInt8] {
    var x = 0
    var pieces = ""
    for part in parts {
      pieces += """
        <path fill="\(part.ground)" d="M\(x) 0h\(part.width)v\(Badge.height)h-\(part.width)z"/>\
        <text x="\(x + Badge.padding)" y="16" fill="\(part.ink)">\(part.text.escaped)</text>

        """
      x += part.width
    }
    return Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(x)" height="\(Badge.height)" viewBox="0 0 \(x) \(Badge.height)" \
      role="img" aria-labelledby="\(id)" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif" font-size="12">
      <title id="\(id)">\(words.escaped)</title>
      <clipPath id="\(id)-edge"><rect width="\(x)" height="\(Badge.height)" rx="4"/></clipPath>
      <g clip-path="url(#\(id)-edge)">
      \(pieces)</g>
      <rect x=".5" y=".5" width="\(x - 1)" height="\(Badge.height - 1)" rx="3.5" fill="none" stroke="#7d8583"/>
      </svg>

      """.utf8)
  }
}

extension Vacancy {
  fileprivate var sentence: String { self == .gap ? "nobody is on" : rawValue }
  fileprivate var ground: String { self == .gap ? "#9c2f1f" : "#50545e" }
}

// MARK: Fitting text

extension Badge {
  private static func cut(_ text: String) -> String {
    text.count <= longest ? text : text.prefix(longest - 1) + "…"
  }

  /// How wide a text is at most, at 12 px in the widest of usual fonts.
  static func width(of text: String) -> Int {
    (text.unicodeScalars.reduce(0) { $0 + tenths($1) } + 9) / 10
  }

  /// Tenths of a pixel.
  private static func tenths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "t", "f", "r", "I", " ", ".", ",", ":", ";", "'", "-", "(", ")", "/": 52
    case "m", "w", "M", "W", "@", "%", "—", "…": 124
    case _ where scalar.value >= 0x1100: 132
    case _ where scalar.properties.isUppercase: 96
    default: 80
    }
  }
}

extension Zone {
  /// `Mon 30 Nov 16:00 GMT+1`.
  fileprivate func shortWords(_ instant: Instant) -> String {
    let local = local(instant)
    let (_, month, day) = local.day.components
    return
      "\(local.day.weekday.shortName) \(day) \(Day.monthName(month).prefix(3)) \(local.time) \(abbreviation(at: instant))"
  }
}
