/// Categories along one axis, values along the other; turned where the chart is horizontal.
struct XYLayout {
  let chart: XYChart
  let bench: Workbench
  let colors: [Color?]
  var showsValues = false
  let scale: NiceScale
  /// How many places there are along the categories.
  let count: Int
  /// Whether places lie on an axis of numbers from end to end.
  private let isContinuous: Bool
  /// Of the plot, along the categories and along the values.
  let length: Double
  let height: Double
  var scene = Scene()

  init(chart: XYChart, colors: [Color?], bench: Workbench) {
    self.chart = chart
    self.colors = colors
    self.bench = bench
    let count = chart.count
    self.count = count
    let hasBars = chart.series.contains(where: \.isBar)
    isContinuous = chart.x.categories.isEmpty && chart.x.range != nil && !hasBars
    let values = chart.series.flatMap(\.values)
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    // A bar is as long as its value only where it begins at nothing.
    if hasBars { (low, high) = (min(0, low), max(0, high)) }
    scale =
      chart.y.range.map { NiceScale($0.lowerBound, $0.upperBound, fixed: true) } ?? NiceScale(low, high, fixed: false)
    let bars = max(1, chart.series.filter(\.isBar).count)
    if chart.isHorizontal {
      length = max(180, min(2400, Double(count * (14 * bars + 16))))
      height = 500
    } else {
      (length, height) = (600, 340)
    }
  }

  // MARK: Places

  /// The middle of a place among the categories, from the beginning of the axis.
  func along(_ index: Int) -> Double {
    if isContinuous, count > 1 {
      return length * Double(index) / Double(count - 1)
    }
    return length * (Double(index) + 0.5) / Double(max(1, count))
  }

  var band: Double { length / Double(max(1, count)) }

  /// A place on the page by how far along the categories and how far up the values it is, 0 to 1.
  func point(_ along: Double, _ part: Double) -> Point {
    chart.isHorizontal ? Point(part * height, along) : Point(along, (1 - part) * height)
  }

  func color(_ index: Int) -> Color { (index < colors.count ? colors[index] : nil) ?? Palette.series(index) }

  // MARK: Drawing

  mutating func draw() -> Scene {
    addValueAxis()
    addBars()
    addLines()
    addCategories()
    let frame = Paint(stroke: Palette.line, width: 1.3)
    scene.addLine(point(0, 0), point(length, 0), frame)
    let side = chart.isHorizontal ? length : 0
    scene.addLine(point(side, 0), point(side, 1), frame)
    addTitles()
    addLegend()
    return scene
  }

  private mutating func addValueAxis() {
    let style = TextStyle(size: 11.5, color: Palette.quiet)
    for value in scale.ticks {
      let part = scale.part(value)
      scene.addLine(point(0, part), point(length, part), Paint(stroke: Palette.grid, width: 1))
      let label = bench.measure.set(Label(plain: value.chartLabel), style)
      if chart.isHorizontal {
        scene.add(label, at: Point(part * height, length + 12))
      } else {
        scene.add(label, at: Point(-8, (1 - part) * height), align: .right)
      }
    }
  }

  private mutating func addBars() {
    let bars = chart.series.indices.filter { chart.series[$0].isBar }
    guard !bars.isEmpty else { return }
    let width = min(46, band * 0.8 / Double(bars.count))
    let zero = scale.part(0)
    for (place, index) in bars.enumerated() {
      let fill = color(index)
      for (position, value) in chart.series[index].values.enumerated() {
        let start = along(position) + (Double(place) - Double(bars.count) / 2) * width
        let (a, b) = (point(start + 0.5, zero), point(start + width - 0.5, scale.part(value)))
        let box = Rect(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y))
        scene.add(Path(rect: box), Paint(fill: fill, stroke: Palette.stroke(of: fill), width: 1))
        if showsValues { addValue(value, at: point(start + width / 2, scale.part(value))) }
      }
    }
  }

  private mutating func addValue(_ value: Double, at end: Point) {
    let label = bench.measure.set(Label(plain: value.chartLabel), TextStyle(size: 11, isBold: true))
    if chart.isHorizontal {
      scene.add(label, at: Point(end.x + 5, end.y), align: .left)
    } else {
      scene.add(label, at: Point(end.x, end.y - 9))
    }
  }

  private mutating func addLines() {
    var lines = 0
    for (index, series) in chart.series.enumerated() where !series.isBar {
      // Over bars of the same colour a line must be darker than they are.
      let stroke = color(index).mixed(with: Palette.ink, index < colors.count && colors[index] != nil ? 0 : 0.4)
      let points = series.values.enumerated().map { point(along($0), scale.part($1)) }
      let dash: [[Double]] = [[], [7, 4], [2, 4], [10, 3, 2, 3]]
      scene.add(Path(polygon: points, closed: false), Paint(stroke: stroke, width: 2.4, dash: dash[lines % dash.count]))
      lines += 1
      guard points.count <= 60 else { continue }
      for point in points {
        scene.add(
          Path(ellipseIn: Rect(center: point, size: Size(7, 7))), Paint(fill: stroke, stroke: Palette.paper, width: 1.2)
        )
      }
    }
  }
}
