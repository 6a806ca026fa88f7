extension Graph {
  /// The graph laid out part by part, where parts that no edge joins stand in rows no wider than a width if that can be.
  func laidOutInRows(direction: Direction, widest: Double) -> PlacedGraph? {
    let components = components()
    guard components.count > 1 else { return laidOutFolded(direction: direction, widest: widest) }
    var placed = PlacedGraph(
      nodes: nodes.map { _ in Point(0, 0) }, edges: edges.map { _ in nil }, groups: groups.map { _ in nil },
      bounds: Rect(0, 0, 0, 0))
    var corner = Point(0, 0)
    var rowHeight = 0.0
    for component in components {
      guard let part = laidOut(component, direction: direction, widest: widest) else { return nil }
      if corner.x > 0, corner.x + part.bounds.width > widest {
        corner = Point(0, corner.y + rowHeight + rankSpacing * 0.7)
        rowHeight = 0
      }
      placed.put(part, of: component, at: corner - Point(part.bounds.minX, part.bounds.minY))
      placed.bounds = placed.bounds.union(
        Rect(x: corner.x, y: corner.y, width: part.bounds.width, height: part.bounds.height))
      corner.x += part.bounds.width + nodeSpacing
      rowHeight = max(rowHeight, part.bounds.height)
    }
    return placed
  }

  /// Nodes, groups and edges that hang together, by their places.
  struct Component {
    var nodes: [Int] = []
    var groups: [Int] = []
    var edges: [Int] = []
  }

  private func laidOut(_ component: Component, direction: Direction, widest: Double) -> PlacedGraph? {
    if component.nodes.count == 1, component.groups.isEmpty, component.edges.isEmpty {
      let size = nodes[component.nodes[0]].size
      return PlacedGraph(
        nodes: [Point(size.width / 2, size.height / 2)], edges: [], groups: [],
        bounds: Rect(0, 0, size.width, size.height))
    }
    return part(nodes: component.nodes, groups: component.groups, edges: component.edges, standIn: nil)
      .laidOutFolded(direction: direction, widest: widest)
  }

  /// Nodes of a group that no line leads to stand in rows one under another, not all side by side.
  private func laidOutFolded(direction: Direction, widest: Double) -> PlacedGraph? {
    guard !direction.isHorizontal, !groups.isEmpty else { return laidOutByGraphviz(direction: direction) }
    var isJoined = nodes.map { $0.group == nil }
    for edge in edges {
      for case .node(let index) in [edge.tail, edge.head] { isJoined[index] = true }
    }
    var folded = self
    for group in groups.indices {
      var rows: [[Int]] = [[]]
      var width = 0.0
      for index in nodes.indices where !isJoined[index] && nodes[index].group == group {
        width += nodes[index].size.width + nodeSpacing
        if width > widest * 0.45, rows[rows.count - 1].count > 0 {
          rows.append([])
          width = nodes[index].size.width + nodeSpacing
        }
        rows[rows.count - 1].append(index)
      }
      for (upper, lower) in zip(rows, rows.dropFirst()) {
        for (place, node) in lower.enumerated() {
          folded.edges.append(Edge(tail: .node(upper[min(place, upper.count - 1)]), head: .node(node)))
        }
      }
    }
    var placed = folded.laidOutByGraphviz(direction: direction)
    placed?.edges.removeLast(folded.edges.count - edges.count)
    return placed
  }

  /// In the order of their first nodes.
  private func components() -> [Component] {
    var sets = Array(0..<(nodes.count + groups.count))
    func root(_ index: Int) -> Int {
      var index = index
      while sets[index] != index {
        sets[index] = sets[sets[index]]
        index = sets[index]
      }
      return index
    }
    func place(_ end: End) -> Int {
      switch end {
      case .node(let index): index
      case .group(let index): nodes.count + index
      }
    }
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      sets[max(a, b)] = min(a, b)
    }
    for (index, node) in nodes.enumerated() { if let group = node.group { join(index, nodes.count + group) } }
    for (index, group) in groups.enumerated() {
      if let parent = group.parent { join(nodes.count + index, nodes.count + parent) }
    }
    for edge in edges { join(place(edge.tail), place(edge.head)) }
    var components: [Component] = []
    var known: [Int: Int] = [:]
    func component(_ index: Int) -> Int {
      let root = root(index)
      if let place = known[root] { return place }
      components.append(Component())
      known[root] = components.count - 1
      return components.count - 1
    }
    for index in nodes.indices { components[component(index)].nodes.append(index) }
    for index in groups.indices { components[component(nodes.count + index)].groups.append(index) }
    for (index, edge) in edges.enumerated() { components[component(place(edge.tail))].edges.append(index) }
    return components
  }
}

extension PlacedGraph {
  /// Takes over where the parts of a component are.
  fileprivate mutating func put(_ part: PlacedGraph, of component: Graph.Component, at offset: Point) {
    for (place, index) in component.nodes.enumerated() { nodes[index] = part.nodes[place] + offset }
    for (place, index) in component.groups.enumerated() { groups[index] = part.groups[place]?.moved(by: offset) }
    for (place, index) in component.edges.enumerated() { edges[index] = part.edges[place]?.moved(by: offset) }
  }
}
