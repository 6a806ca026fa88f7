import BookModel
import SourceText

extension BlockParser {
  /// Elements of MDX that stand on lines of their own, and comments.
  mutating func openJSX(kind: BlockNodeKind) -> Start {
    let start = cursor.nonspace
    if cursor.line.hasPrefix("<!--", at: start) { return openComment() }
    let text = reach
    guard lookahead > 0, let tag = text.jsxTag(at: start) else {
      lookahead -= text.count - start
      return .none
    }
    if tag.isClosing { return closeElement(tag) }
    let after = text.skippingSpaces(from: tag.end)
    let isAlone = after >= text.count || text.base[after].isLineEnding
    guard isAlone || text.hasOnlyTags(from: after) || kind != .paragraph && beginsBlock(tag, text: text)
    else { return .none }
    guard mayNest(at: start) else { return .none }
    return open(tag)
  }

  private mutating func open(_ tag: JSXTag) -> Start {
    let index = addChild(.jsx, at: tag.start)
    nodes[index].infoStart = UInt32(tag.start)
    nodes[index].infoEnd = UInt32(tag.end)
    nodes[index].end = UInt32(tag.end)
    var parent = nodes[index].parent
    while parent >= 0 {
      nodes[Int(parent)].isLastLineBlank = false
      parent = nodes[Int(parent)].parent
    }
    if tag.isSelfClosing || tag.isVoid(in: source) {
      nodes[index].isClosed = true
      closeTip()
      if !tag.isSelfClosing { reportVoid(tag) }
    }
    cursor.jump(to: tag.end)
    return .construct
  }

  private mutating func reportVoid(_ tag: JSXTag) {
    let name = source.string(tag.name)
    findings.note(
      .mdxSyntax, "<\(name)> is not closed", at: SourceRange(file: file, tag.start..<tag.end),
      help: "write <\(name) />")
  }

  /// Whether a tag that text follows begins a block all the same: its partner stands at the head of a later line.
  private mutating func beginsBlock(_ tag: JSXTag, text: Bytes) -> Bool {
    guard !tag.isSelfClosing, !tag.isVoid(in: text), lookahead > 0 else { return false }
    var index = tag.end
    defer { lookahead -= index - tag.end }
    var depth = 1
    var lineHead = false
    var isInParagraph = true
    while index < text.count {
      let byte = text.base[index]
      if byte.isLineEnding {
        if lineHead { isInParagraph = false }
        lineHead = true
      } else if byte == .less, let (isClosing, end) = text.partner(tag.name, at: index) {
        depth += isClosing ? -1 : 1
        if depth == 0 { return lineHead || !isInParagraph }
        index = end
        lineHead = false
        continue
      } else if !byte.isSpaceOrTab {
        lineHead = false
      }
      index += 1
    }
    return false
  }

  private mutating func closeElement(_ tag: JSXTag) -> Start {
    guard let depth = openElement(tag.name) else { return .none }
    matched = depth + 1
    closeUnmatched()
    nodes[tip].isClosed = true
    nodes[tip].end = UInt32(tag.end)
    closeTip()
    matched = open.count
    cursor.jump(to: tag.end)
    return .construct
  }

  /// The depth of the innermost open element with a name; a quote or a footnote hides those around it.
  private func openElement(_ name: Range<Int>) -> Int? {
    var depth = open.count - 1
    while depth > 0 {
      let node = nodes[Int(open[depth])]
      if node.kind == .jsx {
        let start = Int(node.infoStart) + 1
        if source.sameName(name, start..<start + name.count), !source.isNameByte(at: start + name.count) {
          return depth
        }
      } else if node.kind == .quote || node.kind == .footnote, depth < matched {
        return nil
      }
      depth -= 1
    }
    return nil
  }

  mutating func reportUnclosedTag(_ index: Int) {
    let node = nodes[index]
    guard let tag = source.jsxTag(at: Int(node.infoStart)) else { return }
    let name = source.string(tag.name)
    findings.warning(
      .mdxUnclosedTag, "<\(name)> is never closed and is read as text",
      at: SourceRange(file: file, Int(node.infoStart)..<Int(node.infoEnd)),
      help: "close it with </\(name)>, or write \\< for the character itself")
  }

  /// A comment that ends its last line is a block; one that text follows stands in a paragraph.
  private mutating func openComment() -> Start {
    let start = cursor.nonspace
    guard !hasNoCommentEnd, lookahead > 0 else { return .none }
    guard let found = source.firstIndex(of: "-->", from: start + 4) else {
      hasNoCommentEnd = true
      return .none
    }
    let end = found + 3
    let after = source.skippingSpaces(from: end)
    guard
      after >= source.count || source.base[after].isLineEnding || source.base[after] == .less
        || source.base[after] == .openBrace
    else {
      lookahead -= end - start
      return .none
    }
    if nodes[Int(open[matched - 1])].kind == .paragraph, end > cursor.lineEnd { closeUnmatched() }
    let index = addChild(.html, at: start)
    nodes[index].firstSegment = Int32(segments.count)
    nodes[index].segmentCount = 1
    nodes[index].end = UInt32(end)
    segments.append(Segment(start: UInt32(start), end: UInt32(end), padding: 0))
    _ = finishLeaf()
    cursor.jump(to: end)
    return .construct
  }
}

extension Bytes {
  /// Whether nothing but tags and expressions stands from here to the end of the line the last of them ends on.
  func hasOnlyTags(from start: Int) -> Bool {
    var index = start
    for _ in 0..<100 {
      index = skippingSpaces(from: index)
      if index >= count || base[index].isLineEnding { return true }
      if base[index] == .less, let tag = jsxTag(at: index) {
        index = tag.end
      } else if base[index] == .openBrace, let end = expressionEnd(at: index) {
        index = end
      } else {
        return false
      }
    }
    return false
  }

  /// Whether a `<` begins an opening or closing tag with a name, and where the name ends.
  func partner(_ name: Range<Int>, at index: Int) -> (isClosing: Bool, end: Int)? {
    let isClosing = self[index + 1] == .slash
    let start = isClosing ? index + 2 : index + 1
    guard start + name.count <= count, sameName(name, start..<start + name.count),
      !isNameByte(at: start + name.count)
    else { return nil }
    return (isClosing, start + name.count)
  }

  func isNameByte(at index: Int) -> Bool {
    guard index < count else { return false }
    let byte = base[index]
    return byte.isAlphanumeric || byte == .underscore || byte == .hyphen || byte == .dot || byte == .colon
      || byte == .dollar || byte >= 0x80
  }
}
