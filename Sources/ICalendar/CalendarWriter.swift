/// Writes iCalendar (RFC 5545 with RFC 7986), one content line after the other, into bytes.
///
/// It knows components, properties and values, nothing of rotas, shifts or pages, and asks neither a clock nor a time
/// zone. Whatever texts come in, what goes out is valid: CRLF, at most 75 octets a line folded between code points,
/// no control characters but the tab, every value escaped as its type asks. Same calls, same bytes.
///
///     var writer = CalendarWriter()
///     writer.component(.calendar) { calendar in
///       calendar.property(.version, text: "2.0")
///       calendar.component(.event) { $0.property(.summary, text: "Delivery support, Ana Ruiz") }
///     }
package struct CalendarWriter: Sendable {
  private struct OpenComponent {
    var name: ComponentName
    var holdsComponents = false
  }

  package private(set) var bytes: [UInt8] = []
  private var open: [OpenComponent] = []
  /// The line being written; kept so that its memory is used again.
  private var line = ContentLine()

  package init() {}

  /// A writer of a part of a component that is not written here.
  init(inside name: ComponentName?) {
    if let name { open = [OpenComponent(name: name)] }
  }

  /// Makes room for that many bytes more.
  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Writes a component with what `body` puts into it.
  ///
  /// - Precondition: The component may stand here: a calendar in nothing, an event in a calendar.
  package mutating func component<Failure>(
    _ name: ComponentName, _ body: (inout CalendarWriter) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(open.last?.name == name.parent, "\(name.rawValue) may not stand here")
    if !open.isEmpty { open[open.count - 1].holdsComponents = true }
    writeLine("BEGIN", name.rawValue)
    open.append(OpenComponent(name: name))
    try body(&self)
    open.removeLast()
    writeLine("END", name.rawValue)
  }

  /// Writes components that were written before, and may stand in several calendars.
  ///
  /// - Precondition: As for those that are written here.
  package mutating func components(_ written: [WrittenComponent]) {
    guard !written.isEmpty else { return }
    precondition(written.allSatisfy { $0.name.parent == open.last?.name }, "a component may not stand here")
    if !open.isEmpty { open[open.count - 1].holdsComponents = true }
    bytes.reserveCapacity(written.reduce(bytes.count + 256) { $0 + $1.bytes.count })
    for component in written { bytes.append(contentsOf: component.bytes) }
  }

  private mutating func writeLine(_ name: StaticString, _ value: String) {
    line.start(name)
    line.startValue()
    line.append(value.utf8)
    line.end(into: &bytes)
  }

  /// Writes one line: its name, its parameters and what `value` appends.
  private mutating func write<Value>(
    _ name: PropertyName<Value>, _ parameters: [Parameter] = [], value: (inout ContentLine) -> Void
  ) {
    precondition(open.last?.holdsComponents == false, "properties stand in a component, before those it holds")
    line.start(name.head)
    for parameter in parameters { line.append(parameter) }
    line.startValue()
    value(&line)
    line.end(into: &bytes)
  }
}

// MARK: Properties

extension CalendarWriter {
  /// Any text: line ends become `\n`, controls other than tabs are dropped, white space at both ends too.
  package mutating func property(
    _ name: PropertyName<ValueType.Text>, text: String, parameters: [Parameter] = []
  ) {
    write(name, parameters) { $0.append(text: text) }
  }

  /// Texts separated by commas. An empty list writes no line.
  package mutating func property(
    _ name: PropertyName<ValueType.TextList>, texts: [String], parameters: [Parameter] = []
  ) {
    guard !texts.isEmpty else { return }
    write(name, parameters) { $0.append(texts: texts) }
  }

  /// An instant in seconds since 1970-01-01T00:00:00Z, written in UTC.
  ///
  /// - Precondition: The instant lies in the years 0 to 9999.
  package mutating func property(_ name: PropertyName<ValueType.Instant>, instant: Int) {
    write(name) { $0.append(instant: instant) }
  }

  /// An instant for a property that may be a date instead.
  package mutating func property(_ name: PropertyName<ValueType.InstantOrDate>, instant: Int) {
    write(name) { $0.append(instant: instant) }
  }

  /// A day of the calendar.
  ///
  /// - Precondition: There is such a day in the years 0 to 9999.
  package mutating func property(
    _ name: PropertyName<ValueType.InstantOrDate>, date: (year: Int, month: Int, day: Int)
  ) {
    write(name, [.dateValue]) { $0.append(date: date) }
  }

  package mutating func property(_ name: PropertyName<ValueType.Integer>, integer: Int) {
    write(name) { $0.append(integer: integer) }
  }

  /// An exact time in whole seconds; a fraction is dropped. A day is written as 24 hours, as `P1D` could be 23 or 25.
  package mutating func property(_ name: PropertyName<ValueType.Duration>, duration: Duration) {
    write(name) { $0.append(duration: duration) }
  }

  /// An absolute address. What an address may not hold is percent-encoded; a `%` with two digits behind it stays.
  package mutating func property(
    _ name: PropertyName<ValueType.URI>, uri: String, parameters: [Parameter] = []
  ) {
    write(name, parameters) { $0.append(uri: uri) }
  }

  /// One of the words that the property allows.
  package mutating func property<Token: CalendarToken>(_ name: PropertyName<Token>, token: Token) {
    write(name) { $0.append(token.rawValue.utf8) }
  }
}
