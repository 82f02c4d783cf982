import CivilTime
import Roster
import Scheduling
import Site

/// The turns of all rotas as bars along a time axis: a lane a seat, a bar a turn, a smaller bar over it a cover.
struct Lanes {
  let model: SiteModel
  let address: Address
  /// Both included; the first is a Monday.
  let days: ClosedRange<Day>
  /// What each rota's lanes show, in the order of rotas.
  let entries: [[CalendarEntry]]

  private static let labelWidth = 264
  private static let dayWidth = 10
  private static let laneHeight = 32
  private static let headHeight = 24
  private static let longestLabel = 33
  /// What is narrower is no link of its own: fingers would miss it.
  private static let narrowest = 24

  private struct Lane {
    var rota: Rota
    var title: String
    /// The title as far as there is room for it.
    var label: String
    var colour: Int
    var entries: [CalendarEntry]
  }

  private var lanes: [Lane] {
    zip(model.schedule.rotas.map(\.rota), entries).enumerated().flatMap { position, pair in
      let (rota, entries) = pair
      let lanes = rota.laneTitles
      return zip(lanes, Lanes.fitting(lanes)).enumerated().map { place, names in
        Lane(
          rota: rota, title: names.0[0], label: names.1, colour: position % 12,
          entries: entries.filter { ($0.seat ?? place) == place && $0.kind != .shadow })
      }
    }
  }

  private var start: Instant { model.settings.zone.start(of: days.lowerBound) }
  private var end: Instant { model.settings.zone.start(of: days.upperBound + 1) }
  private var width: Int { Lanes.labelWidth + Lanes.dayWidth * (days.upperBound - days.lowerBound + 1) }

  /// The position of an instant along the axis, cut to what is shown.
  private func x(_ instant: Instant) -> Int {
    let part = min(max(instant.seconds, start.seconds), end.seconds) - start.seconds
    return Lanes.labelWidth + part * (width - Lanes.labelWidth) / max(1, end.seconds - start.seconds)
  }

  func svg() -> [UInt8] {
    let lanes = self.lanes
    let height = Lanes.headHeight + lanes.count * Lanes.laneHeight
    var out = """
      <svg width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" preserveAspectRatio="xMinYMin" data-start="\(start)" data-end="\(end)" \
      data-x0="\(Lanes.labelWidth)" data-x1="\(width)" data-lane="\(Lanes.laneHeight)" data-head="\(Lanes.headHeight)">
      <defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">\
      <path class="hatch-line" d="M0 8 8 0"/></pattern></defs>

      """
    out += weeks(height: height)
    for (row, lane) in lanes.enumerated() { out += self.lane(lane, y: Lanes.headHeight + row * Lanes.laneHeight) }
    out += today(height: height) + "</svg>"
    return Array(out.utf8)
  }

  /// A line for each Monday with its date.
  private func weeks(height: Int) -> String {
    stride(from: days.lowerBound.number, through: days.upperBound.number, by: 7).map { number in
      let monday = Day(number: number)
      let x = Lanes.labelWidth + (monday - days.lowerBound) * Lanes.dayWidth
      let (_, month, day) = monday.components
      let name = "\(day) \(Day.monthName(month).prefix(3))"
      return
        "<path class=\"week-line\" d=\"M\(x) 0V\(height)\"/><text class=\"week-text\" x=\"\(x + 4)\" y=\"14\">\(name)</text>\n"
    }.joined()
  }

  private func lane(_ lane: Lane, y: Int) -> String {
    let name = lane.label.escaped
    var out = """
      <g class="lane hue-\(lane.colour)" data-rota="\(lane.rota.id)" transform="translate(0 \(y))">\
      <path class="lane-mark" d="M0 7h5v18H0z"/>\
      <a href="\(address.link(to: Places.rota(lane.rota.id)))"\(name == lane.title.escaped ? "" : " aria-label=\"\(lane.title.escaped)\"")>\
      <text class="lane-label" x="12" y="21">\(name)</text></a>

      """
    for entry in lane.entries where entry.kind != .cover {
      out += bar(entry, covers: lane.entries.filter { $0.kind == .cover && $0.turn == entry.turn })
    }
    return out + "</g>\n"
  }

  /// The fullest titles of a rota's lanes for which there is room, all in the same manner; where there is none, what
  /// fits of each.
  private static func fitting(_ lanes: [[String]]) -> [String] {
    let common = lanes.first?.indices.first { manner in lanes.allSatisfy { $0[manner].count <= longestLabel } }
    return lanes.map { titles in
      common.map { titles[$0] } ?? titles.first { $0.count <= longestLabel } ?? titles[0].prefix(longestLabel - 1) + "…"
    }
  }
}

// MARK: Bars

extension Lanes {
  private func bar(_ entry: CalendarEntry, covers: [CalendarEntry]) -> String {
    let (left, right) = (x(entry.interval.lowerBound), x(entry.interval.upperBound))
    guard left < right else { return "" }
    let style = entry.kind == .gap ? " class=\"gap\"" : entry.isProjected ? " class=\"projected\"" : ""
    let text = label(entry, space: right - left - 9)
    let inside =
      rectangle(entry, from: left, y: 3, height: 26, isNamed: text != name(entry.person))
      + (text.isEmpty ? "" : "<text x=\"6\" y=\"20\">\(text.escaped)</text>")
      + covers.map { "<g class=\"cover\">\(rectangle($0, from: left, y: 22, height: 7, isNamed: true))</g>" }.joined()
    let place = "\(style) transform=\"translate(\(left))\""
    guard right - left >= Lanes.narrowest else { return "<g\(place)>\(inside)</g>\n" }
    return "<a href=\"\(address.link(to: Places.rota(entry.rota.id)) + entry.fragment)\"\(place)>\(inside)</a>\n"
  }

  /// - Parameter isNamed: whether the title says who it is, because no text beside it does.
  private func rectangle(_ entry: CalendarEntry, from origin: Int, y: Int, height: Int, isNamed: Bool) -> String {
    let (left, right) = (x(entry.interval.lowerBound), x(entry.interval.upperBound))
    return """
      <rect x="\(left - origin + 1)" y="\(y)" width="\(max(6, right - left - 2))" height="\(height)" rx="3">\
      <title>\((isNamed ? who(entry) + ", " : "").escaped)\(words(entry))</title></rect>
      """
  }

  /// `Tasha Quinn for Reggie Moore`.
  private func who(_ entry: CalendarEntry) -> String {
    let other = entry.kind == .cover ? name(entry.inPlaceOf).map { " for \($0)" } : nil
    return (name(entry.person) ?? "Not covered") + (other ?? "")
  }

  /// `11–12 Nov, swapped`.
  private func words(_ entry: CalendarEntry) -> String {
    let kind = entry.isSwapped ? ", swapped" : entry.isRepaired ? ", decided again" : ""
    return "\(entry.days.shortWords)\(kind)\(entry.isProjected ? ", projected" : "")"
  }

  private func name(_ id: Person.ID?) -> String? { id.flatMap(model.organisation.person)?.name }

  /// The name as far as it fits into a width: all of it, the first of its words, the initials.
  private func label(_ entry: CalendarEntry, space: Int) -> String {
    guard let person = entry.person.flatMap(model.organisation.person) else { return "" }
    let first = person.name.split(separator: " ").first.map(String.init) ?? ""
    return [person.name, first, person.initials].first { $0.count * 7 <= space } ?? ""
  }

  private func today(height: Int) -> String {
    "<g class=\"today\" transform=\"translate(\(x(model.asOf)) 0)\"><path d=\"M0 0V\(height)\"/></g>\n"
  }
}

extension String {
  /// The text with HTML's own characters as references.
  var escaped: String {
    var out = ""
    for character in self {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }
}
