import SourceText

/// What makes items members of one list (CommonMark 0.31.2 §5.3): bullets by their character, numbers by what
/// stands behind them.
struct ListMarker: Equatable {
  /// The bullet, or `.` or `)`.
  var character: UInt8
  /// nil for bullets.
  var start: Int?

  func isSameList(as other: ListMarker) -> Bool {
    character == other.character && (start == nil) == (other.start == nil)
  }
}

/// How far the lines of an item are indented.
struct ItemIndent {
  /// Columns before the marker.
  var offset: Int
  /// Columns from the marker to the content.
  var padding: Int
  var columns: Int { offset + padding }
}

/// List items (CommonMark 0.31.2 §5.2).
extension BlockParser {
  mutating func itemGoesOn(_ item: ItemIndent, _ index: Int) -> Bool {
    if indent >= item.columns {
      advance(columns: item.columns)
    } else if isBlank, nodes[index].firstChild >= 0 {
      advanceToNonspace()
    } else {
      return false
    }
    return true
  }

  /// - Parameter interrupts: whether the item would interrupt a paragraph, which an empty one may not, nor one whose
  ///   number is not 1.
  mutating func startItem(in container: inout Int, interrupts: Bool) -> Bool {
    guard let (marker, length) = listMarker(interrupts: interrupts), mayNest() else { return false }
    let start = nonspace
    let markerOffset = indent
    let markerColumn = column + indent
    advanceToNonspace()
    advance(bytes: length)
    let padding = length + columnsAfterMarker()
    var parent = leafParentOrList(container)
    if case .list(let known) = nodes[parent].kind, known.isSameList(as: marker) {
      while open[open.count - 1] != parent { close(downTo: open.count - 1) }
    } else {
      if nodes[parent].kind.isList { parent = nodes[parent].parent }
      parent = append(.list(marker), to: parent)
      nodes[parent].start = start
    }
    container = append(.item(ItemIndent(offset: markerOffset, padding: padding)), to: parent)
    nodes[container].start = start
    nodes[container].column = markerColumn
    return true
  }

  private func leafParentOrList(_ container: Int) -> Int {
    var parent = container
    while !nodes[parent].kind.isContainer { parent = nodes[parent].parent }
    return parent
  }

  /// Takes up to four columns of white space behind a marker; the content of an item that begins with indented code
  /// or with nothing lies one column behind it.
  private mutating func columnsAfterMarker() -> Int {
    let saved = (offset, column, tabRemainder)
    var taken = 0
    while taken <= 5, offset < lineEnd, bytes.base[offset].isSpaceOrTab {
      advance(columns: 1)
      taken += 1
    }
    let restIsBlank = bytes.skippingSpaces(from: offset) >= lineEnd
    guard taken >= 5 || taken < 1 || restIsBlank else { return taken }
    (offset, column, tabRemainder) = saved
    if offset < lineEnd, bytes.base[offset].isSpaceOrTab { advance(columns: 1) }
    return 1
  }

  private func listMarker(interrupts: Bool) -> (ListMarker, length: Int)? {
    let first = byteAtNonspace
    if first == .asterisk || first == .hyphen || first == .plus {
      guard isFollowedBySpace(nonspace + 1) else { return nil }
      if interrupts, restIsBlank(from: nonspace + 1) { return nil }
      return (ListMarker(character: first, start: nil), 1)
    }
    guard first.isDigit else { return nil }
    var index = nonspace
    var number = 0
    while index < lineEnd, bytes.base[index].isDigit, index - nonspace < 10 {
      number = number * 10 + Int(bytes.base[index] - 0x30)
      index += 1
    }
    guard index - nonspace < 10, index < lineEnd else { return nil }
    let delimiter = bytes.base[index]
    guard delimiter == .dot || delimiter == .closeParenthesis, isFollowedBySpace(index + 1) else { return nil }
    if interrupts, number != 1 || restIsBlank(from: index + 1) { return nil }
    return (ListMarker(character: delimiter, start: number), index + 1 - nonspace)
  }

  private func isFollowedBySpace(_ index: Int) -> Bool { index >= lineEnd || bytes.base[index].isSpaceOrTab }

  func restIsBlank(from index: Int) -> Bool { bytes.skippingSpaces(from: index) >= lineEnd }
}
