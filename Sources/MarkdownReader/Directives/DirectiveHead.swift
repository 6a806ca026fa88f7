import BookModel

/// Name, label and attributes of a directive as their bytes stand (the generic directives proposal, as
/// remark-directive reads it).
struct DirectiveHead {
  var name: Range<Int>
  /// Without brackets; nil when there are none.
  var label: Range<Int>?
  /// Without braces; nil when there are none.
  var attributes: Range<Int>?
  var end: Int
}

extension Bytes {
  /// The head of a directive whose name begins at `start`.
  func directiveHead(at start: Int) -> DirectiveHead? {
    guard start < count, base[start].isLetter || base[start] >= 0x80 else { return nil }
    var index = start + 1
    while index < count,
      base[index].isAlphanumeric || base[index] == .hyphen || base[index] == .underscore || base[index] >= 0x80
    {
      index += 1
    }
    while base[index - 1] == .hyphen || base[index - 1] == .underscore { index -= 1 }
    var head = DirectiveHead(name: start..<index, label: nil, attributes: nil, end: index)
    if self[index] == .openBracket, index < count, let close = labelEnd(at: index) {
      head.label = index + 1..<close
      index = close + 1
    }
    if self[index] == .openBrace, index < count, let close = attributesEnd(at: index) {
      head.attributes = index + 1..<close
      index = close + 1
    }
    head.end = index
    return head
  }

  /// The bracket that closes a label; brackets inside are balanced or escaped.
  private func labelEnd(at start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < count {
      switch base[index] {
      case .openBracket: depth += 1
      case .closeBracket:
        depth -= 1
        if depth == 0 { return index }
      case .backslash: index += 1
      case .lineFeed where index - start > 2000: return nil
      default: break
      }
      if depth > 32 { return nil }
      index += 1
    }
    return nil
  }

  private func attributesEnd(at start: Int) -> Int? {
    var index = start + 1
    while index < count {
      let byte = base[index]
      if byte == .closeBrace { return isAttributeList(start + 1, index) ? index : nil }
      if byte == .openBrace || byte == .lineFeed || byte == .less { return nil }
      if byte == .quote || byte == .apostrophe {
        index += 1
        while index < count, base[index] != byte, base[index] != .lineFeed { index += 1 }
        guard index < count, base[index] == byte else { return nil }
      }
      index += 1
    }
    return nil
  }

  private func isAttributeList(_ start: Int, _ end: Int) -> Bool {
    var isValid = true
    forEachAttribute(start, end) { _, _ in
    } invalid: {
      isValid = false
    }
    return isValid
  }

  /// The attributes between braces: `#id`, `.class`, `key`, `key=value`, `key="value"`.
  func directiveAttributes(_ range: Range<Int>, scratch: ByteBuffer) -> [ElementAttribute] {
    var attributes: [ElementAttribute] = []
    forEachAttribute(range.lowerBound, range.upperBound) { name, value in
      let text = value.map { decodedString($0, scratch: scratch) } ?? ""
      let key: String
      switch base[name.lowerBound] {
      case .hash: key = "id"
      case .dot: key = "class"
      default: key = string(name)
      }
      if key == "class", let index = attributes.firstIndex(where: { $0.name == "class" }) {
        attributes[index].value += " " + text
      } else if let index = attributes.firstIndex(where: { $0.name == key }) {
        attributes[index].value = text
      } else {
        attributes.append(ElementAttribute(name: key, value: text))
      }
    } invalid: {
    }
    return attributes
  }

  /// Visits names and values; a shortcut's name is its mark.
  private func forEachAttribute(
    _ start: Int, _ end: Int, _ visit: (Range<Int>, Range<Int>?) -> Void, invalid: () -> Void
  ) {
    let list = Bytes(base: base, count: end)
    var index = list.skippingWhitespace(from: start)
    while index < end {
      let isShortcut = base[index] == .hash || base[index] == .dot
      let name = index
      index += isShortcut ? 1 : 0
      var stop = index
      while stop < end, list.isAttributeByte(at: stop), !(isShortcut && base[stop] == .dot) { stop += 1 }
      guard stop > index else { return invalid() }
      if isShortcut {
        visit(name..<name + 1, index..<stop)
        index = list.skippingWhitespace(from: stop)
        continue
      }
      let equals = list.skippingWhitespace(from: stop)
      guard equals < end, base[equals] == .equals else {
        visit(name..<stop, nil)
        index = equals
        continue
      }
      var value = list.skippingWhitespace(from: equals + 1)
      guard value < end else { return invalid() }
      var valueEnd = value
      if base[value] == .quote || base[value] == .apostrophe {
        valueEnd = value + 1
        while valueEnd < end, base[valueEnd] != base[value] { valueEnd += 1 }
        index = valueEnd + 1
        value += 1
      } else {
        while valueEnd < end, !base[valueEnd].isWhitespace { valueEnd += 1 }
        index = valueEnd
      }
      visit(name..<stop, value..<valueEnd)
      index = list.skippingWhitespace(from: index)
    }
  }

  private func isAttributeByte(at index: Int) -> Bool {
    let byte = base[index]
    return byte.isAlphanumeric || byte == .hyphen || byte == .underscore || byte == .colon || byte == .dot
      || byte >= 0x80
  }
}
