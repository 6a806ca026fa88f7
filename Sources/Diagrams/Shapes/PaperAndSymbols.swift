extension NodeShape {
  /// Sheets of paper and tapes, with a waved edge.
  func paperPaths(in box: Rect) -> [ShapePath]? {
    switch self {
    case .document: return [ShapePath(path: sheet(box))]
    case .linedDocument:
      let line = Path(polygon: [Point(box.minX + 8, box.minY), Point(box.minX + 8, box.maxY - 5)], closed: false)
      return [ShapePath(path: sheet(box)), ShapePath(path: line, isFilled: false)]
    case .taggedDocument:
      let fold = Path(polygon: [Point(box.maxX - 14, box.maxY - 12), Point(box.maxX, box.maxY - 24)], closed: false)
      return [ShapePath(path: sheet(box)), ShapePath(path: fold, isFilled: false)]
    case .documents:
      return [2, 1, 0].map { step in
        let shift = Double(step) * 5
        return ShapePath(
          path: sheet(Rect(box.minX + shift, box.minY + 10 - shift, box.maxX - 10 + shift, box.maxY - shift)))
      }
    case .flag:
      var path = Path()
      path.move(to: Point(box.minX, box.minY + 6))
      wave(&path, from: Point(box.minX, box.minY + 6), to: Point(box.maxX, box.minY + 6))
      path.line(to: Point(box.maxX, box.maxY - 6))
      wave(&path, from: Point(box.maxX, box.maxY - 6), to: Point(box.minX, box.maxY - 6))
      path.close()
      return [ShapePath(path: path)]
    default: return nil
    }
  }

  private func sheet(_ box: Rect) -> Path {
    var path = Path()
    path.move(to: Point(box.minX, box.minY))
    path.line(to: Point(box.maxX, box.minY))
    path.line(to: Point(box.maxX, box.maxY - 8))
    wave(&path, from: Point(box.maxX, box.maxY - 8), to: Point(box.minX, box.maxY - 8))
    path.close()
    return path
  }

  private func wave(_ path: inout Path, from start: Point, to end: Point) {
    let middle = (start + end) * 0.5
    let height = start.x < end.x ? -9.0 : 9.0
    path.curve(
      Point(start.x + (middle.x - start.x) * 0.4, start.y - height),
      Point(start.x + (middle.x - start.x) * 0.6, start.y - height),
      to: middle)
    path.curve(
      Point(middle.x + (end.x - middle.x) * 0.4, start.y + height),
      Point(middle.x + (end.x - middle.x) * 0.6, start.y + height),
      to: end)
  }

  /// Small signs, and braces around text.
  func symbolPaths(in box: Rect) -> [ShapePath] {
    let (l, t, r, b) = (box.minX, box.minY, box.maxX, box.maxY)
    switch self {
    case .framedCircle:
      return [
        ShapePath(path: Path(ellipseIn: box), isFilled: false), ShapePath(path: Path(ellipseIn: box.expanded(by: -4))),
      ]
    case .crossedCircle:
      let d = box.width / 2 * 0.7071
      let c = box.center
      return [ShapePath(path: Path(ellipseIn: box))]
        + [(-1.0, 1.0), (1.0, 1.0)].map { x, y in
          ShapePath(
            path: Path(polygon: [Point(c.x - d * x, c.y - d * y), Point(c.x + d * x, c.y + d * y)], closed: false),
            isFilled: false)
        }
    case .bar: return [ShapePath(path: Path(rect: box, radius: 2))]
    case .hourglass: return [ShapePath(path: Path(polygon: [Point(l, t), Point(r, t), Point(l, b), Point(r, b)]))]
    case .bolt:
      let points = [(0.62, 0.0), (0.0, 0.56), (0.46, 0.56), (0.3, 1.0), (1.0, 0.4), (0.5, 0.4)]
      return [ShapePath(path: Path(polygon: points.map { Point(l + box.width * $0.0, t + box.height * $0.1) }))]
    case .braceLeft: return [brace(x: l, box, opens: true)]
    case .braceRight: return [brace(x: r, box, opens: false)]
    case .braces: return [brace(x: l, box, opens: true), brace(x: r, box, opens: false)]
    default: return [ShapePath(path: Path(ellipseIn: box))]
    }
  }

  private func brace(x: Double, _ box: Rect, opens: Bool) -> ShapePath {
    let (reach, middle) = (opens ? 10.0 : -10.0, box.center.y)
    var path = Path()
    path.move(to: Point(x + reach, box.minY))
    path.curve(
      Point(x + reach / 2, box.minY), Point(x + reach, middle), to: Point(x, middle))
    path.curve(Point(x + reach, middle), Point(x + reach / 2, box.maxY), to: Point(x + reach, box.maxY))
    return ShapePath(path: path, isFilled: false)
  }
}
