extension MermaidTypes {
  /// Mermaid documentation, "Quadrant Chart".
  static func quadrant(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let chart = QuadrantChart.read(source, &problems)
    let isEmpty =
      chart.marks.isEmpty && chart.xAxis.isEmpty && chart.yAxis.isEmpty && chart.quadrants.allSatisfy { $0 == nil }
    guard !isEmpty else { return nil }
    var layout = QuadrantLayout(chart: chart, bench: bench)
    return Sheet(scene: layout.draw(), title: chart.title, kind: "Quadrant chart", statements: chart.statements)
  }
}

struct QuadrantLayout {
  private let chart: QuadrantChart
  private let bench: Workbench
  private var scene = Scene()
  /// Boxes that no name of a point should cover.
  private var taken: [Rect] = []
  private let side = 480.0

  init(chart: QuadrantChart, bench: Workbench) {
    self.chart = chart
    self.bench = bench
  }

  mutating func draw() -> Scene {
    addFields()
    addAxes()
    let boxes = chart.marks.map { mark in
      Rect(center: place(mark), size: Size(2 * radius(mark), 2 * radius(mark)))
    }
    taken += boxes
    for (mark, box) in zip(chart.marks, boxes) {
      let fill = mark.style.paint.fill ?? Palette.nodeStroke
      scene.add(
        Path(ellipseIn: box),
        Paint(fill: fill, stroke: mark.style.paint.stroke ?? Palette.paper, width: mark.style.paint.strokeWidth ?? 1.2))
    }
    for (mark, box) in zip(chart.marks, boxes) { addName(mark, beside: box) }
    return scene
  }

  private func radius(_ mark: QuadrantChart.Mark) -> Double { mark.style.radius ?? 5.5 }

  private func place(_ mark: QuadrantChart.Mark) -> Point { Point(mark.x * side, (1 - mark.y) * side) }

  private mutating func addFields() {
    let half = side / 2
    let corners = [Point(half, 0), Point(0, 0), Point(0, half), Point(half, half)]
    let fills = [Color(0xDCE9F3), Color(0xEDF3F8), Color(0xF7F9FB), Color(0xEDF3F8)]
    for (index, corner) in corners.enumerated() {
      let box = Rect(x: corner.x, y: corner.y, width: half, height: half)
      scene.add(Path(rect: box), Paint(fill: fills[index]))
      guard let label = chart.quadrants[index] else { continue }
      let set = bench.measure.set(label, TextStyle(size: 15, color: Palette.quiet, isBold: true), width: half - 24)
      // Points want the middle: the name makes room for them.
      let center = Point(box.center.x, chart.marks.isEmpty ? box.center.y : box.minY + 12 + set.size.height / 2)
      scene.add(set, at: center)
      taken.append(Rect(center: center, size: set.size))
    }
    let line = Paint(stroke: Palette.nodeStroke, width: 1)
    scene.addLine(Point(half, 0), Point(half, side), line)
    scene.addLine(Point(0, half), Point(side, half), line)
    scene.add(Path(rect: Rect(0, 0, side, side)), Paint(stroke: Palette.nodeStroke, width: 1.6))
  }

  private mutating func addAxes() {
    let width = side / 2 - 10
    for (index, label) in chart.xAxis.enumerated() {
      let set = bench.measure.set(label, TextStyle(size: 13.5), width: chart.xAxis.count == 1 ? side : width)
      let x = chart.xAxis.count == 1 ? side / 2 : side * (index == 0 ? 0.25 : 0.75)
      scene.add(set, at: Point(x, side + 10 + set.size.height / 2))
    }
    for (index, label) in chart.yAxis.enumerated() {
      let set = bench.measure.set(label, TextStyle(size: 13.5), width: chart.yAxis.count == 1 ? side : width)
      let y = chart.yAxis.count == 1 ? side / 2 : side * (index == 0 ? 0.75 : 0.25)
      scene.addUpright(set, at: Point(-10 - set.size.height / 2, y))
    }
  }

  /// Puts a name where it covers nothing, if there is such a place beside its point.
  private mutating func addName(_ mark: QuadrantChart.Mark, beside box: Rect) {
    let label = bench.measure.set(mark.label, TextStyle(size: 12.5), width: 150)
    let (w, h) = (label.size.width / 2 + 4, label.size.height / 2 + 2)
    let c = box.center
    let places = [
      Point(c.x, box.maxY + h), Point(c.x, box.minY - h), Point(box.maxX + w, c.y), Point(box.minX - w, c.y),
      Point(box.maxX + w, box.maxY + h), Point(box.minX - w, box.minY - h),
    ].map { Point($0.x.clamped(w, max(w, side - w)), $0.y.clamped(h, max(h, side - h))) }
    let size = Size(label.size.width + 2, label.size.height)
    // Thousands of names cover each other anyway.
    let nearby = taken.suffix(400)
    let free = places.first { place in !nearby.contains { $0.intersects(Rect(center: place, size: size)) } }
    let place = free ?? places[0]
    taken.append(Rect(center: place, size: size))
    scene.add(label, at: place)
  }
}

extension Rect {
  func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}
