/// A path of a shape; the outline is filled, other lines are not.
struct ShapePath {
  var path: Path
  var isFilled = true
}

extension NodeShape {
  /// The lines of the shape in its box, from the undermost.
  func paths(in box: Rect) -> [ShapePath] {
    plainPaths(in: box) ?? roundPaths(in: box) ?? paperPaths(in: box) ?? symbolPaths(in: box)
  }

  /// Shapes of straight lines.
  private func plainPaths(in box: Rect) -> [ShapePath]? {
    let (l, t, r, b) = (box.minX, box.minY, box.maxX, box.maxY)
    let (slant, middle) = (min(box.height / 2, 24), box.center)
    func polygon(_ points: [(Double, Double)]) -> [ShapePath] {
      [ShapePath(path: Path(polygon: points.map { Point($0.0, $0.1) }))]
    }
    func line(_ points: (Double, Double)...) -> ShapePath {
      ShapePath(path: Path(polygon: points.map { Point($0.0, $0.1) }, closed: false), isFilled: false)
    }
    switch self {
    case .rectangle: return [ShapePath(path: Path(rect: box, radius: 3))]
    case .rounded: return [ShapePath(path: Path(rect: box, radius: 9))]
    case .stadium: return [ShapePath(path: Path(rect: box, radius: box.height / 2))]
    case .text: return []
    case .subroutine:
      return [ShapePath(path: Path(rect: box)), line((l + 8, t), (l + 8, b)), line((r - 8, t), (r - 8, b))]
    case .linedRectangle: return [ShapePath(path: Path(rect: box)), line((l + 8, t), (l + 8, b))]
    case .dataStore: return [line((l, t), (r, t)), line((l, b), (r, b))]
    case .dividedRectangle: return [ShapePath(path: Path(rect: box)), line((l, t + 12), (r, t + 12))]
    case .windowPane:
      return [ShapePath(path: Path(rect: box)), line((l + 8, t), (l + 8, b)), line((l, t + 8), (r, t + 8))]
    case .asymmetric: return polygon([(l, t), (r, t), (r, b), (l, b), (l + slant / 2, middle.y)])
    case .diamond: return polygon([(middle.x, t), (r, middle.y), (middle.x, b), (l, middle.y)])
    case .hexagon:
      return polygon([(l + slant, t), (r - slant, t), (r, middle.y), (r - slant, b), (l + slant, b), (l, middle.y)])
    case .leanRight: return polygon([(l + slant, t), (r, t), (r - slant, b), (l, b)])
    case .leanLeft: return polygon([(l, t), (r - slant, t), (r, b), (l + slant, b)])
    case .trapezoid: return polygon([(l + slant, t), (r - slant, t), (r, b), (l, b)])
    case .invertedTrapezoid: return polygon([(l, t), (r, t), (r - slant, b), (l + slant, b)])
    case .card: return polygon([(l + 12, t), (r, t), (r, b), (l, b), (l, t + 12)])
    case .slopedRectangle: return polygon([(l, t + 14), (r, t), (r, b), (l, b)])
    case .notchedPentagon: return polygon([(l + 14, t), (r - 14, t), (r, t + 14), (r, b), (l, b), (l, t + 14)])
    case .triangle: return polygon([(middle.x, t), (r, b), (l, b)])
    case .flippedTriangle: return polygon([(l, t), (r, t), (middle.x, b)])
    case .taggedRectangle:
      return [ShapePath(path: Path(rect: box)), line((r - 14, b), (r, b - 14))]
    case .rectangles:
      return [2, 1, 0].map { step in
        let shift = Double(step) * 5
        return ShapePath(path: Path(rect: Rect(l + shift, t + 10 - shift, r - 10 + shift, b - shift)))
      }
    default: return nil
    }
  }

  /// Shapes of circles and curves.
  private func roundPaths(in box: Rect) -> [ShapePath]? {
    switch self {
    case .circle, .ellipse: return [ShapePath(path: Path(ellipseIn: box))]
    case .doubleCircle:
      return [
        ShapePath(path: Path(ellipseIn: box)), ShapePath(path: Path(ellipseIn: box.expanded(by: -4)), isFilled: false),
      ]
    case .cylinder, .linedCylinder: return cylinder(box)
    case .horizontalCylinder: return horizontalCylinder(box)
    case .delay:
      var path = Path()
      path.move(to: Point(box.minX, box.minY))
      let reach = min(box.height / 2, box.width / 2)
      path.line(to: Point(box.maxX - reach, box.minY))
      path.curve(
        Point(box.maxX + reach / 3, box.minY), Point(box.maxX + reach / 3, box.maxY),
        to: Point(box.maxX - reach, box.maxY))
      path.line(to: Point(box.minX, box.maxY))
      path.close()
      return [ShapePath(path: path)]
    case .curvedTrapezoid:
      var path = Path()
      path.move(to: Point(box.minX, box.center.y))
      path.line(to: Point(box.minX + 18, box.minY))
      path.line(to: Point(box.maxX - 16, box.minY))
      path.curve(
        Point(box.maxX + 5, box.minY + 6), Point(box.maxX + 5, box.maxY - 6), to: Point(box.maxX - 16, box.maxY))
      path.line(to: Point(box.minX + 18, box.maxY))
      path.close()
      return [ShapePath(path: path)]
    case .bowTie:
      var path = Path()
      path.move(to: Point(box.minX + 10, box.minY))
      path.line(to: Point(box.maxX, box.minY))
      path.curve(Point(box.maxX - 14, box.minY + 6), Point(box.maxX - 14, box.maxY - 6), to: Point(box.maxX, box.maxY))
      path.line(to: Point(box.minX + 10, box.maxY))
      path.curve(
        Point(box.minX - 5, box.maxY - 6), Point(box.minX - 5, box.minY + 6), to: Point(box.minX + 10, box.minY))
      path.close()
      return [ShapePath(path: path)]
    case .cloud, .bang: return [ShapePath(path: bumps(in: box, isSpiked: self == .bang))]
    default: return nil
    }
  }

  private func cylinder(_ box: Rect) -> [ShapePath] {
    let depth = 8.0
    func lid(_ y: Double) -> Path {
      var path = Path()
      path.move(to: Point(box.minX, y))
      path.curve(Point(box.minX, y + depth * 1.33), Point(box.maxX, y + depth * 1.33), to: Point(box.maxX, y))
      return path
    }
    var body = Path()
    body.move(to: Point(box.minX, box.minY + depth))
    body.curve(
      Point(box.minX, box.minY - depth * 0.33), Point(box.maxX, box.minY - depth * 0.33),
      to: Point(box.maxX, box.minY + depth))
    body.line(to: Point(box.maxX, box.maxY - depth))
    body.curve(
      Point(box.maxX, box.maxY + depth * 0.33), Point(box.minX, box.maxY + depth * 0.33),
      to: Point(box.minX, box.maxY - depth))
    body.close()
    var paths = [ShapePath(path: body), ShapePath(path: lid(box.minY + depth), isFilled: false)]
    if self == .linedCylinder { paths.append(ShapePath(path: lid(box.minY + depth + 6), isFilled: false)) }
    return paths
  }

  private func horizontalCylinder(_ box: Rect) -> [ShapePath] {
    let depth = 10.0
    var body = Path()
    body.move(to: Point(box.minX + depth, box.minY))
    body.line(to: Point(box.maxX - depth, box.minY))
    body.curve(
      Point(box.maxX + depth * 0.33, box.minY), Point(box.maxX + depth * 0.33, box.maxY),
      to: Point(box.maxX - depth, box.maxY))
    body.line(to: Point(box.minX + depth, box.maxY))
    body.curve(
      Point(box.minX - depth * 0.33, box.maxY), Point(box.minX - depth * 0.33, box.minY),
      to: Point(box.minX + depth, box.minY))
    body.close()
    var end = Path()
    end.move(to: Point(box.maxX - depth, box.minY))
    end.curve(
      Point(box.maxX - depth * 2.33, box.minY), Point(box.maxX - depth * 2.33, box.maxY),
      to: Point(box.maxX - depth, box.maxY))
    return [ShapePath(path: body), ShapePath(path: end, isFilled: false)]
  }

  /// A border of bumps or spikes around a box.
  private func bumps(in box: Rect, isSpiked: Bool) -> Path {
    let inner = box.expanded(by: -min(8, box.height / 6))
    var corners: [Point] = []
    let (across, down) = (4, 2)
    for i in 0..<across { corners.append(Point(inner.minX + inner.width * Double(i) / Double(across), inner.minY)) }
    for i in 0..<down { corners.append(Point(inner.maxX, inner.minY + inner.height * Double(i) / Double(down))) }
    for i in 0..<across { corners.append(Point(inner.maxX - inner.width * Double(i) / Double(across), inner.maxY)) }
    for i in 0..<down { corners.append(Point(inner.minX, inner.maxY - inner.height * Double(i) / Double(down))) }
    var path = Path()
    for (index, corner) in corners.enumerated() {
      if index == 0 { path.move(to: corner) }
      let next = corners[(index + 1) % corners.count]
      let outward = Point((next - corner).y, -(next - corner).x).direction
      let height = isSpiked ? 12.0 : 11.0
      if isSpiked {
        path.line(to: (corner + next) * 0.5 + outward * (height * 0.7))
        path.line(to: next)
      } else {
        path.curve(corner + outward * height, next + outward * height, to: next)
      }
    }
    path.close()
    return path
  }
}
