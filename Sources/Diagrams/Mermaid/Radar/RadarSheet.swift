extension MermaidTypes {
  /// Mermaid documentation, "Radar Diagram".
  static func radar(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let (chart, found) = RadarReader.read(source)
    problems += found
    guard !chart.axes.isEmpty else { return nil }
    let layout = RadarLayout(chart: chart, colors: source.seriesColors("cScale", from: 0), bench: bench)
    let statements = chart.curves.isEmpty ? chart.axes.map { "axis \($0.label.plainText)" } : chart.statements
    return Sheet(scene: layout.scene(), title: chart.title, kind: "Radar chart", statements: statements)
  }
}

struct RadarLayout {
  private let chart: RadarChart
  private let colors: [Color?]
  private let bench: Workbench
  private let low: Double
  private let high: Double
  private let radius = 190.0

  init(chart: RadarChart, colors: [Color?], bench: Workbench) {
    self.chart = chart
    self.colors = colors
    self.bench = bench
    let largest = chart.curves.flatMap(\.values).max() ?? 1
    let end = chart.high ?? largest
    (low, high) = end > chart.low ? (chart.low, end) : (chart.low, chart.low + 1)
  }

  private func angle(_ axis: Int) -> Double { -Double.pi / 2 + 2 * Double.pi * Double(axis) / Double(chart.axes.count) }

  private func color(_ index: Int) -> Color { colors[index % colors.count] ?? Palette.series(index) }

  func scene() -> Scene {
    var scene = Scene()
    addGraticule(to: &scene)
    for (index, curve) in chart.curves.enumerated() { add(curve, index, to: &scene) }
    addNames(to: &scene)
    if chart.showsLegend { addLegend(to: &scene) }
    return scene
  }

  private func addGraticule(to scene: inout Scene) {
    for tick in 1...chart.ticks {
      let r = radius * Double(tick) / Double(chart.ticks)
      let paint = Paint(stroke: Palette.grid, width: 1)
      if chart.isPolygon, chart.axes.count > 2 {
        scene.add(Path(polygon: chart.axes.indices.map { Point.polar(r, angle($0)) }), paint)
      } else {
        scene.add(Path(ellipseIn: Rect(-r, -r, r, r)), paint)
      }
      let value = low + (high - low) * Double(tick) / Double(chart.ticks)
      let label = bench.measure.set(Label(plain: value.chartLabel), TextStyle(size: 10, color: Palette.quiet))
      scene.add(label, at: Point(4, -r + 7), align: .left)
    }
    for axis in chart.axes.indices {
      scene.addLine(Point(0, 0), Point.polar(radius, angle(axis)), Paint(stroke: Palette.groupStroke, width: 1))
    }
  }

  private func add(_ curve: RadarChart.Curve, _ index: Int, to scene: inout Scene) {
    let points = curve.values.enumerated().map { axis, value in
      Point.polar(radius * ((value - low) / (high - low)).clamped(0, 1), angle(axis))
    }
    var fill = color(index)
    fill.alpha = 70
    let stroke = color(index).mixed(with: Palette.ink, 0.4)
    let dash: [[Double]] = [[], [7, 4], [2, 4], [10, 3, 2, 3]]
    let path = chart.isPolygon || points.count < 3 ? Path(polygon: points) : Path(smooth: points)
    scene.add(path, Paint(fill: fill, stroke: stroke, width: 2.2, dash: dash[index % dash.count]))
    for point in points { addMark(index, point, stroke, to: &scene) }
  }

  /// Curves differ in the shapes of their marks, too, so that they can be told apart in grey.
  private func addMark(_ index: Int, _ c: Point, _ color: Color, to scene: inout Scene) {
    let path =
      switch index % 4 {
      case 0: Path(ellipseIn: Rect(center: c, size: Size(8, 8)))
      case 1: Path(rect: Rect(center: c, size: Size(7, 7)))
      case 2: Path(polygon: [Point(c.x, c.y - 5), Point(c.x + 5, c.y + 4), Point(c.x - 5, c.y + 4)])
      default: Path(polygon: [Point(c.x, c.y - 5), Point(c.x + 5, c.y), Point(c.x, c.y + 5), Point(c.x - 5, c.y)])
      }
    scene.add(path, Paint(fill: color, stroke: Palette.paper, width: 1))
  }

  private func addNames(to scene: inout Scene) {
    for (index, axis) in chart.axes.enumerated() {
      let label = bench.measure.set(axis.label, TextStyle(size: 13, isBold: true), width: 120)
      let direction = Point.polar(1, angle(index))
      let out = radius + 10
      let center = Point(
        direction.x * (out + label.size.width / 2), direction.y * (out + label.size.height / 2))
      scene.add(label, at: center)
    }
  }

  private func addLegend(to scene: inout Scene) {
    guard let box = scene.bounds else { return }
    var (x, y) = (-radius, box.maxY + 20)
    for (index, curve) in chart.curves.enumerated() {
      let label = bench.measure.set(curve.label, TextStyle(size: 12.5), width: 240)
      if x > -radius, x + label.size.width + 30 > radius + 60 { (x, y) = (-radius, y + max(22, label.size.height + 4)) }
      let stroke = color(index).mixed(with: Palette.ink, 0.4)
      let dash: [[Double]] = [[], [7, 4], [2, 4], [10, 3, 2, 3]]
      scene.addLine(Point(x, y), Point(x + 24, y), Paint(stroke: stroke, width: 2.2, dash: dash[index % dash.count]))
      addMark(index, Point(x + 12, y), stroke, to: &scene)
      scene.add(label, at: Point(x + 30, y), align: .left)
      x += label.size.width + 52
    }
  }
}

extension Path {
  /// A closed curve through points without corners (Catmull and Rom's, as Bézier curves).
  fileprivate init(smooth points: [Point]) {
    self.init()
    let count = points.count
    guard count > 2 else { return }
    move(to: points[0])
    for index in 0..<count {
      let (a, b) = (points[(index + count - 1) % count], points[index])
      let (c, d) = (points[(index + 1) % count], points[(index + 2) % count])
      curve(b + (c - a) * 0.17, c - (d - b) * 0.17, to: c)
    }
    close()
  }
}
