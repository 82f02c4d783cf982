import CivilTime

/// The clock that a time in a calendar file goes by.
enum Clock {
  case zone(Zone)
  /// The rules that the file itself gives.
  case own(OwnZone)

  func instant(_ wall: WallTime) -> Instant {
    switch self {
    case .zone(let zone):
      let minute = zone.instant(LocalTime(day: wall.day, time: TimeOfDay(minutes: wall.ofDay / 60)))
      return Instant(seconds: minute.seconds + wall.ofDay % 60)
    case .own(let zone): return zone.instant(wall)
    }
  }

  func wall(_ instant: Instant) -> WallTime {
    switch self {
    case .zone(let zone): WallTime(seconds: instant.seconds + zone.offset(at: instant))
    case .own(let zone): WallTime(seconds: instant.seconds + zone.offset(at: instant))
    }
  }
}

/// A zone made of the clock changes that a VTIMEZONE describes.
struct OwnZone {
  struct Change {
    var instant: Instant
    /// Seconds east of Greenwich.
    var before: Int
    var after: Int
  }

  /// Ascending, at least one.
  private let changes: [Change]

  /// `nil` without a change.
  init?(_ changes: [Change]) {
    guard !changes.isEmpty else { return nil }
    self.changes = changes.sorted { $0.instant < $1.instant }
  }

  func offset(at instant: Instant) -> Int {
    changes.last { $0.instant <= instant }?.after ?? changes[0].before
  }

  /// As RFC 5545 3.3.5 says: a skipped time counts with the offset before the change, one that happens twice is the first.
  func instant(_ wall: WallTime) -> Instant {
    let before = offset(at: Instant(seconds: wall.seconds - 86_400))
    let after = offset(at: Instant(seconds: wall.seconds + 86_400))
    let early = Instant(seconds: wall.seconds - before)
    if before == after || offset(at: early) == before { return early }
    let late = Instant(seconds: wall.seconds - after)
    return offset(at: late) == after ? late : early
  }
}
