import Roster

extension Rota {
  /// What the lane of each seat may be called, the fullest first: the rota with the seat, the rota with the words that
  /// tell the seat from the others, the seat alone where it stands below another one of the rota.
  var laneTitles: [[String]] {
    guard seats.count > 1 else { return seats.map { _ in [title] } }
    let shared = Rota.sharedBeginning(of: seats.map(\.title))
    return seats.enumerated().map { place, seat in
      let whole = ["\(title), \(seat.title)", "\(title), \(seat.title.dropFirst(shared))"]
      return place > 0 ? whole + [seat.title] : whole
    }
  }

  /// How many letters all titles begin with, up to the end of a word.
  private static func sharedBeginning(of titles: [String]) -> Int {
    guard let first = titles.first else { return 0 }
    let shared = titles.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    return shared.lastIndex { $0 == " " }.map { shared.distance(from: shared.startIndex, to: $0) + 1 } ?? 0
  }
}

extension String {
  private func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
