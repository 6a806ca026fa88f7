/// Time from left to right, a row a branch.
struct GitFlatLayout {
  private let graph: GitGraph
  private let colors: [Color?]
  private let names: [SetLabel]
  private let labels: [SetLabel]
  private let tags: [[SetLabel]]
  private let xs: [Double]
  private let lanes: [Int]
  private let tops: [Double]
  let width: Double

  init(graph: GitGraph, colors: [Color?], bench: Workbench, showsLabels: Bool) {
    self.graph = graph
    self.colors = colors
    lanes = graph.lanes
    names = graph.branches.map { bench.measure.set(Label(plain: $0.name), GitMarks.branchStyle, width: 110) }
    labels = graph.commits.map {
      bench.measure.set(Label(plain: showsLabels ? $0.label : ""), GitMarks.labelStyle, width: 78)
    }
    tags = graph.commits.map { $0.tags.map { bench.measure.set(Label(plain: $0), GitMarks.tagStyle, width: 74) } }
    var x = (names.map(\.size.width).max() ?? 0) + 34
    var xs: [Double] = []
    for index in graph.commits.indices {
      let half = max(20, labels[index].size.width / 2 + 5, (tags[index].map { $0.size.width + 16 }.max() ?? 0) / 2 + 3)
      xs.append(x + half)
      x += 2 * half
    }
    self.xs = xs
    width = x + 10
    var above = Array(repeating: 14.0, count: graph.branches.count)
    var below = above
    for (index, commit) in graph.commits.enumerated() {
      let lane = lanes[commit.branch]
      above[lane] = max(above[lane], 12 + tags[index].reduce(0) { $0 + $1.size.height + 7 })
      below[lane] = max(below[lane], 14 + labels[index].size.height)
    }
    var tops: [Double] = []
    var y = 0.0
    for lane in above.indices {
      y += above[lane] + 6
      tops.append(y)
      y += below[lane] + 6
    }
    self.tops = tops
  }

  private func place(_ commit: Int) -> Point { Point(xs[commit], tops[lanes[graph.commits[commit].branch]]) }

  func scene() -> Scene {
    var scene = Scene()
    for (branch, name) in names.enumerated() {
      let y = tops[lanes[branch]]
      scene.addLine(Point(0, y), Point(width, y), Paint(stroke: Palette.grid, width: 1, dash: [3, 4]))
      GitMarks.add(name, at: Point(name.size.width / 2 + 7, y), GitMarks.color(branch, colors), to: &scene)
    }
    for index in graph.commits.indices { addLines(to: index, in: &scene) }
    for (index, commit) in graph.commits.enumerated() {
      let point = place(index)
      GitMarks.add(commit.kind, at: point, GitMarks.color(commit.branch, colors), to: &scene)
      scene.add(labels[index], at: Point(point.x, point.y + 12 + labels[index].size.height / 2))
      var y = point.y - 12
      for tag in tags[index].reversed() {
        y -= (tag.size.height + 4) / 2
        GitMarks.addTag(tag, left: Point(point.x - (tag.size.width + 16) / 2, y), to: &scene)
        y -= (tag.size.height + 4) / 2 + 3
      }
    }
    return scene
  }

  private func addLines(to index: Int, in scene: inout Scene) {
    let commit = graph.commits[index]
    let own = GitMarks.color(commit.branch, colors)
    if let parent = commit.parent { addLine(parent, index, own, [], in: &scene, turnsEarly: true) }
    guard let other = commit.other else { return }
    let color = GitMarks.color(graph.commits[other].branch, colors)
    addLine(other, index, color, commit.kind == .cherryPick ? [4, 4] : [], in: &scene, turnsEarly: false)
  }

  /// Along the row of one end and around a corner into the other's.
  private func addLine(
    _ from: Int, _ to: Int, _ color: Color, _ dash: [Double], in scene: inout Scene, turnsEarly: Bool
  ) {
    let (a, b) = (place(from), place(to))
    var path = Path()
    path.move(to: a)
    if a.y == b.y {
      path.line(to: b)
    } else {
      let r = min(14, abs(b.y - a.y) / 2, max(1, (b.x - a.x) / 2))
      let down = b.y > a.y ? 1.0 : -1.0
      if turnsEarly {
        path.line(to: Point(a.x, b.y - down * r))
        path.curve(Point(a.x, b.y - down * r / 2), Point(a.x + r / 2, b.y), to: Point(a.x + r, b.y))
      } else {
        path.line(to: Point(b.x - r, a.y))
        path.curve(Point(b.x - r / 2, a.y), Point(b.x, a.y + down * r / 2), to: Point(b.x, a.y + down * r))
      }
      path.line(to: b)
    }
    scene.add(path, Paint(stroke: color, width: 3, dash: dash))
  }
}
