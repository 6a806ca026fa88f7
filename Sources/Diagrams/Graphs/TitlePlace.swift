extension Rect {
  /// Where the title of a frame stands: at the left of its upper side, or in its middle or at its right where lines run
  /// through the left; and whether lines run through it all the same.
  func place(forTitle size: Size, besides lines: [[Point]]) -> (ground: Rect, isCrossed: Bool) {
    let y = minY + 6 + size.height / 2
    let places = [minX + 10 + size.width / 2, center.x, maxX - 10 - size.width / 2].map { x in
      let ground = Rect(center: Point(x, y), size: Size(size.width + 8, size.height + 2))
      return (ground: ground, crossings: lines.filter { line in line.contains { ground.holds($0) } }.count)
    }
    var best = places[0]
    for place in places.dropFirst() where place.crossings < best.crossings { best = place }
    return (best.ground, best.crossings > 0)
  }
}

extension PlacedGraph {
  /// Points on every line that is seen, near enough for texts to keep off it.
  func pointsOnLines(hidden: [Bool]) -> [[Point]] {
    zip(edges, hidden).map { edge, isHidden in
      guard let edge, !isHidden else { return [] }
      return [edge.start] + edge.evenPoints + [edge.end]
    }
  }
}
