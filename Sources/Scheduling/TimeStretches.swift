import CivilTime

/// Sets of stretches of time.
enum TimeStretches {
  /// The same time as sorted stretches that neither touch nor overlap.
  static func united(_ stretches: [Range<Instant>]) -> [Range<Instant>] {
    var united: [Range<Instant>] = []
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = united.last, stretch.lowerBound <= last.upperBound {
        united[united.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
      } else {
        united.append(stretch)
      }
    }
    return united
  }

  /// The time of `whole`, whose stretches are sorted and apart, that no stretch of `parts` covers.
  static func uncovered(in whole: [Range<Instant>], by parts: [Range<Instant>]) -> [Range<Instant>] {
    let covered = united(parts)
    return whole.flatMap { stretch in
      var (free, start): ([Range<Instant>], Instant) = ([], stretch.lowerBound)
      let first = covered.partitioningIndex { $0.upperBound > stretch.lowerBound }
      for part in covered[first...].prefix(while: { $0.lowerBound < stretch.upperBound }) {
        if start < part.lowerBound { free.append(start..<part.lowerBound) }
        start = max(start, part.upperBound)
      }
      return start < stretch.upperBound ? free + [start..<stretch.upperBound] : free
    }
  }
}
