/// Who serves on a rota, so that the search answers who is on now and next.
package struct SearchRota: Sendable {
  package struct Seat: Sendable {
    package var title: String
    /// Sorted, none overlapping another.
    package var shifts: [Shift]

    package init(title: String, shifts: [Shift]) {
      (self.title, self.shifts) = (title, shifts)
    }
  }

  package struct Shift: Sendable {
    /// The instants covered, in seconds since 1970 in UTC: the start belongs to this shift, the end to the next.
    package var seconds: Range<Int>
    package var name: String
    /// The person's address from the root of the site: `people/ana/`.
    package var address: String

    package init(seconds: Range<Int>, name: String, address: String) {
      (self.seconds, self.name, self.address) = (seconds, name, address)
    }
  }

  package var title: String
  /// From the root of the site: `rotas/delivery/`.
  package var address: String
  package var seats: [Seat]

  package init(title: String, address: String, seats: [Seat]) {
    (self.title, self.address, self.seats) = (title, address, seats)
  }

  /// `search/now.js`: a line of people, then a line for each rota, its fields set apart by tabs.
  ///
  /// A person is address and name. A rota is address, title and, for each seat, its title and its shifts: minutes since
  /// the end of the one before (of 1970 for the first), minutes it lasts, and the person's place in the first line. Seconds
  /// are rounded down.
  package static func file(_ rotas: [SearchRota]) -> SearchFile {
    var people = People()
    let lines = rotas.map { rota in
      ([rota.address, rota.title] + rota.seats.flatMap { [$0.title, shifts($0.shifts, &people)] })
    }
    var script = ScriptFile("now")
    for line in [people.fields] + lines {
      script.append(line.map(\.oneLine).joined(separator: "\t"))
      script.endLine()
    }
    return script.file
  }

  private static func shifts(_ shifts: [Shift], _ people: inout People) -> String {
    var digits: [UInt8] = []
    var last = 0
    for shift in shifts {
      let (start, end) = (shift.seconds.lowerBound / 60, shift.seconds.upperBound / 60)
      for number in [start - last, end - start, people.place(of: shift)] { digits.append(number: number) }
      last = end
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private struct People {
    var fields: [String] = []
    private var places: [String: Int] = [:]

    mutating func place(of shift: Shift) -> Int {
      if let place = places[shift.address] { return place }
      places[shift.address] = places.count
      fields += [shift.address, shift.name]
      return places.count - 1
    }
  }
}
