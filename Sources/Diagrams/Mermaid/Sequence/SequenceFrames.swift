/// A frame of `loop`, `alt`, `rect` and the like that is not closed yet.
struct SequenceFrame {
  var kind: SequenceDiagram.FragmentKind
  var label: Label
  var fill: Color?
  var top: Double
  /// Its place among the grounds.
  var ground: Int?
  /// From the left end of what was drawn inside to its right end.
  var extent: ClosedRange<Double>?
  var dividers: [(y: Double, label: SetLabel)] = []
}

/// How frames are drawn.
extension SequenceLayout {
  private static let padding = 12.0

  /// Says that something was drawn between two places, to the innermost frame.
  mutating func extend(_ low: Double, _ high: Double) {
    guard let old = open.last?.extent else {
      if !open.isEmpty { open[open.count - 1].extent = low...high }
      return
    }
    open[open.count - 1].extent = min(old.lowerBound, low)...max(old.upperBound, high)
  }

  mutating func openFrame(_ fragment: SequenceDiagram.Fragment) {
    y += 10
    var frame = SequenceFrame(kind: fragment.kind, label: fragment.label, top: y)
    if fragment.kind == .rect {
      frame.fill = fragment.fill?.asGround ?? (fragment.fill == nil ? Palette.groupFill : nil)
      frame.ground = grounds.count
      grounds.append(nil)
    } else {
      y += labelHeight(fragment.label) + 2
    }
    open.append(frame)
  }

  /// How much room the words at the head of a part need. The frame's width is not known yet: they are broken as
  /// texts beside lifelines are.
  private func labelHeight(_ label: Label) -> Double { max(20, conditionSet(label).size.height + 6) }

  private func conditionSet(_ label: Label) -> SetLabel {
    bench.measure.set(label, SequenceStyle.frame, width: columns.textWidth + 20)
  }

  mutating func divideFrame(_ label: Label) {
    guard let index = open.lastIndex(where: { $0.kind != .rect }) else { return }
    y += 10
    open[index].dividers.append((y, conditionSet(label)))
    y += labelHeight(label)
  }

  mutating func closeFrame() {
    guard let frame = open.popLast() else { return }
    y += 10
    let tab = bench.measure.set(Label(plain: frame.kind.word), SequenceStyle.frameWord)
    let words = conditionSet(frame.label)
    let all = (columns.centers.first ?? 0)...(columns.centers.last ?? 0)
    let inner = frame.extent ?? all
    var box = Rect(inner.lowerBound - SequenceLayout.padding, frame.top, inner.upperBound + SequenceLayout.padding, y)
    if frame.kind == .rect {
      if let index = frame.ground, let fill = frame.fill { grounds[index] = (box, fill) }
    } else {
      let widest = frame.dividers.map(\.label.size.width).max() ?? 0
      box.maxX = max(box.maxX, box.minX + max(tab.size.width + 34 + words.size.width, widest + 20))
      draw(frame, box, tab, words)
    }
    // A frame around very many others need not stand out from each.
    if open.count < 12 { extend(box.minX, box.maxX) } else { extend(box.minX + 12, box.maxX - 12) }
  }

  private mutating func draw(_ frame: SequenceFrame, _ box: Rect, _ tab: SetLabel, _ words: SetLabel) {
    let line = Paint(stroke: Palette.groupStroke.mixed(with: Palette.ink, 0.25), width: 1.2)
    frames.add(Path(rect: box, radius: 3), line)
    let (w, h) = (tab.size.width + 16, 20.0)
    let corner = [
      Point(box.minX, box.minY), Point(box.minX + w, box.minY), Point(box.minX + w, box.minY + h - 7),
      Point(box.minX + w - 7, box.minY + h), Point(box.minX, box.minY + h),
    ]
    frames.add(Path(polygon: corner), Paint(fill: Palette.groupFill, stroke: line.stroke, width: 1.2))
    frames.add(tab, at: Point(box.minX + w / 2 - 1, box.minY + h / 2))
    addCondition(words, at: Point(box.minX + w + 8, box.minY + 3))
    for divider in frame.dividers {
      frames.addLine(
        Point(box.minX, divider.y), Point(box.maxX, divider.y), Paint(stroke: line.stroke, width: 1.2, dash: [5, 4]))
      addCondition(divider.label, at: Point(box.minX + 10, divider.y + 4))
    }
  }

  /// A condition with its upper left corner at a point, on a ground that hides the lifelines behind it.
  private mutating func addCondition(_ words: SetLabel, at point: Point) {
    guard words.size.width > 0 else { return }
    let box = Rect(x: point.x, y: point.y, width: words.size.width, height: words.size.height)
    if diagram.groups.isEmpty {
      let fill = open.last(where: { $0.fill != nil })?.fill ?? Palette.paper
      frames.add(Path(rect: box.expanded(by: 1)), Paint(fill: fill))
    }
    frames.add(words, at: Point(box.minX, box.center.y), align: .left)
  }
}
