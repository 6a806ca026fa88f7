/// How messages are drawn.
extension SequenceLayout {
  /// Makes room for a message and says where its line is; `y` stands there afterwards.
  mutating func place(_ message: SequenceDiagram.Message) -> (SetLabel, line: Double) {
    var width = columns.textWidth
    if message.from != message.to {
      let span = abs(columns.centers[message.to] - columns.centers[message.from])
      width = max(width, span - (message.number == nil ? 30 : 54))
    }
    let label = bench.measure.set(message.label, SequenceStyle.message, width: width)
    if message.from == message.to {
      y += 14
      return (label, y)
    }
    y += 10 + max(message.label.isEmpty ? 6 : label.size.height + 4, 12)
    return (label, y)
  }

  mutating func draw(_ message: SequenceDiagram.Message, _ label: SetLabel, at line: Double) {
    if message.from == message.to { return drawLoop(message, label, at: line) }
    let (fromCenter, toCenter) = (columns.centers[message.from], columns.centers[message.to])
    var from = edge(of: message.from, towards: toCenter)
    var to = edge(of: message.to, towards: fromCenter)
    let forward = to >= from ? 1.0 : -1.0
    if message.createsReceiver { to -= forward * columns.heads[message.to].size.width / 2 }
    if message.destroys == message.to { to -= forward * 8 }
    if message.isCentralAtSender {
      addDot(at: Point(fromCenter, line))
      from = fromCenter + forward * 5
    }
    if message.isCentralAtReceiver {
      addDot(at: Point(toCenter, line))
      to = toCenter - forward * 5
    }
    drawLine(message.arrow, from: Point(from, line), to: Point(to, line))
    let middle = Point(
      (fromCenter + toCenter) / 2 + (message.number == nil ? 0 : forward * 8), line - 4 - label.size.height / 2)
    addLabel(label, at: middle, acrossColumns: abs(message.from - message.to) > 1)
    if let number = message.number { addNumber(number, at: Point(from, line)) }
    extend(min(from, to, middle.x - label.size.width / 2), max(from, to, middle.x + label.size.width / 2))
    y = line + 6
  }

  /// A label, on a ground of its own where lifelines would run through it.
  private mutating func addLabel(_ label: SetLabel, at point: Point, acrossColumns: Bool) {
    if acrossColumns, diagram.groups.isEmpty {
      let ground = open.last(where: { $0.fill != nil })?.fill ?? Palette.paper
      content.add(
        Path(rect: Rect(center: point, size: Size(label.size.width + 4, label.size.height))), Paint(fill: ground))
    }
    content.add(label, at: point)
  }

  private mutating func addDot(at point: Point) {
    content.add(
      Path(ellipseIn: Rect(center: point, size: Size(10, 10))), Paint(fill: Palette.paper, stroke: Palette.line))
  }

  /// The number in a disc where the message begins.
  private mutating func addNumber(_ number: String, at point: Point) {
    let text = bench.measure.set(Label(plain: number), TextStyle(size: 10.5, color: Palette.paper, isBold: true))
    let box = Rect(center: point, size: Size(max(18, text.size.width + 8), 18))
    content.add(Path(rect: box, radius: 9), Paint(fill: Palette.line))
    content.add(text, at: point)
  }

  private func paint(_ arrow: SequenceDiagram.Arrow) -> Paint {
    Paint(stroke: Palette.line, width: 1.6, dash: arrow.isDotted ? [5, 4] : [])
  }

  private mutating func drawLine(_ arrow: SequenceDiagram.Arrow, from: Point, to: Point) {
    let direction = (to - from).direction
    let start = from + direction * inset(arrow.tail)
    content.begin(.edge)
    content.addLine(start, to - direction * inset(arrow.head), paint(arrow))
    addTip(arrow.head, at: to, direction: direction)
    addTip(arrow.tail, at: from, direction: direction * -1)
    content.end()
  }

  /// How much shorter a line is, so that it does not show through its tip.
  private func inset(_ tip: SequenceDiagram.Tip) -> Double { tip == .filled ? 8 : tip == .cross ? 8 : 0 }

  private mutating func addTip(_ tip: SequenceDiagram.Tip, at point: Point, direction: Point) {
    switch tip {
    case .none: break
    case .filled: content.addPoint(at: point, direction: direction)
    case .open: content.addOpenPoint(at: point, direction: direction)
    case .cross: content.addCross(at: point - direction * 9)
    case .upperHalf: content.addHalfPoint(at: point, direction: direction, isUp: true, isFilled: true)
    case .lowerHalf: content.addHalfPoint(at: point, direction: direction, isUp: false, isFilled: true)
    case .upperBarb: content.addHalfPoint(at: point, direction: direction, isUp: true, isFilled: false)
    case .lowerBarb: content.addHalfPoint(at: point, direction: direction, isUp: false, isFilled: false)
    }
  }

  /// A message to oneself: out to the right and back, its text beside it.
  private mutating func drawLoop(_ message: SequenceDiagram.Message, _ label: SetLabel, at line: Double) {
    let x = edge(of: message.from, towards: .infinity)
    let out = columns.centers[message.from] + SequenceStyle.loopWidth
    let height = max(22, label.size.height)
    let (top, bottom) = (line + (height - 22) / 2, line + (height + 22) / 2)
    var path = Path()
    path.move(to: Point(x, top))
    path.line(to: Point(out - 8, top))
    path.curve(Point(out + 2, top), Point(out + 2, bottom), to: Point(out - 8, bottom))
    path.line(to: Point(x + inset(message.arrow.head), bottom))
    content.begin(.edge)
    content.add(path, paint(message.arrow))
    addTip(message.arrow.head, at: Point(x, bottom), direction: Point(-1, 0))
    addTip(message.arrow.tail, at: Point(x, top), direction: Point(-1, 0))
    content.end()
    content.add(label, at: Point(out + 6, line + height / 2), align: .left)
    if let number = message.number { addNumber(number, at: Point(x, top)) }
    extend(columns.centers[message.from] - 10, out + 6 + label.size.width)
    y = line + height + 4
  }

  // MARK: Notes

  mutating func addNote(_ note: SequenceDiagram.Note) {
    let (first, last) = (columns.centers[note.first], columns.centers[note.last])
    let span = note.place == .over ? last - first + 40 : 0
    let label = bench.measure.set(note.label, SequenceStyle.note, width: max(columns.textWidth, span - 20))
    let size = Size(max(label.size.width + 20, span), label.size.height + 12)
    let x =
      switch note.place {
      case .left: edge(of: note.first, towards: -.infinity) - 10 - size.width / 2
      case .right: edge(of: note.last, towards: .infinity) + 10 + size.width / 2
      case .over: (first + last) / 2
      }
    y += 10
    let box = Rect(x: x - size.width / 2, y: y, width: size.width, height: size.height)
    content.add(Path(rect: box, radius: 2), Paint(fill: Palette.noteFill, stroke: Palette.noteStroke, width: 1.2))
    content.add(label, at: box.center)
    extend(box.minX, box.maxX)
    y = box.maxY + 2
  }
}
