/// The outlines of a mindmap's nodes.
enum MindmapShapes {
  static func size(_ shape: Mindmap.Shape, around text: Size, isRoot: Bool) -> Size {
    let pad = isRoot ? 26.0 : 18.0
    switch shape {
    case .plain, .square, .rounded: return Size(text.width + pad, text.height + (isRoot ? 18 : 10))
    case .circle:
      // A circle around a short text, an ellipse around a long one.
      let (width, height) = (text.width * 1.25 + pad, text.height * 1.45 + 14)
      return width < height * 2 ? Size(max(width, height), max(width, height)) : Size(width, height)
    case .hexagon: return Size(text.width + pad + text.height * 0.7 + 8, text.height + 14)
    case .cloud, .bang: return Size(text.width * 1.2 + 34, text.height * 1.3 + 28)
    }
  }

  static func path(_ shape: Mindmap.Shape, _ box: Rect, isRoot: Bool) -> Path {
    switch shape {
    case .plain: return Path(rect: box, radius: isRoot ? box.height / 2 : 5)
    case .square: return Path(rect: box)
    case .rounded: return Path(rect: box, radius: 11)
    case .circle: return Path(ellipseIn: box)
    case .hexagon:
      let cut = min(box.height / 2, 16)
      return Path(polygon: [
        Point(box.minX, box.center.y), Point(box.minX + cut, box.minY), Point(box.maxX - cut, box.minY),
        Point(box.maxX, box.center.y), Point(box.maxX - cut, box.maxY), Point(box.minX + cut, box.maxY),
      ])
    case .cloud: return puffs(box)
    case .bang: return spikes(box)
    }
  }

  private static func rim(_ box: Rect, _ angle: Double, _ part: Double) -> Point {
    let unit = Point.polar(part, angle)
    return Point(box.center.x + unit.x * box.width / 2, box.center.y + unit.y * box.height / 2)
  }

  /// An ellipse whose rim goes out and in.
  private static func puffs(_ box: Rect) -> Path {
    let count = 11
    var path = Path()
    path.move(to: rim(box, 0, 0.86))
    for index in 0..<count {
      let (a, b) = (Double(index) / Double(count) * 2 * .pi, Double(index + 1) / Double(count) * 2 * .pi)
      path.curve(rim(box, a + (b - a) * 0.1, 1.1), rim(box, b - (b - a) * 0.1, 1.1), to: rim(box, b, 0.86))
    }
    path.close()
    return path
  }

  private static func spikes(_ box: Rect) -> Path {
    let count = 16
    return Path(
      polygon: (0..<(2 * count)).map { rim(box, Double($0) / Double(count) * .pi, $0 % 2 == 0 ? 1 : 0.84) })
  }
}
