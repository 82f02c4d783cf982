/// A day of the Gregorian calendar, without a time or a zone.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; earlier days are negative.
  package var number: Int

  package init(number: Int) { self.number = number }

  /// The day of a year, month (1...12) and day of the month, or `nil` where the month has no such day.
  package init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year) else { return nil }
    self.init(number: Day.number(year, month, day))
  }

  /// The day written `2026-11-23`, or `nil` where the text is anything else.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    guard let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10]) else {
      return nil
    }
    self.init(year, month, day)
  }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  /// The number of days from `b` to `a`.
  package static func - (a: Day, b: Day) -> Int { a.number - b.number }
}

extension Day {
  package var weekday: Weekday { Weekday(rawValue: (number + 3).remainderFromZero(7) + 1)! }

  package var components: (year: Int, month: Int, day: Int) {
    // Days are counted from 0000-03-01, so that a leap day is the last of its year.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * fromMarch + 2) / 5 + 1)
  }

  /// The same day of the month `months` later, or that month's last day: 31 Jan + 1 is 28 Feb, + 2 is 31 Mar.
  package func adding(months: Int) -> Day {
    let (year, month, day) = components
    let total = year * 12 + month - 1 + months
    let (toYear, toMonth) = (total.quotientFromZero(12), total.remainderFromZero(12) + 1)
    return Day(number: Day.number(toYear, toMonth, min(day, Day.length(ofMonth: toMonth, in: toYear))))
  }

  /// ISO 8601's week: weeks start on Monday, and the first holds the year's first Thursday.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = self + (4 - weekday.rawValue)
    let year = thursday.components.year
    return (year, (thursday.number - Day.number(year, 1, 1)) / 7 + 1)
  }

  /// The Monday of this day's week.
  package var monday: Day { self - (weekday.rawValue - 1) }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.quotientFromZero(400)
    let yearOfEra = shiftedYear - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// `2026-11-23`.
  package var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Int {
  /// The quotient rounded down, so that the remainder is never negative.
  fileprivate func quotientFromZero(_ divisor: Int) -> Int { (self - remainderFromZero(divisor)) / divisor }
  fileprivate func remainderFromZero(_ divisor: Int) -> Int { ((self % divisor) + divisor) % divisor }
}
