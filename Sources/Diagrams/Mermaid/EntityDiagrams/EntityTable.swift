/// An entity as a table: its name over rows of types, names, keys and comments.
struct EntityTable: Sendable {
  private let title: SetLabel
  /// Rows of cells; columns that are empty everywhere are left out.
  private let rows: [[SetLabel]]
  private let widths: [Double]
  let size: Size
  private static let (inset, padding) = (9.0, 4.0)

  init(_ entity: EntityDiagram.Entity, _ style: Style, _ bench: Workbench) {
    title = bench.measure.set(entity.label, TextStyle(color: style.ink(), isBold: true), width: 240)
    let (ink, quiet) = (
      style.ink(on: style.fill ?? Palette.paper), Palette.quiet.legible(on: style.fill ?? Palette.paper)
    )
    var rows = entity.attributes.map { attribute in
      [
        bench.measure.set(Label(plain: attribute.type), TextStyle(size: 12, color: quiet), width: 160),
        bench.measure.set(
          Label(plain: attribute.name), TextStyle(size: 12.5, color: ink, isBold: attribute.keys.contains("PK")),
          width: 180),
        bench.measure.set(
          Label(plain: attribute.keys.joined(separator: ", ")), TextStyle(size: 11, color: ink), width: 90),
        bench.measure.set(
          Label(plain: attribute.comment), TextStyle(size: 12, color: quiet, isItalic: true), width: 170),
      ]
    }
    let used = (0..<4).filter { column in rows.contains { $0[column].size.width > 0 } }
    rows = rows.map { row in used.map { row[$0] } }
    self.rows = rows
    var widths = used.indices.map { column in
      (rows.map { $0[column].size.width }.max() ?? 0) + 2 * EntityTable.inset
    }
    let least = max(title.size.width + 2 * 14, 90)
    let missing = least - widths.reduce(0, +)
    if missing > 0, !widths.isEmpty { widths[min(1, widths.count - 1)] += missing }
    self.widths = widths
    let headHeight = title.size.height + (rows.isEmpty ? 18 : 14)
    let height = rows.reduce(headHeight) { $0 + EntityTable.height(of: $1) }
    size = Size(max(least, widths.reduce(0, +)).rounded(.up), height.rounded(.up))
  }

  private static func height(of row: [SetLabel]) -> Double { (row.map(\.size.height).max() ?? 16) + 2 * padding }

  /// Around the origin.
  func picture(_ style: Style) -> Scene {
    var scene = Scene()
    let box = Rect(center: Point(0, 0), size: size)
    let thin = Paint(stroke: style.boxStroke.mixed(with: Palette.paper, 0.55), width: 0.8)
    scene.add(Path(rect: box, radius: 3), Paint(fill: style.fill ?? Palette.nodeFill))
    let headHeight = title.size.height + (rows.isEmpty ? 18 : 14)
    scene.add(title, at: Point(0, rows.isEmpty ? 0 : box.minY + headHeight / 2))
    if style.fill == nil, !rows.isEmpty {
      scene.add(
        Path(rect: Rect(box.minX, box.minY + headHeight, box.maxX, box.maxY), radius: 2), Paint(fill: Palette.paper))
    }
    var y = box.minY + headHeight
    for (index, row) in rows.enumerated() {
      let line = Path(polygon: [Point(box.minX, y), Point(box.maxX, y)], closed: false)
      scene.add(line, index == 0 ? Paint(stroke: style.boxStroke, width: 1) : thin)
      let height = EntityTable.height(of: row)
      var x = box.minX
      for (column, cell) in row.enumerated() {
        if cell.size.width > 0 {
          scene.add(cell, at: Point(x + EntityTable.inset, y + height / 2), align: .left)
        }
        x += widths[column]
      }
      y += height
    }
    paintColumns(box, top: box.minY + headHeight, thin, &scene)
    scene.add(
      Path(rect: box, radius: 3),
      Paint(stroke: style.boxStroke, width: style.strokeWidth ?? 1.5, dash: style.dash ?? []))
    return scene
  }

  private func paintColumns(_ box: Rect, top: Double, _ paint: Paint, _ scene: inout Scene) {
    guard !rows.isEmpty else { return }
    var x = box.minX
    for width in widths.dropLast() {
      x += width
      scene.add(Path(polygon: [Point(x, top), Point(x, box.maxY)], closed: false), paint)
    }
  }
}
