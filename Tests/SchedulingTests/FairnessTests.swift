import CivilTime
import Roster
import Scheduling
import Testing

private let weekly = "handover: Monday 09:00\nturn: 1 week\nstarts: 2026-01-05\n"

extension RosterLiteral {
  fileprivate func fairness(asOf: String, _ rota: String = "r") -> RotaFairness {
    let (organisation, diagnostics) = read()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let (instant, today) = (Zone.utc.start(of: Day(iso: asOf)!), Day(iso: asOf)!)
    let schedule = Scheduler(organisation, asOf: instant).schedule(through: Zone.utc.start(of: today + 60)).schedule
    let fairness = Fairness(schedule, organisation: organisation, asOf: instant, today: today)
    return fairness.rotas.first { $0.rota.id == Rota.ID(rota) }!
  }

  /// `ana 3 of 2.5, +0.5` for each person of the first seat.
  fileprivate func shares(asOf: String) -> [String] {
    fairness(asOf: asOf).seats[0].people.map { row in
      "\(row.person) \(row.turns) of \(row.share.tenths), \(row.difference.tenths)"
    }
  }
}

@Suite("Fairness over a year")
struct FairnessTests {
  @Test("A turn is shared by weight among those who were there for the whole of it")
  func shares() {
    var roster = RosterLiteral(
      rota: weekly + "seats: {s: {members: [ana, {person: ben, weight: 0.5}, {person: cat, from: 2026-01-26}]}}\n")
    roster.files["people.yml"] =
      "ana: {name: ana, leave: [2026-01-14]}\nben: {name: ben}\ncat: {name: cat}\ndan: {name: dan}\n"
    // ana and ben by two to one, ben alone, ana and ben, then all three by two, one and two fifths.
    #expect(
      roster.turns(through: "2026-02-02") == ["01-05 ana next", "01-12 ben next", "01-19 ana next", "01-26 ana next"])
    #expect(
      roster.shares(asOf: "2026-01-30") == ["ana 3 of 1.7, 1.3", "ben 1 of 1.9, -0.9", "cat 0 of 0.4, -0.4"])
  }

  @Test("A turn counts for whoever serves more than half of it; half and half, for its holder")
  func credit() {
    let cover = { (to: String) in
      "- {cover: {from: 2026-01-12 09:00, to: \(to)}, rota: r, person: ana, made: 2025-12-01}\n"
    }
    let rota = weekly + "seats: {s: {members: [ana, ben]}}\n"
    #expect(
      RosterLiteral(rota: rota, changes: cover("2026-01-15 21:00")).shares(asOf: "2026-01-18") == [
        "ana 1 of 1, 0", "ben 1 of 1, 0",
      ])
    #expect(
      RosterLiteral(rota: rota, changes: cover("2026-01-15 21:01")).shares(asOf: "2026-01-18") == [
        "ana 2 of 1, 1", "ben 0 of 1, -1",
      ])
  }

  @Test("The window is a year of turns begun; the last and the next turn are looked for beyond it")
  func window() {
    let roster = RosterLiteral(
      rota:
        "handover: 09:00\nturn: 1 month\nstarts: 2024-11-01\nseats: {s: {members: [ana, {person: ben, to: 2025-01-31}]}}\n"
    )
    let fairness = roster.fairness(asOf: "2026-01-10")
    #expect(fairness.window == Day(iso: "2025-01-11")!...Day(iso: "2026-01-10")!)
    let row = fairness.seats[0].people
    #expect(row.map { "\($0.person) \($0.turns) \($0.days)" } == ["ana 12 365"])
    #expect(row[0].lastTurn?.day == Day(iso: "2026-01-01"))
    #expect(row[0].nextTurn?.day == Day(iso: "2026-02-01"))
  }

  @Test("Weekends, public holidays and minutes are those served by the as-of instant")
  func tallies() {
    var roster = RosterLiteral(
      rota: weekly + "holidays: {calendar: h, then: cover}\nseats: {s: {members: [ana, ben]}}\n",
      changes: "- {cover: {from: 2026-01-10 10:00, to: 2026-01-10 11:00}, rota: r, person: ben, made: 2026-01-09}\n")
    roster.files["holidays/h.yml"] = "2026-01-06: Epiphany\n2026-01-12: Handover day\n2026-01-19: Late\n"
    let rows = roster.fairness(asOf: "2026-01-13").seats[0].people
    let told = rows.map { "\($0.person) \($0.weekends) \($0.holidays) \($0.minutes) \($0.lateChanges)" }
    // ana has Saturday and Sunday of one week, 168 hours less one; ben one hour of that Saturday, and 15 hours of Monday.
    #expect(told == ["ana 1 2 10020 0", "ben 1 1 960 1"])
  }

  @Test("A change made less than 14 days ahead is late, whether a swap, a cover or the plan's line")
  func lateChanges() {
    let roster = RosterLiteral(
      rota: weekly + "seats: {s: {members: [ana, ben]}}\n",
      plan:
        "2026-01-05,s,ana,next,2025-12-22\n2026-01-12,s,ben,next,2026-01-01\n2026-01-19,s,ana,next,2025-12-01\n2026-01-26,s,ben,next,2025-12-01\n",
      changes:
        "- {swap: [2026-01-19, 2026-01-26], rota: r, made: 2026-01-12}\n- {cover: {from: 2026-01-05, to: 2026-01-05}, rota: r, person: ben, made: 2025-12-20}\n"
    )
    let fairness = roster.fairness(asOf: "2026-01-15")
    #expect(
      fairness.lateChanges.map { "\($0.made) \($0.kind) \($0.turn) \($0.person) \($0.ahead)" } == [
        "2026-01-01 plan 2026-01-12 ben 11", "2026-01-12 swap 2026-01-19 ben 7",
      ])
    #expect(fairness.lateChangesByQuarter.map { "\($0.quarter) \($0.count)" } == ["2026 Q1 2"])
  }

  @Test("What a hard rule of composition costs its people is counted, and who was spared is named")
  func composition() {
    var roster = RosterLiteral(
      rota: weekly + "compose: [{at_least: 1, of: apps}]\nseats: {s: {members: [ana, ben]}, t: {members: [cat, dan]}}")
    roster.files["people.yml"] = "ana: {name: a}\nben: {name: b}\ncat: {name: c, groups: [apps]}\ndan: {name: d}\n"
    let rows = roster.fairness(asOf: "2026-01-20").seats[1].people
    #expect(rows.map { "\($0.person) \($0.turns) \($0.extraTurns)" } == ["cat 3 [\"apps\": 2]", "dan 0 [:]"])
    let turns = roster.schedule(roster.read().organisation, "2026-01-01", "2026-01-20").schedule.rotas[0].turns
    #expect(turns.map { $0.holders[1].insteadOf?.description ?? "-" } == ["-", "dan", "dan"])
  }

  @Test("A rota costs its team its seats for each of the people")
  func capacity() {
    var roster = RosterLiteral(
      people: "", rota: weekly + "team: t\nholidays: {calendar: h, then: skip}\nseats: {s: {members: [ana, ben]}}\n")
    roster.files["people.yml"] =
      ["ana", "ben", "cat", "dan", "eve"].map { "\($0): {name: \($0), team: t}\n" }.joined()
      + "fay: {name: fay, team: t, left: 2026-01-09}\ngus: {name: gus, team: t, joined: 2026-02-01}\n"
    roster.files["teams.yml"] = "t: {name: T}\n"
    roster.files["holidays/h.yml"] = "2026-01-01: New Year\n2026-02-01: A Sunday\n"
    let capacity = roster.fairness(asOf: "2026-01-20").capacity
    #expect((capacity.seats, capacity.people, capacity.cost.percent) == (1, 5, 20))
    // 64 working days from January to March, one of them a holiday.
    #expect((capacity.quarter, capacity.engineerDays) == ("2026 Q1", 63))
    #expect((capacity.peopleForATenth, capacity.isAboveATenth) == (10, true))
    #expect(roster.fairness(asOf: "2026-01-20").seats[0].interval == 2)
  }

  @Test("Shares of all add up to the turns, whoever was away")
  func sums() {
    for seed in 0..<UInt64(60) {
      var generator = SeededGenerator(seed: seed)
      let roster = RandomRoster(&generator, weights: true, leave: true, seats: 1)
      for balance in ["turns", "days"] {
        var literal = roster.literal()
        literal.files["rotas/r.yml"]! += "balance: \(balance)\n"
        let seat = literal.fairness(asOf: "2026-06-30").seats[0]
        let had = seat.people.reduce(0) { $0 + (balance == "days" ? $1.days : $1.turns) }
        #expect(seat.people.reduce(Fraction.zero) { $0 + $1.share } == Fraction(had, 1), "seed \(seed)")
        #expect(seat.people.reduce(Fraction.zero) { $0 + $1.difference } == .zero, "seed \(seed)")
        #expect(seat.people.reduce(0) { $0 + $1.turns } == seat.turns, "seed \(seed)")
      }
    }
  }

  @Test("Without leave nobody is a whole turn off his share")
  func target() {
    for seed in 0..<UInt64(60) {
      var generator = SeededGenerator(seed: seed)
      let roster = RandomRoster(&generator, weights: false, leave: false)
      for row in roster.literal().fairness(asOf: "2026-08-31").seats[0].people {
        #expect(row.isWithinTarget && row.difference < Fraction(1, 1), "seed \(seed)")
      }
    }
  }
}
