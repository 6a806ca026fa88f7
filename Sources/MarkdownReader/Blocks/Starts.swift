extension BlockParser {
  /// Opens the blocks that begin in this line (CommonMark's phase 1, step 2).
  ///
  /// - Parameter container: the innermost block that goes on; becomes the innermost one opened.
  /// - Returns: whether the line is used up.
  mutating func startBlocks(in container: inout Int, matched: Int, allMatched: Bool) -> Bool {
    var isFirst = true
    while true {
      switch nodes[container].kind {
      case .fence, .indentedCode, .html, .esm: return false
      case .document, .quote, .list, .item, .directive, .footnote, .paragraph, .table, .heading, .thematicBreak, .tag,
        .expression:
        break
      }
      findNonspace()
      let isLazy = isFirst && nodes[open[open.count - 1]].kind.isParagraph
      let isIndented = indent >= 4 && !isMDX
      let interrupts = nodes[container].kind.isParagraph
      if isBlank { return false }
      if !isIndented {
        switch startBlock(in: &container, matched: matched, allMatched: allMatched, interrupts: interrupts) {
        case .none: break
        case .container:
          isFirst = false
          continue
        case .leaf: return true
        case .openLeaf: return false
        }
      }
      if indent < 4 || isMDX, startItem(in: &container, interrupts: interrupts) {
        isFirst = false
        continue
      }
      if interrupts, !isIndented, startTable(container) { return true }
      if isIndented, !isLazy {
        if nodes[container].kind.isTable || interrupts { container = nodes[container].parent }
        container = append(.indentedCode, to: leafParent(container))
        advance(columns: 4)
        return false
      }
      return false
    }
  }

  enum Start {
    case none
    /// Others may begin behind it in the same line.
    case container
    /// The line is used up.
    case leaf
    /// A leaf was opened that takes the rest of the line.
    case openLeaf
  }

  private mutating func startBlock(
    in container: inout Int, matched: Int, allMatched: Bool, interrupts: Bool
  ) -> Start {
    switch byteAtNonspace {
    case .greater: return interruptible(&container) { $0.startQuote(in: &$1) } ? .container : .none
    case .hash: return startATXHeading(in: container) ? .leaf : .none
    case .backtick, .tilde: return startFence(in: container) ? .leaf : .none
    case .dollar where dialect.has(.math): return startMathFence(in: container) ? .leaf : .none
    case .colon where dialect.has(.directives): return startDirective(in: &container)
    case .less: return startAngle(in: &container, interrupts: interrupts)
    case .openBrace where isMDX: return startExpression(in: container) ? .leaf : .none
    case .equals where interrupts && allMatched: return startSetextHeading(container) ? .leaf : .none
    case .hyphen:
      if interrupts, allMatched, startSetextHeading(container) { return .leaf }
      return startThematicBreak(in: container) ? .leaf : .none
    case .asterisk, .underscore: return startThematicBreak(in: container) ? .leaf : .none
    case .openBracket where dialect.has(.footnotes):
      return interruptible(&container) { $0.startFootnote(in: &$1) } ? .container : .none
    case UInt8(ascii: "i"), UInt8(ascii: "e"): return isMDX && startESM(in: container) ? .openLeaf : .none
    default: return .none
    }
  }

  private mutating func startAngle(in container: inout Int, interrupts: Bool) -> Start {
    if isMDX, let started = startTag(in: container) { return started ? .leaf : .none }
    guard let ending = htmlBlockStart(interruptsParagraph: interrupts) else { return .none }
    container = append(.html(ending), to: leafParent(container))
    return .openLeaf
  }

  /// Tries to open a container; a paragraph that it interrupts is left first.
  private mutating func interruptible(
    _ container: inout Int, _ start: (inout BlockParser, inout Int) -> Bool
  ) -> Bool {
    var parent = leafParent(container)
    guard start(&self, &parent) else { return false }
    container = parent
    return true
  }

  /// The block that a new block is put into: leaves that it interrupts are left, and a list holds items alone.
  func leafParent(_ container: Int) -> Int {
    var parent = container
    while !nodes[parent].kind.isContainer || nodes[parent].kind.isList { parent = nodes[parent].parent }
    return parent
  }
}

/// Thematic breaks (CommonMark 0.31.2 §4.1).
extension BlockParser {
  mutating func startThematicBreak(in container: Int) -> Bool {
    guard isThematicBreak() else { return false }
    append(.thematicBreak, to: leafParent(container))
    close(downTo: open.count - 1)
    return true
  }

  func isThematicBreak() -> Bool {
    let mark = byteAtNonspace
    guard mark == .asterisk || mark == .hyphen || mark == .underscore else { return false }
    var count = 0
    for index in nonspace..<lineEnd {
      let byte = bytes.base[index]
      if byte == mark {
        count += 1
      } else if !byte.isSpaceOrTab {
        return false
      }
    }
    return count >= 3
  }
}
