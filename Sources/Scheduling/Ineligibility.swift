package import CivilTime
package import Roster

/// What keeps a member from a turn.
package enum Ineligibility: Hashable, Sendable {
  /// Not a member on every day of the turn.
  case notMember
  case leave(ClosedRange<Day>)
  /// On another seat of the same rota, or on a rota that excludes this one, at the same time.
  case serves(Rota.ID, Seat.ID)
  /// Still stands beside the holder to learn.
  case shadows
  /// Another of the person's turns in this rota is too near.
  case tooSoon(after: Day)

  /// `on leave 14 to 16 Jan`.
  package var words: String {
    switch self {
    case .notMember: "not a member for the whole turn"
    case .leave(let days) where days.lowerBound == days.upperBound: "on leave \(days.lowerBound.words)"
    case .leave(let days): "on leave \(days.lowerBound.words) to \(days.upperBound.words)"
    case .serves(let rota, let seat): "serves on \(rota) (\(seat)) at the same time"
    case .shadows: "shadows first"
    case .tooSoon(let day): "has the turn of \(day.words), too near"
    }
  }
}
