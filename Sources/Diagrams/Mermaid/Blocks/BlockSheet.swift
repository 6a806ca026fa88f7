extension MermaidTypes {
  /// Mermaid documentation, "Block Diagrams Documentation".
  static func blocks(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let (diagram, found) = BlockReader.read(source)
    problems += found
    guard diagram.blocks.contains(where: { $0.shape != .space && $0.shape != .group }) else { return nil }
    let drawing = BlockDrawing(layout: BlockLayout(diagram, bench), bench: bench)
    return Sheet(scene: drawing.scene(), kind: "Block diagram", statements: diagram.statements)
  }
}

struct BlockDrawing {
  let layout: BlockLayout
  let bench: Workbench

  private var diagram: BlockDiagram { layout.diagram }

  func scene() -> Scene {
    var scene = Scene()
    for index in diagram.blocks.indices.dropFirst() { addBlock(index, to: &scene) }
    for link in diagram.links where !link.isInvisible { add(link, to: &scene) }
    return scene
  }

  private func addBlock(_ index: Int, to scene: inout Scene) {
    let block = diagram.blocks[index]
    let box = layout.boxes[index]
    let isGroup = block.shape == .group
    let fill = block.style.fill ?? (isGroup ? Palette.groupFill : Palette.nodeFill)
    let stroke = block.style.stroke ?? (isGroup ? Palette.groupStroke : Palette.nodeStroke)
    let paint = Paint(fill: fill, stroke: stroke, width: block.style.strokeWidth ?? 1.4, dash: block.style.dash ?? [])
    var center = box.center
    switch block.shape {
    case .space: return
    case .group:
      scene.add(Path(rect: box, radius: 5), paint)
      center = Point(box.center.x, box.minY + BlockLayout.padding + layout.labels[index].size.height / 2 - 2)
    case .arrow(let sides): scene.add(BlockDrawing.arrow(sides, box), paint)
    case .node(let shape):
      for path in shape.paths(in: box) {
        scene.add(
          path.path, Paint(fill: path.isFilled ? fill : nil, stroke: stroke, width: paint.width, dash: paint.dash))
      }
      center = center + shape.labelOffset(in: box.size)
    }
    scene.add(layout.labels[index].colored((block.style.color ?? Palette.ink).legible(on: fill)), at: center)
  }

  /// A broad arrow that fills its box and points to some sides.
  private static func arrow(_ sides: Set<BlockDiagram.Side>, _ box: Rect) -> Path {
    let point = min(22, box.width / 3, box.height / 2)
    let isWide = !sides.isDisjoint(with: [.left, .right])
    let isHigh = !sides.isDisjoint(with: [.up, .down])
    // The shaft, between the wings of the points.
    let wingY = isWide ? min(10, box.height / 5) : 0
    let wingX = isHigh ? min(14, box.width / 5) : 0
    let left = sides.contains(.left) ? box.minX + point : box.minX + wingX
    let right = sides.contains(.right) ? box.maxX - point : box.maxX - wingX
    let top = sides.contains(.up) ? box.minY + point : box.minY + wingY
    let bottom = sides.contains(.down) ? box.maxY - point : box.maxY - wingY
    var points = [Point(left, top)]
    if sides.contains(.up) {
      points += [Point(left - wingX, top), Point(box.center.x, box.minY), Point(right + wingX, top)]
    }
    points.append(Point(right, top))
    if sides.contains(.right) {
      points += [Point(right, top - wingY), Point(box.maxX, box.center.y), Point(right, bottom + wingY)]
    }
    points.append(Point(right, bottom))
    if sides.contains(.down) {
      points += [Point(right + wingX, bottom), Point(box.center.x, box.maxY), Point(left - wingX, bottom)]
    }
    points.append(Point(left, bottom))
    if sides.contains(.left) {
      points += [Point(left, bottom + wingY), Point(box.minX, box.center.y), Point(left, top - wingY)]
    }
    return Path(polygon: points)
  }

  // MARK: Links

  private func add(_ link: BlockDiagram.Link, to scene: inout Scene) {
    let (a, b) = (layout.boxes[link.from].center, layout.boxes[link.to].center)
    guard link.from != link.to, (b - a).length > 1 else { return }
    let (start, end) = (edge(of: link.from, towards: b), edge(of: link.to, towards: a))
    let along = (end - start).direction
    let (from, to) = (start + along * link.tail.length, end - along * link.head.length)
    let paint = Paint(stroke: Palette.line, width: link.isThick ? 3 : 1.6, dash: link.isDotted ? [3, 4] : [])
    scene.addLine(from, to, paint)
    scene.add(link.head, tip: end, from: to, paint)
    scene.add(link.tail, tip: start, from: from, paint)
    guard !link.label.isEmpty else { return }
    scene.addEdgeLabel(bench.measure.set(link.label, TextStyle(size: 12.5), width: 140), at: (start + end) * 0.5)
  }

  /// Where the straight line from a block's centre to a place leaves it.
  private func edge(of index: Int, towards place: Point) -> Point {
    let box = layout.boxes[index]
    let way = place - box.center
    if case .node(let shape) = diagram.blocks[index].shape, shape.outline == .ellipse {
      let (x, y) = (way.x / max(1, box.width / 2), way.y / max(1, box.height / 2))
      return box.center + way * (1 / max(1e-6, Point(x, y).length))
    }
    let factors = [
      abs(way.x) > 1e-6 ? box.width / 2 / abs(way.x) : .infinity,
      abs(way.y) > 1e-6 ? box.height / 2 / abs(way.y) : .infinity,
    ]
    if case .node(.diamond) = diagram.blocks[index].shape {
      return box.center + way * (1 / max(1e-6, abs(way.x) / (box.width / 2) + abs(way.y) / (box.height / 2)))
    }
    return box.center + way * min(factors[0], factors[1])
  }
}
