extension MermaidTypes {
  /// Mermaid documentation, "Packet Diagram".
  static func packet(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let chart = PacketChart.read(source, &problems)
    guard !chart.fields.isEmpty else { return nil }
    let bits = (source.settings["bitsPerRow"].flatMap { Int($0) } ?? 32).clampedInt(1, 128)
    let layout = PacketLayout(
      chart: chart, bench: bench, bitsPerRow: bits, showsBits: source.settings["showBits"] != "false")
    return Sheet(scene: layout.scene(), title: chart.title, kind: "Packet layout", statements: chart.statements)
  }
}

extension Int {
  func clampedInt(_ low: Int, _ high: Int) -> Int { Swift.max(low, Swift.min(high, self)) }
}

/// Rows of bits; a field that goes over the end of a row goes on in the next.
struct PacketLayout {
  let chart: PacketChart
  let bench: Workbench
  let bitsPerRow: Int
  let showsBits: Bool

  private struct Cell {
    var first: Int
    var last: Int
    var label: SetLabel
    var isUpright: Bool
  }

  private var bitWidth: Double { 672 / Double(bitsPerRow) }

  func scene() -> Scene {
    var scene = Scene()
    var rows: [Int: [Cell]] = [:]
    for field in chart.fields {
      var first = field.first
      while first <= field.last {
        let row = first / bitsPerRow
        let last = min(field.last, row * bitsPerRow + bitsPerRow - 1)
        rows[row, default: []].append(cell(field.label, first, last))
        first = last + 1
      }
    }
    var y = 0.0
    for row in rows.keys.sorted() { y += add(rows[row] ?? [], at: y, to: &scene) }
    return scene
  }

  /// A name lies down where it fits, and stands upright in a narrow field.
  private func cell(_ label: Label, _ first: Int, _ last: Int) -> Cell {
    let width = Double(last - first + 1) * bitWidth
    let style = TextStyle(size: 13)
    let lying = bench.measure.set(label, style, width: width - 6)
    if lying.size.width <= width - 4 { return Cell(first: first, last: last, label: lying, isUpright: false) }
    let small = bench.measure.set(label, TextStyle(size: 11), width: 130)
    return Cell(first: first, last: last, label: small, isUpright: true)
  }

  /// - Returns: the height of the row.
  private func add(_ cells: [Cell], at top: Double, to scene: inout Scene) -> Double {
    let y = top + (showsBits ? 16 : 0)
    let height = cells.reduce(36.0) { max($0, ($1.isUpright ? $1.label.size.width : $1.label.size.height) + 12) }
    for cell in cells {
      let left = Double(cell.first % bitsPerRow) * bitWidth
      let box = Rect(x: left, y: y, width: Double(cell.last - cell.first + 1) * bitWidth, height: height)
      scene.add(Path(rect: box), Paint(fill: Palette.nodeFill, stroke: Palette.nodeStroke, width: 1.2))
      if cell.isUpright { scene.addUpright(cell.label, at: box.center) } else { scene.add(cell.label, at: box.center) }
      if showsBits { addBits(cell, box, to: &scene) }
    }
    return height + (showsBits ? 20 : 8)
  }

  private func addBits(_ cell: Cell, _ box: Rect, to scene: inout Scene) {
    let style = TextStyle(size: 10, color: Palette.quiet)
    let first = bench.measure.set(Label(plain: "\(cell.first)"), style)
    let last = bench.measure.set(Label(plain: "\(cell.last)"), style)
    let y = box.minY - 7
    if cell.first == cell.last || first.size.width + last.size.width + 8 > box.width {
      if first.size.width <= box.width + 2 { scene.add(first, at: Point(box.center.x, y)) }
    } else {
      scene.add(first, at: Point(box.minX + 1, y), align: .left)
      scene.add(last, at: Point(box.maxX - 1, y), align: .right)
    }
  }
}
