import SourceText

extension InlineParser {
  /// `{…}` in running text.
  mutating func readExpression() {
    guard misses.lookahead > 0, let end = text.braceCommentEnd(at: position) ?? text.expressionEnd(at: position)
    else {
      misses.lookahead -= 2 * (text.count - position)
      findings.note(
        .mdxSyntax, "this \"{\" begins no expression and is read as text", at: range(position, position + 1),
        help: "write \\{ for the character itself")
      position += 1
      return
    }
    var node = InlineNode(.expression, position, end)
    node.innerStart = Int32(position + 1)
    node.innerEnd = Int32(end - 1)
    add(node)
  }
}

extension BlockParser {
  /// `{…}` on lines of its own, blank lines included.
  mutating func openExpression() -> Start {
    let start = cursor.nonspace
    let text = reach
    guard lookahead > 0, let end = text.braceCommentEnd(at: start) ?? text.expressionEnd(at: start) else {
      lookahead -= 2 * (text.count - start)
      return .none
    }
    let after = text.skippingSpaces(from: end)
    guard
      after >= text.count || text.base[after].isLineEnding || text.base[after] == .openBrace
        || text.base[after] == .less && text.hasOnlyTags(from: after)
    else { return .none }
    let index = addChild(.expression, at: start)
    nodes[index].end = UInt32(end)
    _ = finishLeaf()
    cursor.jump(to: end)
    return .construct
  }

  /// How far a construct that may span lines can reach: in a quote, whose lines have marks of their own, the line;
  /// in an unwrapped `mdx-code-block` its closing fence.
  var reach: Bytes {
    for depth in 1..<max(1, matched) where nodes[Int(open[depth])].kind == .quote { return cursor.line }
    if let fence = unwrappedFence { return Bytes(base: source.base, count: fence.contentEnd) }
    return source
  }
}
