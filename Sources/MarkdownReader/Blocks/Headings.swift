/// ATX and setext headings (CommonMark 0.31.2 §4.2, §4.3).
extension BlockParser {
  mutating func startATXHeading(in container: Int) -> Bool {
    let level = bytes.run(of: .hash, from: nonspace)
    let after = nonspace + level
    guard level <= 6, after >= lineEnd || bytes.base[after].isSpaceOrTab else { return false }
    var content = bytes.trimmed(after, lineEnd)
    content = withoutClosingHashes(content)
    let heading = append(.heading(level: level), to: leafParent(container))
    nodes[heading].firstLine = lines.count
    nodes[heading].lineCount = 1
    nodes[heading].end = lineEnd
    lines.append(Line(start: content.lowerBound, end: content.upperBound, padding: 0))
    close(downTo: open.count - 1)
    return true
  }

  private func withoutClosingHashes(_ content: Range<Int>) -> Range<Int> {
    var end = content.upperBound
    while end > content.lowerBound, bytes.base[end - 1] == .hash { end -= 1 }
    if end == content.lowerBound { return end..<end }
    guard end < content.upperBound, bytes.base[end - 1].isSpaceOrTab else { return content }
    return bytes.trimmed(content.lowerBound, end)
  }

  /// An underline turns the paragraph above it into a heading, unless that holds reference definitions alone.
  mutating func startSetextHeading(_ paragraph: Int) -> Bool {
    let mark = byteAtNonspace
    let length = bytes.run(of: mark, from: nonspace)
    guard nonspace + length <= lineEnd, restIsBlank(from: nonspace + length) else { return false }
    takeReferences(from: paragraph)
    guard nodes[paragraph].lineCount > 0 else {
      // What is left is no paragraph: the underline is text, or a thematic break.
      nodes[paragraph].lineCount = 0
      return false
    }
    nodes[paragraph].kind = .heading(level: mark == .equals ? 1 : 2)
    nodes[paragraph].end = lineEnd
    close(downTo: open.firstIndex(of: paragraph)!)
    return true
  }
}
