import BookModel
import SourceText

extension ContentWriter {
  /// `| Name |` → `\begin{hptable}{1}{H{l}{0.25}}` with columns as wide as their content needs; small, then on a page on
  /// its side, then row by row where even that is too narrow.
  func table(_ table: Table, at range: SourceRange) {
    self.grid(Grid(table), at: range)
  }

  func grid(_ grid: Grid, at range: SourceRange) {
    guard grid.columns > 0, !(grid.head.isEmpty && grid.rows.isEmpty) else { return }
    if !grid.caption.isEmpty {
      tex.command("hpcaption", .body { [self] in set(in: .sans) { line(grid.caption[...]) } })
    }
    guard let shape = shape(of: grid) else { return stacked(grid, at: range) }
    tex.newline()
    guard shape.isLandscape else { return write(grid, shape) }
    if !isPageTurned { turnPage() }
    write(grid, shape)
    tex.newline()
    tex.closing("hpendlandscape")
    isPageTurned = false
  }

  /// Whether a table goes to a page on its side; its heading goes with it, or else it would stand alone on its page.
  func isLandscape(_ table: Table) -> Bool {
    let grid = Grid(table)
    return grid.columns > 0 && shape(of: grid)?.isLandscape == true
  }

  /// Begins a page on its side, which the next table ends.
  func turnPage() {
    tex.newline()
    tex.closing("hpbeginlandscape")
    tex.newline()
    isPageTurned = true
  }

  /// How a table is set.
  private struct Shape {
    var isSmall = false
    var isLandscape = false
    var widths: [Double]
    /// The room for the columns, without the space between them.
    var available: Double
  }

  private func shape(of grid: Grid) -> Shape? {
    let columns = Double(grid.columns)
    let page = edition.layout.textHeight
    let choices: [(size: Double, gap: Double, measure: Double, isLandscape: Bool)] =
      [(8.6, 10, measure, false), (7.4, 7, measure, false)]
      + (isTopLevel && !isBoxed ? [(8.6, 10, page, true), (7.4, 7, page, true)] : [])
    for choice in choices {
      let available = choice.measure - choice.gap * columns
      guard available > 0 else { continue }
      let needs = needs(of: grid, size: choice.size)
      guard let widths = ColumnWidths.widths(needs, available: available) else { continue }
      let height = choice.isLandscape ? edition.layout.textWidth : page
      guard tallestRow(of: grid, widths, size: choice.size) < height * 0.7 else { continue }
      return Shape(
        isSmall: choice.size < 8, isLandscape: choice.isLandscape, widths: widths, available: available)
    }
    return nil
  }

  private func needs(of grid: Grid, size: Double) -> [ContentWidth] {
    var needs = [ContentWidth](repeating: ContentWidth(), count: grid.columns)
    let page = words.page.split(separator: " ").joined(separator: "\u{A0}")
    let pageReference = edition.isPrint ? " (\(page))" : ""
    var spanning: [(columns: Range<Int>, width: ContentWidth)] = []
    for row in grid.head + grid.rows {
      var column = 0
      for cell in row {
        let width = ContentMeasure.width(of: cell, shelf, size: size, pageReference: pageReference)
        if cell.span == 1 {
          needs[column].formMaximum(with: width)
        } else {
          spanning.append((column..<column + cell.span, width))
        }
        column += cell.span
      }
    }
    // What a cell needs over what its columns have is shared by them.
    for (columns, width) in spanning {
      let lacking = ContentWidth(
        least: (width.least - columns.reduce(0) { $0 + needs[$1].least }) / Double(columns.count),
        best: (width.best - columns.reduce(0) { $0 + needs[$1].best }) / Double(columns.count))
      for column in columns {
        needs[column].least += max(0, lacking.least)
        needs[column].best += max(0, lacking.best)
      }
    }
    return needs
  }

  /// About how high the highest row is, in points: a row does not break over pages.
  private func tallestRow(of grid: Grid, _ widths: [Double], size: Double) -> Double {
    var tallest = 0.0
    for row in grid.rows {
      var column = 0
      for cell in row {
        let width = widths[column..<min(column + cell.span, widths.count)].reduce(0, +)
        let letters = Double(cell.letters) * size * 0.55
        tallest = max(tallest, (letters / max(width, 10) * 1.15).rounded(.up) * size * 1.4)
        column += cell.span
      }
    }
    return tallest
  }

  /// About how many lines of running text are as high as the head of a table with its first row.
  func linesToBegin(_ grid: Grid) -> Int {
    guard grid.columns > 0, let shape = shape(of: grid) else { return 4 }
    let size = shape.isSmall ? 7.4 : 8.6
    let rows = (grid.head + grid.rows.prefix(1)).map { row in
      var one = grid
      one.rows = [row]
      return tallestRow(of: one, shape.widths, size: size) + size * 0.5
    }
    return Int((rows.reduce(0, +) / (edition.options.bodySize * 1.35)).rounded(.up))
  }

  private func write(_ grid: Grid, _ shape: Shape) {
    if shape.isSmall {
      tex.raw("{")
      tex.closing("hpsmalltable")
      tex.newline()
    }
    let columns = {
      for (alignment, width) in zip(grid.alignments, shape.widths) { self.column(alignment, width / shape.available) }
    }
    let rows = {
      self.set(in: .sans) {
        self.openTable(shape.available) { self.rows(of: grid, shape) }
      }
    }
    if isBoxed {
      tex.environment("hpboxtable", .number(grid.columns), .body(columns), content: rows)
    } else {
      holdingNotes { tex.environment("hptable", .number(grid.columns), .body(columns), content: rows) }
    }
    if shape.isSmall { tex.raw("}") }
  }

  private func openTable(_ available: Double, _ content: () -> Void) {
    let (wasBoxed, wasMeasure) = (isBoxed, measure)
    isBoxed = true
    inset(0, content)
    (isBoxed, measure) = (wasBoxed, wasMeasure)
  }

  private func column(_ alignment: Table.Alignment, _ fraction: Double) {
    // The class knows the beginning of a line, authors know left and right.
    switch (alignment, direction) {
    case (.none, _), (.left, .leftToRight), (.right, .rightToLeft): tex.raw("H{l}")
    case (.center, _): tex.raw("H{c}")
    case (.right, .leftToRight), (.left, .rightToLeft): tex.raw("H{r}")
    }
    // Rounded down, so that the columns together are never wider than the line.
    tex.fraction((fraction * 10_000).rounded(.down) / 10_000)
  }

  private func rows(of grid: Grid, _ shape: Shape) {
    for (index, row) in grid.head.enumerated() {
      cells(row, opening: "hphead", grid, shape)
      tex.closing(index + 1 == grid.head.count ? "hpendhead" : "hpendheadrow")
      tex.newline()
    }
    for row in grid.rows {
      cells(row, opening: "hprow", grid, shape)
      tex.closing("hpendrow")
      tex.newline()
    }
  }

  /// The cells of a row; what opens it stands in the first, since nothing may stand before one that spans columns.
  private func cells(_ row: [Grid.Cell], opening: LaTeXName, _ grid: Grid, _ shape: Shape) {
    var column = 0
    for cell in row {
      let isFirst = column == 0
      if !isFirst { tex.raw(" & ") }
      tex.place = cell.range ?? tex.place
      let widths = shape.widths[column..<column + cell.span]
      measure = widths.reduce(0, +)
      let content = { [self] in
        if isFirst { tex.closing(opening) }
        self.content(of: cell)
      }
      if cell.span > 1 {
        let fraction = measure / shape.available
        tex.command(
          "multicolumn", .number(cell.span), .body { [self] in self.column(grid.alignments[column], fraction) },
          .body(content))
      } else {
        content()
      }
      column += cell.span
    }
  }

  private func content(of cell: Grid.Cell) {
    tex.command(
      cell.isHead ? "hpth" : "hptd",
      .body { [self] in
        switch cell.content {
        case .inlines(let content): line(content.trimmed)
        case .blocks(let blocks):
          if blocks.count == 1, case .plain(let content) = blocks[0].kind {
            line(content.trimmed)
          } else {
            cellBlocks(blocks)
          }
        }
      })
  }

  /// Blocks in a cell, where a blank line is no more than a line end.
  private func cellBlocks(_ blocks: [Block]) {
    for block in blocks { self.block(block) }
  }

  /// A table too wide for any page: each row as a block, each cell behind the name of its column. Nothing is cut.
  private func stacked(_ grid: Grid, at range: SourceRange) {
    findings.note(
      .tableStacked, "the table is too wide for a page and is printed row by row", at: range,
      help: "divide it into tables with fewer columns")
    let names = grid.head.last ?? []
    for row in grid.rows {
      tex.environment("hpstackedrow") {
        for (index, cell) in row.enumerated() {
          if case .inlines(let content) = cell.content, content.isEmpty { continue }
          stackedCell(cell, name: index < names.count ? names[index] : nil)
        }
      }
    }
  }

  private func stackedCell(_ cell: Grid.Cell, name: Grid.Cell?) {
    inset(18) {
      tex.newline()
      tex.opening("para")
      if let name, case .inlines(let content) = name.content, !content.isEmpty {
        tex.command("hpstackedname", .body { [self] in set(in: .sans) { line(content.trimmed) } })
      }
      switch cell.content {
      case .inlines(let content):
        line(content.trimmed)
        tex.closing("endpara")
      case .blocks(let blocks):
        tex.closing("endpara")
        tex.newline()
        self.blocks(blocks)
      }
      tex.newline()
    }
  }
}

extension Grid.Cell {
  /// About how many letters stand in it.
  fileprivate var letters: Int {
    switch content {
    case .inlines(let content): content.plainText.utf8.count
    case .blocks(let blocks): blocks.letters
    }
  }
}

extension [Block] {
  fileprivate var letters: Int {
    var count = 0
    walk { block in
      count += block.childInlines.plainText.utf8.count + 20
      if case .code(let code) = block.kind { count += code.text.utf8.count * 2 }
    }
    return count
  }
}
