import BookModel
import SourceText

/// Reads lines into a tree of blocks (CommonMark 0.31.2, appendix "A parsing strategy", phase 1).
struct BlockParser {
  let dialect: Dialect
  let file: FileID
  var cursor: LineCursor
  var nodes: [BlockNode] = []
  var segments: [Segment] = []
  /// The open blocks from the document down.
  var open: [Int32] = []
  var definitions = ReferenceDefinitions()
  /// Labels of footnotes, normalized.
  var footnoteLabels: Set<String> = []
  var findings = Findings()
  let scratch = ByteBuffer()
  /// The lines of the paragraph whose definitions are read.
  let gathered = ByteBuffer()
  let hasIndentedCode: Bool
  /// How many of `open` the line at hand continues.
  var matched = 1
  var lineNumber: Int32 = 0
  /// The fence of an `mdx-code-block` that was unwrapped and is still open.
  var unwrappedFence: UnwrappedFence?
  /// Bytes that look-ahead over several lines may still scan in vain.
  var lookahead: Int
  var didReportNesting = false
  /// Whether a comment's `-->` was looked for and not found, so that it is nowhere further on.
  var hasNoCommentEnd = false

  init(source: Bytes, start: Int, file: FileID, dialect: Dialect) {
    self.dialect = dialect
    self.file = file
    cursor = LineCursor(source: source, start: start)
    hasIndentedCode = !dialect.has(.mdx)
    lookahead = 4 * source.count + 65536
    nodes.reserveCapacity(source.count / 40 + 8)
    segments.reserveCapacity(source.count / 30 + 8)
    nodes.append(BlockNode(.document, parent: -1, start: start))
    open.append(0)
  }

  var source: Bytes { cursor.source }
  var tip: Int { Int(open[open.count - 1]) }

  mutating func run() {
    while cursor.advanceLine() { readLine() }
    reportUnwrappedFence()
    while open.count > 1 { closeTip() }
    nodes[0].end = UInt32(source.count)
  }

  private mutating func readLine() {
    lineNumber += 1
    guard continueContainers() else { return }
    let before = matched
    let wasAllMatched = matched == open.count
    switch openBlocks() {
    case .done: return
    case .text: addText(matchedBefore: before, wasAllMatched: wasAllMatched)
    }
  }

  /// Works out how many open blocks the line continues.
  /// - Returns: false when the line was a closing fence and is done with.
  private mutating func continueContainers() -> Bool {
    matched = 1
    while matched < open.count {
      let index = Int(open[matched])
      switch nodes[index].kind {
      case .document, .list, .jsx: break
      case .quote: guard continueQuote() else { return true }
      case .item: guard continueItem(index) else { return true }
      case .footnote: guard continueFootnote(index) else { return true }
      case .callout: guard continueCallout() else { return true }
      case .directive: cursor.skipIndent(Int(nodes[index].indent))
      case .paragraph: guard !cursor.isBlank else { return true }
      case .fencedCode, .math:
        if closesFence(index) { return false }
        cursor.skipIndent(Int(nodes[index].indent))
      case .indentedCode: guard continueIndentedCode() else { return true }
      case .html: guard nodes[index].level < 6 || !cursor.isBlank else { return true }
      case .table: guard continueTable() else { return true }
      case .heading, .thematicBreak, .leafDirective, .expression, .esm: return true
      }
      matched += 1
    }
    return true
  }

  /// Puts what is left of the line where it belongs.
  private mutating func addText(matchedBefore: Int, wasAllMatched: Bool) {
    let container = Int(open[matched - 1])
    noteBlankness(of: container)
    let isLazy =
      !wasAllMatched && matched == matchedBefore && matched < open.count && !cursor.isBlank
      && nodes[tip].kind == .paragraph
    if isLazy {
      cursor.advanceToNonspace()
      addLine(to: tip)
      return
    }
    closeUnmatched()
    switch nodes[container].kind {
    case .fencedCode, .indentedCode, .math: addLine(to: container)
    case .html: addHTMLLine(to: container)
    case _ where cursor.isBlank: break
    case .paragraph:
      cursor.advanceToNonspace()
      addLine(to: container)
    case .document, .quote, .list, .item, .footnote, .callout, .directive, .jsx, .heading, .thematicBreak, .table,
      .leafDirective, .expression, .esm:
      let paragraph = addChild(.paragraph, at: cursor.nonspace)
      cursor.advanceToNonspace()
      addLine(to: paragraph)
    }
  }

  /// Remembers blank lines, which decide whether a list is loose (CommonMark 0.31.2 §5.3).
  private mutating func noteBlankness(of container: Int) {
    let isBlank = cursor.isBlank
    if isBlank, nodes[container].lastChild >= 0 { nodes[Int(nodes[container].lastChild)].isLastLineBlank = true }
    let counts: Bool
    switch nodes[container].kind {
    case .quote, .heading, .thematicBreak, .fencedCode, .math: counts = false
    case .item: counts = !(nodes[container].firstChild < 0 && nodes[container].level == lineNumber)
    default: counts = true
    }
    nodes[container].isLastLineBlank = isBlank && counts
    var parent = nodes[container].parent
    while parent >= 0 {
      nodes[Int(parent)].isLastLineBlank = false
      parent = nodes[Int(parent)].parent
    }
  }

  /// Adds what is left of the line to a leaf.
  mutating func addLine(to index: Int) {
    let rest = cursor.rest
    if nodes[index].segmentCount == 0 { nodes[index].firstSegment = Int32(segments.count) }
    nodes[index].segmentCount += 1
    nodes[index].end = rest.end
    segments.append(rest)
  }
}
