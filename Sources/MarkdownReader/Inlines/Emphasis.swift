/// Emphasis and strong emphasis (CommonMark 0.31.2 §6.2), strikethrough (GFM §6.5).
extension InlineParser {
  mutating func readDelimiterRun(_ character: UInt8) -> Bool {
    let start = position
    let count = text.run(of: character, from: start)
    let end = start + count
    let before = text.characterClass(before: start)
    let after = text.characterClass(at: end)
    let isLeftFlanking = after != .whitespace && (after != .punctuation || before != .other)
    let isRightFlanking = before != .whitespace && (before != .punctuation || after != .other)
    position = end
    let piece = append(.delimiters, start, end)
    if character == .tilde, count > 2 { return true }
    let isUnderscore = character == .underscore
    push(
      Delimiter(
        piece: piece, character: character, count: count, originalCount: count,
        canOpen: isLeftFlanking && (!isUnderscore || !isRightFlanking || before == .punctuation),
        canClose: isRightFlanking && (!isUnderscore || !isLeftFlanking || after == .punctuation)))
    return true
  }

  private mutating func push(_ delimiter: Delimiter) {
    guard delimiter.canOpen || delimiter.canClose else { return }
    var delimiter = delimiter
    delimiter.previous = lastDelimiter
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count }
    lastDelimiter = delimiters.count
    delimiters.append(delimiter)
  }

  /// Pairs the delimiters above `bottom` and takes them off the stack.
  mutating func processEmphasis(downTo bottom: Int) {
    guard lastDelimiter != bottom else { return }
    var openersBottom = OpenersBottom(bottom)
    var closer = firstDelimiter(above: bottom)
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let key = OpenersBottom.key(delimiters[closer])
      if let opener = opener(for: closer, above: openersBottom[key]) {
        closer = pair(opener, closer)
      } else {
        let next = delimiters[closer].next
        openersBottom[key] = delimiters[closer].previous
        if !delimiters[closer].canOpen { remove(closer) }
        closer = next
      }
    }
    while lastDelimiter != bottom, lastDelimiter >= 0 { remove(lastDelimiter) }
  }

  private func firstDelimiter(above bottom: Int) -> Int {
    var index = lastDelimiter
    while index >= 0, delimiters[index].previous != bottom { index = delimiters[index].previous }
    return index
  }

  private func opener(for closer: Int, above bottom: Int) -> Int? {
    var opener = delimiters[closer].previous
    while opener >= 0, opener != bottom {
      if delimiters[opener].canOpen, delimiters[opener].character == delimiters[closer].character,
        mayPair(delimiters[opener], delimiters[closer])
      {
        return opener
      }
      opener = delimiters[opener].previous
    }
    return nil
  }

  /// The rule of three for `*` and `_` (rules 9 and 10); runs of `~` must be equally long.
  private func mayPair(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
    if closer.character == .tilde { return opener.count == closer.count }
    guard opener.canClose || closer.canOpen else { return true }
    return (opener.originalCount + closer.originalCount) % 3 != 0
      || (opener.originalCount % 3 == 0 && closer.originalCount % 3 == 0)
  }

  /// Wraps what stands between two runs.
  /// - Returns: the delimiter to go on with.
  private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
    while delimiters[closer].previous != opener { remove(delimiters[closer].previous) }
    let isTilde = delimiters[closer].character == .tilde
    let used =
      isTilde ? delimiters[closer].count : delimiters[opener].count >= 2 && delimiters[closer].count >= 2 ? 2 : 1
    let (openerPiece, closerPiece) = (delimiters[opener].piece, delimiters[closer].piece)
    pieces[openerPiece].end -= used
    pieces[closerPiece].start += used
    delimiters[opener].count -= used
    delimiters[closer].count -= used
    wrap(
      isTilde ? .strikethrough : used == 2 ? .strong : .emphasis, after: openerPiece, before: closerPiece,
      pieces[openerPiece].end, pieces[closerPiece].start)
    if delimiters[opener].count == 0 {
      unlink(openerPiece)
      remove(opener)
    }
    guard delimiters[closer].count == 0 else { return closer }
    let next = delimiters[closer].next
    unlink(closerPiece)
    remove(closer)
    return next
  }

  private mutating func remove(_ delimiter: Int) {
    let (previous, next) = (delimiters[delimiter].previous, delimiters[delimiter].next)
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
  }
}

/// Below which no opener for a kind of closer was found, so that no search is made twice.
private struct OpenersBottom {
  private var bottoms: [Int]

  init(_ bottom: Int) { bottoms = Array(repeating: bottom, count: 16) }

  static func key(_ closer: Delimiter) -> Int {
    switch closer.character {
    case .tilde: 12 + min(closer.count, 2)
    case .underscore: (closer.canOpen ? 3 : 0) + closer.originalCount % 3
    default: 6 + (closer.canOpen ? 3 : 0) + closer.originalCount % 3
    }
  }

  subscript(key: Int) -> Int {
    get { bottoms[key] }
    set { bottoms[key] = newValue }
  }
}
