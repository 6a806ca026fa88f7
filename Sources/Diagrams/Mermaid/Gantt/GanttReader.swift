/// Reads the lines of a Gantt diagram.
struct GanttReader {
  private(set) var chart = GanttChart()
  private(set) var problems: [DiagramProblem] = []
  private var dates = DateReading(format: "YYYY-MM-DD")
  private var inclusiveEnds = false
  private var links: [(id: String, link: String)] = []
  private var excluded: [(text: String, line: Int)] = []

  static func read(_ source: MermaidSource) -> (GanttChart, [DiagramProblem]) {
    var reader = GanttReader()
    // Settings go for all tasks, wherever they stand.
    for line in source.lines { reader.readFormat(line) }
    for line in source.lines { reader.read(withoutComment(line.text), line.number) }
    reader.applyExclusions()
    reader.applyLinks()
    return (reader.chart, reader.problems)
  }

  /// Comments may stand behind a task, too.
  private static func withoutComment(_ text: String) -> String {
    text.range(of: "%% ").map { String(text[..<$0.lowerBound]).trimmingSpaces } ?? text
  }

  private mutating func tell(_ line: Int, _ message: String, _ help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func readFormat(_ line: MermaidSource.Line) {
    if let format = line.text.argument(of: "dateFormat") {
      chart.dateFormat = format
      dates = DateReading(format: format)
    } else if line.text == "inclusiveEndDates" {
      inclusiveEnds = true
    }
  }

  private mutating func read(_ text: String, _ line: Int) {
    let (word, rest) = text.firstWordAndRest
    switch word {
    case "title": chart.title = rest
    case "dateFormat", "inclusiveEndDates", "topAxis", "todayMarker": break
    case "axisFormat": chart.axisFormat = rest
    case "tickInterval": readTick(rest, line)
    case "section": chart.sections.append(LabelMarkup.label(rest))
    case "excludes": excluded.append((rest, line))
    case "includes":
      for part in GanttReader.parts(of: rest) {
        if let time = dates.read(part) { chart.exclusions.includedDays.insert(time.dayNumber) }
      }
    case "weekend": chart.exclusions.weekend = rest.lowercased() == "friday" ? [5, 6] : [0, 6]
    case "weekday": chart.weekStart = GanttReader.weekday(rest) ?? 0
    case "click": readLink(rest)
    default: readTask(text, line)
    }
  }

  private static func parts(of text: String) -> [String] {
    text.split { $0 == "," || $0.isWhitespace }.map(String.init)
  }

  private static func weekday(_ name: String) -> Int? {
    CalendarTime.weekdays.firstIndex { $0.lowercased() == name.lowercased().trimmingSpaces }
  }

  private mutating func readTick(_ text: String, _ line: Int) {
    let digits = text.prefix { $0.isNumber && $0.isASCII }
    var unit = text.dropFirst(digits.count).lowercased()
    if unit.hasSuffix("s") { unit.removeLast() }
    guard let count = Int(digits), (1...100_000).contains(count), let unit = GanttChart.Tick.Unit(rawValue: unit) else {
      return tell(line, "`\(text)` is no interval of ticks", "write `tickInterval 1week`")
    }
    chart.tick = GanttChart.Tick(count: count, unit: unit)
  }

  private mutating func applyExclusions() {
    for (text, line) in excluded {
      for part in GanttReader.parts(of: text) {
        if part.lowercased() == "weekends" || part.lowercased() == "weekend" {
          chart.exclusions.excludesWeekends = true
        } else if let weekday = GanttReader.weekday(part) {
          chart.exclusions.add(weekday: weekday)
        } else if let time = dates.read(part) {
          chart.exclusions.add(day: time.dayNumber)
        } else {
          tell(line, "`\(part)` is no day that can be excluded", "use `weekends`, the name of a weekday or a date")
        }
      }
    }
    if (0..<7).allSatisfy({
      chart.exclusions.weekdays.contains($0)
        || chart.exclusions.excludesWeekends && chart.exclusions.weekend.contains($0)
    }) {
      tell(excluded.first?.line ?? 1, "every day of the week is excluded", "leave at least one to work on")
      chart.exclusions = GanttExclusions()
    }
  }

  /// `click a1 href "https://example.org"`
  private mutating func readLink(_ text: String) {
    let (ids, rest) = text.firstWordAndRest
    guard let start = rest.range(of: "href ") else { return }
    let link = String(rest[start.upperBound...]).trimmingSpaces
    let address = link.hasPrefix("\"") ? String(link.dropFirst().prefix { $0 != "\"" }) : link.firstWordAndRest.word
    for id in ids.split(separator: ",") { links.append((String(id), address)) }
  }

  private mutating func applyLinks() {
    guard !links.isEmpty else { return }
    let byID = Dictionary(links.map { ($0.id, $0.link) }) { first, _ in first }
    for index in chart.tasks.indices {
      if let id = chart.tasks[index].id { chart.tasks[index].link = byID[id] }
    }
  }

  // MARK: Tasks

  private mutating func readTask(_ text: String, _ line: Int) {
    guard let (name, written) = text.keyAndValue, !name.isEmpty else {
      return tell(line, "`\(text)` is no task", "write `\(text) : 2024-01-01, 3d`")
    }
    var task = GanttChart.Task(label: LabelMarkup.label(name), section: chart.sections.count - 1, line: line)
    var items = written.split(separator: ",", omittingEmptySubsequences: true).map { String($0).trimmingSpaces }
    items.removeAll { $0.isEmpty }
    while let first = items.first, let tag = GanttChart.Tag(rawValue: first) {
      task.tags.insert(tag)
      items.removeFirst()
    }
    if items.count > 3 {
      tell(line, "the task has \(items.count) entries where three are the most", "write `\(name) : id, 2024-01-01, 3d`")
    }
    if items.count >= 3 { task.id = items.removeFirst() }
    if items.count >= 2 { task.begins = begin(items.removeFirst(), line) }
    if let last = items.first { task.ends = end(last, line) }
    chart.tasks.append(task)
  }

  private static func references(_ text: String, after keyword: String) -> [String]? {
    text.argument(of: keyword)?.split(separator: " ").map(String.init)
  }

  private mutating func begin(_ text: String, _ line: Int) -> GanttChart.Moment {
    if let ids = GanttReader.references(text, after: "after") { return .after(ids) }
    if let time = dates.read(text) { return .time(time) }
    tell(
      line, "`\(text)` is no date of the form `\(chart.dateFormat)`", "write the date so, or `after` and a task's id")
    return .previous
  }

  private mutating func end(_ text: String, _ line: Int) -> GanttChart.Moment {
    if let ids = GanttReader.references(text, after: "until") { return .until(ids) }
    if let time = dates.read(text) {
      return .time(inclusiveEnds ? time.adding(milliseconds: Double(CalendarTime.day)) : time)
    }
    if let duration = GanttReader.duration(text) { return .duration(duration) }
    tell(
      line, "`\(text)` is neither a date of the form `\(chart.dateFormat)` nor a duration", "write a duration as `3d`")
    return .duration(GanttChart.Duration())
  }

  /// `3d`, `1.5h`, `2M`
  static func duration(_ text: String) -> GanttChart.Duration? {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    guard let count = String(digits).chartNumber else { return nil }
    let factors: [String: Double] = [
      "ms": 1, "s": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000,
    ]
    let unit = String(text.dropFirst(digits.count)).trimmingSpaces
    if unit == "M" || unit == "y" {
      let months = unit == "y" ? count * 12 : count
      return GanttChart.Duration(
        milliseconds: (months - months.rounded(.down)) * 2_629_800_000, months: Int(months.clamped(0, 2_000_000)))
    }
    return factors[unit].map { GanttChart.Duration(milliseconds: count * $0) }
  }
}
