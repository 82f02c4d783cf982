import CivilTime
import Roster
import Scheduling

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
  /// Why this person, in words.
  var reasonWords: String {
    let reason = Holder.words(reason)
    guard !passedOver.isEmpty, person != nil else { return reason }
    let others = passedOver.map { "\($0.person): \($0.why.words)" }.joined(separator: "; ")
    return "\(reason). Passed over: \(others)"
  }

  private static func words(_ reason: Reason) -> String {
    switch reason {
    case .published: return "Published in the plan"
    case .next: return "Next in turn"
    case .pinned: return "Set by hand"
    case .volunteer: return "Volunteered"
    case .repaired: return "Decided again after a change"
    case .gapRelaxed: return "Next in turn, sooner than usual because nobody else could"
    case .unfilled: return "Nobody could take the turn"
    case .word(let word) where word.hasPrefix("needed-for-"): return "Needed for \(word.dropFirst("needed-for-".count))"
    case .word(let word): return word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
