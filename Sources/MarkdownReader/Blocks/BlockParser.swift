import BookModel
import SourceText

/// The block structure of a piece of a file, line by line (CommonMark 0.31.2, appendix "A parsing strategy").
///
/// Blocks stand in an arena (`nodes`) and refer to lines of the file; inlines are read afterwards, when every
/// reference definition and footnote is known.
struct BlockParser {
  let bytes: Bytes
  let dialect: Dialect
  let file: FileID
  var nodes: [Node] = []
  var lines: [Line] = []
  /// The open blocks from the document down to the tip.
  var open: [Int] = []
  var references = ReferenceMap()
  var footnotes = FootnoteMap()
  var findings = Findings()

  // The line under the parser's hand.
  var lineStart = 0
  var lineEnd = 0
  var nextLine = 0
  /// Where reading goes on in the line, and the column that is.
  var offset = 0
  var column = 0
  /// Columns of the tab at `offset` that are not used up yet.
  var tabRemainder = 0
  var nonspace = 0
  var indent = 0
  var isBlank = false
  /// Set by constructs that take several lines at once: where the next line begins.
  var resumesAt = 0
  var hasReportedDepth = false
  /// Set when the line was the closing fence of an open block.
  var closedByLine = false
  private let hasCarriageReturns: Bool
  let end: Int
  let isMDX: Bool

  init(bytes: Bytes, range: Range<Int>, dialect: Dialect, file: FileID) {
    self.bytes = Bytes(base: bytes.base, count: range.upperBound)
    self.dialect = dialect
    self.file = file
    end = range.upperBound
    nextLine = range.lowerBound
    isMDX = dialect.has(.mdx)
    hasCarriageReturns = bytes.contains(.carriageReturn, in: range)
    nodes.reserveCapacity(range.count / 40 + 4)
    lines.reserveCapacity(range.count / 40 + 4)
    nodes.append(Node(kind: .document, parent: -1, start: range.lowerBound, end: range.upperBound))
    open.append(0)
  }

  mutating func parse() {
    while nextLine < end {
      beginLine(at: nextLine)
      readLine()
      if resumesAt > 0 {
        nextLine = resumesAt
        resumesAt = 0
      }
    }
    close(downTo: 1)
  }

  mutating func beginLine(at start: Int) {
    lineStart = start
    lineEnd = bytes.lineEnd(from: start, hasCarriageReturns: hasCarriageReturns)
    nextLine = bytes.afterLineEnding(at: lineEnd)
    offset = start
    column = 0
    tabRemainder = 0
  }

  private mutating func readLine() {
    let matched = matchContainers()
    guard matched > 0 else { return }
    let tip = open[open.count - 1]
    let allMatched = matched == open.count
    var container = open[matched - 1]
    let lastMatched = container
    if startBlocks(in: &container, matched: matched, allMatched: allMatched) { return }

    findNonspace()
    if !allMatched, container == lastMatched, !isBlank, nodes[tip].kind.isParagraph {
      addLine(to: tip)
      return
    }
    if container == lastMatched { close(downTo: matched) }
    markBlank(container)
    addText(to: container)
  }

  /// Puts what is left of the line where it belongs, once the open blocks are those of the line.
  private mutating func addText(to container: Int) {
    switch nodes[container].kind {
    case .fence, .indentedCode: addLine(to: container)
    case .html(let ending):
      addLine(to: container)
      if ending.ends(bytes, from: offset, to: lineEnd) { close(downTo: open.count - 1) }
    case .table:
      if !isBlank { addRow(to: container) }
    case .paragraph:
      advanceToNonspace()
      addLine(to: container)
    case .esm: addLine(to: container)
    case .heading, .thematicBreak, .tag, .expression: break
    case .document, .quote, .list, .item, .directive, .footnote:
      guard !isBlank else { return }
      advanceToNonspace()
      let paragraph = append(.paragraph, to: container)
      addLine(to: paragraph)
    }
  }

  /// Notes whether the line is blank, on the block it belongs to (cmark's rule for loose lists).
  private mutating func markBlank(_ container: Int) {
    if isBlank, nodes[container].lastChild >= 0 { nodes[nodes[container].lastChild].lastLineIsBlank = true }
    var counts = isBlank
    switch nodes[container].kind {
    case .quote, .heading, .thematicBreak, .fence, .tag, .expression: counts = false
    case .item: if nodes[container].firstChild < 0, nodes[container].start >= lineStart { counts = false }
    case .document, .list, .paragraph, .indentedCode, .html, .table, .directive, .footnote, .esm: break
    }
    nodes[container].lastLineIsBlank = counts
    var ancestor = nodes[container].parent
    while ancestor >= 0 {
      nodes[ancestor].lastLineIsBlank = false
      ancestor = nodes[ancestor].parent
    }
  }
}

// MARK: - The arena

extension BlockParser {
  /// Opens a block inside another, which becomes the last open block before it.
  @discardableResult
  mutating func append(_ kind: NodeKind, to parent: Int) -> Int {
    while open[open.count - 1] != parent { close(downTo: open.count - 1) }
    let index = nodes.count
    nodes.append(Node(kind: kind, parent: parent, start: nonspace, end: lineEnd, firstLine: lines.count))
    if nodes[parent].lastChild >= 0 { nodes[nodes[parent].lastChild].next = index } else { nodes[parent].firstChild = index }
    nodes[parent].lastChild = index
    open.append(index)
    return index
  }

  /// Closes open blocks until `count` are left.
  mutating func close(downTo count: Int) {
    while open.count > count {
      let index = open.removeLast()
      finish(index)
      let parent = nodes[index].parent
      if parent >= 0, nodes[index].end > nodes[parent].end || !nodes[parent].kind.isDocument {
        nodes[parent].end = max(nodes[parent].end, nodes[index].end)
      }
    }
  }

  private mutating func finish(_ index: Int) {
    switch nodes[index].kind {
    case .paragraph: takeReferences(from: index)
    case .indentedCode: dropTrailingBlankLines(of: index)
    case .fence(let fence): if !fence.isClosed { reportUnclosed(fence, index) }
    case .directive(let head): if head.isContainer, !head.isClosed { reportUnclosed(head, index) }
    case .document, .quote, .list, .item, .heading, .thematicBreak, .html, .table, .footnote, .tag, .expression, .esm:
      break
    }
  }

  /// Takes a node out of its parent's children; it must be the last one.
  mutating func unlinkLast(_ index: Int) {
    let parent = nodes[index].parent
    var child = nodes[parent].firstChild
    guard child != index else {
      nodes[parent].firstChild = -1
      nodes[parent].lastChild = -1
      return
    }
    while nodes[child].next != index { child = nodes[child].next }
    nodes[child].next = -1
    nodes[parent].lastChild = child
  }

  /// Adds the rest of the line to a leaf.
  mutating func addLine(to leaf: Int) {
    if nodes[leaf].lineCount == 0 { nodes[leaf].firstLine = lines.count }
    lines.append(Line(start: tabRemainder > 0 ? offset + 1 : offset, end: lineEnd, padding: tabRemainder))
    nodes[leaf].lineCount += 1
    nodes[leaf].end = lineEnd
  }

  private mutating func dropTrailingBlankLines(of index: Int) {
    while nodes[index].lineCount > 0 {
      let line = lines[nodes[index].firstLine + nodes[index].lineCount - 1]
      guard bytes.skippingSpaces(from: line.start) >= line.end else {
        nodes[index].end = line.end
        return
      }
      nodes[index].lineCount -= 1
    }
  }

  /// Whether another container may be opened; beyond the limit its line is text, reported once.
  mutating func mayNest() -> Bool {
    if open.count <= Nesting.limit { return true }
    if !hasReportedDepth {
      hasReportedDepth = true
      findings.warning(
        .nestingTooDeep, "blocks nest more than \(Nesting.limit) deep here",
        at: SourceRange(file: file, nonspace..<lineEnd), help: "what lies deeper is read as text")
    }
    return false
  }
}

extension NodeKind {
  fileprivate var isDocument: Bool { if case .document = self { true } else { false } }
}

// MARK: - Within a line

extension BlockParser {
  mutating func findNonspace() {
    var index = offset
    var columns = tabRemainder
    if tabRemainder > 0 { index += 1 }
    var at = column + tabRemainder
    while index < lineEnd {
      let byte = bytes.base[index]
      if byte == .space {
        columns += 1
        at += 1
      } else if byte == .tab {
        let width = 4 - at & 3
        columns += width
        at += width
      } else {
        break
      }
      index += 1
    }
    nonspace = index
    indent = columns
    isBlank = index >= lineEnd
  }

  mutating func advanceToNonspace() {
    offset = nonspace
    column += indent
    tabRemainder = 0
  }

  /// Advances over columns of white space, a tab being as many as reach the next tab stop (§2.2).
  mutating func advance(columns count: Int) {
    var left = count
    while left > 0, offset < lineEnd {
      if bytes.base[offset] == .tab {
        let width = tabRemainder > 0 ? tabRemainder : 4 - column & 3
        let used = min(width, left)
        column += used
        left -= used
        tabRemainder = width - used
        if tabRemainder == 0 { offset += 1 }
      } else {
        offset += 1
        column += 1
        left -= 1
      }
    }
  }

  /// Advances over bytes that are no tabs.
  mutating func advance(bytes count: Int) {
    offset += count
    column += count
    tabRemainder = 0
  }

  var byteAtNonspace: UInt8 { nonspace < lineEnd ? bytes.base[nonspace] : .lineFeed }
}
