extension BlockParser {
  /// Block quotes (CommonMark 0.31.2 §5.1).
  mutating func openQuote() -> Start {
    guard mayNest(at: cursor.nonspace) else { return .none }
    _ = addChild(.quote, at: cursor.nonspace)
    skipQuoteMarker()
    return .container
  }

  mutating func continueQuote() -> Bool {
    guard cursor.first == .greater, cursor.indent < 4 || !hasIndentedCode else { return false }
    skipQuoteMarker()
    return true
  }

  private mutating func skipQuoteMarker() {
    cursor.advance(cursor.nonspace + 1 - cursor.position)
    if cursor.isAtSpace { cursor.advance(columns: 1) }
  }
}
