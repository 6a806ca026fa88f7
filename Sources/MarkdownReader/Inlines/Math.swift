/// `$…$` and `$$…$$` in running text (micromark-extension-math): a run of dollars closed by a run as long.
///
/// So that prices stay prices, a single `$` opens only before something that is no space, and closes only behind
/// something that is no space and before something that is no digit (pandoc's rule).
extension InlineParser {
  mutating func readMath() -> Bool {
    guard dialect.has(.math) else { return false }
    let length = text.run(of: .dollar, from: position)
    let start = position + length
    guard !failed.dollars, length <= 2, let close = mathEnd(length, from: start) else {
      appendText(position, start)
      position = start
      return true
    }
    let content = text.trimmed(start, close)
    append(.math(text.string(content), isDisplay: length == 2), position, close + length)
    position = close + length
    return true
  }

  private mutating func mathEnd(_ length: Int, from start: Int) -> Int? {
    if length == 1, text[start].isWhitespace { return nil }
    var index = start
    var sawRun = false
    while index < text.count {
      if text.base[index] == .backslash {
        index += 2
      } else if text.base[index] == .dollar {
        let run = text.run(of: .dollar, from: index)
        sawRun = true
        let mayClose = length == 2 || (!text.base[index - 1].isWhitespace && !text[index + 1].isDigit)
        if run == length, index > start, mayClose { return index }
        index += run
      } else {
        index += 1
      }
    }
    if !sawRun { failed.dollars = true }
    return nil
  }
}
