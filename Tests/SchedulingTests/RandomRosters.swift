import CivilTime
import Roster
import Scheduling

/// Random small rosters: a team, a rota of one to three seats, some of them with leave, weights, late members.
struct RandomRoster {
  var people: [String]
  var zone: String
  var turn: String
  var handover: String
  var seats: [[Entry]]
  var leave: [String: [(from: Day, to: Day)]] = [:]
  var minGap = 0

  struct Entry {
    var person: String
    var weight = "1"
  }

  static let start = Day(iso: "2026-01-05")!
  static let zones = ["Australia/Lord_Howe", "America/Chicago", "Europe/London", "Asia/Kolkata", "Pacific/Apia", "UTC"]

  init(_ generator: inout SeededGenerator, weights: Bool, leave hasLeave: Bool, seats count: Int = 1) {
    people = (0..<Int.random(in: max(2, count)...7, using: &generator)).map { "p\($0)" }
    zone = RandomRoster.zones.randomElement(using: &generator)!
    turn = ["1 week", "2 weeks", "3 days", "1 day", "1 month"].randomElement(using: &generator)!
    handover = ["02:30", "00:00", "09:00", "23:15"].randomElement(using: &generator)!
    let all = people
    seats = (0..<count).map { _ in
      all.shuffled(using: &generator).map { person in
        Entry(
          person: person, weight: weights ? ["1", "1", "0.5", "0.25", "0.8"].randomElement(using: &generator)! : "1")
      }
    }
    guard hasLeave else { return }
    for person in people where Bool.random(using: &generator) {
      let from = RandomRoster.start + Int.random(in: 0...200, using: &generator)
      leave[person] = [(from, from + Int.random(in: 0...20, using: &generator))]
    }
    minGap = Int.random(in: 0...1, using: &generator)
  }

  func literal(plan: String? = nil, changes: String? = nil) -> RosterLiteral {
    let seatLines = seats.enumerated().map { index, members in
      let list = members.map { "{person: \($0.person), weight: \($0.weight)}" }.joined(separator: ", ")
      return "  s\(index): {members: [\(list)]}\n"
    }
    var literal = RosterLiteral(
      rota:
        "timezone: \(zone)\nhandover: \(handover)\nturn: \(turn)\nstarts: \(RandomRoster.start)\nmin_gap: \(minGap)\nseats:\n"
        + seatLines.joined(), plan: plan, changes: changes)
    literal.files["people.yml"] = (people + ["ana"]).map { person in
      let away = (leave[person] ?? []).map { "{from: \($0.from), to: \($0.to), makeup: true}" }.joined(separator: ", ")
      return "\(person): {name: \(person), leave: [\(away)]}\n"
    }.joined()
    return literal
  }
}

/// The rules again, as plainly as they can be said: no state but the list of turns given out, everything counted anew
/// for every turn.
struct ObviousPlanner {
  let roster: RandomRoster
  let turns: [Turn]

  /// The person of each seat of each turn.
  func plan() -> [[String?]] {
    var given: [[String?]] = []
    for turn in turns {
      var row: [String?] = []
      for seat in roster.seats.indices { row.append(choose(turn.index, seat, given, row)) }
      given.append(row)
    }
    return given
  }

  private func choose(_ turn: Int, _ seat: Int, _ given: [[String?]], _ row: [String?]) -> String? {
    let free = roster.seats[seat].filter { !isAway($0.person, turns[turn]) && !row.contains($0.person) }
    let rested = free.filter { entry in
      !(max(0, turn - roster.minGap)..<turn).contains { given[$0].contains(entry.person) }
    }
    let pool = rested.isEmpty ? free : rested
    var best: RandomRoster.Entry?
    for entry in pool {
      // (2·load + 1) / (2·w) compared by multiplying out, w in hundredths.
      let isBetter = best.map { key(entry, seat, given) * hundredths($0) < key($0, seat, given) * hundredths(entry) }
      if isBetter ?? true { best = entry }
    }
    return best?.person
  }

  private func key(_ entry: RandomRoster.Entry, _ seat: Int, _ given: [[String?]]) -> Int {
    2 * given.count { $0[seat] == entry.person } + 1
  }

  private func hundredths(_ entry: RandomRoster.Entry) -> Int {
    ["1": 100, "0.5": 50, "0.25": 25, "0.8": 80][entry.weight]!
  }

  private func isAway(_ person: String, _ turn: Turn) -> Bool {
    var day = turn.day
    while day < turn.endDay {
      if (roster.leave[person] ?? []).contains(where: { $0.from <= day && day <= $0.to }) { return true }
      day = day + 1
    }
    return false
  }
}
