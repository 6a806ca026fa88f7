extension BlockParser {
  /// Footnote definitions as GitHub's cmark-gfm reads them: `[^label]: text`, continued by four columns.
  mutating func openFootnote() -> Start {
    let line = cursor.line
    let start = cursor.nonspace
    guard line[start + 1] == .caret else { return .none }
    var end = start + 2
    while end < line.count, !line[end].isWhitespace, line[end] != .closeBracket { end += 1 }
    guard end > start + 2, line[end] == .closeBracket, line[end + 1] == .colon, end + 1 < line.count,
      mayNest(at: start)
    else { return .none }
    let index = addChild(.footnote, at: start)
    nodes[index].infoStart = UInt32(start + 2)
    nodes[index].infoEnd = UInt32(end)
    nodes[index].end = UInt32(end + 2)
    footnoteLabels.insert(line.normalizedLabel(start + 2, end))
    cursor.advance(line.skippingSpaces(from: end + 2) - cursor.position)
    return .container
  }

  mutating func continueFootnote(_ index: Int) -> Bool {
    if cursor.indent >= 4 {
      cursor.advance(columns: 4)
      return true
    }
    guard cursor.isBlank, nodes[index].firstChild >= 0 else { return false }
    cursor.advanceToNonspace()
    return true
  }
}
