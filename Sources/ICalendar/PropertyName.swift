/// A property, bound to the type of its value: `.summary` takes text and nothing else.
package struct PropertyName<Value>: Sendable {
  /// The name, with the VALUE parameter where the type is not the property's own.
  let head: StaticString

  fileprivate init(_ head: StaticString) { self.head = head }
}

/// The types of values (RFC 5545 3.3).
package enum ValueType {
  package enum Text {}
  package enum TextList {}
  /// An instant, always in UTC.
  package enum Instant {}
  package enum InstantOrDate {}
  package enum Integer {}
  package enum Duration {}
  package enum URI {}
}

extension PropertyName<ValueType.Text> {
  package static var version: Self { Self("VERSION") }
  package static var productID: Self { Self("PRODID") }
  package static var name: Self { Self("NAME") }
  package static var calendarName: Self { Self("X-WR-CALNAME") }
  package static var calendarDescription: Self { Self("X-WR-CALDESC") }
  package static var calendarTimeZone: Self { Self("X-WR-TIMEZONE") }
  /// A colour by its CSS3 name: `steelblue` (RFC 7986 5.9).
  package static var color: Self { Self("COLOR") }
  package static var uid: Self { Self("UID") }
  package static var summary: Self { Self("SUMMARY") }
  package static var description: Self { Self("DESCRIPTION") }
  package static var location: Self { Self("LOCATION") }
  package static var comment: Self { Self("COMMENT") }
  /// The UID of another component.
  package static var relatedTo: Self { Self("RELATED-TO") }
}

extension PropertyName<ValueType.TextList> {
  package static var categories: Self { Self("CATEGORIES") }
}

extension PropertyName<ValueType.Instant> {
  package static var stamp: Self { Self("DTSTAMP") }
  package static var created: Self { Self("CREATED") }
  package static var lastModified: Self { Self("LAST-MODIFIED") }
}

extension PropertyName<ValueType.InstantOrDate> {
  package static var start: Self { Self("DTSTART") }
  /// The first instant or day after the event.
  package static var end: Self { Self("DTEND") }
}

extension PropertyName<ValueType.Integer> {
  package static var sequence: Self { Self("SEQUENCE") }
  package static var priority: Self { Self("PRIORITY") }
  /// How many facts a projection was made from: with it a projected event changes when its roster does.
  package static var rosterFacts: Self { Self("X-SITEGEN-FACTS") }
}

extension PropertyName<ValueType.Duration> {
  package static var duration: Self { Self("DURATION") }
  package static var refreshInterval: Self { Self("REFRESH-INTERVAL;VALUE=DURATION") }
  package static var publishedTTL: Self { Self("X-PUBLISHED-TTL") }
}

extension PropertyName<ValueType.URI> {
  package static var url: Self { Self("URL") }
  package static var source: Self { Self("SOURCE;VALUE=URI") }
}

// MARK: Words

/// A word that one property allows, as it stands in the file.
package protocol CalendarToken: RawRepresentable<String>, Sendable {}

/// The calendar system; the default, and the only one there is.
package enum CalendarScale: String, CalendarToken {
  case gregorian = "GREGORIAN"
}

/// Whether an event leaves its time free (RFC 5545 3.8.2.7).
package enum Transparency: String, CalendarToken {
  case opaque = "OPAQUE"
  case transparent = "TRANSPARENT"
}

/// How settled an event is (RFC 5545 3.8.1.11).
package enum EventStatus: String, CalendarToken {
  case tentative = "TENTATIVE"
  case confirmed = "CONFIRMED"
  case cancelled = "CANCELLED"
}

/// What Outlook shows of an event's time.
package enum BusyStatus: String, CalendarToken {
  case free = "FREE"
  case tentative = "TENTATIVE"
  case busy = "BUSY"
  case away = "OOF"
}

extension PropertyName<CalendarScale> {
  package static var scale: Self { Self("CALSCALE") }
}

extension PropertyName<Transparency> {
  package static var transparency: Self { Self("TRANSP") }
}

extension PropertyName<EventStatus> {
  package static var status: Self { Self("STATUS") }
}

extension PropertyName<BusyStatus> {
  package static var busyStatus: Self { Self("X-MICROSOFT-CDO-BUSYSTATUS") }
}
