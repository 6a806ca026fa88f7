/// The reader's place in the line at hand, with columns counted over tab stops of four (CommonMark 0.31.2 §2.2).
struct LineCursor {
  let source: Bytes
  private let hasCarriageReturns: Bool
  private(set) var lineStart = 0
  /// The end of the line without its ending.
  private(set) var lineEnd = 0
  private(set) var nextLine: Int
  private(set) var position = 0
  private(set) var column = 0
  /// Whether `position` is at a tab of which some columns were used up.
  private(set) var isInsideTab = false
  private(set) var nonspace = 0
  private(set) var nonspaceColumn = 0

  init(source: Bytes, start: Int) {
    self.source = source
    nextLine = start
    hasCarriageReturns =
      UnsafeBufferPointer(start: source.base + start, count: max(0, source.count - start)).contains(.carriageReturn)
  }

  /// Columns from the position to the first byte that is no space.
  var indent: Int { nonspaceColumn - column }
  var isBlank: Bool { nonspace >= lineEnd }
  /// The first byte that is no space; a line feed at the end of the line.
  var first: UInt8 { nonspace < lineEnd ? source.base[nonspace] : .lineFeed }
  /// The line alone, with indices of the whole text.
  var line: Bytes { Bytes(base: source.base, count: lineEnd) }

  /// Goes to the next line.
  /// - Returns: false at the end of the text.
  mutating func advanceLine() -> Bool {
    guard nextLine < source.count else { return false }
    lineStart = nextLine
    position = lineStart
    column = 0
    isInsideTab = false
    findLineEnd(from: lineStart)
    findNonspace()
    return true
  }

  /// Goes on at `offset`, which may lie in a later line.
  mutating func jump(to offset: Int) {
    if offset > lineEnd {
      var start = lineEnd
      while start < offset {
        if source.base[start].isLineEnding { lineStart = start + 1 }
        start += 1
      }
      findLineEnd(from: offset)
    }
    position = lineStart
    column = 0
    isInsideTab = false
    advance(offset - lineStart)
  }

  private mutating func findLineEnd(from start: Int) {
    var end = start
    let base = source.base
    let count = source.count
    if hasCarriageReturns {
      while end < count, !base[end].isLineEnding { end += 1 }
    } else {
      while end < count, base[end] != .lineFeed { end += 1 }
    }
    lineEnd = end
    nextLine = end + 1
    if end + 1 < count, base[end] == .carriageReturn, base[end + 1] == .lineFeed { nextLine += 1 }
  }

  mutating func findNonspace() {
    var index = position
    var at = column
    let base = source.base
    while index < lineEnd {
      let byte = base[index]
      if byte == .space {
        at += 1
      } else if byte == .tab {
        at += 4 - at & 3
      } else {
        break
      }
      index += 1
    }
    nonspace = index
    nonspaceColumn = at
  }

  /// Goes on by bytes.
  mutating func advance(_ count: Int) {
    let end = min(position + count, lineEnd)
    while position < end {
      column += source.base[position] == .tab ? 4 - column & 3 : 1
      position += 1
    }
    isInsideTab = false
    findNonspace()
  }

  /// Goes on by columns; a tab may be used up in part.
  mutating func advance(columns: Int) {
    var count = columns
    while count > 0, position < lineEnd {
      if source.base[position] == .tab {
        let width = 4 - column & 3
        isInsideTab = width > count
        column += min(count, width)
        if !isInsideTab { position += 1 }
        count -= width
      } else {
        isInsideTab = false
        position += 1
        column += 1
        count -= 1
      }
    }
    findNonspace()
  }

  mutating func advanceToNonspace() {
    position = nonspace
    column = nonspaceColumn
    isInsideTab = false
  }

  /// What is left of the line.
  var rest: Segment {
    if isInsideTab {
      return Segment(start: UInt32(position + 1), end: UInt32(lineEnd), padding: UInt32(4 - column & 3))
    }
    return Segment(start: UInt32(position), end: UInt32(max(position, lineEnd)), padding: 0)
  }

  var isAtSpace: Bool { position < lineEnd && source.base[position].isSpaceOrTab }
}
