import CivilTime
import Roster
package import Scheduling

extension Rota.Kind {
  /// What the kind is called on a page.
  var words: String {
    switch self {
    case .support: "Support"
    case .onCall: "On-call"
    case .escalation: "Escalation"
    case .comms: "Communications"
    }
  }
}

extension Rota {
  /// `1 week from Monday 10:00`, `Product sprints, from 09:30`.
  var turnWords: String {
    switch cadence.length {
    case .calendar(let calendar): "\(calendar.title), from \(cadence.handover)"
    case .span(let span) where span.unit == .weeks: "\(span) from \(cadence.starts.weekday.name) \(cadence.handover)"
    case .span(let span): "\(span) from \(cadence.handover)"
    }
  }

  var hoursWords: String {
    switch hours {
    case .always: "Round the clock"
    case .windows: "\(hours.words) (\(zone.identifier))"
    }
  }

  var holidayWords: String? {
    guard let holidays else { return nil }
    switch holidays.effect {
    case .skip: return "No turn on public holidays (\(holidays.calendar.id))"
    case .cover: return "Public holidays (\(holidays.calendar.id)) are covered like any day"
    case .handover(let rota): return "Public holidays (\(holidays.calendar.id)) are taken by \(rota)"
    }
  }
}

extension Holder {
  /// Why this person, in words: `Lowest load, 5.5 of a share of 5.8; ben skipped: leave 14–16 Jan`.
  package var reasonWords: String {
    guard person != nil else { return reason.words }
    let others = passedOver.map { "\($0.person) skipped: \($0.why.shortWords)" }
    return ([reason.words + standingWords] + others).joined(separator: "; ")
  }

  private var standingWords: String {
    if let insteadOf { return ", instead of \(insteadOf)" }
    guard let standing else { return "" }
    let unit = standing.unit == .days ? " days" : ""
    let load = "\(standing.load.tenths)\(unit) of a share of \(standing.share.tenths)\(unit)"
    return reason == .gapRelaxed ? ": \(load)" : ": lowest load, \(load)"
  }
}

extension Reason {
  /// `Next in turn`; what everybody may read, without other people's leave.
  var words: String {
    switch self {
    case .published: return "Published in the plan"
    case .next: return "Next in turn"
    case .pinned: return "Set by hand"
    case .volunteer: return "Volunteered"
    case .repaired: return "Decided again after a change"
    case .gapRelaxed: return "Next in turn, sooner than usual because nobody else could"
    case .unfilled: return "Nobody could take the turn"
    case .word(let word):
      if let group = neededGroup { return "Needed for \(group)" }
      return word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}

extension Ineligibility {
  /// `leave 14–16 Jan`.
  fileprivate var shortWords: String {
    switch self {
    case .leave(let days): "leave \(days.shortWords)"
    default: words
    }
  }
}

extension ClosedRange<Day> {
  /// `14 Jan`, `14–16 Jan`, `30 Jan–2 Feb`; with years where it crosses one.
  var shortWords: String {
    let (first, last) = (lowerBound.components, upperBound.components)
    let (from, to) = (lowerBound.dayAndMonth, upperBound.dayAndMonth)
    if lowerBound == upperBound { return from }
    if first.year != last.year { return "\(from) \(first.year)–\(to) \(last.year)" }
    return first.month == last.month ? "\(first.day)–\(to)" : "\(from)–\(to)"
  }
}

extension Day {
  /// `14 Jan`.
  fileprivate var dayAndMonth: String { "\(components.day) \(Day.monthName(components.month).prefix(3))" }
}
