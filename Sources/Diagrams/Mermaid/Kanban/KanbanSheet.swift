extension MermaidTypes {
  /// Mermaid documentation, "Kanban Diagram".
  static func kanban(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let board = Kanban.read(source)
    guard !board.columns.isEmpty else { return nil }
    var layout = KanbanLayout(board: board, bench: bench)
    return Sheet(scene: layout.draw(), kind: "Kanban board", statements: board.statements)
  }
}

/// Columns side by side, four at most; further ones in a row below.
struct KanbanLayout {
  private let board: Kanban
  private let bench: Workbench
  private var scene = Scene()
  private static let gap = 10.0
  private let perRow: Int
  private let width: Double

  init(board: Kanban, bench: Workbench) {
    self.board = board
    self.bench = bench
    // Six columns stand better as three and three than as four and two.
    let rows = (board.columns.count + 3) / 4
    perRow = (board.columns.count + rows - 1) / rows
    width = min(220, (676 - KanbanLayout.gap * Double(perRow - 1)) / Double(perRow))
  }

  mutating func draw() -> Scene {
    var y = 0.0
    for start in stride(from: 0, to: board.columns.count, by: perRow) {
      let indices = start..<min(start + perRow, board.columns.count)
      let columns = indices.map { column($0) }
      let height = columns.map(\.height).max() ?? 0
      for (place, index) in indices.enumerated() {
        let x = Double(place) * (width + KanbanLayout.gap)
        let fill = Palette.series(index).mixed(with: Palette.paper, 0.55)
        scene.add(
          Path(rect: Rect(x: x, y: y, width: width, height: height), radius: 6),
          Paint(fill: fill, stroke: Palette.stroke(of: Palette.series(index)), width: 1))
        scene.add(columns[place].scene, at: Point(x, y))
      }
      y += height + KanbanLayout.gap
    }
    return scene
  }

  /// A column's words and cards, from its upper left corner.
  private func column(_ index: Int) -> (scene: Scene, height: Double) {
    var scene = Scene()
    let column = board.columns[index]
    let title = bench.measure.set(column.label, TextStyle(size: 14, isBold: true), width: width - 16)
    scene.add(title, at: Point(width / 2, 8 + title.size.height / 2))
    var y = title.size.height + 16
    for card in column.cards { y += add(card, at: y, to: &scene) + 8 }
    return (scene, max(y, 40))
  }

  /// - Returns: its height.
  private func add(_ card: Kanban.Card, at y: Double, to scene: inout Scene) -> Double {
    let text = bench.measure.set(card.label, TextStyle(size: 13), width: width - 38)
    let small = TextStyle(size: 11.5, color: Palette.quiet)
    let details = bench.measure.set(Label(plain: card.details), small, width: width - 38)
    let priority = card.priority.map {
      bench.measure.set(Label(plain: $0), TextStyle(size: 11.5, color: Palette.quiet, isBold: true), width: width - 38)
    }
    var height = text.size.height + 14
    if details.size.width > 0 { height += details.size.height + 3 }
    height += priority.map { $0.size.height + 3 } ?? 0
    let box = Rect(x: 8, y: y, width: width - 16, height: height)
    scene.add(Path(rect: box, radius: 4), Paint(fill: Palette.paper, stroke: Palette.groupStroke, width: 1))
    var top = y + 7
    for line in [text, details.size.width > 0 ? details : nil, priority].compactMap({ $0 }) {
      scene.add(line, at: Point(18, top + line.size.height / 2), align: .left)
      top += line.size.height + 3
    }
    if let color = KanbanLayout.color(ofPriority: card.priority) {
      scene.addLine(Point(11, box.minY + 4), Point(11, box.maxY - 4), Paint(stroke: color, width: 3.5))
    }
    return height
  }

  private static func color(ofPriority priority: String?) -> Color? {
    switch priority?.lowercased() {
    case "very high": Palette.alarm
    case "high": Color(0xD97A2B)
    case "low": Color(0x6FA3CB)
    case "very low": Color(0xB9D3E8)
    default: nil
    }
  }
}
