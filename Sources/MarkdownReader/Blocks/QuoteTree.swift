import BookModel

extension BlockTree {
  /// A quote, or what GitHub makes of one whose first line is `[!NOTE]`: an alert.
  mutating func quote(_ index: Int) -> Block.Kind {
    guard dialect.has(.alerts), let first = alertParagraph(of: index),
      let (style, keyword) = alert(segments[Int(first.firstSegment)])
    else { return .quote(children(of: index)) }
    var blocks = children(of: index)
    blocks.removeFirst()
    let rest = content(of: first, dropping: 1)
    if !rest.isEmpty {
      blocks.insert(Block(.paragraph(rest), at: rest[0].range.joined(with: rest[rest.count - 1].range)), at: 0)
    }
    return .admonition(Admonition(style: style, keyword: keyword, blocks: blocks))
  }

  private func alertParagraph(of index: Int) -> BlockNode? {
    let first = nodes[index].firstChild
    guard first >= 0, nodes[Int(first)].kind == .paragraph else { return nil }
    return nodes[Int(first)]
  }

  private func alert(_ line: Segment) -> (Admonition.Style, String)? {
    let text = source.trimmed(Int(line.start), Int(line.end))
    guard text.count > 3, source.hasPrefix("[!", at: text.lowerBound) else { return nil }
    switch source.string(text).lowercased() {
    case "[!note]": return (.note, "note")
    case "[!tip]": return (.tip, "tip")
    case "[!important]": return (.info, "important")
    case "[!warning]": return (.warning, "warning")
    case "[!caution]": return (.caution, "caution")
    default: return nil
    }
  }
}
