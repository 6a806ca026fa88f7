/// Just enough of JavaScript's lexical grammar to find where an expression ends: strings, template literals and
/// comments hide brackets.
extension Bytes {
  /// The index after the brace that closes the one at `start`, or nil.
  ///
  /// An apostrophe in JSX text looks like an unclosed string; a text that does not close by the rules is
  /// read a second time by its braces alone.
  func expressionEnd(at start: Int) -> Int? {
    bracketEnd(at: start, open: .openBrace, close: .closeBrace, seesStrings: true)
      ?? bracketEnd(at: start, open: .openBrace, close: .closeBrace, seesStrings: false)
  }

  private func bracketEnd(at start: Int, open: UInt8, close: UInt8, seesStrings: Bool) -> Int? {
    var depth = 0
    var index = start
    while index < count {
      let byte = base[index]
      if byte == open {
        depth += 1
        index += 1
      } else if byte == close {
        depth -= 1
        index += 1
        if depth == 0 { return index }
      } else if seesStrings {
        index = javaScriptTokenEnd(at: index)
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The index after a string, template literal or comment at `index`, else after one byte.
  func javaScriptTokenEnd(at index: Int) -> Int {
    switch base[index] {
    case .quote, .apostrophe: return stringEnd(at: index) ?? index + 1
    case .backtick: return templateEnd(at: index) ?? index + 1
    case .slash where self[index + 1] == .asterisk:
      return firstIndex(of: "*/", from: index + 2).map { $0 + 2 } ?? count
    case .slash where self[index + 1] == .slash && (index == 0 || base[index - 1] != .colon):
      var end = index
      while end < count, base[end] != .lineFeed { end += 1 }
      return end
    // A quote behind a backslash opens nothing; were it to, each could search the whole line in vain.
    case .backslash: return min(index + 2, count)
    default: return index + 1
    }
  }

  /// A string ends on its own line.
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

  /// The index after the comment that a `{` opens, when it holds one comment and nothing else: `{/* … */}`.
  func braceCommentEnd(at start: Int) -> Int? {
    let comment = skippingWhitespace(from: start + 1)
    guard hasPrefix("/*", at: comment), let end = firstIndex(of: "*/", from: comment + 2) else { return nil }
    let close = skippingWhitespace(from: end + 2)
    return self[close] == .closeBrace && close < count ? close + 1 : nil
  }
}
