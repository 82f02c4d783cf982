private let secondsPerDay = 86_400

extension ContentLine {
  /// DATE-TIME in UTC (RFC 5545 3.3.5): `20261123T160000Z`.
  mutating func append(instant: Int) {
    let seconds = instant.modulo(secondsPerDay)
    append(date: civilDate((instant - seconds) / secondsPerDay))
    append(byte: UInt8(ascii: "T"))
    append(seconds / 3600, digits: 2)
    append(seconds / 60 % 60, digits: 2)
    append(seconds % 60, digits: 2)
    append(byte: UInt8(ascii: "Z"))
  }

  /// DATE (RFC 5545 3.3.4): `20261123`.
  mutating func append(date: (year: Int, month: Int, day: Int)) {
    precondition((0...9999).contains(date.year), "a calendar holds the years 0 to 9999, not \(date.year)")
    precondition(isDay(date), "\(date) is no day")
    append(date.year, digits: 4)
    append(date.month, digits: 2)
    append(date.day, digits: 2)
  }

  /// DURATION (RFC 5545 3.3.6) in hours, minutes and seconds: `PT1H`. Between hours and seconds stand minutes.
  mutating func append(duration: Duration) {
    let whole = Int(duration.components.seconds)
    let (hours, minutes, seconds) = (whole.magnitude / 3600, whole.magnitude / 60 % 60, whole.magnitude % 60)
    append(whole < 0 ? "-PT" : "PT")
    if hours > 0 { append("\(hours)H".utf8) }
    if minutes > 0 || hours > 0 && seconds > 0 { append("\(minutes)M".utf8) }
    if seconds > 0 || whole == 0 { append("\(seconds)S".utf8) }
  }

  mutating func append(integer: Int) { append(String(integer).utf8) }

  private mutating func append(_ number: Int, digits: Int) {
    var divisor = digits == 4 ? 1000 : 10
    while divisor > 0 {
      append(byte: UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}

/// The proleptic Gregorian date of a day counted from 1970-01-01.
///
/// Years are counted from March, so that the leap day is the last of its year; 400 of them have 146,097 days.
private func civilDate(_ day: Int) -> (year: Int, month: Int, day: Int) {
  let sinceMarchOfYear0 = day + 719_468
  let dayOfEra = sinceMarchOfYear0.modulo(146_097)
  let era = (sinceMarchOfYear0 - dayOfEra) / 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let monthFromMarch = (5 * dayOfYear + 2) / 153
  let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
}

private func isDay(_ date: (year: Int, month: Int, day: Int)) -> Bool {
  let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
  let days =
    switch date.month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  return date.day >= 1 && date.day <= days
}

extension Int {
  /// The remainder that is never negative.
  fileprivate func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
