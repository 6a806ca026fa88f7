/// Cells for services, found from the sides that lines leave and enter by: what a line leaves to the right of stands
/// to the right.
struct ArchitectureGrid {
  struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  private(set) var cells: [Cell]

  /// nil where groups would overlap or hold strangers.
  init?(_ diagram: ArchitectureDiagram) {
    cells = []
    var found: [Cell?] = diagram.services.map { _ in nil }
    var taken: Set<Cell> = []
    var nextRow = 0
    for first in diagram.services.indices where found[first] == nil {
      let part = ArchitectureGrid.component(of: first, diagram)
      let (left, top) = (part.map(\.cell.column).min() ?? 0, part.map(\.cell.row).min() ?? 0)
      // A service that no line joins stands beside the one before it.
      let isAlone = part.count == 1
      let alone = taken.filter { $0.row == nextRow - 1 }.map(\.column).max() ?? -1
      for (service, cell) in part {
        var place = Cell(column: cell.column - left, row: cell.row - top + nextRow)
        if isAlone, nextRow > 0, alone < 3 { place = Cell(column: alone + 1, row: nextRow - 1) }
        found[service] = place
        taken.insert(place)
      }
      nextRow = (taken.map(\.row).max() ?? -1) + 1
    }
    cells = found.compactMap { $0 }
    guard cells.count == diagram.services.count, isNeat(diagram) else { return nil }
  }

  /// What hangs together with a service, each with its cell, from the nearest.
  private static func component(of first: Int, _ diagram: ArchitectureDiagram) -> [(service: Int, cell: Cell)] {
    var part = [(service: first, cell: Cell(column: 0, row: 0))]
    var known: Set<Int> = [first]
    var taken: Set<Cell> = [part[0].cell]
    var next = 0
    while next < part.count {
      let (service, cell) = part[next]
      next += 1
      for edge in diagram.edges {
        for (here, there) in [(edge.tail, edge.head), (edge.head, edge.tail)] where here.service == service {
          guard known.insert(there.service).inserted else { continue }
          let step = step(from: here.side, to: there.side)
          var place = Cell(column: cell.column + step.x, row: cell.row + step.y)
          while taken.contains(place) { place = Cell(column: place.column + step.x, row: place.row + step.y) }
          taken.insert(place)
          part.append((there.service, place))
        }
      }
    }
    return part
  }

  private static func step(from side: ArchitectureDiagram.Side, to other: ArchitectureDiagram.Side) -> (x: Int, y: Int)
  {
    let (out, back) = (side.step, other.step)
    let (x, y) = (max(-1, min(1, out.x - back.x)), max(-1, min(1, out.y - back.y)))
    return x == 0 && y == 0 ? out : (x, y)
  }

  /// The cells that a group takes, from corner to corner; nil for an empty one.
  func cells(of group: Int, _ diagram: ArchitectureDiagram) -> (from: Cell, to: Cell)? {
    let inside = diagram.services.indices.filter { diagram.stands(diagram.services[$0].group, in: group) }.map {
      cells[$0]
    }
    guard let first = inside.first else { return nil }
    return inside.reduce((first, first)) { box, cell in
      (
        Cell(column: min(box.0.column, cell.column), row: min(box.0.row, cell.row)),
        Cell(column: max(box.1.column, cell.column), row: max(box.1.row, cell.row))
      )
    }
  }

  private func isNeat(_ diagram: ArchitectureDiagram) -> Bool {
    let boxes = diagram.groups.indices.map { cells(of: $0, diagram) }
    for (group, box) in boxes.enumerated() {
      guard let box else { continue }
      for (service, cell) in cells.enumerated() where !diagram.stands(diagram.services[service].group, in: group) {
        if (box.from.column...box.to.column).contains(cell.column), (box.from.row...box.to.row).contains(cell.row) {
          return false
        }
      }
      for (other, second) in boxes.enumerated() where other > group {
        guard let second, !diagram.stands(other, in: group), !diagram.stands(group, in: other) else { continue }
        if box.from.column <= second.to.column, second.from.column <= box.to.column, box.from.row <= second.to.row,
          second.from.row <= box.to.row
        {
          return false
        }
      }
    }
    return true
  }
}
