import BookModel

/// Links and images (CommonMark 0.31.2 §6.3, §6.4), and references to footnotes.
extension InlineParser {
  mutating func openBracket(isImage: Bool) -> Bool {
    let start = position
    position += isImage ? 2 : 1
    if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketAfter = true }
    let piece = append(.text, start, position)
    brackets.append(
      Bracket(piece: piece, isImage: isImage, delimiter: lastDelimiter, contentStart: position))
    return true
  }

  mutating func closeBracket() -> Bool {
    guard let opener = brackets.last else { return false }
    guard opener.isActive else {
      brackets.removeLast()
      return false
    }
    let close = position
    if let (destination, title, end) = linkTarget(opener, close) {
      makeLink(opener, destination, title, end)
      return true
    }
    if dialect.has(.footnotes), makeFootnoteReference(opener, close) { return true }
    brackets.removeLast()
    return false
  }

  private func linkTarget(_ opener: Bracket, _ close: Int) -> (destination: String, title: String?, end: Int)? {
    if text[close + 1] == .openParenthesis, close + 1 < text.count, let inline = inlineTarget(at: close + 2) {
      return inline
    }
    guard !references.isEmpty else { return nil }
    let labelStart = close + 1
    var label = opener.contentStart..<close
    var end = close + 1
    if text[labelStart] == .openBracket, labelStart < text.count {
      if let labelEnd = text.linkLabelEnd(at: labelStart) {
        label = labelStart + 1..<labelEnd - 1
        end = labelEnd
      } else if text[labelStart + 1] == .closeBracket, labelStart + 1 < text.count {
        end = labelStart + 2
      }
    }
    if label.lowerBound == opener.contentStart {
      guard !opener.hasBracketAfter, label.count <= 999 else { return nil }
    }
    guard let found = references[text.normalizedLabel(label)], !label.isEmpty else { return nil }
    return (found.destination, found.title, end)
  }

  private func inlineTarget(at start: Int) -> (destination: String, title: String?, end: Int)? {
    var index = text.skippingWhitespace(from: start)
    if text[index] == .closeParenthesis, index < text.count { return ("", nil, index + 1) }
    guard let destination = text.linkDestination(at: index) else { return nil }
    index = text.skippingWhitespace(from: destination.end)
    var title: String?
    if index > destination.end, let found = text.linkTitle(at: index) {
      title = text.unescapedString(found.content.lowerBound, found.content.upperBound, scratch: scratch)
      index = text.skippingWhitespace(from: found.end)
    }
    guard index < text.count, text.base[index] == .closeParenthesis else { return nil }
    let address = text.unescapedString(
      destination.content.lowerBound, destination.content.upperBound, scratch: scratch)
    return (address, title, index + 1)
  }

  private mutating func makeLink(_ opener: Bracket, _ destination: String, _ title: String?, _ end: Int) {
    processEmphasis(downTo: opener.delimiter)
    let kind: Piece.Kind =
      opener.isImage ? .image(destination: destination, title: title) : .link(destination: destination, title: title)
    wrap(kind, after: opener.piece, before: -1, pieces[opener.piece].start, end)
    unlink(opener.piece)
    brackets.removeLast()
    position = end
    // No link may stand in another.
    if !opener.isImage {
      for index in brackets.indices where !brackets[index].isImage { brackets[index].isActive = false }
    }
  }

  private mutating func makeFootnoteReference(_ opener: Bracket, _ close: Int) -> Bool {
    let label = opener.contentStart + 1..<max(close, opener.contentStart + 1)
    guard text[opener.contentStart] == .caret, !label.isEmpty else { return false }
    let name = text.normalizedLabel(label)
    guard footnotes.isDefined(name) else {
      reportUndefinedFootnote(label, close)
      return false
    }
    processEmphasis(downTo: opener.delimiter)
    last = opener.piece
    pieces[opener.piece].next = -1
    let start = pieces[opener.piece].start
    if opener.isImage {
      pieces[opener.piece].end = start + 1
    } else {
      unlink(opener.piece)
    }
    append(.footnoteReference(text.string(label)), opener.isImage ? start + 1 : start, close + 1)
    brackets.removeLast()
    position = close + 1
    return true
  }

  private mutating func reportUndefinedFootnote(_ label: Range<Int>, _ close: Int) {
    guard !(label.contains { text.base[$0].isWhitespace || text.base[$0] == .openBracket }) else { return }
    findings.warning(
      .footnoteUndefined, "the footnote `\(text.string(label))` is not defined",
      at: sourceRange(label.lowerBound - 2, close + 1), notes: ["it is shown as written"],
      help: "add a line `[^\(text.string(label))]: …` to the page")
  }
}
