import CivilTime
import Roster
import Scheduling
import Site
import Templates

/// The turns of all rotas as bars along a time axis: a lane a seat, a bar a turn.
struct Lanes {
  let model: SiteModel
  let address: Address
  /// Both included; the first is a Monday.
  let days: ClosedRange<Day>

  private static let labelWidth = 270
  private static let dayWidth = 14
  private static let laneHeight = 30
  private static let headHeight = 34

  private struct Lane {
    var rota: RotaSchedule
    var seat: Int
    var colour: Int
  }

  private var lanes: [Lane] {
    model.schedule.rotas.enumerated().flatMap { position, rota in
      rota.rota.seats.indices.map { Lane(rota: rota, seat: $0, colour: position % 12) }
    }
  }

  private var start: Instant { model.settings.zone.start(of: days.lowerBound) }
  private var end: Instant { model.settings.zone.start(of: days.upperBound + 1) }
  private var width: Int { Lanes.labelWidth + Lanes.dayWidth * (days.upperBound - days.lowerBound + 1) }

  /// The position of an instant along the axis, cut to what is shown, in tenths of a unit.
  private func x(_ instant: Instant) -> Int {
    let part = min(max(instant.seconds, start.seconds), end.seconds) - start.seconds
    return Lanes.labelWidth * 10 + part * (width - Lanes.labelWidth) * 10 / max(1, end.seconds - start.seconds)
  }

  func svg() -> [UInt8] {
    let height = Lanes.headHeight + lanes.count * Lanes.laneHeight
    var out =
      "<svg width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
      + " data-start=\"\(start)\" data-end=\"\(end)\" data-x0=\"\(Lanes.labelWidth)\" data-x1=\"\(width)\">\n"
    out +=
      "<defs><pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path class=\"hatch-line\" d=\"M0 8 8 0\"/></pattern></defs>\n"
    out += weeks(height: height)
    for (row, lane) in lanes.enumerated() { out += self.lane(lane, y: Lanes.headHeight + row * Lanes.laneHeight) }
    out += today(height: height) + "</svg>"
    return Array(out.utf8)
  }

  private func weeks(height: Int) -> String {
    stride(from: days.lowerBound.number, through: days.upperBound.number, by: 7).map { number in
      let monday = Day(number: number)
      let x = Lanes.labelWidth + (monday - days.lowerBound) * Lanes.dayWidth
      let (_, month, day) = monday.components
      let name = "\(day) \(Day.monthName(month).prefix(3))"
      return
        "<path class=\"week-line\" d=\"M\(x) 20V\(height)\"/><text class=\"week-text\" x=\"\(x + 3)\" y=\"14\">\(name)</text>\n"
    }.joined()
  }

  private func lane(_ lane: Lane, y: Int) -> String {
    let rota = lane.rota.rota
    let name = rota.seats.count > 1 ? "\(rota.title), \(rota.seats[lane.seat].title)" : rota.title
    let href = address.link(to: Places.rota(rota.id))
    var out =
      "<a href=\"\(href)\" aria-label=\"\(name.escaped)\"><text class=\"lane-label\" x=\"0\" y=\"\(y + 19)\">\(Lanes.shortened(name, to: 36).escaped)</text></a>\n"
    for gap in lane.rota.gaps
    where gap.interval.overlaps(start..<end) && (gap.seat ?? rota.seats[lane.seat].id) == rota.seats[lane.seat].id {
      out += rectangle("gap", gap.interval, y: y, title: "Not covered: \(gap.why)")
    }
    for turn in lane.rota.turns where turn.turn.interval.overlaps(start..<end) { out += bar(turn, lane, y: y) }
    return out
  }

  private func bar(_ turn: ScheduledTurn, _ lane: Lane, y: Int) -> String {
    let holder = turn.holders[lane.seat]
    guard let person = holder.person.flatMap(model.organisation.person) else { return "" }
    let status = holder.status == .projected ? " projected" : ""
    let zone = lane.rota.rota.zone
    let title = "\(person.name), \(zone.words(turn.turn.start)) to \(zone.words(turn.turn.end))"
    let (left, right) = (x(turn.turn.start), x(turn.turn.end))
    let fitting = (right - left - 80) / 66
    let text = person.name.count <= fitting ? person.name : fitting >= 2 ? person.initials : ""
    let label = "<text class=\"bar-text\" x=\"\(decimal(left + 50))\" y=\"\(y + 19)\">\(text.escaped)</text>\n"
    return rectangle("bar\(status) hue-\(lane.colour)", turn.turn.interval, y: y, title: title)
      + (text.isEmpty ? "" : label)
  }

  private func rectangle(_ style: String, _ interval: Range<Instant>, y: Int, title: String) -> String {
    let (left, right) = (x(interval.lowerBound), x(interval.upperBound))
    return
      "<rect class=\"\(style)\" x=\"\(decimal(left + 5))\" y=\"\(y + 3)\" width=\"\(decimal(max(10, right - left - 10)))\" height=\"\(Lanes.laneHeight - 6)\" rx=\"3\"><title>\(title.escaped)</title></rect>\n"
  }

  private func today(height: Int) -> String {
    "<g class=\"today\" transform=\"translate(\(decimal(x(model.asOf))) 0)\"><path d=\"M0 18V\(height)\"/></g>\n"
  }

  private func decimal(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func shortened(_ text: String, to limit: Int) -> String {
    text.count <= limit ? text : text.prefix(limit - 1) + "…"
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
