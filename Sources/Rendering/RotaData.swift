import CivilTime
import Roster
package import Scheduling

/// The data files of api/: the same turns and shifts as on pages and in feeds.
package struct DataFiles {
  let model: SiteModel

  package init(_ model: SiteModel) { self.model = model }

  /// `api/rotas/<id>.json`: turns from `calendar.history` before to `calendar.ahead` after the as-of instant, whole turns.
  package func rota(_ schedule: RotaSchedule) -> [UInt8] {
    let window = self.window
    let gaps = schedule.gaps.filter { $0.interval.overlaps(window) }
    return JSONValue.object([
      ("rota", .string(schedule.rota.id.description)), ("title", .string(schedule.rota.title)),
      ("timezone", .string(schedule.rota.zone.identifier)), ("as_of", .instant(model.asOf)),
      ("planned_until", .instant(schedule.plannedUntil?.end)),
      ("turns", .array(schedule.turns(in: window).flatMap(turns))),
      ("shifts", .array(schedule.shifts(in: window).map(shift))), ("gaps", .array(gaps.map(gap))),
    ]).file
  }

  private var window: Range<Instant> {
    let local = model.settings.zone.local(model.asOf)
    let seconds = model.asOf.seconds - model.settings.zone.instant(local).seconds
    let bound = { (day: Day) in
      Instant(seconds: model.settings.zone.instant(LocalTime(day: day, time: local.time)).seconds + seconds)
    }
    return bound(local.day.adding(model.settings.history, times: -1))..<bound(local.day.adding(model.settings.ahead))
  }

  private func turns(_ turn: ScheduledTurn) -> [JSONValue] {
    let shadows = turn.shadows.map { shadow in
      turnValue(turn.turn, shadow.seat, shadow.person, shadow.status, .next, "Stands beside the holder to learn")
    }
    return turn.holders.map { turnValue(turn.turn, $0.seat, $0.person, $0.status, $0.reason, $0.reasonWords) } + shadows
  }

  private func turnValue(
    _ turn: Turn, _ seat: Seat.ID, _ person: Person.ID?, _ status: Holder.Status, _ reason: Reason, _ why: String
  ) -> JSONValue {
    .object([
      ("turn", .string(turn.day.description)), ("seat", .string(seat.description)),
      ("person", .optional(person?.description)), ("start", .instant(turn.start)), ("end", .instant(turn.end)),
      ("status", .string(status.rawValue)), ("reason", .string(reason.word)), ("why", .string(why)),
    ])
  }

  private func shift(_ shift: Shift) -> JSONValue {
    .object([
      ("start", .instant(shift.interval.lowerBound)), ("end", .instant(shift.interval.upperBound)),
      ("seat", .string(shift.seat.description)), ("person", .string(shift.person.description)),
      ("turn", .string(shift.turn.description)), ("status", .string(shift.status.rawValue)),
      ("change", .optional(shift.change?.rawValue)), ("for", .optional(shift.coveredFor?.description)),
    ])
  }

  private func gap(_ gap: Gap) -> JSONValue {
    .object([
      ("start", .instant(gap.interval.lowerBound)), ("end", .instant(gap.interval.upperBound)),
      ("why", .string(gap.why)),
    ])
  }
}

extension DataFiles {
  /// `api/now.json`: who is on at the as-of instant and next, and until when that holds.
  package func now() -> [UInt8] {
    let view = View(model: model, address: Places.nowData)
    return JSONValue.object([
      ("as_of", .instant(model.asOf)), ("valid_until", .instant(view.validUntil)),
      ("rotas", .array(model.schedule.rotas.map(now))),
    ]).file
  }

  private func now(_ rota: RotaSchedule) -> JSONValue {
    .object([
      ("rota", .string(rota.rota.id.description)), ("title", .string(rota.rota.title)),
      ("timezone", .string(rota.rota.zone.identifier)), ("seats", .array(rota.rota.seats.map { now(rota, $0) })),
    ])
  }

  private func now(_ rota: RotaSchedule, _ seat: Seat) -> JSONValue {
    let (current, next) = rota.nowAndNext(seat.id, at: model.asOf)
    return .object([
      ("seat", .string(seat.id.description)), ("title", .string(seat.title)),
      ("now", current.map(stretch) ?? .null), ("next", next.map(stretch) ?? .null),
    ])
  }

  private func stretch(_ shift: Shift) -> JSONValue {
    .object([
      ("person", .string(shift.person.description)),
      ("name", .optional(model.organisation.person(shift.person)?.name)),
      ("start", .instant(shift.interval.lowerBound)), ("end", .instant(shift.interval.upperBound)),
      ("for", .optional(shift.coveredFor?.description)),
    ])
  }
}
