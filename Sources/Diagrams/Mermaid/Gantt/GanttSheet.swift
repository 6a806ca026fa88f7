extension MermaidTypes {
  /// Mermaid documentation, "Gantt diagrams".
  static func gantt(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let (read, found) = GanttReader.read(source)
    let (chart, late) = GanttSchedule.work(out: read)
    problems += found + late
    guard !chart.tasks.isEmpty else { return nil }
    var layout = GanttLayout(chart, bench)
    return Sheet(scene: layout.draw(), title: chart.title, kind: "Gantt chart", statements: chart.statements)
  }
}

extension GanttChart {
  /// How moments are told in words and on the axis.
  func text(_ time: CalendarTime) -> String {
    if dateFormat == "X" || dateFormat == "x", let axisFormat { return DateWriting.text(time, axisFormat) }
    if !DateReading(format: dateFormat).hasDate {
      return DateWriting.text(time, time.timeOfDay % 60_000 == 0 ? "%H:%M" : "%H:%M:%S")
    }
    return DateWriting.text(time, time.timeOfDay == 0 ? "%Y-%m-%d" : "%Y-%m-%d %H:%M")
  }

  var axisText: String { axisFormat ?? (DateReading(format: dateFormat).hasDate ? "%Y-%m-%d" : "%H:%M") }

  var statements: [String] {
    tasks.map { task in
      let section = task.section >= 0 ? sections[task.section].plainText + ", " : ""
      var text = section + task.label.plainText
      if task.tags.contains(.milestone) || task.tags.contains(.vert) {
        text += " on \(self.text(task.start))"
      } else {
        text += " from \(self.text(task.start)) to \(self.text(task.drawnEnd))"
      }
      let words = Tag.allCases.filter { task.tags.contains($0) }.map(\.words)
      if !words.isEmpty { text += " (\(words.joined(separator: ", ")))" }
      if let link = task.link { text += ", see \(link)" }
      return text
    }
  }
}

extension GanttChart.Tag {
  var words: String {
    switch self {
    case .active: "active"
    case .done: "done"
    case .crit: "critical"
    case .milestone: "milestone"
    case .vert: "marker"
    }
  }
}
