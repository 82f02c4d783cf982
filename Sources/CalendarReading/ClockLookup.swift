import CivilTime
import Diagnostics

/// Finds the clocks that TZIDs name, RFC 5545 3.2.19.
///
/// Keyed by TZID for one file alone; a name is looked up, and a fault told, once.
final class ClockLookup {
  private let zones: [String: Component]
  private let observances: [String: [Component]]
  private let last: WallTime
  private let collector: DiagnosticCollector
  private var found: [String: Clock?] = [:]

  /// - Parameter last: the last wall time of interest.
  init(_ components: [Component], through last: WallTime, _ collector: DiagnosticCollector) {
    var (zones, observances): ([String: Component], [String: [Component]]) = ([:], [:])
    for zone in components.indices where components[zone].name == "VTIMEZONE" {
      guard let name = components[zone].first("TZID")?.value.text else { continue }
      zones[name] = components[zone]
      observances[name] = components.filter { $0.parent == zone && ["STANDARD", "DAYLIGHT"].contains($0.name) }
    }
    (self.zones, self.observances, self.last, self.collector) = (zones, observances, last, collector)
  }

  /// The zone that the name means in the world, or else the one that the file describes under it; `nil` and an error
  /// where it is neither.
  func clock(_ name: ContentLine.Piece) -> Clock? {
    if let known = found[name.text] { return known }
    let clock = ClockLookup.zone(name.text).map(Clock.zone) ?? own(name)
    found[name.text] = .some(clock)
    return clock
  }

  /// The zone of `Europe/London`, `/citadel.org/20190914_1/Europe/London`, `GMT Standard Time`.
  private static func zone(_ name: String) -> Zone? {
    let parts = name.split(separator: "/")
    let suffixes = parts.indices.map { parts[$0...].joined(separator: "/") }
    return suffixes.lazy.compactMap { Zone($0) }.first ?? (windowsZones[name] ?? shortZones[name]).flatMap { Zone($0) }
  }

  private func own(_ name: ContentLine.Piece) -> Clock? {
    guard let component = zones[name.text] else {
      collector.report(.unknown(name))
      return nil
    }
    if let zone = component.first("X-LIC-LOCATION").flatMap({ Zone($0.value.text) }) { return .zone(zone) }
    guard let zone = OwnZone(observances[name.text] ?? [], through: last, collector) else {
      collector.report(.unusable(component, name))
      return nil
    }
    return .own(zone)
  }
}

extension Diagnostic {
  fileprivate static func unknown(_ name: ContentLine.Piece) -> Diagnostic {
    let near = didYouMean(name.text, Zone.names + windowsZones.keys)
    return .error(
      "ics-zone",
      "'\(excerpt(name.text))' is no time zone such as Europe/London, and the file does not describe it\(near)",
      at: name.range)
  }

  fileprivate static func unusable(_ component: Component, _ name: ContentLine.Piece) -> Diagnostic {
    .error(
      "ics-zone",
      "'\(excerpt(name.text))' is described without a start and two offsets: expected DTSTART, TZOFFSETFROM, TZOFFSETTO",
      at: component.range)
  }
}
