/// The brackets behind a block's name.
enum BlockShapes {
  /// Reads `["Label"]`, `("Label")`, `<["Label"]>(right)`; nil where no bracket opens.
  static func read(_ cursor: inout Cursor) -> (Label, BlockDiagram.Shape)? {
    if cursor.starts(with: "<[") { return readArrow(&cursor) }
    for brackets in NodeBrackets.all where cursor.starts(with: brackets.opening) {
      let start = cursor.index + brackets.opening.count
      if let (text, end, shape) = text(from: start, brackets.closings, cursor) {
        cursor.index = end
        return (LabelMarkup.label(text), .node(shape))
      }
    }
    return nil
  }

  /// The text up to the nearest closing, one in quotes holding brackets as it likes.
  private static func text(
    from start: Int, _ closings: [(String, NodeShape)], _ cursor: Cursor
  ) -> (String, end: Int, NodeShape)? {
    var place = cursor
    place.index = start
    place.skipSpaces()
    var after = start
    if place.current == "\"", let quote = place.find("\"", from: place.index + 1) { after = quote + 1 }
    var best: (String, end: Int, NodeShape)?
    for (closing, shape) in closings {
      guard let end = place.find(closing, from: after) else { continue }
      if best.map({ end + closing.count < $0.end }) ?? true {
        best = (place.slice(start, end), end + closing.count, shape)
      }
    }
    return best
  }

  /// `<["Label"]>(x, down)`
  private static func readArrow(_ cursor: inout Cursor) -> (Label, BlockDiagram.Shape)? {
    guard let close = cursor.find("]>(", from: cursor.index + 2), let end = cursor.find(")", from: close) else {
      return nil
    }
    let text = cursor.slice(cursor.index + 2, close)
    var sides: Set<BlockDiagram.Side> = []
    for word in cursor.slice(close + 3, end).split(separator: ",") {
      switch String(word).trimmingSpaces {
      case "x": sides.formUnion([.left, .right])
      case "y": sides.formUnion([.up, .down])
      case let name: if let side = BlockDiagram.Side(rawValue: name) { sides.insert(side) }
      }
    }
    cursor.index = end + 1
    return (LabelMarkup.label(text), .arrow(sides.isEmpty ? [.right] : sides))
  }
}

/// The links between blocks.
enum BlockLinks {
  /// `-->`, `---`, `-.->`, `==>`, `--x`, `<-->`, `-- "text" -->`, `-->|text|`; nil where none stands here.
  static func read(_ cursor: inout Cursor) -> BlockDiagram.Link? {
    let start = cursor.index
    cursor.skipSpaces()
    var link = BlockDiagram.Link(from: 0, to: 0, label: Label(lines: []))
    if let mark = cursor.current.flatMap({ marks[$0] }), cursor.ahead(1).map({ "-=".contains($0) }) ?? false {
      link.tail = mark
      cursor.index += 1
    }
    guard readLine(&cursor, &link) else {
      cursor.index = start
      return nil
    }
    if !readHead(&cursor, &link) { readText(&cursor, &link) }
    cursor.skipSpaces()
    if cursor.current == "|", let end = cursor.find("|", from: cursor.index + 1) {
      link.label = LabelMarkup.label(cursor.slice(cursor.index + 1, end))
      cursor.index = end + 1
    }
    return link
  }

  private static let marks: [Character: EdgeMark] = ["<": .arrow, "x": .cross, "o": .circle]

  private static func readLine(_ cursor: inout Cursor, _ link: inout BlockDiagram.Link) -> Bool {
    let body = cursor.take { "-=.~".contains($0) }
    if body.count < 2 { return false }
    link.isDotted = body.contains(".")
    link.isThick = body.contains("=")
    link.isInvisible = body.contains("~")
    if body.count >= 3, !link.isDotted { link.head = .none }
    return true
  }

  private static func readHead(_ cursor: inout Cursor, _ link: inout BlockDiagram.Link) -> Bool {
    guard let letter = cursor.current else { return true }
    switch letter {
    case ">": link.head = .arrow
    case "x" where isEnd(cursor): link.head = .cross
    case "o" where isEnd(cursor): link.head = .circle
    default: return link.head == .none
    }
    cursor.index += 1
    return true
  }

  private static func isEnd(_ cursor: Cursor) -> Bool { cursor.ahead(1)?.isWhitespace ?? true }

  /// The text in a link's middle, up to the line's other half.
  private static func readText(_ cursor: inout Cursor, _ link: inout BlockDiagram.Link) {
    cursor.skipSpaces()
    var end: Int?
    var from = cursor.index
    if cursor.current == "\"", let quote = cursor.find("\"", from: cursor.index + 1) { from = quote + 1 }
    for half in ["--", "==", "-.", ".-"] {
      if let found = cursor.find(half, from: from) { end = min(end ?? found, found) }
    }
    guard let end else { return }
    link.label = LabelMarkup.label(cursor.slice(cursor.index, end))
    cursor.index = end
    let body = cursor.take { "-=.".contains($0) }
    link.head = body.count >= 3 && !body.contains(".") ? .none : .arrow
    _ = readHead(&cursor, &link)
  }
}
