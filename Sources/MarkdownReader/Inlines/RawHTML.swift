/// Raw HTML in running text (CommonMark 0.31.2 §6.6).
extension InlineParser {
  mutating func readHTML() -> Bool {
    guard let end = rawHTMLEnd() else { return false }
    append(.html, position, end)
    position = end
    return true
  }

  private mutating func rawHTMLEnd() -> Int? {
    let next = text[position + 1]
    guard position + 1 < text.count else { return nil }
    if next == .bang { return markedEnd() }
    if next == .question { return search("?>", from: position + 2, \.instruction) }
    return text.htmlTagEnd(at: position)
  }

  private mutating func markedEnd() -> Int? {
    if text.hasPrefix("!-->", at: position + 1) { return position + 5 }
    if text.hasPrefix("!--->", at: position + 1) { return position + 6 }
    if text.hasPrefix("!--", at: position + 1) { return search("-->", from: position + 4, \.comment) }
    if text.hasPrefix("![cdata[", at: position + 1) { return search("]]>", from: position + 9, \.cdata) }
    guard text[position + 2].isLetter else { return nil }
    return search(">", from: position + 2, \.declaration)
  }

  /// Looks for an end once: when it is not there, no later beginning needs to look for it again.
  private mutating func search(
    _ end: StaticString, from start: Int, _ memory: WritableKeyPath<FailedSearches, Bool>
  ) -> Int? {
    if failed[keyPath: memory] { return nil }
    if let found = text.firstIndex(of: end, from: start) { return found + end.utf8CodeUnitCount }
    failed[keyPath: memory] = true
    return nil
  }
}

extension Bytes {
  /// The index behind an open or closing tag that begins at a `<`.
  func htmlTagEnd(at start: Int) -> Int? {
    var index = start + 1
    let isClosing = self[index] == .slash && index < count
    if isClosing { index += 1 }
    guard index < count, base[index].isLetter else { return nil }
    while index < count, base[index].isAlphanumeric || base[index] == .hyphen { index += 1 }
    if isClosing {
      index = skippingWhitespace(from: index)
      return index < count && base[index] == .greater ? index + 1 : nil
    }
    while true {
      let afterSpace = skippingWhitespace(from: index)
      guard afterSpace < count else { return nil }
      if base[afterSpace] == .greater { return afterSpace + 1 }
      if base[afterSpace] == .slash { return self[afterSpace + 1] == .greater && afterSpace + 1 < count ? afterSpace + 2 : nil }
      guard afterSpace > index, let next = htmlAttributeEnd(at: afterSpace) else { return nil }
      index = next
    }
  }

  private func htmlAttributeEnd(at start: Int) -> Int? {
    var index = start
    guard base[index].isLetter || base[index] == .underscore || base[index] == .colon else { return nil }
    while index < count, base[index].isAlphanumeric || [.underscore, .colon, .dot, .hyphen].contains(base[index]) {
      index += 1
    }
    let equals = skippingWhitespace(from: index)
    guard equals < count, base[equals] == .equals else { return index }
    let value = skippingWhitespace(from: equals + 1)
    guard value < count else { return nil }
    if base[value] == .quote || base[value] == .apostrophe {
      var end = value + 1
      while end < count, base[end] != base[value] { end += 1 }
      return end < count ? end + 1 : nil
    }
    var end = value
    while end < count, !base[end].isWhitespace,
      ![.quote, .apostrophe, .equals, .less, .greater, .backtick].contains(base[end])
    {
      end += 1
    }
    return end > value ? end : nil
  }
}
