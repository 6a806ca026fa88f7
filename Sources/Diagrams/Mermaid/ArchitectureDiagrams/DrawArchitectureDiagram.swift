/// Draws an `architecture` or `architecture-beta`: on a grid where the sides of the lines give one, else as a graph.
func drawArchitectureDiagram(_ source: MermaidSource, problems: inout [DiagramProblem], bench: Workbench) -> Sheet? {
  let (diagram, found) = ArchitectureParser.parse(source)
  problems += found
  guard !diagram.services.isEmpty || !diagram.groups.isEmpty else { return nil }
  guard
    GraphPicture.fits(
      nodes: diagram.services.count, edges: diagram.edges.count, groups: diagram.groups.count, source,
      problems: &problems)
  else { return nil }
  let scene: Scene?
  if diagram.services.count <= 200, let grid = ArchitectureGrid(diagram) {
    scene = ArchitecturePicture(diagram, grid, bench).scene
  } else {
    scene = diagram.picture(bench).scene(source, problems: &problems)
  }
  return scene.map { Sheet(scene: $0, kind: "Architecture diagram", statements: diagram.statements) }
}

/// An architecture diagram whose services have cells.
private struct ArchitecturePicture {
  private let diagram: ArchitectureDiagram
  private let signs: [ArchitectureSign]
  private let titles: [SetLabel]
  private let labels: [SetLabel]
  /// The boxes of services and groups.
  private var boxes: [Rect] = []
  private var frames: [Rect?]
  private static let (inset, titleHeight) = (16.0, 22.0)

  init(_ diagram: ArchitectureDiagram, _ grid: ArchitectureGrid, _ bench: Workbench) {
    self.diagram = diagram
    signs = diagram.services.map { ArchitectureSign($0, bench) }
    titles = diagram.groups.map { ArchitectureSign.title(of: $0, bench) }
    labels = diagram.edges.map { edge in
      edge.label.isEmpty ? .empty : bench.measure.set(edge.label, TextStyle(size: 12), width: 110)
    }
    frames = diagram.groups.map { _ in nil }
    placeServices(grid)
    // A group's frame goes around those of the groups in it.
    let order = diagram.groups.indices.sorted { (depth($1), $0) < (depth($0), $1) }
    for group in order { frames[group] = frame(of: group) }
  }

  private func depth(_ group: Int?) -> Int {
    var (depth, next) = (0, group)
    while let one = next, depth <= diagram.groups.count { (depth, next) = (depth + 1, diagram.groups[one].parent) }
    return depth
  }

  private mutating func placeServices(_ grid: ArchitectureGrid) {
    let deepest = Double(diagram.services.map { depth($0.group) }.max() ?? 0)
    let widest = labels.map(\.size.width).max() ?? 0
    let gapX = 46 + deepest * 2 * ArchitecturePicture.inset + (widest > 0 ? max(0, widest - 20) : 0)
    let gapY = 40 + deepest * (2 * ArchitecturePicture.inset + ArchitecturePicture.titleHeight) + (widest > 0 ? 22 : 0)
    func centers(_ place: KeyPath<ArchitectureGrid.Cell, Int>, _ extent: (Size) -> Double, _ gap: Double) -> [Double] {
      let count = (grid.cells.map { $0[keyPath: place] }.max() ?? 0) + 1
      var extents = Array(repeating: 10.0, count: count)
      for (cell, sign) in zip(grid.cells, signs) {
        extents[cell[keyPath: place]] = max(extents[cell[keyPath: place]], extent(sign.size))
      }
      var (at, centers) = (0.0, [Double]())
      for extent in extents {
        centers.append(at + extent / 2)
        at += extent + gap
      }
      return centers
    }
    let (xs, ys) = (centers(\.column, \.width, gapX), centers(\.row, \.height, gapY))
    boxes = zip(grid.cells, signs).map { Rect(center: Point(xs[$0.column], ys[$0.row]), size: $1.size) }
  }

  private func frame(of group: Int) -> Rect? {
    var inside = diagram.services.indices.filter { diagram.services[$0].group == group }.map { boxes[$0] }
    inside += diagram.groups.indices.filter { diagram.groups[$0].parent == group }.compactMap { frames[$0] }
    guard let first = inside.first else { return nil }
    var box = inside.reduce(first) { $0.union($1) }.expanded(by: ArchitecturePicture.inset)
    box.minY -= ArchitecturePicture.titleHeight
    let missing = titles[group].size.width + 16 - box.width
    if missing > 0 { (box.minX, box.maxX) = (box.minX - missing / 2, box.maxX + missing / 2) }
    return box
  }

  var scene: Scene {
    var scene = Scene()
    for group in diagram.groups.indices.sorted(by: { (depth($0), $0) < (depth($1), $1) }) {
      guard let frame = frames[group] else { continue }
      scene.add(
        Path(rect: frame, radius: 4),
        Paint(fill: Palette.groupFill, stroke: Palette.groupStroke, width: 1, dash: [6, 4])
      )
    }
    for (edge, label) in zip(diagram.edges, labels) { add(edge, label, &scene) }
    for (title, frame) in zip(titles, frames) {
      guard let frame, title.size.width > 0 else { continue }
      let ground = Rect(x: frame.minX + 6, y: frame.minY + 5, width: title.size.width + 8, height: title.size.height)
      scene.add(Path(rect: ground), Paint(fill: Palette.groupFill))
      scene.add(title, at: Point(ground.minX + 4, ground.center.y), align: .left)
    }
    for (box, sign) in zip(boxes, signs) { scene.add(sign.picture, at: box.center) }
    return scene
  }

  private func add(_ edge: ArchitectureDiagram.Edge, _ label: SetLabel, _ scene: inout Scene) {
    let (start, end) = (tip(edge.tail), tip(edge.head))
    var corners = [start]
    switch (edge.tail.side.isHorizontal, edge.head.side.isHorizontal) {
    case (true, true):
      if abs(start.y - end.y) > 0.5 {
        let middle = (start.x + end.x) / 2
        corners += [Point(middle, start.y), Point(middle, end.y)]
      }
    case (false, false):
      if abs(start.x - end.x) > 0.5 {
        let middle = (start.y + end.y) / 2
        corners += [Point(start.x, middle), Point(end.x, middle)]
      }
    case (true, false): corners.append(Point(end.x, start.y))
    case (false, true): corners.append(Point(start.x, end.y))
    }
    corners.append(end)
    let paint = Paint(stroke: Palette.line)
    scene.add(Path(polygon: corners, closed: false), paint)
    if edge.tail.hasArrow { scene.add(.arrow, tip: start, from: corners[1], paint) }
    if edge.head.hasArrow { scene.add(.arrow, tip: end, from: corners[corners.count - 2], paint) }
    let middle = corners.count / 2
    scene.addEdgeLabel(label, at: (corners[middle - 1] + corners[middle]) * 0.5)
  }

  /// Where a line ends: in the middle of a side, or at the frame of the group over against it.
  private func tip(_ end: ArchitectureDiagram.End) -> Point {
    let box = boxes[end.service]
    var edge = box
    if end.isGroup, let group = diagram.services[end.service].group, let frame = frames[group] { edge = frame }
    switch end.side {
    case .left: return Point(edge.minX, box.center.y)
    case .right: return Point(edge.maxX, box.center.y)
    case .top: return Point(box.center.x, edge.minY)
    case .bottom: return Point(box.center.x, edge.maxY)
    }
  }
}

extension ArchitectureDiagram {
  /// The diagram as a graph, for those whose sides give no grid.
  fileprivate func picture(_ bench: Workbench) -> GraphPicture {
    var picture = GraphPicture()
    let across = edges.filter { $0.tail.side.isHorizontal }.count
    picture.direction = across * 2 > edges.count ? .right : .down
    picture.nodes = services.map { service in
      let sign = ArchitectureSign(service, bench)
      return GraphPicture.Node(picture: sign.picture, size: sign.size, outline: sign.outline, group: service.group)
    }
    picture.groups = groups.map {
      GraphPicture.Group(
        title: ArchitectureSign.title(of: $0, bench), parent: $0.parent,
        paint: Paint(fill: Palette.groupFill, stroke: Palette.groupStroke, width: 1, dash: [6, 4]))
    }
    picture.edges = edges.map { edge in
      // The one whose right or lower side the line leaves comes first.
      let isForward = edge.tail.side == .right || edge.tail.side == .bottom || edge.head.side == .left
      let (tail, head) = isForward ? (edge.tail, edge.head) : (edge.head, edge.tail)
      return GraphPicture.Edge(
        tail: .node(tail.service), head: .node(head.service), tailMark: tail.hasArrow ? .arrow : .none,
        headMark: head.hasArrow ? .arrow : .none,
        label: edge.label.isEmpty ? .empty : bench.measure.set(edge.label, TextStyle(size: 12), width: 110))
    }
    return picture
  }
}
