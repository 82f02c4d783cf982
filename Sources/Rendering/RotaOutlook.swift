import CivilTime
import Roster
import Scheduling
import Templates

/// What is to come on a rota, and whether it does what it promises.
extension View {
  func outlook(_ schedule: RotaSchedule) -> Members {
    let handovers = handovers(schedule)
    let promises = model.schedule.promises(of: schedule, model.organisation, faults: model.promiseFaults)
    return [
      "handovers": .list(handovers), "has_handovers": .flag(!handovers.isEmpty),
      "promises": .list(
        promises.map { promise in
          [
            "words": .text(promise.words), "kept": .flag(promise.broken == nil),
            "why": text(promise.broken.map(\.summary)),
          ]
        }),
      "has_promises": .flag(!promises.isEmpty),
    ]
  }

  /// The next six handovers, each with who gives and who takes every seat that changes hands.
  private func handovers(_ schedule: RotaSchedule) -> [TemplateValue] {
    let pairs = zip(schedule.turns, schedule.turns.dropFirst()).filter { $1.turn.start > model.asOf }
    return pairs.prefix(6).map { before, after -> TemplateValue in
      let seats = zip(schedule.rota.seats, zip(before.holders, after.holders)).filter { $1.0.person != $1.1.person }
      return [
        "start": time(after.turn.start, schedule.rota.zone),
        "projected": .flag(after.holders.contains { $0.status == .projected }),
        "seats": .list(
          seats.map { seat, holders in
            [
              "seat": .text(seat.title), "out": person(holders.0.person), "in": person(holders.1.person),
              "clocks": .list(clocks([holders.0.person, holders.1.person], after.turn.start, schedule.rota.zone)),
            ]
          }),
        "seats_many": .flag(schedule.rota.seats.count > 1), "same": .flag(seats.isEmpty),
      ]
    }
  }

  /// What the clocks of those people show who do not live by the rota's: `16:00 for Ben Ode, Europe/London`.
  private func clocks(_ people: [Person.ID?], _ instant: Instant, _ zone: Zone) -> [TemplateValue] {
    var seen: Set<Person.ID> = []
    return people.compactMap { $0 }.filter { seen.insert($0).inserted }.compactMap(model.organisation.person)
      .filter { $0.zone.offset(at: instant) != zone.offset(at: instant) }
      .map { person in
        let (there, here) = (person.zone.local(instant), zone.local(instant))
        let day = there.day == here.day ? "" : "\(there.day.weekday.name) "
        return .text("\(day)\(there.time) for \(person.name), \(person.zone.identifier)")
      }
  }
}

/// How much somebody has served.
extension View {
  /// A row for each seat that somebody has been on in a year, or is a member of.
  func shares(of person: Person) -> [TemplateValue] {
    model.fairness.rotas.flatMap { rota -> [TemplateValue] in
      rota.seats.flatMap { seat in
        seat.people.filter { $0.person == person.id }.map { row in
          let isDays = rota.rota.balance == .days
          let had = isDays ? row.days : row.turns
          return [
            "rota": self.rota(rota.rota), "seat": rota.rota.seats.count > 1 ? .text(seat.seat.title) : false,
            "turns": .number(had), "unit": .text((isDays ? "day" : "turn") + (had == 1 ? "" : "s")),
            "share": .text(row.share.tenths), "difference": .text(row.difference.signedTenths),
            "within": .flag(row.isWithinTarget), "weekends": .number(row.weekends), "holidays": .number(row.holidays),
          ]
        }
      }
    }
  }
}

/// Who knows what.
extension View {
  func knowledge() -> [TemplateValue] {
    let experts = Experts(model)
    return experts.skills.map { skill in
      ["skill": .text(skill), "people": .list(experts.people(skill).map { person($0.id) })]
    }
  }
}
