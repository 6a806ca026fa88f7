extension MermaidTypes {
  /// Mermaid documentation, "Treemap Diagram".
  static func treemap(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let (map, found) = TreemapReader.read(source)
    problems += found
    guard map.nodes.contains(where: { $0.value > 0 }) else { return nil }
    var layout = TreemapLayout(map: map, bench: bench, showsValues: source.settings["showValues"] != "false")
    return Sheet(scene: layout.draw(), title: map.title, kind: "Treemap", statements: map.statements)
  }
}

/// Areas in areas; what is too small for its name gets a number and is named below.
struct TreemapLayout {
  private let map: Treemap
  private let bench: Workbench
  private let showsValues: Bool
  private var scene = Scene()
  private var boxes: [Rect]
  private var unnamed: [String] = []
  private static let size = Size(676, 440)

  init(map: Treemap, bench: Workbench, showsValues: Bool) {
    self.map = map
    self.bench = bench
    self.showsValues = showsValues
    boxes = Array(repeating: Rect(0, 0, 0, 0), count: map.nodes.count)
  }

  mutating func draw() -> Scene {
    let children = map.children
    let roots = map.nodes.indices.filter { map.nodes[$0].parent == nil }
    let all = Rect(0, 0, TreemapLayout.size.width, TreemapLayout.size.height)
    assign(roots, in: all)
    for index in map.nodes.indices where map.nodes[index].value > 0 {
      if children[index].isEmpty {
        addLeaf(index)
      } else {
        let inner = addFrame(index)
        assign(children[index], in: inner)
      }
    }
    addUnnamed()
    return scene
  }

  private mutating func assign(_ nodes: [Int], in box: Rect) {
    guard box.width > 2, box.height > 2 else {
      for node in nodes { boxes[node] = Rect(box.minX, box.minY, box.minX, box.minY) }
      return
    }
    for (node, part) in zip(nodes, Squarify.divide(box, among: nodes.map { map.nodes[$0].value })) {
      boxes[node] = part
    }
  }

  private func fill(_ node: Treemap.Node) -> Color {
    if let fill = node.style.fill { return fill }
    let color = Palette.series(node.branch)
    return node.isLeaf ? color : color.mixed(with: Palette.paper, max(0.2, 0.6 - Double(min(node.depth, 4)) * 0.12))
  }

  /// The head of a group. - Returns: the room for its parts.
  private mutating func addFrame(_ index: Int) -> Rect {
    let node = map.nodes[index]
    let box = boxes[index].expanded(by: -1.5)
    guard box.width > 0, box.height > 0 else {
      unnamed.append(words(node))
      return box
    }
    let fill = fill(node)
    scene.add(
      Path(rect: box, radius: 3),
      Paint(fill: fill, stroke: node.style.stroke ?? Palette.stroke(of: fill), width: node.style.strokeWidth ?? 1))
    let style = TextStyle(size: 12.5, color: (node.style.color ?? Palette.ink).legible(on: fill), isBold: true)
    let name = bench.measure.set(node.label, style, width: .infinity)
    let value = bench.measure.set(Label(plain: showsValues ? map.text(node.value) : ""), style, width: .infinity)
    guard name.size.width + 12 < box.width, 34 < box.height else {
      unnamed.append(words(node))
      return box.expanded(by: -2)
    }
    scene.add(name, at: Point(box.minX + 6, box.minY + 11), align: .left)
    if name.size.width + value.size.width + 24 < box.width {
      scene.add(value, at: Point(box.maxX - 6, box.minY + 11), align: .right)
    }
    return Rect(box.minX + 2, box.minY + 22, box.maxX - 2, box.maxY - 2)
  }

  private func words(_ node: Treemap.Node) -> String { "\(node.label.plainText): \(map.text(node.value))" }

  private mutating func addLeaf(_ index: Int) {
    let node = map.nodes[index]
    let box = boxes[index].expanded(by: -0.75)
    guard box.width > 1, box.height > 1 else {
      unnamed.append(words(node))
      return
    }
    let fill = fill(node)
    scene.add(
      Path(rect: box, radius: 2),
      Paint(fill: fill, stroke: node.style.stroke ?? Palette.stroke(of: fill), width: node.style.strokeWidth ?? 1))
    let color = (node.style.color ?? Palette.ink).legible(on: fill)
    for size in [15.0, 13, 11] {
      var label = node.label
      if showsValues { label.lines.append([Label.Run(text: map.text(node.value), isBold: true)]) }
      let set = bench.measure.set(label, TextStyle(size: size, color: color), width: box.width - 8)
      guard set.size.width <= box.width - 6, set.size.height <= box.height - 4 else { continue }
      scene.add(set, at: box.center)
      return
    }
    unnamed.append(words(node))
    let number = bench.measure.set(Label(plain: "\(unnamed.count)"), TextStyle(size: 10.5, color: color, isBold: true))
    if number.size.width <= box.width - 2, number.size.height <= box.height { scene.add(number, at: box.center) }
  }

  private mutating func addUnnamed() {
    guard !unnamed.isEmpty else { return }
    let shown = unnamed.prefix(60).enumerated().map { "\($0 + 1) \($1)" }
    let more = unnamed.count > 60 ? ["and \(unnamed.count - 60) more"] : []
    let text = Label(plain: (shown + more).joined(separator: "  ·  "))
    let set = bench.measure.set(text, TextStyle(size: 11.5, color: Palette.quiet), width: TreemapLayout.size.width - 8)
    scene.add(set, at: Point(4, TreemapLayout.size.height + 10 + set.size.height / 2), align: .left)
  }
}
