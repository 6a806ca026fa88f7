extension PlacedGraph.Edge {
  /// The same line up to where it first enters a frame, with room for a mark at its tip. Graphviz can cut lines at
  /// clusters too (`lhead`), but it aborts where a line only just touches one.
  func ending(at frame: Rect, mark: Double) -> PlacedGraph.Edge {
    guard !frame.contains(curve[0]), let cut = BezierPlace.first(on: curve, where: { frame.contains($0) }) else {
      return self
    }
    var edge = self
    edge.curve = cut.head(of: curve)
    edge.end = edge.curve[edge.curve.count - 1]
    let tip = edge.end
    if mark > 0, let back = BezierPlace.first(on: edge.curve, where: { ($0 - tip).length <= mark }), back != .start {
      edge.curve = back.head(of: edge.curve)
    }
    return edge
  }

  /// The same line from where it last leaves a frame.
  func beginning(at frame: Rect, mark: Double) -> PlacedGraph.Edge { reversed.ending(at: frame, mark: mark).reversed }

  /// The same line, led the other way.
  var reversed: PlacedGraph.Edge {
    PlacedGraph.Edge(start: end, end: start, curve: curve.reversed(), label: label)
  }
}

/// A place on a line of Bézier curves.
private struct BezierPlace: Equatable {
  /// The first point of the curve it is on.
  var piece: Int
  /// From 0 to 1.
  var t: Double

  static let start = BezierPlace(piece: 0, t: 0)

  /// The first place from which on a condition holds, as finely as is seen.
  static func first(on curve: [Point], where condition: (Point) -> Bool) -> BezierPlace? {
    if condition(curve[0]) { return start }
    for piece in stride(from: 0, to: curve.count - 3, by: 3) {
      for step in 1...24 where condition(point(on: curve, piece, Double(step) / 24)) {
        var (low, high) = (Double(step - 1) / 24, Double(step) / 24)
        for _ in 0..<12 {
          let middle = (low + high) / 2
          if condition(point(on: curve, piece, middle)) { high = middle } else { low = middle }
        }
        return BezierPlace(piece: piece, t: high)
      }
    }
    return nil
  }

  private static func point(on curve: [Point], _ piece: Int, _ t: Double) -> Point {
    let u = 1 - t
    return curve[piece] * (u * u * u) + curve[piece + 1] * (3 * u * u * t) + curve[piece + 2] * (3 * u * t * t)
      + curve[piece + 3] * (t * t * t)
  }

  /// The line up to the place (de Casteljau).
  func head(of curve: [Point]) -> [Point] {
    func mix(_ a: Point, _ b: Point) -> Point { a + (b - a) * t }
    let (a, b, c) = (
      mix(curve[piece], curve[piece + 1]), mix(curve[piece + 1], curve[piece + 2]),
      mix(curve[piece + 2], curve[piece + 3])
    )
    let (d, e) = (mix(a, b), mix(b, c))
    return Array(curve[...piece]) + [a, d, mix(d, e)]
  }
}

extension Rect {
  fileprivate func contains(_ point: Point) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }
}
