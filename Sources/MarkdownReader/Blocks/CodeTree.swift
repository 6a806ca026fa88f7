import BookModel

/// Verbatim blocks: code, formulas, raw HTML.
extension BlockTree {
  func code(_ node: BlockNode) -> Block.Kind {
    let text = lines(of: node)
    guard node.kind == .fencedCode else { return .code(CodeBlock(language: nil, text: text)) }
    let info = Int(node.infoStart)..<Int(node.infoEnd)
    var end = info.lowerBound
    while end < info.upperBound, !source.base[end].isWhitespace { end += 1 }
    let language = source.unescapedString(info.lowerBound, end, scratch: inlines.scratch)
    let meta = source.trimmed(end, info.upperBound)
    if dialect.has(.mathFences), language == "math" { return .math(trimmedLine(text)) }
    return .code(
      CodeBlock(
        language: language.isEmpty ? nil : language,
        meta: source.unescapedString(meta.lowerBound, meta.upperBound, scratch: inlines.scratch), text: text))
  }

  /// TeX between fences; what stands on the opening fence's line comes first.
  func mathText(_ node: BlockNode) -> String {
    let head = source.string(Int(node.infoStart), Int(node.infoEnd))
    let body = trimmedLine(lines(of: node))
    return head.isEmpty ? body : body.isEmpty ? head : head + "\n" + body
  }

  func html(_ node: BlockNode) -> String { trimmedLine(lines(of: node)) }

  private func trimmedLine(_ text: String) -> String { text.hasSuffix("\n") ? String(text.dropLast()) : text }

  /// A block's lines, each with a line feed.
  private func lines(of node: BlockNode) -> String {
    guard node.segmentCount > 0 else { return "" }
    let text = inlines.gathered
    text.removeAll()
    for segment in segments[Int(node.firstSegment)..<Int(node.firstSegment + node.segmentCount)] {
      for _ in 0..<segment.padding { text.append(.space) }
      text.append(source.base + Int(segment.start), count: Int(segment.end - segment.start))
      text.append(.lineFeed)
    }
    return text.bytes.string(0, text.count)
  }
}
