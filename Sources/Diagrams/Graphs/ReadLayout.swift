import GraphvizBinding

extension PlacedGraph {
  /// - Parameter layout: of the DOT of `graph`; its y axis is turned round.
  init?(_ layout: GraphLayout, of graph: Graph) {
    let box = Numbers.list(layout.boxes[""] ?? "")
    guard box.count == 4 else { return nil }
    let top = box[3]
    bounds = Rect(box[0], top - box[3], box[2], top - box[1])
    nodes = graph.nodes.indices.map { Numbers.point(layout.nodes["n\($0)"] ?? "", top) ?? Point(0, 0) }
    groups = graph.groups.indices.map { index in
      let box = Numbers.list(layout.boxes["cluster\(index)"] ?? "")
      return box.count == 4 ? Rect(box[0], top - box[3], box[2], top - box[1]) : nil
    }
    edges = graph.edges.indices.map { index in
      layout.edges["e\(index)"].flatMap { Edge(position: $0, label: layout.labels["e\(index)"] ?? "", top: top) }
    }
    placeLoops(of: graph)
    placeLabels(of: graph)
  }

  private mutating func placeLoops(of graph: Graph) {
    for (index, edge) in graph.edges.enumerated() {
      guard let group = edge.loopedGroup, let box = groups[group] else { continue }
      edges[index] = Edge(loopAtRightOf: box, label: edge.label)
      bounds.maxX = max(bounds.maxX, box.maxX + Edge.loopReach + (edge.label?.width ?? 0))
    }
  }

  /// Finds places for the labels that were not handed to Graphviz, where they cover no box, title or other label.
  private mutating func placeLabels(of graph: Graph) {
    guard zip(edges, graph.edges).contains(where: { $0 != nil && $0?.label == nil && $1.label != nil }) else { return }
    var taken = zip(nodes, graph.nodes).map { Rect(center: $0, size: $1.size) }
    for (group, box) in zip(graph.groups, groups) {
      if let box, group.title.width > 0 {
        taken.append(Rect(x: box.minX + 4, y: box.minY + 4, width: group.title.width, height: group.title.height))
      }
    }
    for (edge, placed) in zip(graph.edges, edges) {
      if let label = edge.label, let center = placed?.label { taken.append(Rect(center: center, size: label)) }
    }
    let lines = edges.map { $0?.evenPoints ?? [] }
    for (index, edge) in graph.edges.enumerated() where edges[index]?.label == nil {
      guard let label = edge.label, !lines[index].isEmpty else { continue }
      var reach = Rect(center: lines[index][0], size: label)
      for point in lines[index] { reach = reach.union(Rect(center: point, size: label)) }
      let others = lines.enumerated().flatMap { $0.offset == index ? [] : $0.element.filter { reach.holds($0) } }
      let center = lines[index].place(for: label, besides: taken, others)
      edges[index]?.label = center
      taken.append(Rect(center: center, size: label))
    }
  }
}

extension PlacedGraph.Edge {
  /// How far a loop stands out of a frame.
  fileprivate static let loopReach = 36.0

  /// A line from a frame to itself.
  fileprivate init(loopAtRightOf box: Rect, label: Size?) {
    let (y, reach) = (box.center.y, PlacedGraph.Edge.loopReach)
    start = Point(box.maxX, y - 12)
    end = Point(box.maxX, y + 12)
    curve = [
      start, Point(box.maxX + reach, y - 22), Point(box.maxX + reach, y + 22), Point(end.x + 9, end.y + 2),
    ]
    self.label = label.map { Point(box.maxX + reach * 0.8 + $0.width / 2, y) }
  }

  /// Points on the curve at even distances.
  fileprivate var evenPoints: [Point] {
    var points: [Point] = []
    for index in stride(from: 0, to: curve.count - 3, by: 3) {
      for step in 0..<8 {
        let (t, u) = (Double(step) / 8, 1 - Double(step) / 8)
        points.append(
          curve[index] * (u * u * u) + curve[index + 1] * (3 * u * u * t) + curve[index + 2] * (3 * u * t * t)
            + curve[index + 3] * (t * t * t))
      }
    }
    points.append(curve[curve.count - 1])
    let lengths = zip(points, points.dropFirst()).map { ($1 - $0).length }
    let step = max(lengths.reduce(0, +) / 24, 0.01)
    var (even, next) = ([points[0]], step)
    var passed = 0.0
    for (index, length) in lengths.enumerated() {
      while next <= passed + length, even.count < 24 {
        even.append(points[index] + (points[index + 1] - points[index]).direction * (next - passed))
        next += step
      }
      passed += length
    }
    return even
  }

  /// `s,x,y e,x,y x,y x,y …` (Graphviz's type splineType); of several splines the first.
  fileprivate init?(position: String, label: String, top: Double) {
    var tips: [Character: Point] = [:]
    curve = []
    for word in position.prefix(while: { $0 != ";" }).split(separator: " ") {
      let name = word.first ?? " "
      if name == "s" || name == "e" {
        tips[name] = Numbers.point(String(word.dropFirst(2)), top)
      } else if let point = Numbers.point(String(word), top) {
        curve.append(point)
      }
    }
    guard curve.count >= 4, let first = curve.first, let last = curve.last else { return nil }
    curve.removeLast((curve.count - 1) % 3)
    start = tips["s"] ?? first
    end = tips["e"] ?? last
    self.label = Numbers.point(label, top)
  }
}

extension [Point] {
  /// The place on a line, as near to its middle as can be, where a label covers no box and the fewest other lines.
  fileprivate func place(for label: Size, besides boxes: [Rect], _ others: [Point]) -> Point {
    let middle = count / 2
    var best = (cost: Double.infinity, point: self[middle])
    for index in indices {
      let box = Rect(center: self[index], size: label)
      var cost = Double(abs(index - middle)) / 4
      for other in boxes where other.meets(box) { cost += 30 + 60 * other.overlap(with: box) }
      for point in others where box.holds(point) { cost += 0.8 }
      if cost < best.cost { best = (cost, self[index]) }
    }
    return best.point
  }
}

extension Rect {
  /// The part of the smaller's area that both have in common.
  fileprivate func overlap(with other: Rect) -> Double {
    let width = min(maxX, other.maxX) - max(minX, other.minX)
    let height = min(maxY, other.maxY) - max(minY, other.minY)
    let area = Swift.min(self.width * self.height, other.width * other.height)
    return width > 0 && height > 0 && area > 0 ? width * height / area : 0
  }
}

/// Numbers as Graphviz prints them.
private enum Numbers {
  static func list(_ text: String) -> [Double] {
    text.split(separator: ",").compactMap { Double($0) }.filter(\.isFinite)
  }

  static func point(_ text: String, _ top: Double) -> Point? {
    let numbers = list(text)
    return numbers.count >= 2 ? Point(numbers[0], top - numbers[1]) : nil
  }
}
