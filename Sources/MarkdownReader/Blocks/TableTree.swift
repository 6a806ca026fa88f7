import BookModel
import SourceText

extension BlockTree {
  /// A table's rows (GFM §4.10): every one has as many cells as the head.
  mutating func table(_ node: BlockNode) -> Table {
    let first = Int(node.firstSegment)
    var alignments: [Table.Alignment] = []
    let delimiters = segments[first + 1]
    let line = Bytes(base: source.base, count: Int(delimiters.end))
    line.forEachCell(from: Int(delimiters.start)) { alignments.append(line.alignment(of: $0)) }
    let head = row(segments[first], columns: alignments.count)
    var rows: [[TableCell]] = []
    rows.reserveCapacity(Int(node.segmentCount))
    for index in first + 2..<max(first + 2, first + Int(node.segmentCount)) {
      rows.append(row(segments[index], columns: alignments.count))
    }
    return Table(alignments: alignments, head: head, rows: rows)
  }

  private mutating func row(_ segment: Segment, columns: Int) -> [TableCell] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(columns)
    Bytes(base: source.base, count: Int(segment.end)).forEachCell(from: Int(segment.start)) { ranges.append($0) }
    var cells: [TableCell] = []
    cells.reserveCapacity(columns)
    for range in ranges.prefix(columns) {
      cells.append(TableCell(content: cell(range), range: SourceRange(file: file, range)))
    }
    let end = Int(segment.end)
    while cells.count < columns { cells.append(TableCell(content: [], range: SourceRange(file: file, end..<end))) }
    return cells
  }

  /// A cell's inlines; `\|` is a pipe even in code.
  private mutating func cell(_ range: Range<Int>) -> [Inline] {
    guard !range.isEmpty else { return [] }
    var escaped = false
    for index in range where source.base[index] == .pipe { escaped = true }
    guard escaped else { return content(in: range) }
    let text = inlines.gathered
    text.removeAll()
    inlines.map.removeAll()
    inlines.map.add(text: 0, file: range.lowerBound)
    for index in range {
      if source.base[index] == .backslash, index + 1 < range.upperBound, source.base[index + 1] == .pipe {
        inlines.map.add(text: text.count, file: index + 1)
      } else {
        text.append(source.base[index])
      }
    }
    return inlines.parse(text.bytes)
  }
}
