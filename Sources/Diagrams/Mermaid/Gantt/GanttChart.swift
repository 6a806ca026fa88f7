/// Tasks on an axis of time (Mermaid documentation, "Gantt diagrams").
struct GanttChart: Sendable {
  enum Tag: String, Sendable, CaseIterable { case active, done, crit, milestone, vert }

  /// Where a task begins or ends, as written.
  enum Moment: Sendable {
    case time(CalendarTime)
    case duration(Duration)
    /// The latest end of these tasks.
    case after([String])
    /// The earliest beginning of these tasks.
    case until([String])
    /// Where the task before ends.
    case previous
  }

  struct Duration: Sendable {
    var milliseconds = 0.0
    var months = 0
  }

  struct Task: Sendable {
    var label: Label
    var id: String?
    var tags: Set<Tag> = []
    var begins = Moment.previous
    var ends = Moment.duration(Duration())
    var section: Int
    var line: Int
    /// Once they are known.
    var start = CalendarTime(milliseconds: 0)
    var end = CalendarTime(milliseconds: 0)
    /// Without the excluded days behind its last one.
    var drawnEnd = CalendarTime(milliseconds: 0)
    var link: String?
  }

  /// Every how much there is a mark on the axis.
  struct Tick: Sendable, Equatable {
    var count: Int
    var unit: Unit
    enum Unit: String, Sendable { case millisecond, second, minute, hour, day, week, month, year }
  }

  var title: String?
  var dateFormat = "YYYY-MM-DD"
  var axisFormat: String?
  var tick: Tick?
  /// Where weeks begin on the axis, 0 for Sunday.
  var weekStart = 0
  var exclusions = GanttExclusions()
  var sections: [Label] = []
  var tasks: [Task] = []

  var rows: [Task] { tasks.filter { !$0.tags.contains(.vert) } }
  var marks: [Task] { tasks.filter { $0.tags.contains(.vert) } }
}

/// Days that no work is done on.
struct GanttExclusions: Sendable {
  private(set) var weekdays: Set<Int> = []
  private(set) var days: Set<Int> = []
  var includedDays: Set<Int> = []
  var weekend: Set<Int> = [0, 6]
  var excludesWeekends = false

  mutating func add(day: Int) { days.insert(day) }
  mutating func add(weekday: Int) { weekdays.insert(weekday) }

  var isEmpty: Bool { weekdays.isEmpty && days.isEmpty && !excludesWeekends }

  func excludes(day: Int) -> Bool {
    if includedDays.contains(day) { return false }
    let weekday = CalendarTime.weekday(ofDay: day)
    return weekdays.contains(weekday) || excludesWeekends && weekend.contains(weekday) || days.contains(day)
  }

  /// The end of a task moved out by the excluded days in it, and where its bar ends: excluded days right behind its
  /// last day belong to no bar, but the next task begins after them.
  func stretched(_ start: CalendarTime, _ end: CalendarTime) -> (end: CalendarTime, drawn: CalendarTime) {
    guard !isEmpty else { return (end, end) }
    let day = Double(CalendarTime.day)
    var (end, drawn) = (end, end)
    var (current, wasExcluded) = (start.adding(milliseconds: day), false)
    var left = 4000
    while current <= end, left > 0 {
      if !wasExcluded { drawn = end }
      wasExcluded = excludes(day: current.dayNumber)
      if wasExcluded { end = end.adding(milliseconds: day) }
      current = current.adding(milliseconds: day)
      left -= 1
    }
    return (end, drawn)
  }
}
