extension MermaidTypes {
  /// Mermaid documentation, "Sankey diagram".
  static func sankey(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let chart = SankeyChart.read(source, &problems)
    guard !chart.flows.isEmpty else { return nil }
    let settings = source.settings
    let text = { (value: Double) in (settings["prefix"] ?? "") + value.chartLabel + (settings["suffix"] ?? "") }
    let layout = SankeyLayout(
      chart: chart, columns: SankeyColumns(chart, alignment: settings["nodeAlignment"] ?? "justify"),
      colors: chart.names.map { settings[$0].flatMap(Color.init(css:)) }, bench: bench,
      text: settings["showValues"] == "false" ? nil : text)
    return Sheet(scene: layout.scene(), kind: "Sankey diagram", statements: chart.statements(text))
  }
}

/// Columns of nodes, as high as what flows through them, with the flows as ribbons between.
struct SankeyLayout {
  let chart: SankeyChart
  let columns: SankeyColumns
  let colors: [Color?]
  private let labels: [SetLabel]
  /// From the left edge of the first column to the right edge of the last; the last names stand beyond.
  private let width: Double
  private static let nodeWidth = 12.0

  init(chart: SankeyChart, columns: SankeyColumns, colors: [Color?], bench: Workbench, text: ((Double) -> String)?) {
    self.chart = chart
    self.columns = columns
    self.colors = colors
    let last = columns.order.count - 1
    let step = 560 / Double(max(1, last))
    labels = chart.names.enumerated().map { node, name in
      var label = Label(plain: name)
      if let text {
        label.lines[label.lines.count - 1].append(.init(text: " " + text(columns.throughput[node]), isBold: true))
      }
      return bench.measure.set(
        label, TextStyle(size: 12), width: columns.column[node] == last ? 130 : max(64, step - 30))
    }
    let labels = labels
    let lastWidth = columns.order[last].map { labels[$0].size.width }.max() ?? 0
    width = max(Double(last) * 60, 672 - lastWidth - 6)
  }

  func scene() -> Scene {
    let boxes = boxes()
    var scene = Scene()
    addRibbons(boxes, to: &scene)
    for (node, box) in boxes.enumerated() {
      scene.add(Path(rect: box), Paint(fill: color(node).mixed(with: Palette.ink, colors[node] == nil ? 0.25 : 0)))
    }
    for (label, box) in zip(labels, boxes) { scene.add(label, at: Point(box.maxX + 5, box.center.y), align: .left) }
    return scene
  }

  private func color(_ node: Int) -> Color { colors[node] ?? Palette.series(node) }

  /// What a node's name needs from top to bottom.
  private func room(_ node: Int) -> Double { labels[node].size.height + 6 }

  /// Every node has at least the height of its name to itself; what flows through the fullest column decides how much
  /// a unit is.
  private func boxes() -> [Rect] {
    var boxes = Array(repeating: Rect(0, 0, 0, 0), count: chart.names.count)
    let rooms = columns.order.map { $0.reduce(0) { $0 + room($1) } }
    let height = max(400, (rooms.max() ?? 0) + 240)
    let scale =
      zip(columns.order, rooms).map { nodes, rooms in
        (height - rooms) / max(nodes.reduce(0) { $0 + columns.throughput[$1] }, 1e-300)
      }.min() ?? 1
    let step = (width - SankeyLayout.nodeWidth) / Double(max(1, columns.order.count - 1))
    for (column, nodes) in columns.order.enumerated() {
      let slots = nodes.map { max(room($0), columns.throughput[$0] * scale + 6) }
      let space = (height - slots.reduce(0, +)) / Double(nodes.count)
      var y = 0.0
      for (node, slot) in zip(nodes, slots) {
        let high = max(1.5, columns.throughput[node] * scale)
        boxes[node] = Rect(
          x: Double(column) * step, y: y + (slot + space - high) / 2, width: SankeyLayout.nodeWidth, height: high)
        y += slot + space
      }
    }
    return boxes
  }

  private func addRibbons(_ boxes: [Rect], to scene: inout Scene) {
    var left = Array(repeating: 0.0, count: boxes.count)
    var right = left
    // At each node the ribbons leave and arrive in the order of their other ends, so that they cross less.
    let leaving = chart.flows.indices.sorted {
      (boxes[chart.flows[$0].target].minY, $0) < (boxes[chart.flows[$1].target].minY, $1)
    }
    let arriving = chart.flows.indices.sorted {
      (boxes[chart.flows[$0].source].minY, $0) < (boxes[chart.flows[$1].source].minY, $1)
    }
    var starts = Array(repeating: (0.0, 0.0), count: chart.flows.count)
    var ends = starts
    for index in leaving {
      let flow = chart.flows[index]
      let high = thickness(flow, boxes[flow.source], flow.source)
      starts[index] = (boxes[flow.source].minY + right[flow.source], high)
      right[flow.source] += high
    }
    for index in arriving {
      let flow = chart.flows[index]
      let high = thickness(flow, boxes[flow.target], flow.target)
      ends[index] = (boxes[flow.target].minY + left[flow.target], high)
      left[flow.target] += high
    }
    for (index, flow) in chart.flows.enumerated() {
      scene.add(
        ribbon(boxes[flow.source].maxX, starts[index], boxes[flow.target].minX, ends[index]),
        Paint(fill: ribbonColor(flow)))
    }
  }

  private func thickness(_ flow: SankeyChart.Flow, _ box: Rect, _ node: Int) -> Double {
    columns.throughput[node] > 0 ? flow.value / columns.throughput[node] * box.height : 0
  }

  private func ribbonColor(_ flow: SankeyChart.Flow) -> Color {
    var color = color(flow.source)
    color.alpha = 115
    return color
  }

  private func ribbon(
    _ x: Double, _ start: (y: Double, height: Double), _ endX: Double, _ end: (y: Double, height: Double)
  ) -> Path {
    let middle = (x + endX) / 2
    var path = Path()
    path.move(to: Point(x, start.y))
    path.curve(Point(middle, start.y), Point(middle, end.y), to: Point(endX, end.y))
    path.line(to: Point(endX, end.y + end.height))
    path.curve(
      Point(middle, end.y + end.height), Point(middle, start.y + start.height), to: Point(x, start.y + start.height))
    path.close()
    return path
  }
}
