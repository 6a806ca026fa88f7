/// A moment of the proleptic Gregorian calendar without time zones, in milliseconds since the beginning of 1970.
struct CalendarTime: Comparable, Hashable, Sendable {
  private(set) var milliseconds: Int

  /// As far from 1970 as dates of JavaScript go (ECMA-262, "Time Values and Time Range").
  static let limit = 8_640_000_000_000_000
  static let day = 86_400_000

  init(milliseconds: Int) {
    self.milliseconds = max(-CalendarTime.limit, min(CalendarTime.limit, milliseconds))
  }

  init(year: Int, month: Int = 1, day: Int = 1, milliseconds: Int = 0) {
    let days = CalendarTime.days(year: max(-200_000, min(200_000, year)), month: max(1, min(12, month)), day: day)
    self.init(milliseconds: days * CalendarTime.day + milliseconds)
  }

  static func < (a: CalendarTime, b: CalendarTime) -> Bool { a.milliseconds < b.milliseconds }

  func adding(milliseconds amount: Double) -> CalendarTime {
    let limit = Double(CalendarTime.limit) * 2
    return CalendarTime(milliseconds: milliseconds + Int(amount.clamped(-limit, limit).rounded()))
  }

  /// The same day of another month, or its last day where it is shorter.
  func adding(months: Int) -> CalendarTime {
    let date = date
    let count = date.year * 12 + date.month - 1 + max(-2_400_000, min(2_400_000, months))
    let (year, month) = (Int((Double(count) / 12).rounded(.down)), ((count % 12) + 12) % 12 + 1)
    let day = min(date.day, CalendarTime.length(year: year, month: month))
    return CalendarTime(year: year, month: month, day: day, milliseconds: timeOfDay)
  }

  /// Whole days since the beginning of 1970.
  var dayNumber: Int {
    let (quotient, rest) = milliseconds.quotientAndRemainder(dividingBy: CalendarTime.day)
    return rest < 0 ? quotient - 1 : quotient
  }

  var timeOfDay: Int { milliseconds - dayNumber * CalendarTime.day }

  /// 0 for Sunday.
  var weekday: Int { CalendarTime.weekday(ofDay: dayNumber) }

  static func weekday(ofDay day: Int) -> Int { ((day + 4) % 7 + 7) % 7 }

  var date: (year: Int, month: Int, day: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Counted from 1.
  var dayOfYear: Int { dayNumber - CalendarTime.days(year: date.year, month: 1, day: 1) + 1 }

  /// days_from_civil of the same source.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func length(year: Int, month: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}
