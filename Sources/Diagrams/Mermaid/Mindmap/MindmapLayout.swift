/// The root in the middle, its branches to the right and the left; to the right alone where both sides would be too wide.
struct MindmapLayout {
  private let map: Mindmap
  private let bench: Workbench
  private var labels: [SetLabel] = []
  private var sizes: [Size] = []
  private var centers: [Point] = []
  private var children: [[Int]]
  /// Whether a node stands on the left.
  private var isLeft: [Bool]
  private static let widest = 700.0
  private static let gap = 12.0

  init(_ map: Mindmap, _ bench: Workbench) {
    self.map = map
    self.bench = bench
    children = Array(repeating: [], count: map.nodes.count)
    for (index, node) in map.nodes.enumerated() { if let parent = node.parent { children[parent].append(index) } }
    isLeft = Array(repeating: false, count: map.nodes.count)
    // Two sides, and roomy, where it fits.
    for (sides, width) in [(2, 170.0), (2, 130), (1, 170), (1, 130), (1, 100)] {
      measure(width)
      share(between: sides)
      if place() <= MindmapLayout.widest { return }
    }
  }

  private mutating func measure(_ width: Double) {
    labels = map.nodes.map { node in
      bench.measure.set(
        node.label, TextStyle(size: node.depth == 0 ? 16 : node.depth == 1 ? 14 : 13, isBold: node.depth < 2),
        width: width)
    }
    sizes = zip(map.nodes, labels).map { MindmapShapes.size($0.shape, around: $1.size, isRoot: $0.depth == 0) }
  }

  /// Gives the first branches to the right and the rest to the left, so that both sides are as high as each other.
  private mutating func share(between sides: Int) {
    isLeft = Array(repeating: false, count: map.nodes.count)
    guard sides == 2, let root = children.first, root.count > 1 else { return }
    let heights = subtreeHeights()
    let total = root.reduce(0) { $0 + heights[$1] }
    var used = 0.0
    for branch in root {
      isLeft[branch] = used + heights[branch] / 2 > total / 2
      used += heights[branch]
    }
    for (index, node) in map.nodes.enumerated() where node.depth > 1 { isLeft[index] = isLeft[node.parent ?? 0] }
  }

  private func subtreeHeights() -> [Double] {
    var heights = sizes.map { $0.height + MindmapLayout.gap }
    var sums = Array(repeating: 0.0, count: heights.count)
    // Children stand behind their parents.
    for (index, node) in map.nodes.enumerated().reversed() {
      heights[index] = max(heights[index], sums[index])
      if let parent = node.parent { sums[parent] += heights[index] }
    }
    return heights
  }

  /// - Returns: the width of it all.
  private mutating func place() -> Double {
    centers = Array(repeating: Point(0, 0), count: map.nodes.count)
    let heights = subtreeHeights()
    var tops = Array(repeating: 0.0, count: map.nodes.count)
    let root = children.first ?? []
    for side in [false, true] {
      let branches = root.filter { isLeft[$0] == side }
      var top = -branches.reduce(0) { $0 + heights[$1] } / 2
      for branch in branches {
        tops[branch] = top
        top += heights[branch]
      }
    }
    let columns = (right: columns(isLeft: false), left: columns(isLeft: true))
    var (low, high) = (-(sizes.first?.width ?? 0) / 2, (sizes.first?.width ?? 0) / 2)
    for index in map.nodes.indices.dropFirst() {
      let depth = map.nodes[index].depth
      centers[index].y = tops[index] + heights[index] / 2
      let x =
        isLeft[index] ? -columns.left[depth] - sizes[index].width / 2 : columns.right[depth] + sizes[index].width / 2
      centers[index].x = x
      (low, high) = (min(low, x - sizes[index].width / 2), max(high, x + sizes[index].width / 2))
      var top = tops[index] + (heights[index] - children[index].reduce(0) { $0 + heights[$1] }) / 2
      for child in children[index] {
        tops[child] = top
        top += heights[child]
      }
    }
    return high - low
  }

  /// Where each depth begins, as a distance from the root's centre.
  private func columns(isLeft side: Bool) -> [Double] {
    let depth = (map.nodes.map(\.depth).max() ?? 0) + 1
    var widths = Array(repeating: 0.0, count: depth + 1)
    for (index, node) in map.nodes.enumerated() where index > 0 && isLeft[index] == side {
      widths[node.depth] = max(widths[node.depth], sizes[index].width)
    }
    var starts = [0.0]
    var x = (sizes.first?.width ?? 0) / 2
    for level in 1...max(1, depth) {
      x += 34
      starts.append(x)
      x += level < widths.count ? widths[level] : 0
    }
    return starts
  }

  // MARK: Drawing

  func draw() -> Scene {
    var scene = Scene()
    for index in map.nodes.indices.dropFirst() { addEdge(to: index, in: &scene) }
    for index in map.nodes.indices { addNode(index, in: &scene) }
    return scene
  }

  private func color(_ node: Mindmap.Node) -> Color { Palette.series(node.branch) }

  private func addEdge(to index: Int, in scene: inout Scene) {
    guard let parent = map.nodes[index].parent else { return }
    let side = isLeft[index] ? -1.0 : 1.0
    let start = Point(centers[parent].x + side * sizes[parent].width / 2 * (parent == 0 ? 0.7 : 1), centers[parent].y)
    let end = Point(centers[index].x - side * sizes[index].width / 2, centers[index].y)
    let middle = (start.x + end.x) / 2
    var path = Path()
    path.move(to: start)
    path.curve(Point(middle, start.y), Point(middle, end.y), to: end)
    let width = max(1.4, 4.4 - Double(min(map.nodes[index].depth, 9)) * 0.9)
    scene.begin(.edge)
    scene.add(path, Paint(stroke: color(map.nodes[index]).mixed(with: Palette.ink, 0.25), width: width))
    scene.end()
  }

  private func addNode(_ index: Int, in scene: inout Scene) {
    let node = map.nodes[index]
    let fill = index == 0 ? Palette.nodeStroke : color(node).mixed(with: Palette.paper, node.depth == 1 ? 0.25 : 0.6)
    let stroke = index == 0 ? Palette.nodeStroke.mixed(with: Palette.ink, 0.4) : Palette.stroke(of: color(node))
    let box = Rect(center: centers[index], size: sizes[index])
    scene.begin(.node)
    scene.add(MindmapShapes.path(node.shape, box, isRoot: index == 0), Paint(fill: fill, stroke: stroke, width: 1.3))
    scene.add(labels[index].colored(Palette.ink.legible(on: fill)), at: centers[index])
    scene.end()
  }
}

extension SetLabel {
  /// The same letters in another colour.
  func colored(_ color: Color) -> SetLabel {
    var label = self
    for line in label.lines.indices {
      for piece in label.lines[line].indices { label.lines[line][piece].style.color = color }
    }
    return label
  }
}
