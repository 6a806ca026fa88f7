extension InlineParser {
  /// `$…$` and `$$…$$` (remark-math): delimited as code spans are, by runs of equal length.
  mutating func readMath() {
    let length = text.run(of: .dollar, from: position)
    guard let close = closingRun(of: .dollar, length: length, misses: \.math) else {
      position += length
      return
    }
    addSpan(.math, length: length, close: close)
  }
}
