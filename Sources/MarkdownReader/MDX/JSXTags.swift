import BookModel

/// A tag of JSX as its bytes stand; offsets count in the text it was read from.
struct JSXTag {
  struct Attribute {
    enum Value {
      case flag, string, expression, spread
    }
    var start: Int
    /// The name; empty for a spread.
    var name: Range<Int>
    var kind: Value
    /// Without quotes or braces.
    var value: Range<Int>
    var end: Int
  }

  var start: Int
  var end: Int
  /// Empty for a fragment.
  var name: Range<Int>
  var isClosing: Bool
  var isSelfClosing: Bool
  var attributes: [Attribute]
}

extension Bytes {
  /// The tag at a `<` (the JSX specification, https://facebook.github.io/jsx/); nil when it is none or does not end.
  func jsxTag(at start: Int) -> JSXTag? {
    var index = start + 1
    let isClosing = self[index] == .slash
    if isClosing { index += 1 }
    guard let nameEnd = jsxNameEnd(at: index) else { return nil }
    var tag = JSXTag(
      start: start, end: nameEnd, name: index..<nameEnd, isClosing: isClosing, isSelfClosing: false, attributes: [])
    index = nameEnd
    while index < count {
      let next = skippingWhitespace(from: index)
      guard next < count else { return nil }
      switch base[next] {
      case .greater:
        tag.end = next + 1
        return tag
      case .slash:
        let close = skippingWhitespace(from: next + 1)
        guard close < count, base[close] == .greater, !isClosing, !tag.name.isEmpty else { return nil }
        tag.isSelfClosing = true
        tag.end = close + 1
        return tag
      default:
        guard next > index || index == nameEnd && base[next] == .openBrace || !tag.attributes.isEmpty, !isClosing,
          let attribute = jsxAttribute(at: next)
        else { return nil }
        tag.attributes.append(attribute)
        index = attribute.end
      }
    }
    return nil
  }

  /// The end of a name with its members or namespace; the start itself for a fragment.
  private func jsxNameEnd(at start: Int) -> Int? {
    guard start < count else { return nil }
    if base[start] == .greater { return start }
    guard isIdentifierStart(base[start]) else { return nil }
    var index = start + 1
    while index < count {
      let byte = base[index]
      if isIdentifierPart(byte) {
        index += 1
      } else if byte == .dot || byte == .colon, index + 1 < count, isIdentifierStart(base[index + 1]) {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  private func isIdentifierStart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == .dollar || byte == .underscore || byte >= 0x80
  }

  private func isIdentifierPart(_ byte: UInt8) -> Bool {
    isIdentifierStart(byte) || byte.isDigit || byte == .hyphen
  }

  private func jsxAttribute(at start: Int) -> JSXTag.Attribute? {
    if base[start] == .openBrace {
      guard let end = expressionEnd(at: start) else { return nil }
      return .init(start: start, name: start..<start, kind: .spread, value: start + 1..<end - 1, end: end)
    }
    guard isIdentifierStart(base[start]) || base[start] == .at || base[start] == .colon else { return nil }
    var nameEnd = start + 1
    while nameEnd < count, isIdentifierPart(base[nameEnd]) || base[nameEnd] == .colon || base[nameEnd] == .dot {
      nameEnd += 1
    }
    let name = start..<nameEnd
    let equals = skippingWhitespace(from: nameEnd)
    guard equals < count, base[equals] == .equals else {
      return .init(start: start, name: name, kind: .flag, value: nameEnd..<nameEnd, end: nameEnd)
    }
    let value = skippingWhitespace(from: equals + 1)
    guard value < count else { return nil }
    switch base[value] {
    case .openBrace:
      guard let end = expressionEnd(at: value) else { return nil }
      return .init(start: start, name: name, kind: .expression, value: value + 1..<end - 1, end: end)
    case .quote, .apostrophe:
      var end = value + 1
      while end < count, base[end] != base[value] { end += 1 }
      guard end < count else { return nil }
      return .init(start: start, name: name, kind: .string, value: value + 1..<end, end: end + 1)
    default: return unquotedAttribute(start, name, value)
    }
  }

  /// `width=300`, which HTML allows and MDX does not.
  private func unquotedAttribute(_ start: Int, _ name: Range<Int>, _ value: Int) -> JSXTag.Attribute? {
    var end = value
    while end < count, isIdentifierPart(base[end]) || base[end] == .dot || base[end] == UInt8(ascii: "%") { end += 1 }
    guard end > value else { return nil }
    return .init(start: start, name: name, kind: .string, value: value..<end, end: end)
  }

  /// Whether two names are the same bytes.
  func sameName(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<a.count where base[a.lowerBound + offset] != base[b.lowerBound + offset] { return false }
    return true
  }
}
