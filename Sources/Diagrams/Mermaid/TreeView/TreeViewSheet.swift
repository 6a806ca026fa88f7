extension MermaidTypes {
  /// Mermaid documentation, "TreeView Diagram".
  static func treeView(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let tree = TreeView.read(source)
    guard !tree.nodes.isEmpty else { return nil }
    let title = source.lines.first { $0.text.hasPrefix("title ") }.map { String($0.text.dropFirst(6)) }
    return Sheet(scene: tree.scene(bench), title: title, kind: "Tree", statements: tree.statements)
  }
}

extension TreeView {
  /// A row for each node, indented by depth, with lines from every node to its children. Those that hold others are bold.
  fileprivate func scene(_ bench: Workbench) -> Scene {
    // What is nested deeper than a page is wide is indented less.
    let step = min(26, 420 / Double(max(1, nodes.map(\.depth).max() ?? 1)))
    let holders = Set(nodes.compactMap(\.parent))
    var (scene, centers, y) = (Scene(), [Double](), 0.0)
    var rows = Scene()
    for (index, node) in nodes.enumerated() {
      let style = TextStyle(size: 13.5, isBold: holders.contains(index))
      let label = bench.measure.set(node.label, style, width: 300)
      let height = max(26, label.size.height + 8)
      let x = Double(node.depth) * step
      rows.begin(.node)
      rows.add(label, at: Point(x + 8, y + height / 2), align: .left)
      rows.end()
      centers.append(y + height / 2)
      y += height
    }
    let paint = Paint(stroke: Palette.line, width: 1.2)
    for (index, node) in nodes.enumerated() {
      guard let parent = node.parent else { continue }
      let x = Double(node.depth - 1) * step + 12
      let corners = [Point(x, centers[parent] + 11), Point(x, centers[index]), Point(x + step - 8, centers[index])]
      scene.begin(.edge)
      scene.add(Path(polygon: corners, closed: false), paint)
      scene.end()
    }
    scene.add(rows, at: Point(0, 0))
    return scene
  }
}
