/// A participant as drawn at the ends of its lifeline.
struct SequenceHead {
  let label: SetLabel
  let symbol: SequenceDiagram.Symbol
  let size: Size
  private static let symbolHeight = 42.0

  init(_ participant: SequenceDiagram.Participant, width: Double, _ bench: Workbench) {
    symbol = participant.symbol
    label = bench.measure.set(participant.label, SequenceStyle.head, width: width)
    size =
      symbol == .participant
      ? Size(max(64, label.size.width + 24), max(36, label.size.height + 16))
      : Size(max(52, label.size.width + 8), label.size.height + SequenceHead.symbolHeight + 6)
  }

  /// Draws it in a box of its size.
  func draw(at center: Point, in scene: inout Scene) {
    let box = Rect(center: center, size: size)
    let paint = Paint(fill: Palette.nodeFill, stroke: Palette.nodeStroke)
    scene.begin(.node)
    defer { scene.end() }
    if symbol == .participant {
      scene.add(Path(rect: box, radius: 5), paint)
      scene.add(label, at: center)
      return
    }
    let middle = Point(center.x, box.minY + SequenceHead.symbolHeight / 2)
    draw(symbol, around: middle, paint, in: &scene)
    scene.add(label, at: Point(center.x, box.maxY - label.size.height / 2 - 2))
  }

  private func draw(_ symbol: SequenceDiagram.Symbol, around c: Point, _ paint: Paint, in scene: inout Scene) {
    let line = Paint(stroke: Palette.nodeStroke)
    let circle = Path(ellipseIn: Rect(center: c, size: Size(30, 30)))
    switch symbol {
    case .participant: break
    case .actor: drawPerson(c, paint, in: &scene)
    case .boundary:
      scene.add(Path(ellipseIn: Rect(center: Point(c.x + 6, c.y), size: Size(30, 30))), paint)
      scene.addLine(Point(c.x - 9, c.y), Point(c.x - 22, c.y), line)
      scene.addLine(Point(c.x - 22, c.y - 13), Point(c.x - 22, c.y + 13), line)
    case .control:
      scene.add(circle, paint)
      scene.addOpenPoint(at: Point(c.x - 3, c.y - 15), direction: Point(-1, 0.15), color: Palette.nodeStroke, length: 8)
    case .entity:
      scene.add(circle, paint)
      scene.addLine(Point(c.x - 15, c.y + 18), Point(c.x + 15, c.y + 18), line)
    case .database:
      drawDrum(Rect(center: c, size: Size(34, 38)), paint, in: &scene)
    case .collections:
      scene.add(Path(rect: Rect(center: Point(c.x + 4, c.y - 4), size: Size(38, 26))), paint)
      scene.add(Path(rect: Rect(center: Point(c.x - 2, c.y + 3), size: Size(38, 26))), paint)
    case .queue:
      drawQueue(Rect(center: c, size: Size(46, 26)), paint, in: &scene)
    }
  }

  private func drawPerson(_ c: Point, _ paint: Paint, in scene: inout Scene) {
    let line = Paint(stroke: Palette.nodeStroke, width: 2)
    scene.add(Path(ellipseIn: Rect(center: Point(c.x, c.y - 13), size: Size(14, 14))), paint)
    scene.addLine(Point(c.x, c.y - 6), Point(c.x, c.y + 7), line)
    scene.addLine(Point(c.x - 13, c.y - 1), Point(c.x + 13, c.y - 1), line)
    scene.add(
      Path(polygon: [Point(c.x - 11, c.y + 19), Point(c.x, c.y + 7), Point(c.x + 11, c.y + 19)], closed: false), line)
  }

  private func drawDrum(_ box: Rect, _ paint: Paint, in scene: inout Scene) {
    let h = 6.0
    var side = Path()
    side.move(to: Point(box.minX, box.minY + h))
    side.line(to: Point(box.minX, box.maxY - h))
    side.curve(Point(box.minX, box.maxY + 2), Point(box.maxX, box.maxY + 2), to: Point(box.maxX, box.maxY - h))
    side.line(to: Point(box.maxX, box.minY + h))
    scene.add(side, paint)
    scene.add(Path(ellipseIn: Rect(box.minX, box.minY, box.maxX, box.minY + 2 * h)), paint)
  }

  private func drawQueue(_ box: Rect, _ paint: Paint, in scene: inout Scene) {
    let w = 6.0
    var side = Path()
    side.move(to: Point(box.maxX - w, box.minY))
    side.line(to: Point(box.minX + w, box.minY))
    side.curve(Point(box.minX - 2, box.minY), Point(box.minX - 2, box.maxY), to: Point(box.minX + w, box.maxY))
    side.line(to: Point(box.maxX - w, box.maxY))
    scene.add(side, paint)
    scene.add(Path(ellipseIn: Rect(box.maxX - 2 * w, box.minY, box.maxX, box.maxY)), paint)
  }
}
