extension BlockParser {
  /// How many open blocks go on in this line, the document included (CommonMark's phase 1, step 1).
  /// - Returns: 0 when the line was a closing fence and is used up.
  mutating func matchContainers() -> Int {
    var matched = 1
    while matched < open.count {
      let index = open[matched]
      findNonspace()
      guard goesOn(index, at: matched) else { break }
      if closedByLine {
        closedByLine = false
        return 0
      }
      matched += 1
    }
    return matched
  }

  private mutating func goesOn(_ index: Int, at depth: Int) -> Bool {
    switch nodes[index].kind {
    case .document, .list: return true
    case .quote: return quoteGoesOn()
    case .item(let item): return itemGoesOn(item, index)
    case .footnote: return footnoteGoesOn()
    case .directive(let head): return directiveGoesOn(head, at: depth)
    case .paragraph, .table, .esm: return !isBlank
    case .fence(let fence): return fenceGoesOn(fence, index, at: depth)
    case .indentedCode: return indentedCodeGoesOn()
    case .html(let ending): return !(isBlank && ending.endsAtBlankLine)
    case .heading, .thematicBreak, .tag, .expression: return false
    }
  }

  private mutating func indentedCodeGoesOn() -> Bool {
    if indent >= 4 {
      advance(columns: 4)
    } else if isBlank {
      advanceToNonspace()
    } else {
      return false
    }
    return true
  }
}

/// Block quotes (CommonMark 0.31.2 §5.1).
extension BlockParser {
  private mutating func quoteGoesOn() -> Bool {
    guard byteAtNonspace == .greater, indent < 4 || isMDX else { return false }
    advancePastQuoteMarker()
    return true
  }

  private mutating func advancePastQuoteMarker() {
    advanceToNonspace()
    advance(bytes: 1)
    if offset < lineEnd, bytes.base[offset].isSpaceOrTab { advance(columns: 1) }
  }

  mutating func startQuote(in container: inout Int) -> Bool {
    guard byteAtNonspace == .greater, mayNest() else { return false }
    container = append(.quote, to: container)
    advancePastQuoteMarker()
    return true
  }
}
