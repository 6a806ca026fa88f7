/// The span of time that is shown, where it lies on the page, and its marks.
struct GanttAxis {
  let start: CalendarTime
  let end: CalendarTime
  let left: Double
  let width: Double

  init(_ chart: GanttChart, left: Double, width: Double) {
    let first = chart.tasks.map(\.start).min() ?? CalendarTime(milliseconds: 0)
    let last = chart.tasks.map { max($0.drawnEnd, $0.start) }.max() ?? first
    start = first
    // A chart of moments alone still needs a span to lie in.
    end = last > first ? last : first.adding(milliseconds: Double(CalendarTime.day))
    self.left = left
    self.width = width
  }

  private var span: Double { Double(end.milliseconds - start.milliseconds) }

  func x(_ time: CalendarTime) -> Double {
    left + (Double(time.milliseconds - start.milliseconds) / span).clamped(0, 1) * width
  }

  // MARK: Marks

  /// Where marks stand: as the author asked, or so many as have room.
  /// - Parameter room: the width of a label with the space around it, in CSS pixels.
  func ticks(_ tick: GanttChart.Tick?, weekStart: Int, room: Double) -> [CalendarTime] {
    let most = max(2, Int(width / max(20, room)))
    if let tick, let marks = marks(tick, weekStart, atMost: 120) { return thinned(marks, most) }
    for tick in GanttAxis.steps {
      if let marks = marks(tick, weekStart, atMost: most), marks.count > 1 { return marks }
    }
    return [start, end]
  }

  /// So many of the marks as have room, evenly.
  private func thinned(_ marks: [CalendarTime], _ most: Int) -> [CalendarTime] {
    let step = max(1, (marks.count + most - 1) / most)
    return stride(from: 0, to: marks.count, by: step).map { marks[$0] }
  }

  private func marks(_ tick: GanttChart.Tick, _ weekStart: Int, atMost most: Int) -> [CalendarTime]? {
    if let length = tick.unit.milliseconds {
      let step = Int(length) * tick.count
      guard span / Double(step) <= Double(most) else { return nil }
      // Weeks begin on a day; everything else on its multiples since 1970.
      let origin = tick.unit == .week ? (weekStart + 3) % 7 * CalendarTime.day : 0
      let before = start.milliseconds - origin
      var next = origin + Int((Double(before) / Double(step)).rounded(.up)) * step
      if next < start.milliseconds { next += step }
      return stride(from: next, through: end.milliseconds, by: step).map(CalendarTime.init(milliseconds:))
    }
    let months = tick.unit == .year ? 12 * tick.count : tick.count
    guard span / (Double(months) * 2_629_800_000) <= Double(most) else { return nil }
    var time = firstOfPeriod(months)
    var marks: [CalendarTime] = []
    while time <= end, marks.count <= most {
      if time >= start { marks.append(time) }
      time = time.adding(months: months)
    }
    return marks
  }

  /// The beginning of the month, or of the year that is a multiple of the years asked for.
  private func firstOfPeriod(_ months: Int) -> CalendarTime {
    let date = start.date
    if months % 12 == 0 {
      let years = months / 12
      return CalendarTime(year: Int((Double(date.year) / Double(years)).rounded(.down)) * years)
    }
    return CalendarTime(year: date.year, month: (date.month - 1) / min(12, months) * min(12, months) + 1)
  }

  private static let steps: [GanttChart.Tick] = {
    let counts: [(GanttChart.Tick.Unit, [Int])] = [
      (.millisecond, [1, 5, 10, 50, 100, 500]), (.second, [1, 5, 15, 30]), (.minute, [1, 5, 15, 30]),
      (.hour, [1, 2, 3, 6, 12]), (.day, [1, 2]), (.week, [1, 2]), (.month, [1, 2, 3, 6]),
      (.year, [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 50_000]),
    ]
    return counts.flatMap { unit, counts in counts.map { GanttChart.Tick(count: $0, unit: unit) } }
  }()
}

extension GanttChart.Tick.Unit {
  /// nil for units of several lengths.
  var milliseconds: Double? {
    switch self {
    case .millisecond: 1
    case .second: 1000
    case .minute: 60_000
    case .hour: 3_600_000
    case .day: 86_400_000
    case .week: 604_800_000
    case .month, .year: nil
    }
  }
}
