import Glibc

/// Lines and Bézier curves.
struct Path: Equatable, Sendable {
  enum Step: Equatable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  private(set) var steps: [Step] = []

  init() {}

  mutating func move(to point: Point) { steps.append(.move(point)) }
  mutating func line(to point: Point) { steps.append(.line(point)) }
  mutating func curve(_ first: Point, _ second: Point, to point: Point) { steps.append(.curve(first, second, point)) }
  mutating func close() { steps.append(.close) }

  /// Straight from point to point, closed or not.
  init(polygon points: [Point], closed: Bool = true) {
    for (index, point) in points.enumerated() { steps.append(index == 0 ? .move(point) : .line(point)) }
    if closed, !points.isEmpty { steps.append(.close) }
  }

  init(rect: Rect, radius: Double = 0) {
    let r = max(0, min(radius, rect.width / 2, rect.height / 2))
    guard r > 0 else {
      self = Path(polygon: [
        Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
        Point(rect.minX, rect.maxY),
      ])
      return
    }
    // The distance of the control points that makes a cubic curve a quarter of a circle, nearly.
    let k = r * (1 - 0.5523)
    move(to: Point(rect.minX + r, rect.minY))
    line(to: Point(rect.maxX - r, rect.minY))
    curve(Point(rect.maxX - k, rect.minY), Point(rect.maxX, rect.minY + k), to: Point(rect.maxX, rect.minY + r))
    line(to: Point(rect.maxX, rect.maxY - r))
    curve(Point(rect.maxX, rect.maxY - k), Point(rect.maxX - k, rect.maxY), to: Point(rect.maxX - r, rect.maxY))
    line(to: Point(rect.minX + r, rect.maxY))
    curve(Point(rect.minX + k, rect.maxY), Point(rect.minX, rect.maxY - k), to: Point(rect.minX, rect.maxY - r))
    line(to: Point(rect.minX, rect.minY + r))
    curve(Point(rect.minX, rect.minY + k), Point(rect.minX + k, rect.minY), to: Point(rect.minX + r, rect.minY))
    close()
  }

  init(ellipseIn rect: Rect) {
    let (c, a, b) = (rect.center, rect.width / 2, rect.height / 2)
    let (ka, kb) = (a * 0.5523, b * 0.5523)
    move(to: Point(c.x + a, c.y))
    curve(Point(c.x + a, c.y + kb), Point(c.x + ka, c.y + b), to: Point(c.x, c.y + b))
    curve(Point(c.x - ka, c.y + b), Point(c.x - a, c.y + kb), to: Point(c.x - a, c.y))
    curve(Point(c.x - a, c.y - kb), Point(c.x - ka, c.y - b), to: Point(c.x, c.y - b))
    curve(Point(c.x + ka, c.y - b), Point(c.x + a, c.y - kb), to: Point(c.x + a, c.y))
    close()
  }

  /// Appends an arc of a circle as curves of a quarter at most; angles in radians, clockwise from the right.
  /// The path must stand at the arc's beginning.
  mutating func arc(center: Point, radius: Double, from start: Double, to end: Double) {
    let count = max(1, Int((abs(end - start) / (Double.pi / 2)).rounded(.up)))
    let step = (end - start) / Double(count)
    let k = 4.0 / 3.0 * tan(step / 4) * radius
    for index in 0..<count {
      let (a, b) = (start + step * Double(index), start + step * Double(index + 1))
      let from = Point(center.x + radius * cos(a), center.y + radius * sin(a))
      let to = Point(center.x + radius * cos(b), center.y + radius * sin(b))
      curve(Point(from.x - k * sin(a), from.y + k * cos(a)), Point(to.x + k * sin(b), to.y - k * cos(b)), to: to)
    }
  }

  /// The smallest upright box that holds every point and control point.
  var bounds: Rect? {
    var box: Rect?
    for step in steps {
      let points: [Point] =
        switch step {
        case .move(let point), .line(let point): [point]
        case .curve(let first, let second, let point): [first, second, point]
        case .close: []
        }
      for point in points {
        let dot = Rect(point.x, point.y, point.x, point.y)
        box = box?.union(dot) ?? dot
      }
    }
    return box
  }
}
