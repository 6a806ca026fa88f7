extension GraphPicture {
  /// Everything where the layout put it: groups, lines, nodes, then the texts beside the lines.
  func paint(_ placed: PlacedGraph) -> Scene {
    var scene = Scene()
    scene.include(placed.bounds)
    let order = groupsFromOutermost()
    for index in order {
      if let box = placed.groups[index] {
        scene.begin(.group)
        scene.add(Path(rect: box, radius: groups[index].radius), groups[index].paint)
        scene.end()
      }
    }
    for (edge, place) in zip(edges, placed.edges) where !edge.isHidden {
      if let place { scene.add(place, edge.paint, tail: edge.tailMark, head: edge.headMark) }
    }
    let lines = pointsOnLines(placed)
    for index in order {
      if let box = placed.groups[index] { paintTitle(groups[index], box, lines, &scene) }
    }
    for (node, center) in zip(nodes, placed.nodes) {
      scene.begin(.node)
      scene.add(node.picture, at: center)
      scene.end()
    }
    paintTexts(placed, &scene)
    return scene
  }

  /// A parent may stand behind its child.
  private func groupsFromOutermost() -> [Int] {
    let depths = groups.indices.map { index in
      var (depth, parent) = (0, groups[index].parent)
      while let next = parent, depth <= groups.count { (depth, parent) = (depth + 1, groups[next].parent) }
      return depth
    }
    return groups.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }
  }

  /// At the left of a frame's upper side, or in its middle or at its right where lines run through the left.
  private func paintTitle(_ group: Group, _ box: Rect, _ lines: [[Point]], _ scene: inout Scene) {
    let size = group.title.size
    guard size.width > 0 else { return }
    let y = box.minY + 6 + size.height / 2
    let places = [box.minX + 10 + size.width / 2, box.center.x, box.maxX - 10 - size.width / 2].map { x in
      let ground = Rect(center: Point(x, y), size: Size(size.width + 8, size.height + 2))
      return (ground, lines.filter { line in line.contains { ground.holds($0) } }.count)
    }
    var best = places[0]
    for place in places.dropFirst() where place.1 < best.1 { best = place }
    scene.begin(.title)
    defer { scene.end() }
    if best.1 > 0 { scene.add(Path(rect: best.0, radius: 2), Paint(fill: group.paint.fill ?? Palette.paper)) }
    if best.0 == places[0].0 {
      scene.add(group.title, at: Point(best.0.minX + 4, y), align: .left)
    } else {
      scene.add(group.title, at: best.0.center)
    }
  }

  /// Points on every line, near enough for texts to keep off it.
  private func pointsOnLines(_ placed: PlacedGraph) -> [[Point]] {
    zip(placed.edges, edges).map { place, edge in
      guard let place, !edge.isHidden else { return [] }
      let corners = [place.start] + place.curve + [place.end]
      return zip(corners, corners.dropFirst()).flatMap { from, to in
        (0..<6).map { from + (to - from) * (Double($0) / 6) }
      }
    }
  }

  private func paintTexts(_ placed: PlacedGraph, _ scene: inout Scene) {
    var room = EdgeTextRoom(placed, nodes: nodes, lines: pointsOnLines(placed))
    for (edge, place) in zip(edges, placed.edges) {
      guard let point = place?.label, edge.label.size.width > 0 else { continue }
      room.take(Rect(center: point, size: edge.label.size))
      scene.addEdgeLabel(edge.label, at: point)
    }
    for (index, edge) in edges.enumerated() {
      guard let place = placed.edges[index] else { continue }
      if edge.tailText.size.width > 0 {
        let points = [place.start] + place.curve
        scene.add(edge.tailText, at: room.place(edge.tailText.size, along: points, of: index, edge.tailMark))
      }
      if edge.headText.size.width > 0 {
        let points = [place.end] + place.curve.reversed()
        scene.add(edge.headText, at: room.place(edge.headText.size, along: points, of: index, edge.headMark))
      }
    }
  }
}

/// Finds room for texts beside the ends of lines.
private struct EdgeTextRoom {
  private var taken: [Rect]
  /// Points on every line.
  private let lines: [[Point]]

  init(_ placed: PlacedGraph, nodes: [GraphPicture.Node], lines: [[Point]]) {
    taken = zip(placed.nodes, nodes).map { Rect(center: $0, size: $1.size) }
    self.lines = lines
  }

  mutating func take(_ box: Rect) { taken.append(box) }

  /// The centre of a text beside the beginning of a line, where it covers least.
  mutating func place(_ size: Size, along curve: [Point], of edge: Int, _ mark: EdgeMark) -> Point {
    guard let tip = curve.first, let base = curve.dropFirst().first(where: { ($0 - tip).length > 4 }) else {
      return curve.first ?? Point(0, 0)
    }
    let along = (base - tip).direction
    // To the right of what runs down, above what runs across.
    var across = Point(-along.y, along.x)
    if abs(across.x) > abs(across.y) ? across.x < 0 : across.y > 0 { across = across * -1 }
    let reach = abs(along.x) * size.width / 2 + abs(along.y) * size.height / 2 + 3
    let aside = abs(across.x) * size.width / 2 + abs(across.y) * size.height / 2 + (mark.length > 0 ? 9 : 6)
    var best = (cost: Double.infinity, point: tip)
    for (step, further) in [0.0, 6, 14, 24].enumerated() {
      for (side, sign) in [1.0, -1].enumerated() {
        let point = tip + along * (reach + further) + across * (aside * sign)
        let cost = cost(Rect(center: point, size: size), edge) + Double(step) * 2 + Double(side)
        if cost < best.cost { best = (cost, point) }
      }
    }
    taken.append(Rect(center: best.point, size: size))
    return best.point
  }

  private func cost(_ box: Rect, _ edge: Int) -> Double {
    var cost = 0.0
    for other in taken where box.meets(other) { cost += 40 }
    for (index, points) in lines.enumerated() {
      for point in points where box.expanded(by: index == edge ? 0 : 2).holds(point) { cost += 12 }
    }
    return cost
  }
}

extension Rect {
  /// Whether they have some area in common.
  func meets(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  func holds(_ point: Point) -> Bool { point.x > minX && point.x < maxX && point.y > minY && point.y < maxY }
}
