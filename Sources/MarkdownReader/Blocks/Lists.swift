extension BlockParser {
  private struct Marker {
    var byte: UInt8
    var number: Int32
    var length: Int
  }

  /// List items (CommonMark 0.31.2 §5.2).
  mutating func openListItem(container: Int, kind: BlockNodeKind) -> Start {
    guard cursor.indent < 4 || !hasIndentedCode, let marker = listMarker(interrupts: kind == .paragraph),
      mayNest(at: cursor.nonspace)
    else { return .none }
    let start = cursor.nonspace
    let indent = cursor.indent
    cursor.advance(start + marker.length - cursor.position)
    let padding = marker.length + skipItemPadding()
    if kind != .list || nodes[container].marker != marker.byte {
      let list = addChild(.list, at: start)
      nodes[list].marker = marker.byte
      nodes[list].level = marker.number
    }
    let item = addChild(.item, at: start)
    nodes[item].indent = Int32(indent)
    nodes[item].padding = Int32(padding)
    // An item that begins with a blank line is no reason for a loose list, so the line is kept.
    nodes[item].level = lineNumber
    nodes[item].end = UInt32(start + marker.length)
    return .container
  }

  /// Skips the spaces after a marker.
  /// - Returns: how many columns of them belong to the marker.
  private mutating func skipItemPadding() -> Int {
    let saved = cursor
    let column = cursor.column
    while cursor.column - column <= 5, cursor.isAtSpace { cursor.advance(columns: 1) }
    let width = cursor.column - column
    if width >= 5 || width < 1 || cursor.position >= cursor.lineEnd {
      cursor = saved
      if width > 0 { cursor.advance(columns: 1) }
      return 1
    }
    return width
  }

  private func listMarker(interrupts: Bool) -> Marker? {
    let line = cursor.line
    let start = cursor.nonspace
    let first = line[start]
    var end = start
    var number: Int32 = 0
    if first.isDigit {
      while line[end].isDigit, end - start < 9 {
        number = number * 10 + Int32(line[end] - 0x30)
        end += 1
      }
      guard line[end] == .dot || line[end] == .closeParenthesis else { return nil }
      if interrupts, number != 1 { return nil }
    } else if first != .hyphen, first != .plus, first != .asterisk {
      return nil
    }
    guard end + 1 >= line.count || line[end + 1].isSpaceOrTab else { return nil }
    // An empty item cannot interrupt a paragraph.
    if interrupts, line.skippingSpaces(from: end + 1) >= line.count { return nil }
    return Marker(byte: line[end], number: number, length: end + 1 - start)
  }

  mutating func continueItem(_ index: Int) -> Bool {
    let content = Int(nodes[index].indent + nodes[index].padding)
    if cursor.indent >= content {
      cursor.advance(columns: content)
      return true
    }
    guard cursor.isBlank, nodes[index].firstChild >= 0 else { return false }
    cursor.advanceToNonspace()
    return true
  }

  /// Whether no blank line stands between a list's items or between the blocks right in them (§5.3).
  func isTight(_ list: Int) -> Bool {
    var item = nodes[list].firstChild
    while item >= 0 {
      let hasNext = nodes[Int(item)].next >= 0
      if hasNext, nodes[Int(item)].isLastLineBlank { return false }
      var child = nodes[Int(item)].firstChild
      while child >= 0 {
        if hasNext || nodes[Int(child)].next >= 0, endsWithBlankLine(Int(child)) { return false }
        child = nodes[Int(child)].next
      }
      item = nodes[Int(item)].next
    }
    return true
  }

  private func endsWithBlankLine(_ index: Int) -> Bool {
    var index = index
    while true {
      let node = nodes[index]
      if node.isLastLineBlank { return true }
      guard node.kind == .list || node.kind == .item, node.lastChild >= 0 else { return false }
      index = Int(node.lastChild)
    }
  }
}
