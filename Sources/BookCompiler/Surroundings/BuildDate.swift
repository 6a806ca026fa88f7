/// The moment a book says it was last changed, never the clock's.
enum BuildDate {
  /// Used when neither `SOURCE_DATE_EPOCH` nor a commit gives a date: the start of 2020.
  static let fallback = 1_577_836_800

  /// `SOURCE_DATE_EPOCH`, else the last commit's date, else a fixed date, as `2026-03-31T12:00:00Z`.
  static func modified(environment: [String: String], commit: Commit?) -> String {
    iso8601(secondsSince1970: seconds(environment: environment, commit: commit))
  }

  /// The same in seconds since 1970.
  static func seconds(environment: [String: String], commit: Commit?) -> Int {
    environment["SOURCE_DATE_EPOCH"].flatMap(Int.init) ?? commit?.time ?? fallback
  }

  /// The proleptic Gregorian date and time in UTC; years outside 0000 to 9999 are clamped.
  static func iso8601(secondsSince1970 seconds: Int) -> String {
    let clamped = min(max(seconds, -62_167_219_200), 253_402_300_799)
    let day = Int((Double(clamped) / 86_400).rounded(.down))
    let second = clamped - day * 86_400
    let (year, month, dayOfMonth) = civil(daysSince1970: day)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))T"
      + "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
  }

  /// Days to year, month and day by counting from 1 March of the year 0 in eras of 400 years, so that the leap
  /// day falls at the end of a counted year.
  private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
