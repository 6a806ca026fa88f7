extension InlineParser {
  mutating func readOpenBracket() {
    if dialect.has(.footnotes), text[position + 1] == .caret, readFootnoteReference() { return }
    pushBracket(length: 1)
  }

  mutating func readBang() {
    guard text[position + 1] == .openBracket, position + 1 < text.count else {
      position += 1
      return
    }
    if dialect.has(.footnotes), text[position + 2] == .caret {
      position += 1
      if readFootnoteReference() { return }
      position -= 1
    }
    pushBracket(length: 2)
  }

  private mutating func pushBracket(length: Int) {
    let node = add(InlineNode(.text, position, position + length))
    if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketAfter = true }
    brackets.append(
      Bracket(node: node, isImage: length == 2, delimiter: lastDelimiter, tagCount: openTags.count))
  }

  /// Links and images (CommonMark 0.31.2 §6.3, §6.4), at the bracket that ends their text.
  mutating func readCloseBracket() {
    let close = position
    guard let bracket = brackets.popLast() else {
      position += 1
      return
    }
    guard bracket.isActive, let (target, end) = linkTarget(after: close, bracket: bracket) else {
      position += 1
      return
    }
    flushText(to: close)
    resolveDelimiters(after: bracket.delimiter)
    abandonTags(downTo: bracket.tagCount)
    let node = Int(bracket.node)
    nodes[node].kind = bracket.isImage ? .image : .link
    nodes[node].end = Int32(end)
    nodes[node].payload = Int32(targets.count)
    targets.append(target)
    adoptRest(into: bracket.node)
    position = end
    textStart = end
    if !bracket.isImage { deactivateLinks() }
  }

  /// A link may hold no other link.
  private mutating func deactivateLinks() {
    var index = brackets.count - 1
    while index >= 0 {
      if !brackets[index].isImage {
        if !brackets[index].isActive { break }
        brackets[index].isActive = false
      }
      index -= 1
    }
  }

  /// What the text that ends at `close` links to, and where the link ends.
  private mutating func linkTarget(after close: Int, bracket: Bracket) -> ((String, String?), Int)? {
    if text[close + 1] == .openParenthesis, let inline = inlineTarget(at: close + 2) { return inline }
    guard !definitions.isEmpty else { return nil }
    var label: String?
    var end = close + 1
    if text[close + 1] == .openBracket, close + 1 < text.count, let labelEnd = text.linkLabelEnd(at: close + 1) {
      end = labelEnd
      if labelEnd - close > 3 { label = text.normalizedLabel(close + 2, labelEnd - 1) }
    }
    if label == nil {
      let start = Int(nodes[Int(bracket.node)].end)
      guard !bracket.hasBracketAfter, close - start <= 999 else { return nil }
      label = text.normalizedLabel(start, close)
    }
    guard let label, !label.isEmpty, let definition = definitions[label] else { return nil }
    return ((definition.destination, definition.title), end)
  }

  private func inlineTarget(at index: Int) -> ((String, String?), Int)? {
    guard let destination = text.linkDestination(at: text.skippingWhitespace(from: index)) else { return nil }
    let titleStart = text.skippingWhitespace(from: destination.end)
    var end = titleStart
    var title: String?
    if titleStart > destination.end, let titleEnd = text.linkTitleEnd(at: titleStart) {
      title = text.unescapedString(titleStart + 1, titleEnd - 1, scratch: scratch)
      end = text.skippingWhitespace(from: titleEnd)
    }
    guard text[end] == .closeParenthesis, end < text.count else { return nil }
    let content = destination.content
    return ((text.unescapedString(content.lowerBound, content.upperBound, scratch: scratch), title), end + 1)
  }

  /// Footnote references: only to a note that is defined; others are text.
  private mutating func readFootnoteReference() -> Bool {
    var end = position + 2
    while end < text.count, !text.base[end].isWhitespace, text.base[end] != .closeBracket,
      text.base[end] != .openBracket
    {
      end += 1
    }
    guard end > position + 2, text[end] == .closeBracket, text[end + 1] != .openParenthesis else { return false }
    let label = text.normalizedLabel(position + 2, end)
    guard footnoteLabels.contains(label) else {
      if dialect.reportsMistakes {
        findings.warning(
          .footnoteUndefined, "there is no footnote \"\(text.string(position + 2, end))\"",
          at: range(position, end + 1), help: "define it with a line [^\(text.string(position + 2, end))]: …")
      }
      return false
    }
    var node = InlineNode(.footnote, position, end + 1)
    node.innerStart = Int32(position + 2)
    node.innerEnd = Int32(end)
    add(node)
    return true
  }
}

extension Bytes {
  /// A link destination (CommonMark 0.31.2 §6.3) and the index after it.
  func linkDestination(at start: Int) -> (content: Range<Int>, end: Int)? {
    var index = start
    if self[start] == .less, start < count {
      index += 1
      while index < count {
        switch base[index] {
        case .greater: return (start + 1..<index, index + 1)
        case .less, .lineFeed, .carriageReturn: return nil
        case .backslash: index += index + 1 < count && base[index + 1].isPunctuation ? 2 : 1
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    scan: while index < count {
      let byte = base[index]
      switch byte {
      case .backslash: index += index + 1 < count && base[index + 1].isPunctuation ? 2 : 1
      case .openParenthesis:
        depth += 1
        if depth > 32 { return nil }
        index += 1
      case .closeParenthesis:
        if depth == 0 { break scan }
        depth -= 1
        index += 1
      default:
        if byte == .space || byte < 0x20 && byte != 0 || byte == 0x7F { break scan }
        index += 1
      }
    }
    return depth == 0 ? (start..<index, index) : nil
  }

  /// The index after a link title that begins at `start`.
  func linkTitleEnd(at start: Int) -> Int? {
    guard start < count else { return nil }
    let close: UInt8
    switch base[start] {
    case .quote, .apostrophe: close = base[start]
    case .openParenthesis: close = .closeParenthesis
    default: return nil
    }
    var index = start + 1
    while index < count {
      let byte = base[index]
      if byte == close { return index + 1 }
      if byte == .openParenthesis, close == .closeParenthesis { return nil }
      index += byte == .backslash && index + 1 < count && base[index + 1].isPunctuation ? 2 : 1
    }
    return nil
  }
}
