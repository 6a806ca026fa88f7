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
    for (index, edge) in graph.edges.enumerated() {
      if let group = edge.loopedGroup, let box = groups[group] {
        edges[index] = Edge(loopAtRightOf: box, label: edge.label)
        bounds.maxX = max(bounds.maxX, box.maxX + Edge.loopReach + (edge.label?.width ?? 0))
      } else if let label = edge.label, let placed = edges[index], placed.label == nil {
        edges[index]?.label = placed.place(
          for: label, besides: zip(nodes, graph.nodes).map { Rect(center: $0, size: $1.size) })
      }
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

  /// The place on the curve, as near to its middle as can be, where a label covers no box.
  fileprivate func place(for label: Size, besides boxes: [Rect]) -> Point {
    let points = evenPoints
    let middle = points.count / 2
    let order = points.indices.sorted { (abs($0 - middle), $0) < (abs($1 - middle), $1) }
    let free = order.first { index in
      let box = Rect(center: points[index], size: label)
      return !boxes.contains { $0.meets(box) }
    }
    return points[free ?? middle]
  }

  /// Points on the curve at even distances.
  private var evenPoints: [Point] {
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
