/// Reads dates by a format of dayjs (Mermaid documentation, "Input date format").
struct DateReading {
  private enum Token {
    case literal(Character)
    case field(String)
  }

  private let tokens: [Token]
  /// Whether the format says a day; else it tells times of one day only.
  let hasDate: Bool

  private static let fields = [
    "YYYY", "MMMM", "DDDD", "MMM", "DDD", "SSS", "YY", "MM", "DD", "Do", "HH", "hh", "mm", "ss", "SS", "ZZ", "Y", "M",
    "D", "H", "h", "m", "s", "S", "Z", "X", "x", "A", "a", "Q",
  ]

  init(format: String) {
    var tokens: [Token] = []
    var rest = format[...]
    while let letter = rest.first {
      if letter == "[", let end = rest.firstIndex(of: "]") {
        tokens += rest[rest.index(after: rest.startIndex)..<end].map { .literal($0) }
        rest = rest[rest.index(after: end)...]
      } else if let field = DateReading.fields.first(where: { rest.hasPrefix($0) }) {
        tokens.append(.field(field))
        rest = rest.dropFirst(field.count)
      } else {
        tokens.append(.literal(letter))
        rest = rest.dropFirst()
      }
    }
    self.tokens = tokens
    hasDate = tokens.contains { if case .field(let name) = $0 { "YMDQXx".contains(name.first ?? " ") } else { false } }
  }

  /// A moment; nil for what the format does not describe. A date as ISO 8601 writes it is understood besides.
  func read(_ text: String) -> CalendarTime? {
    parse(text) ?? DateReading.standard.lazy.compactMap { $0.parse(text) }.first
  }

  private static let standard = [
    "YYYY-MM-DD", "YYYY-MM-DDTHH:mm:ss", "YYYY-MM-DDTHH:mm", "YYYY-MM-DD HH:mm:ss", "YYYY-MM-DD HH:mm", "YYYY/MM/DD",
  ]
  .map { DateReading(format: $0.split(separator: "T").joined(separator: "[T]")) }

  private func parse(_ text: String) -> CalendarTime? {
    var scan = DateScan(text)
    for token in tokens {
      switch token {
      case .literal(let letter): guard scan.take(letter) else { return nil }
      case .field(let name): guard scan.read(name) else { return nil }
      }
    }
    return scan.isAtEnd ? scan.time : nil
  }
}

/// Goes through a written date.
private struct DateScan {
  private let letters: [Character]
  private var index = 0
  private var year = 1970
  private var month = 1
  private var day = 1
  private var dayOfYear: Int?
  private var milliseconds = 0
  private var hour = 0
  private var isAfternoon: Bool?
  private var absolute: Double?

  init(_ text: String) { letters = Array(text) }

  var isAtEnd: Bool { index == letters.count }

  mutating func take(_ letter: Character) -> Bool {
    guard index < letters.count, letters[index] == letter else { return false }
    index += 1
    return true
  }

  mutating func read(_ field: String) -> Bool {
    switch field {
    case "YYYY": return number(4, exactly: true) { $0.year = $1 }
    case "Y": return number(6) { $0.year = $1 }
    case "YY": return number(2, exactly: true) { $0.year = $1 + ($1 > 68 ? 1900 : 2000) }
    case "Q": return number(1) { $0.month = max(0, min(3, $1 - 1)) * 3 + 1 }
    case "M", "MM": return number(2) { $0.month = $1 } && (1...12).contains(month)
    case "MMM", "MMMM": return readMonth()
    case "D", "DD": return number(2) { $0.day = $1 } && (1...31).contains(day)
    case "Do": return number(2) { $0.day = $1 } && skipLetters(2)
    case "DDD", "DDDD": return number(3) { $0.dayOfYear = $1 }
    case "H", "HH", "h", "hh": return number(2) { $0.hour = $1 }
    case "m", "mm": return number(2) { $0.milliseconds += $1 * 60_000 }
    case "s", "ss": return number(2) { $0.milliseconds += $1 * 1000 }
    case "S": return number(1) { $0.milliseconds += $1 * 100 }
    case "SS": return number(2) { $0.milliseconds += $1 * 10 }
    case "SSS": return number(3) { $0.milliseconds += $1 }
    case "A", "a": return readHalf()
    case "Z", "ZZ": return readOffset()
    default: return readAbsolute(factor: field == "X" ? 1000 : 1)
    }
  }

  private mutating func number(_ count: Int, exactly: Bool = false, _ set: (inout DateScan, Int) -> Void) -> Bool {
    var value = 0
    let start = index
    while index < letters.count, index - start < count, let digit = letters[index].wholeNumberValue,
      letters[index].isASCII
    {
      value = value * 10 + digit
      index += 1
    }
    guard index > start, !exactly || index - start == count else { return false }
    set(&self, value)
    return true
  }

  private mutating func skipLetters(_ count: Int) -> Bool {
    let start = index
    while index < letters.count, index - start < count, letters[index].isLetter { index += 1 }
    return true
  }

  private mutating func readMonth() -> Bool {
    let start = index
    while index < letters.count, letters[index].isLetter { index += 1 }
    let name = String(letters[start..<index]).lowercased()
    guard name.count >= 3, let found = CalendarTime.months.firstIndex(where: { $0.lowercased().hasPrefix(name) }) else {
      return false
    }
    month = found + 1
    return true
  }

  private mutating func readHalf() -> Bool {
    guard index + 1 < letters.count, "aApP".contains(letters[index]), "mM".contains(letters[index + 1]) else {
      return false
    }
    isAfternoon = "pP".contains(letters[index])
    index += 2
    return true
  }

  /// `+05:30`, `-0100`, `Z`: the moment is meant as it reads on the wall there.
  private mutating func readOffset() -> Bool {
    if take("Z") { return true }
    guard take("+") || take("-") else { return false }
    return number(2) { _, _ in } && (take(":") || true) && (isAtEnd || number(2) { _, _ in })
  }

  private mutating func readAbsolute(factor: Double) -> Bool {
    guard let value = String(letters[index...]).chartNumber else { return false }
    absolute = value * factor
    index = letters.count
    return true
  }

  var time: CalendarTime {
    let (month, day) = dayOfYear.map { (1, $0) } ?? (month, day)
    if let absolute { return CalendarTime(milliseconds: 0).adding(milliseconds: absolute) }
    var hours = hour
    if let isAfternoon { hours = hour % 12 + (isAfternoon ? 12 : 0) }
    return CalendarTime(year: year, month: month, day: day, milliseconds: milliseconds + hours * 3_600_000)
  }
}
