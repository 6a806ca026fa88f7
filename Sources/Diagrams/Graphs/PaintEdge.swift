/// What stands at the end of a line.
enum EdgeMark: Sendable {
  case none
  /// A filled triangle.
  case arrow
  /// An open V, as UML has it.
  case openArrow
  /// A triangle filled with paper: inheritance.
  case hollowTriangle
  /// Diamonds: composition and aggregation.
  case diamond, hollowDiamond
  case circle
  case cross
  /// A circle filled with paper: an interface as UML's lollipop, and with a cross in it: what contains the other end.
  case hollowCircle, containment
  /// Crow's feet of entity-relationship diagrams.
  case exactlyOne, zeroOrOne, oneOrMore, zeroOrMore

  /// How much of the line it takes, in pixels.
  var length: Double {
    switch self {
    case .none: 0
    case .arrow, .openArrow: 9
    case .hollowTriangle: 14
    case .diamond, .hollowDiamond: 16
    case .circle, .cross: 9
    case .hollowCircle: 12
    case .containment: 16
    case .exactlyOne, .oneOrMore: 16
    case .zeroOrOne, .zeroOrMore: 22
    }
  }
}

extension Scene {
  /// Draws an edge along its curve, with marks at its ends.
  mutating func add(_ edge: PlacedGraph.Edge, _ paint: Paint, tail: EdgeMark = .none, head: EdgeMark = .arrow) {
    var path = Path()
    let curve = edge.curve
    guard let first = curve.first, let last = curve.last else { return }
    begin(.edge)
    let leads = tail.reachesTip && (edge.start - first).length > 0.1
    path.move(to: leads ? edge.start : first)
    if leads { path.line(to: first) }
    for index in stride(from: 1, to: curve.count - 2, by: 3) {
      path.curve(curve[index], curve[index + 1], to: curve[index + 2])
    }
    if head.reachesTip, (edge.end - last).length > 0.1 { path.line(to: edge.end) }
    var line = paint
    line.fill = nil
    add(path, line)
    add(
      head, tip: edge.end, from: curve.count > 1 && (edge.end - last).length < 0.5 ? curve[curve.count - 2] : last,
      paint)
    add(tail, tip: edge.start, from: curve.count > 1 && (edge.start - first).length < 0.5 ? curve[1] : first, paint)
    end()
  }

  /// A mark with its tip at a point, coming from another.
  mutating func add(_ mark: EdgeMark, tip: Point, from base: Point, _ paint: Paint) {
    guard let stroke = paint.stroke else { return }
    let along = (tip - base).direction
    let across = Point(-along.y, along.x)
    let solid = Paint(fill: stroke, stroke: stroke, width: 1)
    let hollow = Paint(fill: Palette.paper, stroke: stroke, width: max(1.3, min(paint.width, 2)))
    func place(_ back: Double, _ side: Double) -> Point { tip - along * back + across * side }
    switch mark {
    case .none: break
    case .arrow: add(Path(polygon: [tip, place(9, 4.2), place(9, -4.2)]), solid)
    case .openArrow:
      add(Path(polygon: [place(9, 5), tip, place(9, -5)], closed: false), Paint(stroke: stroke, width: paint.width))
    case .hollowTriangle: add(Path(polygon: [tip, place(14, 7), place(14, -7)]), hollow)
    case .diamond, .hollowDiamond:
      add(Path(polygon: [tip, place(8, 5), place(16, 0), place(8, -5)]), mark == .diamond ? solid : hollow)
    case .circle:
      add(Path(ellipseIn: Rect(center: place(4.5, 0), size: Size(9, 9))), Paint(fill: stroke, stroke: stroke, width: 1))
    case .cross:
      for side in [1.0, -1.0] {
        add(
          Path(polygon: [place(1, 4 * side), place(9, -4 * side)], closed: false),
          Paint(stroke: stroke, width: max(1.6, paint.width)))
      }
    case .hollowCircle: add(Path(ellipseIn: Rect(center: place(6, 0), size: Size(12, 12))), hollow)
    case .containment:
      add(Path(ellipseIn: Rect(center: place(8, 0), size: Size(16, 16))), hollow)
      for (from, to) in [(place(0, 0), place(16, 0)), (place(8, 8), place(8, -8))] {
        add(Path(polygon: [from, to], closed: false), Paint(stroke: stroke, width: 1.3))
      }
    case .exactlyOne, .zeroOrOne, .oneOrMore, .zeroOrMore: addCrowsFoot(mark, stroke, place)
    }
  }

  private mutating func addCrowsFoot(_ mark: EdgeMark, _ stroke: Color, _ place: (Double, Double) -> Point) {
    let line = Paint(stroke: stroke, width: 1.5)
    func bar(_ back: Double) -> Path { Path(polygon: [place(back, 6.5), place(back, -6.5)], closed: false) }
    if mark == .oneOrMore || mark == .zeroOrMore {
      add(Path(polygon: [place(0, 7), place(11, 0), place(0, -7)], closed: false), line)
    } else {
      add(bar(7), line)
    }
    switch mark {
    case .exactlyOne: add(bar(12), line)
    case .oneOrMore: add(bar(14), line)
    default:
      add(
        Path(ellipseIn: Rect(center: place(mark == .zeroOrOne ? 14 : 16.5, 0), size: Size(9, 9))),
        Paint(fill: Palette.paper, stroke: stroke, width: 1.5))
    }
  }

  /// Text beside or on a line, on a ground of paper.
  mutating func addEdgeLabel(_ label: SetLabel, at point: Point) {
    guard label.size.width > 0 else { return }
    let box = Rect(center: point, size: Size(label.size.width + 6, label.size.height + 2))
    add(Path(rect: box, radius: 2), Paint(fill: Palette.paper))
    add(label, at: point)
  }
}

extension EdgeMark {
  /// Whether the line runs on under the mark, up to its tip.
  fileprivate var reachesTip: Bool {
    switch self {
    case .cross, .openArrow, .none, .exactlyOne, .zeroOrOne, .oneOrMore, .zeroOrMore: true
    default: false
    }
  }
}
