extension MermaidTypes {
  /// Mermaid documentation, "Timeline Diagram".
  static func timeline(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let timeline = Timeline.read(source, &problems)
    guard !timeline.periods.isEmpty else { return nil }
    var layout = TimelineLayout(timeline: timeline, colors: source.seriesColors("cScale", from: 0), bench: bench)
    layout.isMulticolored = source.settings["disableMulticolor"] != "true"
    return Sheet(scene: layout.draw(), title: timeline.title, kind: "Timeline", statements: timeline.statements)
  }
}

/// Time runs downwards, so that a line of any length fits on a phone: periods on the left of a line, events on the right.
struct TimelineLayout {
  let timeline: Timeline
  let colors: [Color?]
  let bench: Workbench
  var isMulticolored = true
  private var scene = Scene()
  private var y = 0.0
  private let spine = 150.0
  private let right = 660.0

  init(timeline: Timeline, colors: [Color?], bench: Workbench) {
    self.timeline = timeline
    self.colors = colors
    self.bench = bench
  }

  mutating func draw() -> Scene {
    var section: Int?
    var marks = Scene()
    let start = y
    for (index, period) in timeline.periods.enumerated() {
      if period.section != section {
        for skipped in ((section ?? -1) + 1)...(period.section ?? 0) { addSection(skipped) }
        section = period.section
      }
      add(period, color(period, index), &marks)
    }
    for rest in ((section ?? -1) + 1)..<max((section ?? -1) + 1, timeline.sections.count) { addSection(rest) }
    var drawing = Scene()
    drawing.addLine(Point(spine, start), Point(spine, y + 10), Paint(stroke: Palette.line, width: 2))
    drawing.addPoint(at: Point(spine, y + 20), direction: Point(0, 1), length: 12)
    drawing.add(scene, at: Point(0, 0))
    drawing.add(marks, at: Point(0, 0))
    return drawing
  }

  private func color(_ period: Timeline.Period, _ index: Int) -> Color {
    let index = period.section ?? (isMulticolored ? index : 0)
    return (colors.isEmpty ? nil : colors[index % colors.count]) ?? Palette.series(index)
  }

  private mutating func addSection(_ index: Int) {
    let fill = colors[index % colors.count] ?? Palette.series(index)
    let style = TextStyle(size: 14, color: Palette.ink.legible(on: fill), isBold: true)
    let label = bench.measure.set(timeline.sections[index], style, width: right - 24)
    let box = Rect(0, y, right, y + label.size.height + 10)
    scene.addBox(Path(rect: box, radius: 5), Paint(fill: fill, stroke: Palette.stroke(of: fill), width: 1), label, box)
    y = box.maxY + 10
  }

  private mutating func add(_ period: Timeline.Period, _ fill: Color, _ marks: inout Scene) {
    let name = bench.measure.set(
      period.label, TextStyle(size: 14, color: Palette.ink.legible(on: fill), isBold: true), width: spine - 40)
    let (events, height) = place(period.events)
    let rowHeight = max(name.size.height + 14, height)
    let first = min(rowHeight / 2, (name.size.height + 14) / 2)
    let box = Rect(x: 0, y: y + first - (name.size.height + 14) / 2, width: spine - 22, height: name.size.height + 14)
    scene.addBox(Path(rect: box, radius: 5), Paint(fill: fill, stroke: Palette.stroke(of: fill), width: 1.2), name, box)
    scene.addLine(Point(box.maxX, y + first), Point(spine + 18, y + first), Paint(stroke: Palette.line, width: 1.4))
    marks.add(
      Path(ellipseIn: Rect(center: Point(spine, y + first), size: Size(11, 11))),
      Paint(fill: fill, stroke: Palette.stroke(of: fill), width: 2))
    let ground = fill.asGround.mixed(with: Palette.paper, 0.7)
    for (rect, label) in events {
      let box = Rect(x: rect.minX, y: rect.minY + y, width: rect.width, height: rect.height)
      let paint = Paint(fill: ground, stroke: Palette.stroke(of: fill), width: 1)
      scene.addBox(Path(rect: box, radius: 4), paint, label, box)
    }
    y += rowHeight + 12
  }

  /// Events side by side as far as they fit, on further lines below.
  private func place(_ events: [Label]) -> ([(Rect, SetLabel)], height: Double) {
    var placed: [(Rect, SetLabel)] = []
    let left = spine + 18
    var (x, y, lineHeight) = (left, 0.0, 0.0)
    for event in events {
      let label = bench.measure.set(event, TextStyle(size: 13), width: 220)
      let size = Size(label.size.width + 18, label.size.height + 12)
      if x > left, x + size.width > right {
        (x, y, lineHeight) = (left, y + lineHeight + 8, 0)
      }
      placed.append((Rect(x: x, y: y, width: size.width, height: size.height), label))
      x += size.width + 8
      lineHeight = max(lineHeight, size.height)
    }
    return (placed, y + lineHeight)
  }
}

extension Scene {
  /// A node: its outline, and its label in the middle of a box.
  fileprivate mutating func addBox(_ outline: Path, _ paint: Paint, _ label: SetLabel, _ box: Rect) {
    begin(.node)
    add(outline, paint)
    add(label, at: box.center)
    end()
  }
}
