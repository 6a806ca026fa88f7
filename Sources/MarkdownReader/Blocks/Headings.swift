extension BlockParser {
  /// ATX headings (CommonMark 0.31.2 §4.2).
  mutating func openATXHeading() -> Start {
    let line = cursor.line
    let start = cursor.nonspace
    let level = line.run(of: .hash, from: start)
    guard level <= 6, start + level >= line.count || line[start + level].isSpaceOrTab else { return .none }
    let content = atxContent(from: start + level)
    let index = addChild(.heading, at: start)
    nodes[index].level = Int32(level)
    nodes[index].firstSegment = Int32(segments.count)
    nodes[index].segmentCount = 1
    nodes[index].end = UInt32(cursor.lineEnd)
    segments.append(Segment(start: UInt32(content.lowerBound), end: UInt32(content.upperBound), padding: 0))
    return finishLeaf()
  }

  /// The heading's text without its closing sequence.
  private func atxContent(from start: Int) -> Range<Int> {
    let text = cursor.line.trimmed(start, cursor.lineEnd)
    var end = text.upperBound
    while end > text.lowerBound, source.base[end - 1] == .hash { end -= 1 }
    if end == text.upperBound { return text }
    if end == text.lowerBound { return end..<end }
    guard source.base[end - 1].isSpaceOrTab else { return text }
    return cursor.line.trimmed(text.lowerBound, end)
  }

  /// Setext headings (CommonMark 0.31.2 §4.3): the paragraph so far becomes one.
  mutating func underlineHeading(_ paragraph: Int) -> Start {
    guard matched == open.count, paragraph == tip else { return .none }
    let line = cursor.line
    let marker = cursor.first
    let end = cursor.nonspace + line.run(of: marker, from: cursor.nonspace)
    guard line.skippingSpaces(from: end) >= line.count else { return .none }
    takeDefinitions(paragraph)
    guard nodes[paragraph].segmentCount > 0 else { return .none }
    nodes[paragraph].kind = .heading
    nodes[paragraph].level = marker == .equals ? 1 : 2
    nodes[paragraph].end = UInt32(cursor.lineEnd)
    return finishLeaf()
  }
}
