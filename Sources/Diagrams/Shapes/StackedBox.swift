/// A box of compartments, each with lines of text: classes, requirements, states with descriptions.
struct StackedBox: Sendable {
  struct Row: Sendable {
    var label: SetLabel
    var align = LabelAlignment.left
    var isUnderlined = false
  }

  /// From the top; empty ones are left out.
  private(set) var sections: [[Row]]
  private(set) var size: Size
  private static let (padding, inset) = (6.0, 11.0)

  init(_ sections: [[Row]], narrowest: Double = 64) {
    self.sections = sections.filter { !$0.isEmpty }
    var (width, height) = (narrowest, 0.0)
    for section in self.sections {
      height += 2 * StackedBox.padding
      for row in section {
        width = max(width, row.label.size.width + 2 * StackedBox.inset)
        height += row.label.size.height
      }
    }
    size = Size(width.rounded(.up), max(height, 26))
  }

  /// The box around the origin: the first compartment on the fill of nodes, the others on paper; all on the author's
  /// fill where he gives one.
  func picture(_ style: Style, radius: Double = 3) -> Scene {
    var scene = Scene()
    let box = Rect(center: Point(0, 0), size: size)
    let stroke = style.boxStroke
    scene.add(Path(rect: box, radius: radius), Paint(fill: style.fill ?? Palette.nodeFill))
    var y = box.minY
    for (index, section) in sections.enumerated() {
      let bottom = index == sections.count - 1 ? box.maxY : y + height(of: section)
      if index > 0 {
        if style.fill == nil {
          let ground = Rect(box.minX, y, box.maxX, bottom)
          scene.add(Path(rect: ground, radius: index == sections.count - 1 ? radius : 0), Paint(fill: Palette.paper))
        }
        let line = Path(polygon: [Point(box.minX, y), Point(box.maxX, y)], closed: false)
        scene.add(line, Paint(stroke: stroke, width: 1))
      }
      add(section, top: y + (bottom - y - height(of: section)) / 2 + StackedBox.padding, box, &scene)
      y = bottom
    }
    scene.add(
      Path(rect: box, radius: radius),
      Paint(stroke: stroke, width: style.strokeWidth ?? 1.5, dash: style.dash ?? []))
    return scene
  }

  private func height(of section: [Row]) -> Double {
    section.reduce(2 * StackedBox.padding) { $0 + $1.label.size.height }
  }

  private func add(_ section: [Row], top: Double, _ box: Rect, _ scene: inout Scene) {
    var y = top
    for row in section {
      let middle = y + row.label.size.height / 2
      let x =
        switch row.align {
        case .left: box.minX + StackedBox.inset
        case .center: box.center.x
        case .right: box.maxX - StackedBox.inset
        }
      scene.add(row.label, at: Point(x, middle), align: row.align)
      if row.isUnderlined { underline(row.label, Point(x, y), &scene) }
      y += row.label.size.height
    }
  }

  /// A line under every line of a label that begins at the left.
  private func underline(_ label: SetLabel, _ corner: Point, _ scene: inout Scene) {
    for (index, line) in label.lines.enumerated() {
      guard let color = line.first?.style.color else { continue }
      let y = corner.y + label.lineHeight * (Double(index) + 0.5) + label.fontSize * 0.36 + 2
      let width = line.reduce(0) { $0 + $1.width }
      scene.add(
        Path(polygon: [Point(corner.x, y), Point(corner.x + width, y)], closed: false), Paint(stroke: color, width: 0.9)
      )
    }
  }
}

extension Style {
  /// The line around a box: the author's, else one that goes with his fill.
  var boxStroke: Color { stroke ?? fill.map(Palette.stroke(of:)) ?? Palette.nodeStroke }

  /// The author's colour of letters, or ink, if it can be read on his fill or on another ground.
  func ink(on ground: Color = Palette.nodeFill) -> Color { (color ?? Palette.ink).legible(on: fill ?? ground) }
}

/// A note as a slip of paper around the origin.
struct NoteSlip: Sendable {
  let label: SetLabel

  init(_ text: Label, _ bench: Workbench) {
    label = bench.measure.set(text, TextStyle(size: 12.5), width: 180)
  }

  var size: Size { Size(max(label.size.width, 30) + 22, max(label.size.height, 16) + 14) }

  var picture: Scene {
    var scene = Scene()
    let box = Rect(center: Point(0, 0), size: size)
    let fold = 9.0
    let paint = Paint(fill: Palette.noteFill, stroke: Palette.noteStroke, width: 1)
    scene.add(
      Path(polygon: [
        Point(box.minX, box.minY), Point(box.maxX - fold, box.minY), Point(box.maxX, box.minY + fold),
        Point(box.maxX, box.maxY), Point(box.minX, box.maxY),
      ]), paint)
    scene.add(
      Path(
        polygon: [
          Point(box.maxX - fold, box.minY), Point(box.maxX - fold, box.minY + fold), Point(box.maxX, box.minY + fold),
        ], closed: false), Paint(stroke: Palette.noteStroke, width: 1))
    scene.add(label, at: Point(0, 0))
    return scene
  }

  /// The line from a note to what it is about.
  static let line = Paint(stroke: Palette.noteStroke, width: 1.2, dash: [3, 3])
}
