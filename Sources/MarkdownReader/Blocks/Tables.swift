import BookModel

extension BlockParser {
  /// Tables (GFM §4.10): a delimiter row under a paragraph whose last line has as many cells.
  mutating func openTable(_ paragraph: Int, kind: BlockNodeKind) -> Start {
    guard dialect.has(.tables), kind == .paragraph, matched == open.count, paragraph == tip,
      nodes[paragraph].segmentCount > 0, cursor.line.isDelimiterRow(from: cursor.nonspace)
    else { return .none }
    let head = segments[segments.count - 1]
    let headLine = Bytes(base: source.base, count: Int(head.end))
    var columns = 0
    cursor.line.forEachCell(from: cursor.nonspace) { _ in columns += 1 }
    var headColumns = 0
    headLine.forEachCell(from: Int(head.start)) { _ in headColumns += 1 }
    guard columns == headColumns else { return .none }
    if nodes[paragraph].segmentCount > 1 { splitHead(off: paragraph) } else { nodes[paragraph].kind = .table }
    cursor.advanceToNonspace()
    addLine(to: tip)
    return tableTookLine()
  }

  /// Leaves a paragraph's last line to a table of its own.
  private mutating func splitHead(off paragraph: Int) {
    let head = segments[segments.count - 1]
    nodes[paragraph].segmentCount -= 1
    nodes[paragraph].end = segments[segments.count - 2].end
    closeTip()
    let table = addChild(.table, at: Int(head.start))
    nodes[table].firstSegment = Int32(segments.count - 1)
    nodes[table].segmentCount = 1
  }

  func continueTable() -> Bool {
    if cursor.isBlank { return false }
    var count = 0
    cursor.line.forEachCell(from: cursor.nonspace) { _ in count += 1 }
    return count > 0
  }

  mutating func addTableRow(to index: Int) -> Start {
    guard matched == open.count, index == tip else { return .none }
    cursor.advanceToNonspace()
    addLine(to: index)
    return tableTookLine()
  }

  private mutating func tableTookLine() -> Start {
    var index = Int32(tip)
    while index >= 0 {
      nodes[Int(index)].isLastLineBlank = false
      index = nodes[Int(index)].parent
    }
    return .leaf
  }
}

extension Bytes {
  /// Visits the cells of a row, each without the white space at its ends; the text ends where the row does.
  func forEachCell(from start: Int, _ visit: (Range<Int>) -> Void) {
    var index = skippingSpaces(from: start)
    if self[index] == .pipe, index < count { index = skippingCellSpaces(from: index + 1) }
    while index < count {
      let cellStart = index
      while index < count, base[index] != .pipe || (index > cellStart && base[index - 1] == .backslash) { index += 1 }
      visit(trimmed(cellStart, index))
      if index < count { index = skippingCellSpaces(from: index + 1) }
    }
  }

  private func skippingCellSpaces(from index: Int) -> Int {
    var index = index
    while index < count, base[index].isSpaceOrTab || base[index] == 11 || base[index] == 12 { index += 1 }
    return index
  }

  /// Whether the text is a row of hyphens, colons and pipes only, as GFM wants under a table's head.
  func isDelimiterRow(from start: Int) -> Bool {
    var index = skippingCellSpaces(from: start)
    if self[index] == .pipe { index += 1 }
    var columns = 0
    while true {
      index = skippingCellSpaces(from: index)
      if index >= count { return columns > 0 }
      if self[index] == .colon { index += 1 }
      let hyphens = run(of: .hyphen, from: index)
      guard hyphens > 0 else { return false }
      index += hyphens
      if self[index] == .colon { index += 1 }
      columns += 1
      index = skippingCellSpaces(from: index)
      if index >= count { return true }
      guard self[index] == .pipe else { return false }
      index += 1
    }
  }

  /// The alignment a cell of the delimiter row asks for.
  func alignment(of cell: Range<Int>) -> Table.Alignment {
    guard let last = cell.last else { return .none }
    switch (base[cell.lowerBound] == .colon, base[last] == .colon) {
    case (true, true): return .center
    case (true, false): return .left
    case (false, true): return .right
    case (false, false): return .none
    }
  }
}
