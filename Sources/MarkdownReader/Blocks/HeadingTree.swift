import BookModel

extension BlockTree {
  /// A heading with its author's id, in any of the three forms of Docusaurus's `remark/headings`.
  mutating func heading(_ node: BlockNode) -> Heading {
    let last = Int(node.firstSegment + node.segmentCount - 1)
    guard dialect.has(.headingIDs), node.segmentCount > 0,
      let found = headingID(Int(segments[last].start), Int(segments[last].end))
    else { return Heading(level: Int(node.level), content: content(of: node)) }
    let content: [Inline]
    if node.segmentCount == 1 {
      content = self.content(in: Int(segments[last].start)..<found.contentEnd)
    } else {
      content = cut(self.content(of: node), at: found.contentEnd)
    }
    return Heading(level: Int(node.level), content: content, explicitID: found.id)
  }

  /// Inlines of a heading of several lines, without those of the id.
  private func cut(_ content: [Inline], at end: Int) -> [Inline] {
    var kept = content.filter { Int($0.range.start) < end }
    if let last = kept.last, Int(last.range.end) > end, case .text(let text) = last.kind {
      let bytes = Array(text.utf8)
      let surplus = Int(last.range.end) - end
      kept[kept.count - 1].kind = .text(String(decoding: bytes.dropLast(min(bytes.count, surplus)), as: UTF8.self))
      kept[kept.count - 1].range.end = UInt32(end)
    }
    return kept
  }

  /// The id at the end of a line, and where the text before it ends.
  private func headingID(_ start: Int, _ end: Int) -> (id: String, contentEnd: Int)? {
    let line = Bytes(base: source.base, count: end)
    let close = line.trimmed(start, end).upperBound
    guard close - start >= 4 else { return nil }
    let last = source.base[close - 1]
    if last == .greater, let open = lastIndex(of: "<!--", start, close), line.hasPrefix("-->", at: close - 3) {
      return id(open + 4, close - 3, before: open, start)
    }
    guard last == .closeBrace else { return nil }
    if let open = lastIndex(of: "{#", start, close) {
      for index in open..<close - 1 where source.base[index] == .closeBrace { return nil }
      guard close - 1 > open + 2 else { return nil }
      let stop = open > start && source.base[open - 1] == .backslash ? open - 1 : open
      let idEnd = source.base[close - 2] == .backslash ? close - 2 : close - 1
      return (source.string(open + 2, idEnd), source.trimmed(start, stop).upperBound)
    }
    guard let open = lastIndex(of: "{", start, close), line.braceCommentEnd(at: open) == close else { return nil }
    let comment = line.skippingWhitespace(from: open + 1) + 2
    guard let commentEnd = line.firstIndex(of: "*/", from: comment) else { return nil }
    return id(comment, commentEnd, before: open, start)
  }

  /// The first word of a comment when it begins with `#`.
  private func id(_ from: Int, _ to: Int, before open: Int, _ start: Int) -> (id: String, contentEnd: Int)? {
    let text = source.trimmed(from, to)
    guard text.count > 1, source.base[text.lowerBound] == .hash else { return nil }
    var end = text.lowerBound
    while end < text.upperBound, !source.base[end].isWhitespace { end += 1 }
    return (source.string(text.lowerBound + 1, end), source.trimmed(start, open).upperBound)
  }

  private func lastIndex(of text: StaticString, _ start: Int, _ end: Int) -> Int? {
    let line = Bytes(base: source.base, count: end)
    var index = end - text.utf8CodeUnitCount
    while index >= start {
      if line.hasPrefix(text, at: index) { return index }
      index -= 1
    }
    return nil
  }
}
