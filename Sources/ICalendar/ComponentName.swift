/// The components that calendars of shifts need (RFC 5545 3.4 and 3.6).
package enum ComponentName: String, Hashable, Sendable {
  case calendar = "VCALENDAR"
  case event = "VEVENT"

  /// The component that must hold this one.
  var parent: ComponentName? {
    switch self {
    case .calendar: nil
    case .event: .calendar
    }
  }
}
