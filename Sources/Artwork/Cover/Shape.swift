import PangoBinding

/// An area of the cover: contours as they were drawn, and flattened to straight edges, in pixels, y down.
///
/// Only additions, multiplications, divisions and square roots, which every machine computes alike, so that the
/// cover has the same bytes everywhere.
struct Shape {
  struct Edge {
    var fromX: Float
    var fromY: Float
    var toX: Float
    var toY: Float
  }

  private(set) var edges: [Edge] = []
  /// The contours with their curves, for forms of the cover that are not made of pixels.
  private(set) var steps: [Outline.Step] = []
  private var start = (x: Float(0), y: Float(0))
  private var here = (x: Float(0), y: Float(0))

  mutating func move(_ x: Float, _ y: Float) {
    close()
    start = (x, y)
    here = start
    steps.append(.move(Outline.Point(x: x, y: y)))
  }

  mutating func line(_ x: Float, _ y: Float) {
    steps.append(.line(Outline.Point(x: x, y: y)))
    edge(x, y)
  }

  private mutating func edge(_ x: Float, _ y: Float) {
    edges.append(Edge(fromX: here.x, fromY: here.y, toX: x, toY: y))
    here = (x, y)
  }

  mutating func close() {
    if here != start { edge(start.x, start.y) }
    if let last = steps.last, last != .close { steps.append(.close) }
  }

  mutating func quadratic(_ x1: Float, _ y1: Float, _ x: Float, _ y: Float) {
    let (x0, y0) = here
    cubic(
      x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y)
  }

  mutating func cubic(_ x1: Float, _ y1: Float, _ x2: Float, _ y2: Float, _ x: Float, _ y: Float) {
    let (x0, y0) = here
    steps.append(.cubic(Outline.Point(x: x1, y: y1), Outline.Point(x: x2, y: y2), Outline.Point(x: x, y: y)))
    let pieces = pieces(bend: max(bend(x0, x1, x2, x), bend(y0, y1, y2, y)))
    for step in 1...pieces {
      let t = Float(step) / Float(pieces)
      let u = 1 - t
      let (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
      edge(a * x0 + b * x1 + c * x2 + d * x, a * y0 + b * y1 + c * y2 + d * y)
    }
  }

  /// How far the second differences of a curve's points reach: a bound on its distance from straight pieces.
  private func bend(_ a: Float, _ b: Float, _ c: Float, _ d: Float) -> Float {
    max(abs(a - 2 * b + c), abs(b - 2 * c + d))
  }

  /// Enough pieces that none strays from the curve by more than a fortieth of a pixel.
  private func pieces(bend: Float) -> Int {
    max(1, min(64, Int((bend * 30).squareRoot().rounded(.up))))
  }
}

extension Shape {
  /// Letters, scaled and moved: an outline's (0, 0) goes to (x, y).
  mutating func add(_ outline: Outline, scale: Float, flipped: Bool, x: Float, y: Float) {
    let vertical = flipped ? -scale : scale
    func place(_ point: Outline.Point) -> (Float, Float) { (x + point.x * scale, y + point.y * vertical) }
    for step in outline.steps {
      switch step {
      case .move(let to):
        let to = place(to)
        move(to.0, to.1)
      case .line(let to):
        let to = place(to)
        line(to.0, to.1)
      case .quadratic(let control, let to):
        let (control, to) = (place(control), place(to))
        quadratic(control.0, control.1, to.0, to.1)
      case .cubic(let first, let second, let to):
        let (first, second, to) = (place(first), place(second), place(to))
        cubic(first.0, first.1, second.0, second.1, to.0, to.1)
      case .close:
        close()
      }
    }
    close()
  }

  func moved(x: Float, y: Float) -> Shape {
    mapped { Outline.Point(x: $0.x + x, y: $0.y + y) }
  }

  /// Turned by a quarter, so that a line of text runs down: what stood at (0, 0) stands at (x, y).
  func turned(x: Float, y: Float) -> Shape {
    mapped { Outline.Point(x: x - $0.y, y: y + $0.x) }
  }

  private func mapped(_ place: (Outline.Point) -> Outline.Point) -> Shape {
    var moved = Shape()
    moved.edges = edges.map { edge in
      let (from, to) = (
        place(Outline.Point(x: edge.fromX, y: edge.fromY)), place(Outline.Point(x: edge.toX, y: edge.toY))
      )
      return Edge(fromX: from.x, fromY: from.y, toX: to.x, toY: to.y)
    }
    moved.steps = steps.map { step in
      switch step {
      case .move(let to): .move(place(to))
      case .line(let to): .line(place(to))
      case .quadratic(let control, let to): .quadratic(place(control), place(to))
      case .cubic(let first, let second, let to): .cubic(place(first), place(second), place(to))
      case .close: .close
      }
    }
    return moved
  }

  mutating func addRectangle(x: Float, y: Float, width: Float, height: Float) {
    move(x, y)
    line(x + width, y)
    line(x + width, y + height)
    line(x, y + height)
    close()
  }

  /// A quarter of a disc whose centre is (x, y), toward the right and down for positive radii.
  mutating func addQuarter(x: Float, y: Float, radiusX: Float, radiusY: Float) {
    move(x, y)
    line(x + radiusX, y)
    // The cubic nearest to a quarter of a circle.
    let k: Float = 0.552_284_75
    cubic(x + radiusX, y + radiusY * k, x + radiusX * k, y + radiusY, x, y + radiusY)
    close()
  }

  mutating func addDisc(x: Float, y: Float, radius: Float) {
    let k = radius * 0.552_284_75
    move(x + radius, y)
    cubic(x + radius, y + k, x + k, y + radius, x, y + radius)
    cubic(x - k, y + radius, x - radius, y + k, x - radius, y)
    cubic(x - radius, y - k, x - k, y - radius, x, y - radius)
    cubic(x + k, y - radius, x + radius, y - k, x + radius, y)
    close()
  }
}
