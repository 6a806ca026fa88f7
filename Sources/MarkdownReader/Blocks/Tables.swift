import BookModel

/// The columns of a table; its lines are the head row and the body rows.
struct TableShape {
  var alignments: [Table.Alignment]
}

/// Tables (GFM §4.10).
extension BlockParser {
  /// A delimiter row turns the last line of the paragraph above it into the head of a table, when both have as many
  /// cells.
  mutating func startTable(_ paragraph: Int) -> Bool {
    guard dialect.has(.tables), nodes[paragraph].kind.isParagraph, nodes[paragraph].lineCount > 0,
      byteAtNonspace == .pipe || byteAtNonspace == .hyphen || byteAtNonspace == .colon,
      let alignments = delimiterRow()
    else { return false }
    let headIndex = nodes[paragraph].firstLine + nodes[paragraph].lineCount - 1
    let head = lines[headIndex]
    guard cells(of: head.start, head.end).count == alignments.count else { return false }
    let start = bytes.skippingSpaces(from: head.start)
    let parent = nodes[paragraph].parent
    close(downTo: open.firstIndex(of: paragraph)!, keepingLast: 1)
    if nodes[paragraph].lineCount == 0 { unlinkLast(paragraph) }
    let table = append(.table(TableShape(alignments: alignments)), to: parent)
    nodes[table].start = start
    nodes[table].firstLine = lines.count
    nodes[table].lineCount = 1
    lines.append(head)
    return true
  }

  /// Closes a paragraph that loses its last line.
  private mutating func close(downTo count: Int, keepingLast dropped: Int) {
    let paragraph = open[count]
    nodes[paragraph].lineCount -= dropped
    if nodes[paragraph].lineCount > 0 {
      nodes[paragraph].end = lines[nodes[paragraph].firstLine + nodes[paragraph].lineCount - 1].end
    }
    close(downTo: count)
  }

  mutating func addRow(to table: Int) {
    advanceToNonspace()
    addLine(to: table)
  }

  private func delimiterRow() -> [Table.Alignment]? {
    var index = nonspace
    if bytes.base[index] == .pipe { index += 1 }
    var alignments: [Table.Alignment] = []
    while true {
      index = bytes.skippingSpaces(from: index)
      if index >= lineEnd { return alignments.isEmpty ? nil : alignments }
      let isLeft = bytes.base[index] == .colon
      if isLeft { index += 1 }
      let dashes = min(bytes.run(of: .hyphen, from: index), lineEnd - index)
      guard dashes > 0 else { return nil }
      index += dashes
      let isRight = index < lineEnd && bytes.base[index] == .colon
      if isRight { index += 1 }
      alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
      index = bytes.skippingSpaces(from: index)
      if index < lineEnd {
        guard bytes.base[index] == .pipe else { return nil }
        index += 1
      }
    }
  }

  /// The ranges of a row's cells, without white space at their ends. A pipe behind a backslash divides nothing.
  func cells(of start: Int, _ end: Int) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    let row = bytes.trimmed(start, end)
    var index = row.lowerBound
    if index < row.upperBound, bytes.base[index] == .pipe { index += 1 }
    var cellStart = index
    while index < row.upperBound {
      if bytes.base[index] == .backslash, index + 1 < row.upperBound, bytes.base[index + 1] == .pipe {
        index += 2
      } else if bytes.base[index] == .pipe {
        cells.append(bytes.trimmed(cellStart, index))
        index += 1
        cellStart = index
      } else {
        index += 1
      }
    }
    if cellStart < row.upperBound { cells.append(bytes.trimmed(cellStart, row.upperBound)) }
    return cells
  }
}
