/// Names on the left, bars on the right, a band for each section.
struct GanttLayout {
  private let chart: GanttChart
  private let bench: Workbench
  private let axis: GanttAxis
  private let names: [SetLabel]
  private var ground = Scene()
  private var content = Scene()
  private var y = 0.0
  private let nameWidth: Double
  private static let total = 676.0

  init(_ chart: GanttChart, _ bench: Workbench) {
    self.chart = chart
    self.bench = bench
    names = chart.rows.map { bench.measure.set($0.label, TextStyle(size: 13), width: 190) }
    nameWidth = max(60, names.map(\.size.width).max() ?? 0)
    axis = GanttAxis(chart, left: nameWidth + 16, width: max(300, GanttLayout.total - nameWidth - 16))
  }

  private var right: Double { axis.left + axis.width }

  mutating func draw() -> Scene {
    let top = 0.0
    y = markHeight
    var section = -1
    for (task, name) in zip(chart.rows, names) {
      while section < task.section {
        section += 1
        addSection(section)
      }
      addRow(task, name)
    }
    let bottom = y + 4
    var scene = Scene()
    scene.add(ground, at: Point(0, 0))
    addExcludedDays(to: &scene, markHeight, bottom)
    addAxis(to: &scene, markHeight, bottom)
    scene.add(content, at: Point(0, 0))
    addMarks(to: &scene, top, bottom)
    addLegend(to: &scene, bottom + 34)
    return scene
  }

  // MARK: Rows

  private mutating func addSection(_ index: Int) {
    let label = bench.measure.set(chart.sections[index], TextStyle(size: 13, isBold: true), width: right - 20)
    guard label.size.width > 0 else { return }
    y += 3
    let box = Rect(0, y, right, y + label.size.height + 6)
    ground.add(Path(rect: box, radius: 3), Paint(fill: Palette.series(index).mixed(with: Palette.paper, 0.45)))
    content.add(label, at: Point(6, box.center.y), align: .left)
    y = box.maxY + 3
  }

  private mutating func addRow(_ task: GanttChart.Task, _ name: SetLabel) {
    let height = max(24, name.size.height + 6)
    content.begin(.node)
    content.add(name, at: Point(6, y + height / 2), align: .left)
    let center = y + height / 2
    let (low, high) = (axis.x(task.start), axis.x(task.drawnEnd))
    if task.tags.contains(.milestone) {
      let x = (low + high) / 2
      let diamond = [Point(x, center - 9), Point(x + 9, center), Point(x, center + 9), Point(x - 9, center)]
      content.add(Path(polygon: diamond), GanttLayout.paint(task.tags, isMilestone: true))
    } else {
      let box = Rect(low, center - 8, max(low + 3, high), center + 8)
      content.add(Path(rect: box, radius: 3), GanttLayout.paint(task.tags))
    }
    content.end()
    y += height
  }

  private static func paint(_ tags: Set<GanttChart.Tag>, isMilestone: Bool = false) -> Paint {
    let isCritical = tags.contains(.crit)
    let stroke = isCritical ? Palette.alarm : tags.contains(.done) ? Color(0x7B8792) : Palette.nodeStroke
    var fill = isCritical ? Palette.alarmFill : Color(0xB9D3E8)
    if tags.contains(.active) { fill = isCritical ? Color(0xF0B4AE) : Color(0x6FA3CB) }
    if tags.contains(.done) { fill = isCritical ? Color(0xE6DAD9) : Color(0xDCE0E4) }
    if isMilestone, tags.isDisjoint(with: [.crit, .done, .active]) { fill = Palette.nodeStroke }
    return Paint(fill: fill, stroke: stroke, width: isCritical ? 2.2 : 1.2)
  }

  // MARK: Axis

  private func addAxis(to scene: inout Scene, _ top: Double, _ bottom: Double) {
    let style = TextStyle(size: 11, color: Palette.quiet)
    let widest = bench.measure.width(of: DateWriting.text(axis.end, chart.axisText), style)
    var lastEnd = -Double.infinity
    for time in axis.ticks(chart.tick, weekStart: chart.weekStart, room: widest + 14) {
      let x = axis.x(time)
      scene.addLine(Point(x, top), Point(x, bottom), Paint(stroke: Palette.grid, width: 1))
      let label = bench.measure.set(Label(plain: DateWriting.text(time, chart.axisText)), style, width: .infinity)
      // The last mark's label stays within the drawing.
      let center = min(x, right + 8 - label.size.width / 2)
      guard center - label.size.width / 2 > lastEnd + 6 else { continue }
      lastEnd = center + label.size.width / 2
      scene.add(label, at: Point(center, bottom + 12))
    }
    scene.addLine(Point(axis.left, bottom), Point(right, bottom), Paint(stroke: Palette.line, width: 1))
  }

  /// Runs of excluded days as grey bands; not where they would be thinner than can be seen.
  private func addExcludedDays(to scene: inout Scene, _ top: Double, _ bottom: Double) {
    let (first, last) = (axis.start.dayNumber, axis.end.dayNumber)
    guard !chart.exclusions.isEmpty, last - first < 400 else { return }
    var day = first
    while day <= last {
      let start = day
      while day <= last, chart.exclusions.excludes(day: day) { day += 1 }
      if day > start {
        let (low, high) = (
          axis.x(CalendarTime(milliseconds: start * CalendarTime.day)),
          axis.x(CalendarTime(milliseconds: day * CalendarTime.day))
        )
        if high > low { scene.add(Path(rect: Rect(low, top, high, bottom)), Paint(fill: Color(0xEFF1F3))) }
      } else {
        day += 1
      }
    }
  }

  // MARK: Vertical markers and legend

  private static let markStyle = TextStyle(size: 11.5, color: Palette.alarm, isBold: true)

  /// Labels of markers stand in rows above the chart, so that none covers another.
  private var markHeight: Double { chart.marks.isEmpty ? 0 : Double(min(chart.marks.count, 40)) * 17 + 4 }

  private func addMarks(to scene: inout Scene, _ top: Double, _ bottom: Double) {
    for (index, mark) in chart.marks.enumerated() {
      let label = bench.measure.set(Label(plain: mark.label.plainText), GanttLayout.markStyle, width: .infinity)
      let center = top + Double(index % 40) * 17 + 8
      let x = axis.x(mark.start)
      scene.begin(.node)
      scene.addLine(Point(x, center + 8), Point(x, bottom), Paint(stroke: Palette.alarm, width: 1.6, dash: [6, 3]))
      let low = min(x - label.size.width / 2, right - label.size.width)
      scene.add(label, at: Point(max(0, low), center), align: .left)
      scene.end()
    }
  }

  /// What the fills mean, where more than one is used.
  private func addLegend(to scene: inout Scene, _ y: Double) {
    let used = [GanttChart.Tag.done, .active, .crit].filter { tag in chart.rows.contains { $0.tags.contains(tag) } }
    var x = axis.left
    for tag in used {
      let label = bench.measure.set(Label(plain: tag.words), TextStyle(size: 11.5, color: Palette.quiet))
      scene.add(Path(rect: Rect(x, y - 6, x + 20, y + 6), radius: 3), GanttLayout.paint([tag]))
      scene.add(label, at: Point(x + 26, y), align: .left)
      x += 26 + label.size.width + 22
    }
  }
}
