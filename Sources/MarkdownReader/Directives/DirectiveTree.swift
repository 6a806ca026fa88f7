import BookModel

extension BlockTree {
  mutating func directive(_ index: Int) -> Directive {
    let node = nodes[index]
    let end = Int(node.infoEnd)
    let line = Bytes(base: source.base, count: end)
    guard let head = line.directiveHead(at: Int(node.infoStart)) else {
      return Directive(name: "", blocks: children(of: index))
    }
    var label = head.label
    var attributes = head.attributes
    if head.end < end {
      // The old form of a title: all that follows the keyword.
      label = source.trimmed(head.name.upperBound, end)
      attributes = nil
    }
    let blocks = node.kind == .leafDirective ? nil : children(of: index)
    return Directive(
      name: source.string(head.name), label: label.map { content(in: $0) },
      attributes: attributes.map { line.directiveAttributes($0, scratch: inlines.scratch) } ?? [], blocks: blocks)
  }
}
