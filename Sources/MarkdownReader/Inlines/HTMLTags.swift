extension InlineParser {
  /// What a `<` begins: an autolink (CommonMark 0.31.2 §6.5), raw HTML (§6.6), or in MDX an element.
  mutating func readAngle() {
    if dialect.has(.shortcodes), position >= 2, text.hasPrefix("{{", at: position - 2),
      let end = search(">}}", from: position, missed: \.shortcodes)
    {
      position = end
      return
    }
    if let end = text.autolinkEnd(at: position) {
      reportAutolink(to: end)
      var node = InlineNode(.autolink, position, end)
      node.innerStart = Int32(position + 1)
      node.innerEnd = Int32(end - 1)
      node.flag = text.isEmailAutolink(at: position)
      add(node)
      return
    }
    if dialect.has(.mdx) {
      readJSX()
    } else if let end = htmlEnd() {
      add(InlineNode(.html, position, end))
    } else {
      position += 1
    }
  }

  private mutating func htmlEnd() -> Int? {
    switch text[position + 1] {
    case .bang:
      if text.hasPrefix("--", at: position + 2) { return commentEnd() }
      if text.isCDATA(at: position) {
        return search("]]>", from: position + 9, missed: \.sections)
      }
      guard text[position + 2].isLetter else { return nil }
      return search(">", from: position + 2, missed: \.declarations)
    case .question: return search("?>", from: position + 2, missed: \.instructions)
    default: return text.htmlTagEnd(at: position)
    }
  }

  /// The end of the comment at the position (CommonMark 0.31.2 §6.6).
  mutating func commentEnd() -> Int? {
    if text.hasPrefix(">", at: position + 4) { return position + 5 }
    if text.hasPrefix("->", at: position + 4) { return position + 6 }
    return search("-->", from: position + 4, missed: \.comments)
  }

  private mutating func search(_ end: StaticString, from start: Int, missed: WritableKeyPath<Misses, Bool>) -> Int? {
    if misses[keyPath: missed] { return nil }
    if let found = text.firstIndex(of: end, from: start) { return found + end.utf8CodeUnitCount }
    misses[keyPath: missed] = true
    return nil
  }
}

extension Bytes {
  func isCDATA(at index: Int) -> Bool {
    guard hasPrefix("<![cdata[", at: index) else { return false }
    return base[index + 3] == UInt8(ascii: "C") && base[index + 7] == UInt8(ascii: "A")
  }

  /// The index after an open or closing tag of HTML (CommonMark 0.31.2 §6.6).
  func htmlTagEnd(at start: Int) -> Int? {
    let isClosing = self[start + 1] == .slash
    var index = isClosing ? start + 2 : start + 1
    guard index < count, base[index].isLetter else { return nil }
    while index < count, base[index].isAlphanumeric || base[index] == .hyphen { index += 1 }
    if !isClosing {
      while true {
        let name = skippingWhitespace(from: index)
        guard name > index, let end = htmlAttributeEnd(at: name) else { break }
        index = end
      }
    }
    index = skippingWhitespace(from: index)
    if !isClosing, index < count, base[index] == .slash { index += 1 }
    return index < count && base[index] == .greater ? index + 1 : nil
  }

  private func htmlAttributeEnd(at start: Int) -> Int? {
    guard start < count, base[start].isLetter || base[start] == .underscore || base[start] == .colon else {
      return nil
    }
    var index = start + 1
    while index < count,
      base[index].isAlphanumeric || base[index] == .underscore || base[index] == .dot || base[index] == .colon
        || base[index] == .hyphen
    {
      index += 1
    }
    let equals = skippingWhitespace(from: index)
    guard equals < count, base[equals] == .equals else { return index }
    let value = skippingWhitespace(from: equals + 1)
    guard value < count else { return nil }
    let quote = base[value]
    if quote == .quote || quote == .apostrophe {
      var end = value + 1
      while end < count, base[end] != quote { end += 1 }
      return end < count ? end + 1 : nil
    }
    var end = value
    while end < count, !base[end].isWhitespace, !isUnquotedValueStop(base[end]) { end += 1 }
    return end > value ? end : nil
  }

  private func isUnquotedValueStop(_ byte: UInt8) -> Bool {
    switch byte {
    case .quote, .apostrophe, .equals, .less, .greater, .backtick: true
    default: false
    }
  }
}
