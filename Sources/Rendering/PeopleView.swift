import CivilTime
import Roster
import Scheduling
import Site
import Templates

extension View {
  /// The directory of everybody.
  func peoplePage() -> Members {
    var members = common(
      PageFacts(
        kind: "people", title: "People", description: "Everybody, with time zones, skills and rotas", ancestors: above()
      ))
    let knowledge = knowledge()
    members["knowledge"] = .list(knowledge)
    members["has_knowledge"] = .flag(!knowledge.isEmpty)
    members["people"] = .list(model.organisation.people.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(entry))
    members["shifts_json"] = shiftData(model.schedule.rotas, before: soon)
    return members
  }

  private func entry(_ person: Person) -> TemplateValue {
    let services = model.services[person.id, default: []]
    let coming = services.filter { $0.interval.lowerBound > model.asOf }.prefix(3)
    return [
      "id": .text(person.id.description), "name": .text(person.name), "href": link(to: Places.person(person.id)),
      "initials": .text(person.initials), "colour": .number(View.colour(person.id)), "team": team(person.team),
      "timezone": .text(person.zone.identifier), "skills": texts(person.skills),
      "rotas": .list(rotas(of: person.id).map { rota($0) }),
      // The browser shows the first that has not begun.
      "coming": .list(
        coming.map { ["rota": rota($0.rota.rota), "start": time($0.interval.lowerBound, $0.rota.rota.zone)] }),
      "left": .flag(person.left.map { $0 < model.today } ?? false),
      "current": .flag(services.contains { $0.isOnDuty(at: model.asOf) }),
    ]
  }

  /// The rotas in which somebody is a member of a seat today or later.
  private func rotas(of person: Person.ID) -> [Rota] {
    model.organisation.rotas.filter { rota in
      rota.seats.contains { $0.member(person).map { ($0.to ?? model.today) >= model.today } ?? false }
    }
  }

  /// The clocks of a zone for a year from the as-of instant, for the browser.
  private func clock(_ zone: Zone) -> String {
    let end = Instant(seconds: model.asOf.seconds + 366 * 86_400)
    let changes = sequence(first: model.asOf, next: zone.change).prefix { $0 < end }
    var bytes: [UInt8] = []
    zone.periods(at: changes).write(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The page of one person.
  func personPage(_ person: Person) -> Members {
    var members = common(
      PageFacts(
        kind: "person", title: person.name, description: "\(person.name): next turns, time zone, skills, calendar",
        ancestors: above(("People", Places.people))))
    let services = model.services[person.id, default: []]
    let shown = services.filter { $0.interval.overlaps(model.window) }
    members["id"] = .text(person.id.description)
    members["name"] = .text(person.name)
    members["initials"] = .text(person.initials)
    members["colour"] = .number(View.colour(person.id))
    members["team"] = team(person.team)
    members["timezone"] = .text(person.zone.identifier)
    members["clock"] = .text(clock(person.zone))
    members["email"] = text(person.email)
    members["chat"] = text(person.chat)
    members["skills"] = texts(person.skills)
    members["has_skills"] = .flag(!person.skills.isEmpty)
    members["groups"] = texts(person.groups)
    members["left"] = day(person.left.flatMap { $0 < model.today ? $0 : nil })
    members["joined"] = day(person.joined)
    members["exempt"] = text(person.exempt)
    members["turns"] = .list(shown.map(turn))
    members["has_turns"] = .flag(!shown.isEmpty)
    // The next one is told however far off it is. One may begin before the page is read: the browser shows the first two
    // that have not ended.
    let coming = Array(services.filter { $0.interval.upperBound > model.asOf }.prefix(4))
    members["coming"] = .list(coming.map(turn))
    members["shifts_json"] = shiftData(of: coming)
    let shares = shares(of: person)
    members["shares"] = .list(shares)
    members["has_shares"] = .flag(!shares.isEmpty)
    members["fairness_href"] = link(to: Places.fairness)
    members.merge(around(person)) { $1 }
    return members
  }

  private func around(_ person: Person) -> Members {
    let leave = person.leave.filter { $0.days.upperBound >= model.today }.sorted {
      $0.days.lowerBound < $1.days.lowerBound
    }
    let owned = model.organisation.rotas.filter { $0.owner == person.id }
    return [
      "leave": .list(leave.map { ["from": day($0.days.lowerBound), "to": day($0.days.upperBound)] }),
      "has_leave": .flag(!leave.isEmpty), "owns": .list(owned.map { rota($0) }), "has_owns": .flag(!owned.isEmpty),
      "feeds": feeds(of: person),
      "has_feeds": .flag(!model.settings.hasSecretFeeds), "has_secret_feed": .flag(model.settings.hasSecretFeeds),
    ]
  }

  private func turn(_ service: Service) -> TemplateValue {
    let zone = service.rota.rota.zone
    let isOnDuty = service.isOnDuty(at: model.asOf)
    let back = isOnDuty ? nil : service.shifts.first { $0.interval.lowerBound > model.asOf }
    return [
      "key": .text(service.key), "rota": rota(service.rota.rota), "seat": .text(service.seat.title),
      "start": time(service.interval.lowerBound, zone), "end": time(service.interval.upperBound, zone),
      "current": .flag(service.interval.contains(model.asOf)), "past": .flag(service.interval.upperBound <= model.asOf),
      "off_duty": .flag(!isOnDuty), "back": back.map { time($0.interval.lowerBound, zone) } ?? false,
      "projected": .flag(service.isProjected), "swapped": .flag(service.isSwapped),
      "for": person(service.coveredFor), "followed_by": person(service.followedBy),
    ]
  }
}
