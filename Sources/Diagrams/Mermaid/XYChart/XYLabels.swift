/// The words around the plot.
extension XYLayout {
  private var style: TextStyle { TextStyle(size: 12) }

  mutating func addCategories() {
    let names = (0..<count).map { index in
      index < chart.x.categories.count ? chart.x.categories[index] : Label(plain: chart.name(index, of: count))
    }
    if chart.isHorizontal { return addRows(names) }
    let labels = names.map { bench.measure.set($0, style, width: max(30, band - 6)) }
    if labels.allSatisfy({ $0.size.width <= band - 3 && $0.size.height <= 170 }) {
      for (index, label) in labels.enumerated() {
        scene.add(label, at: Point(along(index), height + 8 + label.size.height / 2))
      }
      return
    }
    if labels.allSatisfy({ $0.size.width < 36 }) {
      // Short ones, as years are: every second, third… has room lying down.
      let room = (labels.map(\.size.width).max() ?? 0) + 8
      let step = max(1, Int((room / band).rounded(.up)))
      for index in stride(from: 0, to: labels.count, by: step) {
        scene.add(labels[index], at: Point(along(index), height + 16))
      }
      return
    }
    let step = max(1, Int((16 / band).rounded(.up)))
    for index in stride(from: 0, to: names.count, by: step) {
      let label = bench.measure.set(names[index], style, width: 150)
      let fits = label.size.height <= band * Double(step) + 4
      let set = fits ? label : bench.measure.set(names[index], style, width: 400)
      scene.addUpright(set, at: Point(along(index), height + 8 + set.size.width / 2))
    }
  }

  private mutating func addRows(_ names: [Label]) {
    let step = max(1, Int((15 / band).rounded(.up)))
    for index in stride(from: 0, to: names.count, by: step) {
      scene.add(bench.measure.set(names[index], style, width: 140), at: Point(-8, along(index)), align: .right)
    }
  }

  mutating func addTitles() {
    let style = TextStyle(size: 13, isBold: true)
    guard let box = scene.bounds else { return }
    let (below, beside) = chart.isHorizontal ? (chart.y.title, chart.x.title) : (chart.x.title, chart.y.title)
    let (width, height) = chart.isHorizontal ? (self.height, length) : (length, self.height)
    if let below {
      let label = bench.measure.set(below, style, width: width)
      scene.add(label, at: Point(width / 2, box.maxY + 8 + label.size.height / 2))
    }
    if let beside {
      let label = bench.measure.set(beside, style, width: max(120, height))
      scene.addUpright(label, at: Point(box.minX - 8 - label.size.height / 2, height / 2))
    }
  }

  /// What the bars and lines are called, where they have names.
  mutating func addLegend() {
    guard chart.series.contains(where: { $0.title != nil }), let box = scene.bounds else { return }
    var (x, y) = (0.0, box.maxY + 22)
    let width = chart.isHorizontal ? height : length
    for (index, series) in chart.series.enumerated() {
      guard let title = series.title else { continue }
      let label = bench.measure.set(title, TextStyle(size: 12), width: 220)
      if x > 0, x + label.size.width + 26 > width { (x, y) = (0, y + 22) }
      let fill = color(index)
      if series.isBar {
        scene.add(
          Path(rect: Rect(x, y - 6, x + 14, y + 6)), Paint(fill: fill, stroke: Palette.stroke(of: fill), width: 1))
      } else {
        scene.addLine(Point(x, y), Point(x + 18, y), Paint(stroke: fill.mixed(with: Palette.ink, 0.4), width: 2.4))
      }
      scene.add(label, at: Point(x + 24, y), align: .left)
      x += label.size.width + 48
    }
  }
}
