import BookModel
import SourceText

extension BlockParser {
  /// What became of a line after its block starts were read.
  enum LineState {
    /// Nothing is left of it.
    case done
    /// Text is left, for `addText`.
    case text
  }

  /// What a try at one construct led to.
  enum Start {
    case none
    /// A container began or ended: the rest of the line may begin another block.
    case container
    /// Something that may end in mid-line ended: what is left of the line, if anything, may begin another block.
    case construct
    /// A leaf took the line.
    case leaf
    /// A leaf began that takes the rest of the line as text.
    case verbatim
  }

  /// Opens as many blocks as begin on the line.
  mutating func openBlocks() -> LineState {
    var maybeLazy = nodes[tip].kind == .paragraph
    while !nodes[Int(open[matched - 1])].kind.isVerbatim {
      let start = openBlock(maybeLazy: maybeLazy)
      switch start {
      case .none: return .text
      case .leaf: return .done
      case .verbatim: return .text
      case .container: maybeLazy = false
      case .construct:
        if cursor.isBlank { return .done }
        maybeLazy = false
      }
    }
    return .text
  }

  private mutating func openBlock(maybeLazy: Bool) -> Start {
    let container = Int(open[matched - 1])
    let kind = nodes[container].kind
    if cursor.isBlank { return .none }
    if hasIndentedCode, cursor.indent >= 4 {
      guard !maybeLazy, kind != .paragraph else { return .none }
      return openIndentedCode()
    }
    let start = openBlock(by: cursor.first, container: container, kind: kind, maybeLazy: maybeLazy)
    if case .none = start, kind == .table { return addTableRow(to: container) }
    return start
  }

  /// Tries the constructs that may begin with a byte.
  private mutating func openBlock(
    by first: UInt8, container: Int, kind: BlockNodeKind, maybeLazy: Bool
  ) -> Start {
    switch first {
    case .greater: return openQuote()
    case .hash: return openATXHeading()
    case .backtick, .tilde: return openFence()
    case .less: return dialect.has(.mdx) ? openJSX(kind: kind) : openHTML(interrupts: kind == .paragraph || maybeLazy)
    case .equals: return kind == .paragraph ? underlineHeading(container) : .none
    case .hyphen, .asterisk, .underscore, .plus:
      if first == .hyphen, kind == .paragraph {
        let start = underlineHeading(container)
        if case .leaf = start { return start }
      }
      if isThematicBreak() { return addThematicBreak() }
      let start = openListItem(container: container, kind: kind)
      if case .none = start, first == .hyphen { return openTable(container, kind: kind) }
      return start
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return openListItem(container: container, kind: kind)
    case .openBracket: return dialect.has(.footnotes) ? openFootnote() : .none
    case .pipe: return openTable(container, kind: kind)
    case .colon:
      if dialect.has(.directives) {
        let start = openDirective()
        if case .none = start {} else { return start }
      }
      return openTable(container, kind: kind)
    case .bang, .question: return dialect.has(.callouts) ? openCallout() : .none
    case .dollar: return dialect.has(.math) ? openMath() : .none
    case .openBrace: return dialect.has(.mdx) ? openExpression() : .none
    case UInt8(ascii: "i"), UInt8(ascii: "e"):
      return dialect.has(.mdx) && kind == .document && open.count == 1 ? openESM() : .none
    default: return .none
    }
  }

  /// Adds a block at the place the line has come to, closing what it cannot stand in.
  /// - Returns: its index.
  mutating func addChild(_ kind: BlockNodeKind, at start: Int) -> Int {
    closeUnmatched()
    while !nodes[tip].kind.canContain(kind) { closeTip() }
    let parent = tip
    let index = nodes.count
    nodes.append(BlockNode(kind, parent: Int32(parent), start: start))
    let previous = nodes[parent].lastChild
    if previous >= 0 { nodes[Int(previous)].next = Int32(index) } else { nodes[parent].firstChild = Int32(index) }
    nodes[parent].lastChild = Int32(index)
    open.append(Int32(index))
    matched = open.count
    return index
  }

  /// Whether one more container may be opened; reports the first time it may not.
  mutating func mayNest(at offset: Int) -> Bool {
    if open.count < Nesting.limit - 3 { return true }
    if !didReportNesting {
      didReportNesting = true
      findings.warning(
        .nestingTooDeep, "blocks nest more than \(Nesting.limit) levels deep; what is deeper is read as text",
        at: SourceRange(file: file, offset..<min(offset + 1, source.count)),
        help: "flatten the lists, quotes or elements around this place")
    }
    return false
  }

  /// Closes the open blocks that the line does not continue.
  mutating func closeUnmatched() {
    while open.count > matched { closeTip() }
  }

  /// Closes the innermost open block.
  mutating func closeTip() {
    let index = tip
    open.removeLast()
    if matched > open.count { matched = open.count }
    switch nodes[index].kind {
    case .paragraph: closeParagraph(index)
    case .list: nodes[index].isTight = isTight(index)
    case .indentedCode: trimBlankLines(of: index)
    case .fencedCode, .math: if !nodes[index].isClosed { reportUnclosedFence(index) }
    case .directive: if !nodes[index].isClosed { reportUnclosedDirective(index) }
    case .jsx: if !nodes[index].isClosed { reportUnclosedTag(index) }
    default: break
    }
    let last = nodes[index].lastChild
    if last >= 0 { nodes[index].end = max(nodes[index].end, nodes[Int(last)].end) }
  }
}

extension LineCursor {
  /// Skips up to so many columns of white space.
  mutating func skipIndent(_ columns: Int) {
    if columns > 0, indent > 0 { advance(columns: min(columns, indent)) }
  }
}
