/// The pieces links and reference definitions are made of (CommonMark 0.31.2 §6.3).
extension Bytes {
  /// The index behind a link label's `]`; at most 999 characters, with at least one that is no white space.
  func linkLabelEnd(at start: Int) -> Int? {
    guard self[start] == .openBracket, start < count else { return nil }
    var index = start + 1
    var hasContent = false
    while index < count, index - start <= 1000 {
      switch base[index] {
      case .closeBracket: return hasContent ? index + 1 : nil
      case .openBracket: return nil
      case .backslash where index + 1 < count && base[index + 1].isPunctuation:
        hasContent = true
        index += 2
      default:
        if !base[index].isWhitespace { hasContent = true }
        index += 1
      }
    }
    return nil
  }

  /// A destination, in angle brackets or with balanced parentheses.
  func linkDestination(at start: Int) -> (content: Range<Int>, end: Int)? {
    guard start < count else { return nil }
    return base[start] == .less ? angledDestination(at: start) : bareDestination(at: start)
  }

  private func angledDestination(at start: Int) -> (content: Range<Int>, end: Int)? {
    var index = start + 1
    while index < count {
      switch base[index] {
      case .greater: return (start + 1..<index, index + 1)
      case .less, .lineFeed: return nil
      case .backslash where index + 1 < count && base[index + 1].isPunctuation: index += 2
      default: index += 1
      }
    }
    return nil
  }

  private func bareDestination(at start: Int) -> (content: Range<Int>, end: Int)? {
    var index = start
    var depth = 0
    scan: while index < count {
      switch base[index] {
      case .backslash where index + 1 < count && base[index + 1].isPunctuation: index += 2
      case .openParenthesis:
        depth += 1
        if depth > 32 { return nil }
        index += 1
      case .closeParenthesis:
        if depth == 0 { break scan }
        depth -= 1
        index += 1
      case 0...0x20, 0x7F: break scan
      default: index += 1
      }
    }
    return depth == 0 ? (start..<index, index) : nil
  }

  /// A title in quotes or parentheses; it may hold line endings, but no blank line.
  func linkTitle(at start: Int) -> (content: Range<Int>, end: Int)? {
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
      if byte == close { return (start + 1..<index, index + 1) }
      if byte == .openParenthesis, close == .closeParenthesis { return nil }
      index += byte == .backslash && index + 1 < count && base[index + 1].isPunctuation ? 2 : 1
    }
    return nil
  }
}
