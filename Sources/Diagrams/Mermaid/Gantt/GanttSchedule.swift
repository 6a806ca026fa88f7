import SourceText

/// Works out when tasks begin and end.
struct GanttSchedule {
  private(set) var tasks: [GanttChart.Task]
  private(set) var problems: [DiagramProblem] = []
  private let exclusions: GanttExclusions
  private var known: [Bool]
  /// The first task of an id.
  private var indices: [String: Int] = [:]

  static func work(out chart: GanttChart) -> (GanttChart, [DiagramProblem]) {
    var schedule = GanttSchedule(chart)
    schedule.tellUnknown()
    schedule.resolve()
    var chart = chart
    chart.tasks = schedule.tasks
    return (chart, schedule.problems)
  }

  private init(_ chart: GanttChart) {
    tasks = chart.tasks
    exclusions = chart.exclusions
    known = Array(repeating: false, count: tasks.count)
    for (index, task) in tasks.enumerated() { if let id = task.id, indices[id] == nil { indices[id] = index } }
  }

  /// Tasks may refer to later ones, so that it takes more than one round, downwards and upwards in turn. Of those that
  /// wait for each other one goes first, and is told.
  private mutating func resolve() {
    var (forced, rounds) = (0, 0)
    while known.contains(false), rounds < 1000 {
      rounds += 1
      var progress = false
      for index in rounds % 2 == 1 ? Array(tasks.indices) : tasks.indices.reversed() where !known[index] {
        if resolve(index, forced > 50) { progress = true }
      }
      if !progress, let first = known.firstIndex(of: false) {
        _ = resolve(first, true)
        forced += 1
      }
    }
  }

  private mutating func resolve(_ index: Int, _ isLast: Bool) -> Bool {
    let task = tasks[index]
    guard let start = moment(task.begins, index, isLast) else { return false }
    var end = start
    var drawn = start
    if case .duration(let duration) = task.ends {
      let months = duration.months == 0 ? start : start.adding(months: duration.months)
      end = months.adding(milliseconds: duration.milliseconds)
      (end, drawn) = exclusions.stretched(start, end)
    } else {
      guard let written = moment(task.ends, index, isLast) else { return false }
      (end, drawn) = (max(start, written), max(start, written))
      if written < start {
        tell(task, "`\(task.label.plainText)` ends before it begins", "exchange its dates")
      }
    }
    (tasks[index].start, tasks[index].end, tasks[index].drawnEnd) = (start, end, drawn)
    known[index] = true
    return true
  }

  private mutating func moment(_ moment: GanttChart.Moment, _ index: Int, _ isLast: Bool) -> CalendarTime? {
    switch moment {
    case .time(let time): return time
    case .duration: return nil
    case .previous: return previousEnd(index, isLast)
    case .after(let ids):
      guard let found = references(ids, index, isLast) else { return nil }
      return found.map { tasks[$0].end }.max() ?? previousEnd(index, isLast)
    case .until(let ids):
      guard let found = references(ids, index, isLast) else { return nil }
      return found.map { tasks[$0].start }.min() ?? previousEnd(index, isLast)
    }
  }

  private func previousEnd(_ index: Int, _ isLast: Bool) -> CalendarTime? {
    if index == 0 { return firstWrittenTime }
    return known[index - 1] ? tasks[index - 1].end : isLast ? firstWrittenTime : nil
  }

  /// Where a chart begins whose first task does not say it.
  private var firstWrittenTime: CalendarTime {
    for task in tasks {
      if case .time(let time) = task.begins { return time }
    }
    return CalendarTime(milliseconds: 0)
  }

  /// Tasks of ids as far as they exist; nil while one is not known yet.
  private mutating func references(_ ids: [String], _ index: Int, _ isLast: Bool) -> [Int]? {
    var found: [Int] = []
    var exists = false
    for id in ids {
      guard let other = indices[id] else { continue }
      exists = true
      if known[other] {
        found.append(other)
      } else if isLast {
        tell(
          tasks[index], "`\(tasks[index].label.plainText)` and `\(id)` wait for each other", "give one of them a date")
      } else {
        return nil
      }
    }
    return exists && found.isEmpty && !isLast ? nil : found
  }

  private mutating func tellUnknown() {
    let names = indices.count < 200 ? indices.keys.sorted() : []
    for task in tasks {
      for moment in [task.begins, task.ends] {
        for id in moment.references where indices[id] == nil {
          let near = nearest(to: id, among: names)
          tell(
            task, "`\(task.label.plainText)` refers to `\(id)`, but no task has this id",
            near.map { "did you mean `\($0)`?" } ?? "write it before that task's dates: `: \(id), 2024-01-01, 3d`")
        }
      }
    }
  }

  private mutating func tell(_ task: GanttChart.Task, _ message: String, _ help: String) {
    problems.append(DiagramProblem(line: task.line, message: message, help: help))
  }
}

extension GanttChart.Moment {
  /// The ids of tasks it depends on.
  var references: [String] {
    switch self {
    case .after(let ids), .until(let ids): ids
    default: []
    }
  }
}
