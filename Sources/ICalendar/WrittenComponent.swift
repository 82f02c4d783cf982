/// A component as it stands in a calendar, written once for all that hold it.
package struct WrittenComponent: Sendable {
  let name: ComponentName
  let bytes: [UInt8]

  /// Writes a component with what `body` puts into it.
  package init(_ name: ComponentName, _ body: (inout CalendarWriter) -> Void) {
    self.name = name
    var writer = CalendarWriter(inside: name.parent)
    writer.reserveCapacity(1024)
    writer.component(name, body)
    bytes = writer.bytes
  }
}
