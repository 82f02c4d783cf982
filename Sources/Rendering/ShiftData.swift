import CivilTime
import Roster
import Scheduling
import Site
import Templates

/// What a page carries so that the browser works out who is on whenever it is read, as short as it can be told.
///
///     {"people": [["../people/ana/", "Ana Ruiz", "AR", 3]],
///      "seats": {"delivery/engineer": {"zone": [[29832240, -360, "GMT-6"]], "shifts": [29832240, 10080, 0, -1]}},
///      "gaps": {"delivery/engineer": [["2026-12-25T15:00:00Z", "2026-12-25T23:00:00Z"]]}}
///
/// A shift is four numbers: minutes since the end of the one before (of 1970 in UTC for the first), minutes that it lasts,
/// and the places in `people` of who serves and who is covered for, -1 where there is nobody. A seat's zone is told by
/// its periods.
struct ShiftData {
  private let view: View
  private var people: [JSONValue] = []
  private var places: [Person.ID: Int] = [:]
  private var seats: [(String, JSONValue)] = []
  private var gaps: [(String, JSONValue)] = []

  /// The shifts of rotas that have not ended at the as-of instant and start before `end`, and the gaps meanwhile.
  init(_ rotas: [RotaSchedule], before end: Instant, in view: View) {
    self.view = view
    for schedule in rotas {
      for seat in schedule.rota.seats { append(seat.id, of: schedule, before: end) }
    }
  }

  /// The shifts of services that have not ended at the as-of instant, where a page asks for nobody else's.
  init(of services: [Service], in view: View) {
    self.view = view
    for (key, services) in Dictionary(grouping: services, by: \.key).sorted(by: { $0.key < $1.key }) {
      let shifts = services.flatMap(\.shifts).filter { $0.interval.upperBound > view.model.asOf }
      append(shifts, to: key, by: services[0].rota.rota.zone)
    }
  }

  /// As the content of a script element.
  var json: [UInt8] {
    let known = [("people", JSONValue.array(people)), ("seats", .object(seats))]
    var bytes: [UInt8] = []
    JSONValue.object(known + (gaps.isEmpty ? [] : [("gaps", .object(gaps))])).write(into: &bytes, forScript: true)
    return bytes
  }

  private mutating func append(_ seat: Seat.ID, of schedule: RotaSchedule, before end: Instant) {
    let key = schedule.rota.key(of: seat)
    let asOf = view.model.asOf
    let shifts = schedule.shifts(of: seat, notEndedAt: asOf).filter { $0.interval.lowerBound < end }
    append(shifts, to: key, by: schedule.rota.zone)
    let open = schedule.gaps.filter { ($0.seat ?? seat) == seat && $0.interval.overlaps(asOf..<max(end, asOf)) }
    guard !open.isEmpty else { return }
    gaps.append(
      (key, .array(open.map { .array([.instant($0.interval.lowerBound), .instant($0.interval.upperBound)]) })))
  }

  private mutating func append(_ shifts: [Shift], to key: String, by zone: Zone) {
    // No other instants are told in words.
    let edges = shifts.flatMap { [$0.interval.lowerBound, $0.interval.upperBound] }
    seats.append((key, .object([("zone", zone.periods(at: edges)), ("shifts", numbers(shifts))])))
  }

  private mutating func numbers(_ shifts: [Shift]) -> JSONValue {
    var numbers: [Int] = []
    var last = 0
    for shift in shifts {
      let (start, end) = (shift.interval.lowerBound.minute, shift.interval.upperBound.minute)
      numbers += [start - last, end - start, place(of: shift.person), shift.coveredFor.map { place(of: $0) } ?? -1]
      last = end
    }
    return .array(numbers.map(JSONValue.integer))
  }

  private mutating func place(of id: Person.ID) -> Int {
    if let place = places[id] { return place }
    let person = view.model.organisation.person(id)
    people.append(
      .array([
        .string(view.address.link(to: Places.person(id))), .string(person?.name ?? ""),
        .string(person?.initials ?? ""), .integer(View.colour(id)),
      ]))
    places[id] = people.count - 1
    return people.count - 1
  }
}

extension Rota {
  /// By what name a page's data know a seat: `delivery/engineer`.
  func key(of seat: Seat.ID) -> String { "\(id)/\(seat)" }
}

extension Service {
  var key: String { rota.rota.key(of: seat.id) }
}

extension View {
  /// What the page says of the shifts of rotas that start before `end`, for the browser.
  func shiftData(_ rotas: [RotaSchedule], before end: Instant) -> TemplateValue {
    .html(ShiftData(rotas, before: end, in: self).json)
  }

  /// What a page says of the rotas that its text names, for the browser; `false` where it names none.
  func shiftData(of rotas: Set<Rota.ID>) -> TemplateValue {
    rotas.isEmpty ? false : shiftData(model.schedule.rotas.filter { rotas.contains($0.rota.id) }, before: soon)
  }

  /// What a page says of the shifts of services, for the browser; `false` where there are none.
  func shiftData(of services: [Service]) -> TemplateValue {
    services.isEmpty ? false : .html(ShiftData(of: services, in: self).json)
  }
}
