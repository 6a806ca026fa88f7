import GraphvizBinding

extension Graph {
  /// The graph laid out by Graphviz. A group with a direction of its own into which no edge leads from outside is laid
  /// out by itself and then placed as a box, as Mermaid does; in other groups the direction of the whole holds.
  /// - Returns: nil where Graphviz is missing or refuses.
  /// - Parameter widest: where given, parts that no edge joins stand in rows no wider than this if that can be.
  func laidOut(widest: Double? = nil) -> PlacedGraph? { laidOut(direction: direction, widest: widest) }

  func laidOut(direction: Direction, widest: Double? = nil) -> PlacedGraph? {
    if let group = groups.indices.first(where: { isIsland($0, direction) }) {
      return laidOut(direction: direction, island: group, widest: widest)
    }
    return widest.map { laidOutInRows(direction: direction, widest: $0) } ?? laidOutByGraphviz(direction: direction)
  }

  func laidOutByGraphviz(direction: Direction) -> PlacedGraph? {
    guard let layout = try? GraphLayout(dot: DOT(self, direction: direction).text) else { return nil }
    return PlacedGraph(layout, of: self)
  }

  /// Whether a group may be laid out by itself.
  private func isIsland(_ group: Int, _ direction: Direction) -> Bool {
    guard groups[group].isIsland || groups[group].direction.map({ $0 != direction }) ?? false else { return false }
    let inside = members(of: group)
    return edges.allSatisfy { edge in
      let (tail, head) = (inside.holds(edge.tail), inside.holds(edge.head))
      return tail == head && edge.tail != .group(group) && edge.head != .group(group) || (!tail && !head)
    } && inside.nodes.contains(true)
  }

  /// Which nodes and groups stand in a group, itself not counted.
  private func members(of group: Int) -> Members {
    var inner = groups.indices.map { _ in false }
    // A parent may stand behind its child, so once more for every level.
    var isComplete = false
    while !isComplete {
      isComplete = true
      for index in groups.indices where !inner[index] {
        if let parent = groups[index].parent, parent == group || inner[parent] {
          inner[index] = true
          isComplete = false
        }
      }
    }
    return Members(
      nodes: nodes.map { node in node.group.map { $0 == group || inner[$0] } ?? false }, groups: inner)
  }

  private struct Members {
    var nodes: [Bool]
    var groups: [Bool]

    func holds(_ end: End) -> Bool {
      switch end {
      case .node(let index): nodes[index]
      case .group(let index): groups[index]
      }
    }
  }

  private func laidOut(direction: Direction, island: Int, widest: Double?) -> PlacedGraph? {
    let members = members(of: island)
    let innerNodes = nodes.indices.filter { members.nodes[$0] }
    let innerGroups = groups.indices.filter { members.groups[$0] }
    let innerEdges = edges.indices.filter { members.holds(edges[$0].tail) && members.holds(edges[$0].head) }
    var inner = part(nodes: innerNodes, groups: innerGroups, edges: innerEdges, standIn: nil)
    inner.direction = groups[island].direction ?? direction
    guard let placedInside = inner.laidOut(widest: widest.map { $0 - 2 * 14 }) else { return nil }

    let outerNodes = nodes.indices.filter { !members.nodes[$0] }
    let outerGroups = groups.indices.filter { !members.groups[$0] && $0 != island }
    let isInner = Set(innerEdges)
    let outerEdges = edges.indices.filter { !isInner.contains($0) }
    let title = groups[island].title
    let size = Size(
      max(placedInside.bounds.width, title.width) + 2 * 14, placedInside.bounds.height + title.height + 2 * 14)
    var outer = part(nodes: outerNodes, groups: outerGroups, edges: outerEdges, standIn: island)
    outer.nodes.append(Node(size: size, group: groups[island].parent.flatMap { outerGroups.firstIndex(of: $0) }))
    guard let placedOutside = outer.laidOut(direction: direction, widest: widest), let box = placedOutside.nodes.last
    else {
      return nil
    }

    let frame = Rect(center: box, size: size)
    let offset = Point(
      frame.center.x - placedInside.bounds.center.x, frame.minY + 14 + title.height - placedInside.bounds.minY)
    var placed = PlacedGraph(
      nodes: nodes.map { _ in Point(0, 0) }, edges: edges.map { _ in nil }, groups: groups.map { _ in nil },
      bounds: placedOutside.bounds)
    for (place, index) in outerNodes.enumerated() { placed.nodes[index] = placedOutside.nodes[place] }
    for (place, index) in outerGroups.enumerated() { placed.groups[index] = placedOutside.groups[place] }
    for (place, index) in outerEdges.enumerated() { placed.edges[index] = placedOutside.edges[place] }
    for (place, index) in innerNodes.enumerated() { placed.nodes[index] = placedInside.nodes[place] + offset }
    for (place, index) in innerGroups.enumerated() {
      placed.groups[index] = placedInside.groups[place]?.moved(by: offset)
    }
    for (place, index) in innerEdges.enumerated() { placed.edges[index] = placedInside.edges[place]?.moved(by: offset) }
    placed.groups[island] = frame
    return placed
  }

  /// Some of the graph as a graph of its own; edges of the group `standIn` lead to a node behind the others.
  func part(nodes kept: [Int], groups keptGroups: [Int], edges keptEdges: [Int], standIn: Int?) -> Graph {
    var part = self
    var newNodes = nodes.map { _ in 0 }
    for (place, index) in kept.enumerated() { newNodes[index] = place }
    var newGroups: [Int?] = groups.map { _ in nil }
    for (place, index) in keptGroups.enumerated() { newGroups[index] = place }
    part.nodes = kept.map { index in
      var node = nodes[index]
      node.group = node.group.flatMap { newGroups[$0] }
      return node
    }
    part.groups = keptGroups.map { index in
      var group = groups[index]
      group.parent = group.parent.flatMap { newGroups[$0] }
      return group
    }
    func end(_ end: End) -> End {
      switch end {
      case .node(let index): .node(newNodes[index])
      case .group(let index): index == standIn ? .node(kept.count) : .group(newGroups[index] ?? 0)
      }
    }
    part.edges = keptEdges.map { index in
      var edge = edges[index]
      (edge.tail, edge.head) = (end(edge.tail), end(edge.head))
      return edge
    }
    return part
  }
}

extension Rect {
  func moved(by offset: Point) -> Rect { Rect(minX + offset.x, minY + offset.y, maxX + offset.x, maxY + offset.y) }
}

extension PlacedGraph.Edge {
  func moved(by offset: Point) -> PlacedGraph.Edge {
    PlacedGraph.Edge(
      start: start + offset, end: end + offset, curve: curve.map { $0 + offset }, label: label.map { $0 + offset })
  }
}
