/// What lines end in.
extension Scene {
  /// A filled triangle with its point at an end of a line that runs in a direction.
  mutating func addPoint(at tip: Point, direction: Point, color: Color = Palette.line, length: Double = 10) {
    let (along, across) = (direction.direction, Point(-direction.direction.y, direction.direction.x))
    let base = tip - along * length
    add(Path(polygon: [tip, base + across * (length * 0.42), base - across * (length * 0.42)]), Paint(fill: color))
  }

  /// Two strokes that meet in the point.
  mutating func addOpenPoint(at tip: Point, direction: Point, color: Color = Palette.line, length: Double = 9) {
    let (along, across) = (direction.direction, Point(-direction.direction.y, direction.direction.x))
    let base = tip - along * length
    add(
      Path(polygon: [base + across * (length * 0.5), tip, base - across * (length * 0.5)], closed: false),
      Paint(stroke: color))
  }

  /// Half a triangle, or one stroke of it, on the side that lies up on the page.
  mutating func addHalfPoint(at tip: Point, direction: Point, isUp: Bool, isFilled: Bool, color: Color = Palette.line) {
    let along = direction.direction
    let side = Point(0, isUp ? -5 : 5)
    let base = tip - along * 10
    if isFilled {
      add(Path(polygon: [tip, base + side, base]), Paint(fill: color))
    } else {
      add(Path(polygon: [tip, base + side], closed: false), Paint(stroke: color))
    }
  }

  mutating func addCross(at center: Point, size: Double = 5, color: Color = Palette.line, width: Double = 1.8) {
    let (a, b) = (Point(size, size), Point(size, -size))
    add(Path(polygon: [center - a, center + a], closed: false), Paint(stroke: color, width: width))
    add(Path(polygon: [center - b, center + b], closed: false), Paint(stroke: color, width: width))
  }

  mutating func addLine(_ from: Point, _ to: Point, _ paint: Paint) {
    add(Path(polygon: [from, to], closed: false), paint)
  }
}
