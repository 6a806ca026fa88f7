extension MermaidTypes {
  /// Mermaid documentation, "Pie chart diagrams".
  static func pie(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let chart = PieChart.read(source, &problems)
    guard chart.total > 0 else {
      if !chart.slices.isEmpty {
        problems.append(DiagramProblem(line: source.keywordLine, message: "all slices of the pie are empty"))
      }
      return nil
    }
    let layout = PieLayout(chart: chart, colors: source.seriesColors("pie", from: 1), bench: bench)
    return Sheet(scene: layout.scene(), title: chart.title, kind: "Pie chart", statements: chart.statements)
  }
}

extension MermaidSource {
  /// Colours of things in a row that the author set by theme variables: `pie1`, `cScale0`; nil where he left them.
  func seriesColors(_ name: String, from first: Int) -> [Color?] {
    (0..<12).map { settings[name + String($0 + first)].flatMap(Color.init(css:)) }
  }
}

/// The disc with its percentages, and the legend beside it.
struct PieLayout {
  let chart: PieChart
  let colors: [Color?]
  let bench: Workbench
  private let radius = 130.0

  private func color(_ index: Int) -> Color {
    (index < colors.count ? colors[index] : nil) ?? Palette.series(index)
  }

  func scene() -> Scene {
    var scene = Scene()
    let total = chart.total
    var angle = -Double.pi / 2
    for (index, slice) in chart.slices.enumerated() where slice.value > 0 {
      let end = angle + slice.value / total * 2 * Double.pi
      addSlice(index, from: angle, to: end, slice.value / total, to: &scene)
      angle = end
    }
    addLegend(total, to: &scene)
    return scene
  }

  private func addSlice(_ index: Int, from start: Double, to end: Double, _ share: Double, to scene: inout Scene) {
    let fill = color(index)
    let paint = Paint(fill: fill, stroke: Palette.paper, width: 2)
    var path = Path()
    let center = Point(0, 0)
    if share > 0.99999 {
      path = Path(ellipseIn: Rect(center: center, size: Size(2 * radius, 2 * radius)))
    } else {
      path.move(to: center)
      path.line(to: Point.polar(radius, start))
      path.arc(center: center, radius: radius, from: start, to: end)
      path.close()
    }
    scene.begin(.node)
    scene.add(path, paint)
    scene.end()
    guard share >= 0.045 else { return }
    let text = bench.measure.set(
      Label(plain: PieChart.percent(share)), TextStyle(size: 13, color: Palette.ink.legible(on: fill), isBold: true))
    scene.add(text, at: share > 0.99999 ? center : Point.polar(radius * 0.68, (start + end) / 2))
  }

  private func addLegend(_ total: Double, to scene: inout Scene) {
    let rows = chart.slices.enumerated().map { index, slice in
      var label = slice.label
      let percent = PieChart.percent(slice.value / total)
      let figures = chart.showsData ? " \(slice.valueText) (\(percent))" : " \(percent)"
      if label.lines.isEmpty { label.lines = [[]] }
      label.lines[label.lines.count - 1].append(Label.Run(text: figures, isBold: true))
      return bench.measure.set(label, TextStyle(size: 13.5), width: 300)
    }
    let height = rows.reduce(0) { $0 + $1.size.height + 8 } - 8
    // A long legend begins where the disc does.
    var y = max(-radius, -height / 2)
    for (index, row) in rows.enumerated() {
      let swatch = Rect(x: radius + 36, y: y + 1.5, width: 14, height: 14)
      scene.add(
        Path(rect: swatch, radius: 3), Paint(fill: color(index), stroke: Palette.stroke(of: color(index)), width: 1))
      scene.add(row, at: Point(radius + 58, y + row.size.height / 2), align: .left)
      y += row.size.height + 8
    }
  }
}
