import BookModel
import SourceText

/// One JSX tag as it was scanned, before its partner is known.
struct Tag {
  enum Role { case open, close, selfClosing }
  var role: Role
  /// Empty for a fragment.
  var name: String
  var attributes: [JSXAttribute]

  func emptyElement<Content>() -> JSXElement<Content> {
    JSXElement(
      name: name, attributes: attributes, isSelfClosing: role == .selfClosing)
  }
}

/// Scans tags of JSX (the grammar of micromark-extension-mdx-jsx), over line endings.
struct TagScanner {
  let bytes: Bytes
  /// The place in the file of a byte of the text.
  let place: (Int, Int) -> SourceRange

  /// Reads the tag at a `<`.
  /// - Returns: the tag and the index behind its `>`; nil when none stands there.
  func tag(at start: Int) -> (tag: Tag, end: Int)? {
    var index = bytes.skippingWhitespace(from: start + 1)
    guard index < bytes.count, index == start + 1 || bytes.base[index] == .slash || bytes.base[index] == .greater else {
      return nil
    }
    let isClosing = bytes.base[index] == .slash
    if isClosing { index = bytes.skippingWhitespace(from: index + 1) }
    let nameStart = index
    while index < bytes.count, isNameByte(bytes.base[index]) { index += 1 }
    let name = bytes.string(nameStart, index)
    guard name.isEmpty || isNameStart(bytes.base[nameStart]) else { return nil }
    var attributes: [JSXAttribute] = []
    while true {
      let before = index
      index = bytes.skippingWhitespace(from: index)
      guard index < bytes.count else { return nil }
      switch bytes.base[index] {
      case .greater: return (Tag(role: isClosing ? .close : .open, name: name, attributes: attributes), index + 1)
      case .slash:
        let end = bytes.skippingWhitespace(from: index + 1)
        guard end < bytes.count, bytes.base[end] == .greater, !isClosing else { return nil }
        return (Tag(role: .selfClosing, name: name, attributes: attributes), end + 1)
      default:
        guard !isClosing, !name.isEmpty, index > before || before == index && attributes.last != nil || bytes.base[index] == .openBrace,
          let (attribute, end) = attribute(at: index)
        else { return nil }
        attributes.append(attribute)
        index = end
      }
    }
  }

  private func attribute(at start: Int) -> (JSXAttribute, end: Int)? {
    if bytes.base[start] == .openBrace {
      guard let close = bytes.expressionEnd(at: start) else { return nil }
      let value = bytes.string(bytes.trimmed(start + 1, close - 1))
      return (JSXAttribute(name: "", value: .expression(value), range: place(start, close)), close)
    }
    var index = start
    guard isNameStart(bytes.base[index]) else { return nil }
    while index < bytes.count, isNameByte(bytes.base[index]) { index += 1 }
    let name = bytes.string(start, index)
    let equals = bytes.skippingWhitespace(from: index)
    guard equals < bytes.count, bytes.base[equals] == .equals else {
      return (JSXAttribute(name: name, value: .flag, range: place(start, index)), index)
    }
    let valueStart = bytes.skippingWhitespace(from: equals + 1)
    guard let (value, end) = value(at: valueStart) else { return nil }
    return (JSXAttribute(name: name, value: value, range: place(start, end)), end)
  }

  private func value(at start: Int) -> (JSXAttribute.Value, end: Int)? {
    guard start < bytes.count else { return nil }
    switch bytes.base[start] {
    case .quote, .apostrophe:
      var end = start + 1
      while end < bytes.count, bytes.base[end] != bytes.base[start] { end += 1 }
      guard end < bytes.count else { return nil }
      return (.string(bytes.referencesDecoded(start + 1, end)), end + 1)
    case .openBrace:
      guard let close = bytes.expressionEnd(at: start) else { return nil }
      return (.expression(bytes.string(bytes.trimmed(start + 1, close - 1))), close)
    default:
      // HTML's unquoted values, which JSX has not: read all the same.
      var end = start
      while end < bytes.count, !bytes.base[end].isWhitespace,
        ![.greater, .less, .quote, .apostrophe, .equals, .openBrace, .closeBrace].contains(bytes.base[end])
      {
        if bytes.base[end] == .slash, bytes[end + 1] == .greater { break }
        end += 1
      }
      return end > start ? (.string(bytes.string(start, end)), end) : nil
    }
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == .underscore || byte == .dollar || byte >= 0x80
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte.isDigit || byte == .hyphen || byte == .dot || byte == .colon
  }
}

extension Bytes {
  /// A piece with its character references decoded; a backslash is one.
  fileprivate func referencesDecoded(_ start: Int, _ end: Int) -> String {
    let piece = Bytes(base: base, count: end)
    guard contains(.ampersand, in: start..<end) else { return string(start, end) }
    let output = ByteBuffer()
    var index = start
    while index < end {
      if base[index] == .ampersand, let next = piece.decodeEntity(at: index, into: output) {
        index = next
      } else {
        output.append(base[index])
        index += 1
      }
    }
    return output.bytes.string(0, output.count)
  }

  /// The index behind the `}` that closes a `{`, braces in strings, templates and comments not counted.
  func expressionEnd(at start: Int) -> Int? {
    var index = start + 1
    var depth = 1
    while index < count {
      switch base[index] {
      case .openBrace: depth += 1
      case .closeBrace:
        depth -= 1
        if depth == 0 { return index + 1 }
      case .quote, .apostrophe:
        // A quote without a partner in its line is an apostrophe in JSX text.
        if let end = stringEnd(at: index) { index = end - 1 }
      case .backtick: if let end = templateEnd(at: index) { index = end - 1 }
      case .slash where self[index + 1] == .asterisk:
        guard let end = firstIndex(of: "*/", from: index + 2) else { return nil }
        index = end + 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private func stringEnd(at start: Int) -> Int? {
    var index = start + 1
    while index < count, base[index] != .lineFeed {
      if base[index] == base[start] { return index + 1 }
      index += base[index] == .backslash ? 2 : 1
    }
    return nil
  }

  private func templateEnd(at start: Int) -> Int? {
    var index = start + 1
    while index < count {
      if base[index] == .backtick { return index + 1 }
      index += base[index] == .backslash ? 2 : 1
    }
    return nil
  }
}
