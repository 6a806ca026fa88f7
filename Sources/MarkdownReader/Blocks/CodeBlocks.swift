import SourceText

extension BlockParser {
  /// An `mdx-code-block` whose fence was dropped.
  struct UnwrappedFence {
    var marker: UInt8
    var length: Int
    var start: Int
    /// Where the line of its closing fence begins; constructs inside do not reach beyond.
    var contentEnd: Int
  }

  /// Fenced code blocks (CommonMark 0.31.2 §4.5).
  mutating func openFence() -> Start {
    let line = cursor.line
    let start = cursor.nonspace
    let marker = cursor.first
    let length = line.run(of: marker, from: start)
    guard length >= 3 else { return .none }
    let info = line.trimmed(start + length, line.count)
    if marker == .backtick {
      for index in info where source.base[index] == .backtick { return .none }
    }
    if unwraps(marker: marker, length: length, info: info) { return .leaf }
    let index = addChild(.fencedCode, at: start)
    nodes[index].marker = marker
    nodes[index].level = Int32(length)
    nodes[index].indent = Int32(cursor.indent)
    nodes[index].infoStart = UInt32(info.lowerBound)
    nodes[index].infoEnd = UInt32(info.upperBound)
    nodes[index].end = UInt32(cursor.lineEnd)
    return openedFence()
  }

  /// Marks the blocks around a fence as not ending blank.
  mutating func openedFence() -> Start {
    var parent = nodes[tip].parent
    while parent >= 0 {
      nodes[Int(parent)].isLastLineBlank = false
      parent = nodes[Int(parent)].parent
    }
    return .leaf
  }

  /// Whether the line is the fence that closes a block; if so, closes it.
  mutating func closesFence(_ index: Int) -> Bool {
    let node = nodes[index]
    guard cursor.first == node.marker, cursor.indent < 4 || !hasIndentedCode else { return false }
    let line = cursor.line
    let length = line.run(of: node.marker, from: cursor.nonspace)
    guard length >= Int(node.level), line.skippingSpaces(from: cursor.nonspace + length) >= line.count else {
      return false
    }
    nodes[index].isClosed = true
    nodes[index].end = UInt32(cursor.lineEnd)
    matched = open.count
    closeTip()
    return true
  }

  mutating func reportUnclosedFence(_ index: Int) {
    guard dialect.reportsMistakes else { return }
    let start = Int(nodes[index].start)
    let what = nodes[index].kind == .math ? "math" : "code"
    findings.warning(
      .fenceUnclosed, "the \(what) fence is never closed",
      at: SourceRange(file: file, start..<start + Int(nodes[index].level)),
      help:
        "close it with a line of \(String(repeating: String(UnicodeScalar(nodes[index].marker)), count: Int(nodes[index].level)))"
    )
  }

  /// Drops the fences of `mdx-code-block`, so that its lines are read as MDX (Docusaurus `unwrapMdxCodeBlocks`).
  private mutating func unwraps(marker: UInt8, length: Int, info: Range<Int>) -> Bool {
    guard dialect.has(.mdx), marker == .backtick else { return false }
    if let fence = unwrappedFence {
      guard info.isEmpty, length >= fence.length else { return false }
      unwrappedFence = nil
    } else {
      guard info.count >= 14, cursor.line.hasPrefix("mdx-code-block", at: info.lowerBound),
        cursor.line[info.lowerBound + 14].isWhitespace
      else { return false }
      unwrappedFence = UnwrappedFence(
        marker: marker, length: length, start: cursor.nonspace, contentEnd: closingFence(length))
    }
    closeUnmatched()
    if nodes[tip].kind == .paragraph { closeTip() }
    return true
  }

  /// The start of the next line of as many backticks and nothing else; the end of the text when there is none.
  private func closingFence(_ length: Int) -> Int {
    var line = cursor.nextLine
    while line < source.count {
      let fence = source.skippingSpaces(from: line)
      let run = source.run(of: .backtick, from: fence)
      var end = source.skippingSpaces(from: fence + run)
      if run >= length, end >= source.count || source.base[end].isLineEnding { return line }
      while end < source.count, !source.base[end].isLineEnding { end += 1 }
      line = end + 1
    }
    return source.count
  }

  mutating func reportUnwrappedFence() {
    guard let fence = unwrappedFence else { return }
    findings.warning(
      .fenceUnclosed, "the mdx-code-block is never closed",
      at: SourceRange(file: file, fence.start..<fence.start + fence.length))
  }

  /// Indented code blocks (CommonMark 0.31.2 §4.4).
  mutating func openIndentedCode() -> Start {
    cursor.advance(columns: 4)
    _ = addChild(.indentedCode, at: cursor.position)
    return .verbatim
  }

  mutating func continueIndentedCode() -> Bool {
    if cursor.indent >= 4 {
      cursor.advance(columns: 4)
    } else if cursor.isBlank {
      cursor.advanceToNonspace()
    } else {
      return false
    }
    return true
  }

  mutating func trimBlankLines(of index: Int) {
    while nodes[index].segmentCount > 0 {
      let last = segments[Int(nodes[index].firstSegment + nodes[index].segmentCount - 1)]
      let end = Bytes(base: source.base, count: Int(last.end))
      guard end.skippingSpaces(from: Int(last.start)) >= Int(last.end) else {
        nodes[index].end = last.end
        return
      }
      nodes[index].segmentCount -= 1
    }
  }
}
