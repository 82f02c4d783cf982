import CivilTime
import Diagnostics
import Roster

/// A cover with its instants.
struct Cover {
  var change: Change
  var person: Person.ID
  var interval: Range<Instant>
  var replacesOthers: Bool

  /// Whether it has not been taken back.
  var isInForce: Bool { change.withdrawn == nil }
  /// Whether it had been made by the end of a day and not been taken back.
  func isInForce(on day: Day) -> Bool { change.made <= day && (change.withdrawn.map { day < $0 } ?? true) }
  /// The days of the decisions about it.
  var decisions: [Day] { [change.made] + (change.withdrawn.map { [$0] } ?? []) }
}

extension Desk {
  /// The covers of one seat, withdrawn ones too, later ones of changes.yml last. Two in force that overlap are an error unless the later says `over`.
  func covers(rota: Int, seat: Int, asOf: Instant, _ collector: DiagnosticCollector) -> [Cover] {
    let zone = rotas[rota].rota.zone
    var covers: [Cover] = []
    for change in organisation.changes where isChange(change, of: rota, seat) {
      guard case .cover(let from, let to, let person, let over) = change.action else { continue }
      let (start, end) = (zone.instant(from), zone.instant(to))
      guard start < end else { continue }
      let cover = Cover(change: change, person: person, interval: start..<end, replacesOthers: over)
      guard cover.isInForce else {
        covers.append(cover)
        continue
      }
      if !over, let other = covers.first(where: { $0.isInForce && $0.interval.overlaps(cover.interval) }) {
        collector.report(.coversOverlap(cover, other))
      }
      check(cover, rota: rota, seat: seat, from: from, to: to, asOf: asOf, collector)
      covers.append(cover)
    }
    return covers
  }

  private func isChange(_ change: Change, of rota: Int, _ seat: Int) -> Bool {
    change.rota == rotas[rota].rota.id && change.seat == rotas[rota].rota.seats[seat].id
  }

  private func check(
    _ cover: Cover, rota: Int, seat: Int, from: LocalTime, to: LocalTime, asOf: Instant,
    _ collector: DiagnosticCollector
  ) {
    let touched = rotas[rota].turns.indices.filter { rotas[rota].turns[$0].interval.overlaps(cover.interval) }
    guard !touched.isEmpty else {
      collector.report(.coverOfNothing(cover, rotas[rota].rota))
      return
    }
    if touched.allSatisfy({ rotas[rota].slots[$0][seat].holder.person == cover.person }) {
      collector.report(.coverOfOneself(cover))
    }
    guard cover.interval.upperBound > asOf else { return }
    let last = to.time == .midnight ? to.day - 1 : to.day
    if !(rotas[rota].rota.seats[seat].member(cover.person)?.isMember(from: from.day, through: last) ?? false) {
      collector.report(.coverOfNoMember(cover))
      return
    }
    let days = (0...(last - from.day)).lazy.map { from.day + $0 }
    if let day = days.first(where: { organisation.person(cover.person)?.isOnLeave($0) ?? false }) {
      collector.report(.coverInLeave(cover, day))
    }
  }
}

/// A part of a covered piece with the one who is on.
struct Stint {
  var person: Person.ID
  var interval: Range<Instant>
  var isCover: Bool
  /// What tells it apart from the others: 1 for the part that the piece begins with, 2k for one that begins with the
  /// k-th cover that touches the piece, 2k + 1 for one that begins where that cover ends. Other covers do not alter it.
  var part: Int
}

extension CoveredPiece {
  /// The piece cut by covers: the later in the list wins, and neighbouring parts of one person are one.
  ///
  /// - Parameters:
  ///   - covers: all that touch the piece, withdrawn ones too, in the order of changes.yml.
  ///   - isInForce: which of them count, by their places.
  func stints(holder: Person.ID, covers: [Cover], isInForce: (Int) -> Bool) -> [Stint] {
    let relevant = covers.indices.filter(isInForce)
    let edges = relevant.flatMap { [covers[$0].interval.lowerBound, covers[$0].interval.upperBound] }
    let inner = Set(edges.filter { interval.lowerBound < $0 && $0 < interval.upperBound }).sorted()
    let bounds = [interval.lowerBound] + inner + [interval.upperBound]
    var stints: [Stint] = []
    var before: Int?
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      let cover = relevant.last { covers[$0].interval.contains(start) }
      let person = cover.map { covers[$0].person } ?? holder
      if let last = stints.last, last.person == person {
        stints[stints.count - 1].interval = last.interval.lowerBound..<end
      } else {
        let part = stints.isEmpty ? 1 : CoveredPiece.part(from: start, cover, before, covers)
        stints.append(Stint(person: person, interval: start..<end, isCover: person != holder, part: part))
      }
      before = cover
    }
    return stints
  }

  /// The number of a part that begins at an instant with one cover, or none, behind a part with another.
  private static func part(from start: Instant, _ cover: Int?, _ before: Int?, _ covers: [Cover]) -> Int {
    if let cover, covers[cover].interval.lowerBound == start { return 2 * (cover + 1) }
    guard let before else { preconditionFailure("a part begins where a cover begins or ends") }
    return 2 * (before + 1) + 1
  }

  /// The parts that were there at the end of some day and are not now: each as it last was, with the day of the decision
  /// that dissolved it.
  func dissolved(holder: Person.ID, covers: [Cover]) -> [(stint: Stint, day: Day)] {
    let days = Set(covers.flatMap(\.decisions)).sorted()
    var before: [Stint] = []
    var dissolved: [Int: (stint: Stint, day: Day)] = [:]
    for day in days {
      let after = stints(holder: holder, covers: covers) { covers[$0].isInForce(on: day) }
      let parts = Set(after.map(\.part))
      for part in parts { dissolved[part] = nil }
      for stint in before where !parts.contains(stint.part) { dissolved[stint.part] = (stint, day) }
      before = after
    }
    return dissolved.values.sorted { $0.stint.part < $1.stint.part }
  }
}

extension Diagnostic {
  fileprivate static func coversOverlap(_ cover: Cover, _ other: Cover) -> Diagnostic {
    .error(
      "cover-overlap", "'\(cover.person)' covers at the same time as \(other.person) on one seat",
      at: cover.change.range,
      notes: [
        Note("the other cover is here", range: other.change.range),
        Note("`over: true` on the later one says that it replaces the other for that time"),
      ])
  }

  fileprivate static func coverOfNothing(_ cover: Cover, _ rota: Rota) -> Diagnostic {
    .error("cover-turn", "'\(cover.person)' covers a time at which \(rota.id) has no turn", at: cover.change.range)
  }

  fileprivate static func coverOfOneself(_ cover: Cover) -> Diagnostic {
    .warning("cover-itself", "'\(cover.person)' has the turn that this covers", at: cover.change.range)
  }

  fileprivate static func coverOfNoMember(_ cover: Cover) -> Diagnostic {
    .error(
      "cover-member",
      "'\(cover.person)' covers \(cover.change.seat) of \(cover.change.rota) and is not a member of it then",
      at: cover.change.range)
  }

  fileprivate static func coverInLeave(_ cover: Cover, _ day: Day) -> Diagnostic {
    .error("cover-leave", "'\(cover.person)' covers and is on leave on \(day)", at: cover.change.range)
  }
}
