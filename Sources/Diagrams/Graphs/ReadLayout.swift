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
      guard let curve = layout.edges["e\(index)"] else { return nil }
      var edge = Edge(position: curve, label: layout.labels["e\(index)"] ?? "", top: top)
      if graph.edges[index].label != nil, let placed = edge, placed.label == nil { edge?.label = placed.middle }
      return edge
    }
  }
}

extension PlacedGraph.Edge {
  /// The point half-way along the curve, near enough.
  fileprivate var middle: Point {
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
    var left = lengths.reduce(0, +) / 2
    for (index, length) in lengths.enumerated() {
      if left <= length { return points[index] + (points[index + 1] - points[index]).direction * left }
      left -= length
    }
    return points[points.count / 2]
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
