/// The author's id at the end of a heading (Docusaurus 3.10, `remark/headings`).
extension Bytes {
  /// - Returns: the range to leave out of the heading, white space before it included, and the id.
  func headingID(isMDX: Bool) -> (range: Range<Int>, id: String)? {
    let end = trimmedEnd
    guard end > 4 else { return nil }
    if base[end - 1] == .closeBrace {
      if end > 5, base[end - 2] == .slash, base[end - 3] == .asterisk { return commentID("{/*", closing: 3, end) }
      return classicID(end)
    }
    if base[end - 1] == .greater, base[end - 2] == .hyphen, base[end - 3] == .hyphen {
      return commentID("<!--", closing: 3, end)
    }
    return nil
  }

  /// `{#id}`: any characters but braces.
  private func classicID(_ end: Int) -> (range: Range<Int>, id: String)? {
    var start = end - 2
    while start > 0, base[start] != .openBrace, base[start] != .closeBrace { start -= 1 }
    guard base[start] == .openBrace, self[start + 1] == .hash, end - 1 > start + 2 else { return nil }
    // `\{#id}` is what Docusaurus's own escaping leaves: the backslash goes, too.
    let before = start > 0 && base[start - 1] == .backslash ? start - 1 : start
    return (spaceStart(before)..<end, string(start + 2, end - 1))
  }

  /// `{/* #id */}` or `<!-- #id -->`: the first word, which begins with `#`.
  private func commentID(_ opening: StaticString, closing: Int, _ end: Int) -> (range: Range<Int>, id: String)? {
    var start = end - closing - 1
    while start >= 0, !hasPrefix(opening, at: start) { start -= 1 }
    guard start >= 0 else { return nil }
    let word = skippingWhitespace(from: start + opening.utf8CodeUnitCount)
    guard word < end - closing, base[word] == .hash else { return nil }
    var wordEnd = word + 1
    while wordEnd < end - closing, !base[wordEnd].isWhitespace { wordEnd += 1 }
    return wordEnd > word + 1 ? (spaceStart(start)..<end, string(word + 1, wordEnd)) : nil
  }

  private func spaceStart(_ index: Int) -> Int {
    var index = index
    while index > 0, base[index - 1].isWhitespace { index -= 1 }
    return index
  }
}
