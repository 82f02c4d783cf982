import CivilTime
import Roster
import Scheduling

/// The quarter of all rotas as a picture of its own (`calendar/quarter.svg`), to be shown in a chat or a wiki: a lane a
/// seat, a bar a turn with its holder's name, weeks along the top, today as a line. It needs no style sheet, and says the
/// same in words.
package struct QuarterPicture {
  private let model: SiteModel
  /// Both included; the first is a Monday.
  private let days: ClosedRange<Day>
  private let lanes: [Lane]
  private let start: Instant
  private let end: Instant

  private struct Lane {
    var rota: RotaSchedule
    var seat: Int
    var colour: Int
    /// From the longest to the shortest.
    var titles: [String]
    /// Whether it is the first of its rota.
    var isFirst: Bool
  }

  private static let label = 250
  private static let dayWidth = 14
  private static let lane = 30
  private static let head = 84
  private static let foot = 44
  /// The theme's twelve hues for rotas, on white.
  private static let colours = [
    "#655ec1", "#c46401", "#0e4298", "#518d69", "#a24488", "#7b582a", "#2394e1", "#46171a", "#da6ea8", "#374605",
    "#340267", "#623b62",
  ]

  package init(_ model: SiteModel) {
    self.model = model
    let first = model.today.monday
    let last = first + 13 * 7 - 1
    days = first...last
    start = model.settings.zone.start(of: first)
    end = model.settings.zone.start(of: last + 1)
    lanes = model.schedule.rotas.enumerated().flatMap { position, schedule in
      schedule.rota.laneTitles.enumerated().map { place, titles in
        Lane(rota: schedule, seat: place, colour: position % 12, titles: titles, isFirst: place == 0)
      }
    }
  }

  private var width: Int {
    QuarterPicture.label + (days.upperBound - days.lowerBound + 1) * QuarterPicture.dayWidth + 16
  }
  private var bottom: Int { QuarterPicture.head + lanes.count * QuarterPicture.lane }
  private var height: Int { bottom + QuarterPicture.foot }

  package var svg: [UInt8] {
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" aria-labelledby="t d" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif" font-size="13">
      <title id="t">\(title.escaped)</title>
      <desc id="d">\(words.escaped)</desc>
      <defs><pattern id="gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <path d="M0 0v7" stroke="#a32a2a" stroke-width="3"/></pattern></defs>
      <rect width="\(width)" height="\(height)" fill="#fff"/>
      <text x="16" y="30" font-size="19" font-weight="600" fill="#1b1d22">\(title.escaped)</text>

      """
    out += weeks
    for (row, lane) in lanes.enumerated() { out += picture(lane, y: QuarterPicture.head + row * QuarterPicture.lane) }
    return Array((out + today + key + "</svg>\n").utf8)
  }

  private var title: String {
    "\(model.settings.title): who is on, \(days.lowerBound.words) to \(days.upperBound.words)"
  }
}

// MARK: In words

extension QuarterPicture {
  /// Every lane's turns, for those who hear the picture.
  private var words: String {
    let lanes = lanes.map { lane in
      let turns = turns(of: lane).map { turn, holder in
        let name = holder.person.map(name) ?? "nobody"
        return "\(name) from \(turn.turn.day.words)\(holder.status == .projected ? " (projected)" : "")"
      }
      return "\(lane.titles[0]): \(turns.isEmpty ? "no turns" : turns.joined(separator: ", "))."
    }
    return (["As of \(model.settings.zone.words(model.asOf))."] + lanes).joined(separator: " ")
  }

  private func turns(of lane: Lane) -> [(ScheduledTurn, Holder)] {
    lane.rota.turns.filter { $0.turn.interval.overlaps(start..<end) }.map { ($0, $0.holders[lane.seat]) }
  }

  private func name(_ id: Person.ID) -> String { model.organisation.person(id)?.name ?? id.description }
}

// MARK: Drawing

extension QuarterPicture {
  /// The place of an instant along the axis, cut to what is shown.
  private func x(_ instant: Instant) -> Int {
    let part = min(max(instant.seconds, start.seconds), end.seconds) - start.seconds
    let axis = (days.upperBound - days.lowerBound + 1) * QuarterPicture.dayWidth
    return QuarterPicture.label + part * axis / (end.seconds - start.seconds)
  }

  /// A line for each Monday with its date, and the months above.
  private var weeks: String {
    var out = ""
    for number in stride(from: days.lowerBound.number, through: days.upperBound.number, by: 7) {
      let monday = Day(number: number)
      let x = QuarterPicture.label + (monday - days.lowerBound) * QuarterPicture.dayWidth
      let (year, month, day) = monday.components
      out += "<path d=\"M\(x).5 62V\(bottom)\" stroke=\"#d9dbe0\"/>"
      out += "<text x=\"\(x + 5)\" y=\"76\" fill=\"#50545e\">\(day)</text>\n"
      guard day <= 7 || monday == days.lowerBound else { continue }
      out +=
        "<text x=\"\(x + 5)\" y=\"56\" font-weight=\"600\" fill=\"#1b1d22\">\(Day.monthName(month)) \(year)</text>\n"
    }
    return out
  }

  private func picture(_ lane: Lane, y: Int) -> String {
    let colour = QuarterPicture.colours[lane.colour]
    var out =
      lane.isFirst ? "<path d=\"M16 \(y).5H\(width - 16)\" stroke=\"#b9bcc4\"/>" : ""
    out += "<rect x=\"16\" y=\"\(y + 10)\" width=\"10\" height=\"10\" rx=\"2\" fill=\"\(colour)\"/>"
    out +=
      "<text x=\"34\" y=\"\(y + 20)\" fill=\"#1b1d22\">\(QuarterPicture.fitting(lane.titles, 208).escaped)</text>\n"
    for gap in lane.rota.gaps where isGap(gap, of: lane) { out += bar(gap.interval, y, "fill=\"url(#gap)\"") }
    for (turn, holder) in turns(of: lane) { out += self.bar(turn, holder, colour, y) }
    for shift in lane.rota.shifts where isCover(shift, of: lane) { out += cover(shift, colour, y) }
    return out
  }

  private func isGap(_ gap: Gap, of lane: Lane) -> Bool {
    let seat = lane.rota.rota.seats[lane.seat].id
    return gap.interval.overlaps(start..<end) && (gap.seat ?? seat) == seat
  }

  private func isCover(_ shift: Shift, of lane: Lane) -> Bool {
    shift.change == .cover && shift.seat == lane.rota.rota.seats[lane.seat].id && shift.interval.overlaps(start..<end)
  }

  private func bar(_ turn: ScheduledTurn, _ holder: Holder, _ colour: String, _ y: Int) -> String {
    let style =
      holder.status == .projected
      ? "fill=\"#fff\" stroke=\"\(colour)\" stroke-dasharray=\"4 3\""
      : "fill=\"\(colour)\" fill-opacity=\".2\" stroke=\"\(colour)\""
    guard let id = holder.person else { return bar(turn.turn.interval, y, "fill=\"url(#gap)\"") }
    let person = model.organisation.person(id)
    let names = [name(id), name(id).split(separator: " ").first.map(String.init) ?? "", person?.initials ?? ""]
    let space = x(turn.turn.end) - x(turn.turn.start) - 12
    let text = QuarterPicture.fitting(names, space)
    let label = "<text x=\"\(x(turn.turn.start) + 7)\" y=\"\(y + 20)\" fill=\"#1b1d22\">\(text.escaped)</text>"
    return bar(turn.turn.interval, y, style) + (text.isEmpty ? "" : label) + "\n"
  }

  /// A cover, as a stripe below the holder's name.
  private func cover(_ shift: Shift, _ colour: String, _ y: Int) -> String {
    let (left, right) = (x(shift.interval.lowerBound), x(shift.interval.upperBound))
    return
      "<rect x=\"\(left)\" y=\"\(y + 23)\" width=\"\(max(4, right - left))\" height=\"5\" rx=\"2\" fill=\"\(colour)\"/>\n"
  }

  private func bar(_ interval: Range<Instant>, _ y: Int, _ style: String) -> String {
    let (left, right) = (x(interval.lowerBound), x(interval.upperBound))
    return
      "<rect x=\"\(left + 1).5\" y=\"\(y + 4).5\" width=\"\(max(3, right - left - 3))\" height=\"21\" rx=\"3\" \(style)/>"
  }

  private var today: String {
    let x = x(model.asOf)
    return "<path d=\"M\(x) 62V\(bottom)\" stroke=\"#b3261e\" stroke-width=\"2\"/>"
      + "<path d=\"M\(x - 5) 60h10l-5 7z\" fill=\"#b3261e\"/>\n"
  }

  /// What bars mean, and of which instant the picture speaks.
  private var key: String {
    let y = bottom + 14
    let parts = [
      ("fill=\"#50545e\" fill-opacity=\".2\" stroke=\"#50545e\"", "published"),
      ("fill=\"#fff\" stroke=\"#50545e\" stroke-dasharray=\"4 3\"", "projected, may still change"),
      ("fill=\"#50545e\"", "cover"), ("fill=\"url(#gap)\"", "nobody"),
    ]
    var x = QuarterPicture.label
    var out = ""
    for (style, text) in parts {
      let (top, height) = text == "cover" ? (y + 6, 5) : (y, 14)
      out += "<rect x=\"\(x).5\" y=\"\(top).5\" width=\"23\" height=\"\(height)\" rx=\"3\" \(style)/>"
      out += "<text x=\"\(x + 30)\" y=\"\(y + 12)\" fill=\"#50545e\">\(text)</text>"
      x += 52 + QuarterPicture.width(of: text)
    }
    let asOf = "As of \(model.settings.zone.words(model.asOf))"
    return out + "<text x=\"\(width - 16)\" y=\"\(y + 12)\" text-anchor=\"end\" fill=\"#50545e\">\(asOf)</text>\n"
  }
}

// MARK: Fitting text

extension QuarterPicture {
  /// The first of several texts that fits into a width; else as much of the last as fits, or nothing where that is little.
  private static func fitting(_ texts: [String], _ space: Int) -> String {
    if let text = texts.first(where: { width(of: $0) <= space }) { return text }
    return space < 100 ? "" : (texts.last ?? "").prefix(space / 8 - 1) + "…"
  }

  /// How wide a text is at most, at 13 px: letters of the Latin alphabet are 8 px on average in wide fonts, those of
  /// East Asia 13.
  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 13 : $1.properties.isUppercase ? 10 : 7) }
  }
}
