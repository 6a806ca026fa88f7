import BookModel
import SourceText

/// A table of any origin: rows of cells in columns.
struct Grid {
  struct Cell {
    enum Content {
      case inlines([Inline])
      case blocks([Block])
    }
    var content: Content
    var isHead = false
    /// How many columns it stands in.
    var span = 1
    /// How many rows it stands in.
    var rowSpan = 1
    var range: SourceRange?
  }

  var alignments: [Table.Alignment]
  var head: [[Cell]]
  var rows: [[Cell]]
  var caption: [Inline] = []

  var columns: Int { alignments.count }

  init(_ table: Table) {
    alignments = table.alignments
    let hasHead = table.head.contains { !$0.content.isEmpty }
    head = hasHead ? [table.head.map { Cell(content: .inlines($0.content), isHead: true, range: $0.range) }] : []
    rows = table.rows.map { $0.map { Cell(content: .inlines($0.content), range: $0.range) } }
    level()
  }

  /// A `table` of HTML, as the lowering pass has put it in order: `caption`, `colgroup`, row groups of rows.
  init(_ table: Element<Block>) {
    alignments = []
    head = []
    rows = []
    for block in table.content {
      guard case .element(let part) = block.kind else { continue }
      switch part.name {
      case "caption": caption = part.content.inlines
      case "thead": head += part.content.compactMap { Grid.row($0) }
      case "tbody", "tfoot": rows += part.content.compactMap { Grid.row($0) }
      default: break
      }
    }
    if head.isEmpty, let first = rows.first, first.allSatisfy(\.isHead), rows.count > 1 {
      head = [first]
      rows.removeFirst()
    }
    spread()
    let columns = (head + rows).map { $0.reduce(0) { $0 + $1.span } }.max() ?? 0
    alignments = Array(repeating: .none, count: columns)
    level()
  }

  /// A table of either origin.
  init?(_ block: Block) {
    switch block.kind {
    case .table(let table): self.init(table)
    case .element(let element) where element.name == "table": self.init(element)
    case .paragraph, .plain, .heading, .thematicBreak, .quote, .list, .code, .diagram, .math, .admonition, .details,
      .tabs, .figure, .cards, .element, .written:
      return nil
    }
  }

  private static func row(_ block: Block) -> [Cell]? {
    guard case .element(let row) = block.kind, row.name == "tr" else { return nil }
    return row.content.compactMap { block in
      guard case .element(let cell) = block.kind else { return nil }
      let span = cell[attribute: "colspan"].flatMap { Int($0) } ?? 1
      return Cell(
        content: .blocks(cell.content), isHead: cell.name == "th", span: min(max(span, 1), 40),
        rowSpan: min(cell[attribute: "rowspan"].flatMap { Int($0) } ?? 1, 1000), range: block.range)
    }
  }

  /// Puts empty cells under those that reach over several rows.
  private mutating func spread() {
    head = Grid.spread(head)
    rows = Grid.spread(rows)
  }

  private static func spread(_ rows: [[Cell]]) -> [[Cell]] {
    /// For each column, how many rows below are taken by a cell above.
    var taken: [Int] = []
    return rows.map { row in
      var cells: [Cell] = []
      var column = 0
      func skip() {
        while column < taken.count, taken[column] > 0 {
          taken[column] -= 1
          cells.append(Cell(content: .inlines([])))
          column += 1
        }
      }
      for cell in row {
        skip()
        for _ in 0..<cell.span {
          if column == taken.count { taken.append(0) }
          taken[column] = cell.rowSpan - 1
          column += 1
        }
        cells.append(cell)
      }
      skip()
      return cells
    }
  }

  /// Gives every row as many columns.
  private mutating func level() {
    let columns = self.columns
    func leveled(_ row: [Cell]) -> [Cell] {
      var cells: [Cell] = []
      var count = 0
      for var cell in row where count < columns {
        cell.span = min(cell.span, columns - count)
        count += cell.span
        cells.append(cell)
      }
      while count < columns {
        cells.append(Cell(content: .inlines([])))
        count += 1
      }
      return cells
    }
    head = head.map(leveled)
    rows = rows.map(leveled)
  }
}

extension [Block] {
  /// The running text of blocks that stand in no paragraph or in one.
  var inlines: [Inline] {
    flatMap { block -> [Inline] in
      switch block.kind {
      case .plain(let content), .paragraph(let content): content
      case .heading, .thematicBreak, .quote, .list, .code, .diagram, .table, .math, .admonition, .details, .tabs,
        .figure, .cards, .element, .written:
        []
      }
    }
  }
}
