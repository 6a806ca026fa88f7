extension MermaidTypes {
  /// Mermaid documentation, "Gitgraph Diagrams".
  static func gitGraph(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let (graph, found) = GitReader.read(source)
    problems += found
    guard !graph.commits.isEmpty || graph.branches.count > 1 else { return nil }
    let colors = (0..<8).map { source.settings["git\($0)"].flatMap(Color.init(css:)) }
    let showsLabels = source.settings["showCommitLabel"] != "false"
    let flat = GitFlatLayout(graph: graph, colors: colors, bench: bench, showsLabels: showsLabels)
    // A long history reads downwards, as a log does, so that it fits a phone.
    let isFlat = graph.direction == nil || graph.direction == .right
    let scene =
      isFlat && flat.width <= 690
      ? flat.scene() : GitTallLayout(graph: graph, colors: colors, bench: bench, showsLabels: showsLabels).scene()
    let statements = graph.commits.isEmpty ? graph.branches.map { "branch \($0.name)" } : graph.statements
    return Sheet(scene: scene, kind: "Git graph", statements: statements)
  }
}

/// What both ways of drawing have in common.
enum GitMarks {
  static func color(_ branch: Int, _ colors: [Color?]) -> Color {
    colors[branch % colors.count] ?? Palette.series(branch).mixed(with: Palette.ink, 0.3)
  }

  static func add(_ kind: GitGraph.CommitKind, at c: Point, _ color: Color, to scene: inout Scene) {
    let ring = Paint(fill: Palette.paper, stroke: color, width: 2.6)
    let disc = Path(ellipseIn: Rect(center: c, size: Size(14, 14)))
    switch kind {
    case .normal: scene.add(disc, Paint(fill: color, stroke: Palette.stroke(of: color), width: 1))
    case .highlight:
      scene.add(Path(rect: Rect(center: c, size: Size(17, 17))), Paint(fill: color, stroke: Palette.ink, width: 2))
      scene.add(Path(rect: Rect(center: c, size: Size(8, 8))), Paint(fill: Palette.paper))
    case .reverse:
      scene.add(disc, ring)
      scene.addCross(at: c, size: 4, color: Palette.ink)
    case .merge:
      scene.add(disc, ring)
      scene.add(Path(ellipseIn: Rect(center: c, size: Size(6, 6))), Paint(fill: color))
    case .cherryPick:
      scene.add(disc, ring)
      for x in [-2.6, 2.6] {
        scene.add(Path(ellipseIn: Rect(center: Point(c.x + x, c.y + 1.5), size: Size(4, 4))), Paint(fill: Palette.ink))
      }
      let stems = [Point(c.x - 2.6, c.y + 1), Point(c.x, c.y - 4.5), Point(c.x + 2.6, c.y + 1)]
      scene.add(Path(polygon: stems, closed: false), Paint(stroke: Palette.ink, width: 1))
    }
  }

  /// A branch's name on its colour.
  static func add(_ label: SetLabel, at center: Point, _ color: Color, to scene: inout Scene) {
    scene.add(
      Path(rect: Rect(center: center, size: Size(label.size.width + 14, label.size.height + 8)), radius: 5),
      Paint(fill: color))
    scene.add(label.colored(Palette.paper.legible(on: color)), at: center)
  }

  /// A tag: a box with its point at the left.
  static func addTag(_ label: SetLabel, left: Point, to scene: inout Scene) {
    let (w, h) = (label.size.width + 16, label.size.height + 4)
    let box = Rect(x: left.x, y: left.y - h / 2, width: w, height: h)
    scene.add(
      Path(polygon: [
        Point(box.minX, left.y), Point(box.minX + 7, box.minY), Point(box.maxX, box.minY), Point(box.maxX, box.maxY),
        Point(box.minX + 7, box.maxY),
      ]), Paint(fill: Palette.noteFill, stroke: Palette.noteStroke, width: 1))
    scene.add(label, at: Point(box.minX + 11, left.y), align: .left)
  }

  static let tagStyle = TextStyle(size: 11, isBold: true)
  static let labelStyle = TextStyle(size: 11.5)
  static let branchStyle = TextStyle(size: 12.5, isBold: true)
}
