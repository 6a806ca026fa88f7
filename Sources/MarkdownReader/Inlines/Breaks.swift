/// Line endings inside paragraphs (CommonMark 0.31.2 §6.7, §6.8), escapes (§2.4) and references (§2.5).
extension InlineParser {
  mutating func readLineEnding() -> Bool {
    if last >= 0, case .text = pieces[last].kind, pieces[last].end == position {
      while pieces[last].end > pieces[last].start, text.base[pieces[last].end - 1].isSpaceOrTab {
        pieces[last].end -= 1
      }
    }
    let trailing = position >= 2 && text.base[position - 1] == .space && text.base[position - 2] == .space
    append(trailing ? .lineBreak : .softBreak, position, position + 1)
    position = text.skippingSpaces(from: position + 1)
    return true
  }

  mutating func readEscape() -> Bool {
    let next = text[position + 1]
    guard position + 1 < text.count else { return false }
    if next == .lineFeed {
      append(.lineBreak, position, position + 2)
      position = text.skippingSpaces(from: position + 2)
      return true
    }
    guard next.isPunctuation else { return false }
    append(.characters(String(Unicode.Scalar(next))), position, position + 2)
    position += 2
    return true
  }

  mutating func readCharacterReference() -> Bool {
    scratch.removeAll()
    guard let end = text.decodeEntity(at: position, into: scratch) else { return false }
    append(.characters(scratch.bytes.string(0, scratch.count)), position, end)
    position = end
    return true
  }
}
