/// Draws a `flowchart` or `graph`.
func drawFlowchart(_ source: MermaidSource, problems: inout [DiagramProblem], bench: Workbench) -> Sheet? {
  let (chart, found) = FlowchartParser.parse(source)
  problems += found
  return draw(chart, line: source.keywordLine, problems: &problems, bench: bench)
}

/// Draws a flowchart that was read.
/// - Parameter line: where to tell that it cannot be laid out.
func draw(_ chart: Flowchart, line: Int, problems: inout [DiagramProblem], bench: Workbench) -> Sheet? {
  guard !chart.nodes.isEmpty || !chart.groups.isEmpty else { return nil }
  guard let scene = FlowchartDrawing(chart, bench).scene() else {
    problems.append(DiagramProblem(line: line, message: "the diagram cannot be laid out: Graphviz refuses it"))
    return nil
  }
  return Sheet(scene: scene, kind: "Flowchart", statements: chart.statements)
}

/// A flowchart on its way from model to scene.
private struct FlowchartDrawing {
  /// A drawing wider than this, in pixels, is hardly legible on a page once it is scaled to fit.
  static let widest = 760.0

  let chart: Flowchart
  let labels: [SetLabel]
  let titles: [SetLabel]
  let linkLabels: [SetLabel]
  let nodeStyles: [Style]
  let groupStyles: [Style]

  init(_ chart: Flowchart, _ bench: Workbench) {
    self.chart = chart
    nodeStyles = chart.nodes.map { chart.style(of: $0.name, classes: $0.classes, isNode: true) }
    groupStyles = chart.groups.map { chart.style(of: $0.name, classes: $0.classes, isNode: false) }
    labels = zip(chart.nodes, nodeStyles).map { node, style in
      node.shape.isSymbol
        ? .empty
        : bench.measure.set(
          node.label, TextStyle(color: style.letters, isBold: style.isBold), width: node.shape == .diamond ? 130 : 190)
    }
    titles = zip(chart.groups, groupStyles).map { group, style in
      bench.measure.set(
        group.title,
        TextStyle(
          size: 13, color: (style.color ?? Palette.ink).legible(on: style.fill ?? Palette.groupFill), isBold: true),
        width: 260)
    }
    linkLabels = chart.links.map { bench.measure.set($0.label, TextStyle(size: 12.5), width: 150) }
  }

  /// The graph in the author's direction; where that is too wide for a page and the other way is not, the other way.
  func scene() -> Scene? {
    let graph = graph()
    guard let placed = graph.laidOut() else { return nil }
    if placed.bounds.width > FlowchartDrawing.widest, chart.direction.isHorizontal {
      let turned: Graph.Direction = chart.direction == .right ? .down : .up
      if let other = graph.laidOut(direction: turned), other.bounds.width < placed.bounds.width * 0.75 {
        return paint(other)
      }
    }
    return paint(placed)
  }

  private func graph() -> Graph {
    var graph = Graph()
    graph.direction = chart.direction
    graph.nodes = zip(chart.nodes, labels).map { node, label in
      Graph.Node(size: node.shape.size(around: label.size), outline: node.shape.outline, group: node.group)
    }
    graph.groups = zip(chart.groups, titles).map { group, title in
      Graph.Group(
        title: title.size.width > 0 ? Size(title.size.width + 8, title.size.height + 4) : Size(0, 0),
        parent: group.parent,
        direction: group.direction)
    }
    graph.edges = zip(chart.links, linkLabels).map { link, label in
      Graph.Edge(
        tail: chart.end(link.tail), head: chart.end(link.head),
        label: label.size.width > 0 ? Size(label.size.width + 8, label.size.height + 4) : nil, length: link.length,
        tailMark: link.tailMark.edgeMark.length, headMark: link.headMark.edgeMark.length)
    }
    return graph
  }

  private func paint(_ placed: PlacedGraph) -> Scene {
    var scene = Scene()
    scene.include(placed.bounds)
    for (index, box) in placed.groups.enumerated() {
      if let box { paintGroup(index, box, &scene) }
    }
    for (index, edge) in placed.edges.enumerated() {
      guard let edge, chart.links[index].line != .invisible else { continue }
      let link = chart.links[index]
      scene.add(edge, chart.paint(ofLink: index), tail: link.tailMark.edgeMark, head: link.headMark.edgeMark)
    }
    for (index, box) in placed.groups.enumerated() {
      if let box { paintTitle(index, box, &scene) }
    }
    for (index, center) in placed.nodes.enumerated() { paintNode(index, center, &scene) }
    for (index, edge) in placed.edges.enumerated() {
      if let place = edge?.label { scene.addEdgeLabel(linkLabels[index], at: place) }
    }
    return scene
  }

  private func paintGroup(_ index: Int, _ box: Rect, _ scene: inout Scene) {
    let style = groupStyles[index]
    scene.begin(.group)
    scene.add(
      Path(rect: box, radius: 4),
      Paint(
        fill: style.fill ?? Palette.groupFill, stroke: style.stroke ?? Palette.groupStroke,
        width: style.strokeWidth ?? 1,
        dash: style.dash ?? []))
    scene.end()
  }

  /// The title stands over the lines that cross it, on the group's own ground.
  private func paintTitle(_ index: Int, _ box: Rect, _ scene: inout Scene) {
    let title = titles[index]
    guard title.size.width > 0 else { return }
    let place = Rect(x: box.minX + 6, y: box.minY + 5, width: title.size.width + 8, height: title.size.height)
    scene.begin(.title)
    defer { scene.end() }
    scene.add(Path(rect: place), Paint(fill: groupStyles[index].fill ?? Palette.groupFill))
    scene.add(title, at: Point(place.minX + 4, place.center.y), align: .left)
  }

  private func paintNode(_ index: Int, _ center: Point, _ scene: inout Scene) {
    let node = chart.nodes[index]
    let style = nodeStyles[index]
    let size = node.shape.size(around: labels[index].size)
    let fill = style.fill ?? (node.shape.isSymbol ? Palette.line : Palette.nodeFill)
    let stroke = style.stroke ?? (style.fill.map(Palette.stroke(of:)) ?? Palette.nodeStroke)
    let line = Paint(stroke: stroke, width: style.strokeWidth ?? 1.5, dash: style.dash ?? [])
    scene.begin(.node)
    for path in node.shape.paths(in: Rect(center: center, size: size)) {
      var paint = line
      paint.fill = path.isFilled ? fill : nil
      scene.add(path.path, paint)
    }
    scene.add(labels[index], at: center + node.shape.labelOffset(in: size))
    scene.end()
  }
}

extension Flowchart {
  /// What classes and `style` make of a node or group, the later over the earlier.
  fileprivate func style(of name: String, classes names: [String], isNode: Bool) -> Style {
    var style = isNode ? classes["default"] ?? Style() : Style()
    for name in names { style = style.overlaid(with: classes[name] ?? Style()) }
    return styles[name].map { style.overlaid(with: $0) } ?? style
  }

  fileprivate func end(_ name: String) -> Graph.End {
    if let group = group(named: name) { return .group(group) }
    return .node(existingNode(name) ?? 0)
  }

  fileprivate func paint(ofLink index: Int) -> Paint {
    let style = (linkStyles[-1] ?? Style()).overlaid(with: linkStyles[index] ?? Style())
    let line = links[index].line
    return Paint(
      stroke: style.stroke ?? Palette.line, width: style.strokeWidth ?? (line == .thick ? 3 : 1.5),
      dash: style.dash ?? (line == .dotted ? [2, 4] : []))
  }

  /// What the chart shows, in words.
  fileprivate var statements: [String] {
    var statements = links.filter { $0.line != .invisible }.map { link in
      let text = link.label.plainText
      let (tail, head) = (words(for: link.tail), words(for: link.head))
      let verb =
        switch (link.tailMark, link.headMark) {
        case (.none, .none): "is connected with"
        case (.none, _): "leads to"
        case (_, .none): "comes from"
        default: "leads to and from"
        }
      return "\(tail) \(verb) \(head)" + (text.isEmpty ? "" : " (\(text))")
    }
    let linked = Set(links.flatMap { [$0.tail, $0.head] })
    statements += nodes.filter { !linked.contains($0.name) && !$0.label.isEmpty }.map(\.label.plainText)
    for (index, group) in groups.enumerated() where !group.title.isEmpty {
      let members = nodes.filter { $0.group == index && !$0.label.isEmpty }.map(\.label.plainText)
      if !members.isEmpty { statements.append("\(group.title.plainText) holds " + members.joined(separator: ", ")) }
    }
    statements += nodes.compactMap { node in node.address.map { "\(node.label.plainText) links to \($0)" } }
    return statements
  }

  private func words(for name: String) -> String {
    let label =
      if let group = group(named: name) { groups[group].title.plainText } else if let node = existingNode(name) {
        nodes[node].label.plainText
      } else { name }
    return label.isEmpty ? name : label
  }
}

extension Flowchart.Mark {
  fileprivate var edgeMark: EdgeMark {
    switch self {
    case .none: .none
    case .arrow: .arrow
    case .circle: .circle
    case .cross: .cross
    }
  }
}

extension Style {
  /// The colour of letters: the author's, unless nobody could read them on his ground.
  fileprivate var letters: Color { (color ?? Palette.ink).legible(on: fill ?? Palette.nodeFill) }
}
