/// Time downwards or upwards, a column a branch, with names and tags in a column of their own, as a log has them.
struct GitTallLayout {
  private let graph: GitGraph
  private let colors: [Color?]
  private let names: [SetLabel]
  private let labels: [SetLabel]
  private let tags: [[SetLabel]]
  private let lanes: [Int]
  private let lefts: [Double]
  private let textLeft: Double

  init(graph: GitGraph, colors: [Color?], bench: Workbench, showsLabels: Bool) {
    self.graph = graph
    self.colors = colors
    let lanes = graph.lanes
    self.lanes = lanes
    let limit = max(44, min(110, 440 / Double(max(1, graph.branches.count)) - 20))
    names = graph.branches.map { bench.measure.set(Label(plain: $0.name), GitMarks.branchStyle, width: limit) }
    labels = graph.commits.map {
      bench.measure.set(Label(plain: showsLabels ? $0.label : ""), GitMarks.labelStyle, width: 190)
    }
    tags = graph.commits.map { $0.tags.map { bench.measure.set(Label(plain: $0), GitMarks.tagStyle, width: 150) } }
    var widths = Array(repeating: 0.0, count: graph.branches.count)
    for (branch, name) in names.enumerated() { widths[lanes[branch]] = name.size.width + 14 }
    var lefts: [Double] = []
    var x = 0.0
    for width in widths {
      lefts.append(x + width / 2)
      x += width + 8
    }
    self.lefts = lefts
    textLeft = x + 8
  }

  func scene() -> Scene {
    let isUp = graph.direction == .up
    let head = (names.map(\.size.height).max() ?? 0) + 8
    var ys: [Double] = []
    var y = head / 2 + 24
    for (label, tags) in zip(labels, tags) {
      let height = max(30, label.size.height + 8, (tags.map(\.size.height).max() ?? 0) + 10)
      ys.append(y + height / 2 - 12)
      y += height
    }
    let sign = isUp ? -1.0 : 1.0
    let points = graph.commits.indices.map { Point(lefts[lanes[graph.commits[$0].branch]], sign * ys[$0]) }
    var scene = Scene()
    for (branch, name) in names.enumerated() {
      let x = lefts[lanes[branch]]
      scene.addLine(Point(x, 0), Point(x, sign * y), Paint(stroke: Palette.grid, width: 1, dash: [3, 4]))
      GitMarks.add(name, at: Point(x, 0), GitMarks.color(branch, colors), to: &scene)
    }
    for index in points.indices { addLines(to: index, points, in: &scene) }
    for (index, commit) in graph.commits.enumerated() {
      GitMarks.add(commit.kind, at: points[index], GitMarks.color(commit.branch, colors), to: &scene)
      addText(index, points[index], in: &scene)
    }
    return scene
  }

  private func addText(_ index: Int, _ point: Point, in scene: inout Scene) {
    let hasText = labels[index].size.width > 0 || !tags[index].isEmpty
    guard hasText else { return }
    scene.addLine(Point(point.x + 11, point.y), Point(textLeft - 4, point.y), Paint(stroke: Palette.grid, width: 1))
    var x = textLeft
    for tag in tags[index] {
      GitMarks.addTag(tag, left: Point(x, point.y), to: &scene)
      x += tag.size.width + 24
    }
    scene.add(labels[index], at: Point(x, point.y), align: .left)
  }

  private func addLines(to index: Int, _ points: [Point], in scene: inout Scene) {
    let commit = graph.commits[index]
    if let parent = commit.parent {
      addLine(points[parent], points[index], GitMarks.color(commit.branch, colors), [], turnsEarly: true, in: &scene)
    }
    guard let other = commit.other else { return }
    let color = GitMarks.color(graph.commits[other].branch, colors)
    addLine(
      points[other], points[index], color, commit.kind == .cherryPick ? [4, 4] : [], turnsEarly: false, in: &scene)
  }

  private func addLine(
    _ a: Point, _ b: Point, _ color: Color, _ dash: [Double], turnsEarly: Bool, in scene: inout Scene
  ) {
    var path = Path()
    path.move(to: a)
    if a.x != b.x {
      // The bend is as high as a row, next to the end where the line changes its column.
      let step = (b.y > a.y ? 1 : -1) * min(26, abs(b.y - a.y))
      let (start, end) = turnsEarly ? (a.y, a.y + step) : (b.y - step, b.y)
      path.line(to: Point(a.x, start))
      path.curve(Point(a.x, (start + end) / 2), Point(b.x, (start + end) / 2), to: Point(b.x, end))
    }
    path.line(to: b)
    scene.add(path, Paint(stroke: color, width: 3, dash: dash))
  }
}
