/// Writes dates by a format of d3 (Mermaid documentation, "Output date format on the axis").
enum DateWriting {
  static func text(_ time: CalendarTime, _ format: String) -> String {
    var text = ""
    var letters = format.makeIterator()
    while let letter = letters.next() {
      guard letter == "%" else {
        text.append(letter)
        continue
      }
      guard var directive = letters.next() else { break }
      var pads = true
      if "-_0".contains(directive) {
        pads = directive == "0"
        directive = letters.next() ?? "%"
      }
      text += field(directive, time, pads: pads)
    }
    return text
  }

  private static func field(_ letter: Character, _ time: CalendarTime, pads: Bool) -> String {
    let (year, month, day) = time.date
    let seconds = time.timeOfDay / 1000
    let hour = seconds / 3600
    func two(_ value: Int) -> String { pads && (0..<10).contains(value) ? "0\(value)" : "\(value)" }
    func three(_ value: Int) -> String { String(repeating: "0", count: max(0, 3 - "\(value)".count)) + "\(value)" }
    switch letter {
    case "Y": return "\(year)"
    case "y": return two(((year % 100) + 100) % 100)
    case "m": return two(month)
    case "d": return two(day)
    case "e": return "\(day)"
    case "B": return CalendarTime.months[month - 1]
    case "b": return String(CalendarTime.months[month - 1].prefix(3))
    case "A": return CalendarTime.weekdays[time.weekday]
    case "a": return String(CalendarTime.weekdays[time.weekday].prefix(3))
    case "H": return two(hour)
    case "I": return two((hour + 11) % 12 + 1)
    case "M": return two(seconds / 60 % 60)
    case "S": return two(seconds % 60)
    case "L": return three(time.timeOfDay % 1000)
    case "p": return hour < 12 ? "AM" : "PM"
    case "j": return three(time.dayOfYear)
    case "q": return "\((month - 1) / 3 + 1)"
    case "w": return "\(time.weekday)"
    case "u": return "\((time.weekday + 6) % 7 + 1)"
    case "U": return two((time.dayOfYear - 1 + 7 - time.weekday) / 7)
    case "W": return two((time.dayOfYear - 1 + 7 - (time.weekday + 6) % 7) / 7)
    case "V": return two(isoWeek(time))
    case "s": return "\(time.milliseconds / 1000)"
    case "Q": return "\(time.milliseconds)"
    case "Z": return "+0000"
    case "x": return "\(month)/\(day)/\(year)"
    case "X": return DateWriting.text(time, "%H:%M:%S")
    case "c": return DateWriting.text(time, "%a %b %e %H:%M:%S %Y")
    case "%": return "%"
    default: return ""
    }
  }

  /// The week of ISO 8601: the one that holds the year's first Thursday is the first.
  private static func isoWeek(_ time: CalendarTime) -> Int {
    let thursday = time.adding(milliseconds: Double((3 - (time.weekday + 6) % 7) * CalendarTime.day))
    return (thursday.dayOfYear - 1) / 7 + 1
  }
}
