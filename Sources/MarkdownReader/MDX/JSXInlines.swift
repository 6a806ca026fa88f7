import BookModel

extension InlineParser {
  /// A tag or a comment of MDX in running text, at a `<`.
  mutating func readJSX() {
    if text.hasPrefix("!--", at: position + 1) {
      if let end = commentEnd() {
        add(InlineNode(.html, position, end))
        return
      }
    } else if misses.lookahead > 0, let tag = text.jsxTag(at: position) {
      readTag(tag)
      return
    } else {
      misses.lookahead -= text.count - position
    }
    reportRefusedTag()
    position += 1
  }

  private mutating func reportRefusedTag() {
    let next = text[position + 1]
    guard next.isLetter || next == .slash || next == .bang else { return }
    findings.note(
      .mdxSyntax, "this \"<\" begins no tag and is read as text", at: range(position, position + 1),
      help: "write \\< or &lt; for the character itself")
  }

  private mutating func readTag(_ tag: JSXTag) {
    if tag.isClosing {
      closeTag(tag)
      return
    }
    var node = InlineNode(.jsx, tag.start, tag.end)
    node.payload = Int32(tags.count)
    if tag.isSelfClosing || tag.isVoid(in: text) {
      if !tag.isSelfClosing { reportVoid(tag) }
      tags.append(tag)
      add(node)
      return
    }
    guard openTags.count < Nesting.limit else {
      reportNesting(at: tag.start)
      position = tag.end
      return
    }
    tags.append(tag)
    // Text until its partner is found.
    node.kind = .text
    let index = add(node)
    openTags.append(OpenTag(node: index, delimiter: lastDelimiter, bracketCount: brackets.count))
  }

  private mutating func reportVoid(_ tag: JSXTag) {
    let name = text.string(tag.name)
    findings.note(
      .mdxSyntax, "<\(name)> is not closed", at: range(tag.start, tag.end), help: "write <\(name) />")
  }

  private mutating func closeTag(_ tag: JSXTag) {
    guard
      let partner = openTags.lastIndex(where: { text.sameName(tags[Int(nodes[Int($0.node)].payload)].name, tag.name) }),
      openTags[partner].bracketCount <= brackets.count
    else {
      findings.warning(
        .mdxUnclosedTag, "this closing tag has no opening tag before it", at: range(tag.start, tag.end),
        help: "remove it, or open the element in the same block")
      position = tag.end
      return
    }
    flushText(to: tag.start)
    let open = openTags[partner]
    resolveDelimiters(after: open.delimiter)
    abandonTags(downTo: partner + 1)
    openTags.removeLast()
    while brackets.count > open.bracketCount { brackets.removeLast() }
    let node = Int(open.node)
    nodes[node].kind = .jsx
    nodes[node].end = Int32(tag.end)
    adoptRest(into: open.node)
    position = tag.end
    textStart = tag.end
  }

  /// Leaves opening tags without a partner as the text they are.
  mutating func abandonTags(downTo count: Int) {
    while openTags.count > count {
      let open = openTags.removeLast()
      let node = nodes[Int(open.node)]
      let name = text.string(tags[Int(node.payload)].name)
      findings.warning(
        .mdxUnclosedTag, "<\(name)> is never closed and is read as text", at: range(Int(node.start), Int(node.end)),
        help: "close it in the same paragraph with </\(name)>, or write \\< for the character itself")
    }
  }

  mutating func reportAutolink(to end: Int) {
    guard dialect.has(.mdx) else { return }
    findings.note(
      .mdxAutolink, "MDX has no autolinks in angle brackets; it is read as a link all the same",
      at: range(position, end), help: "write [text](address)")
  }

  mutating func reportNesting(at offset: Int) {
    guard !didReportNesting else { return }
    didReportNesting = true
    findings.warning(
      .nestingTooDeep, "text is marked up more than \(Nesting.limit) levels deep; what is deeper is flattened",
      at: range(offset, offset + 1))
  }
}
